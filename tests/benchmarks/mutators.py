"""Mistakes to seed into clean drafts: each mutator is the inverse of a rule.

A family's mutators are in a module of their own, listed in `checks.MUTATORS`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from phrasebank.register.mentions import Mention
from phrasebank.register.model import Entry, Register
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.draft.snapshot import Draft, Paragraph


@dataclass(frozen=True)
class Mutation:
    """A change of a draft: `edits` in order, and which of the new texts carries the mistake (None: all)."""

    edits: tuple[tuple[Span, str], ...]
    marked: int | None = None


@dataclass(frozen=True)
class Mutator:
    """`make` yields every mutation of a draft that `code` has to find; the rules in `also` may speak, too."""

    code: str
    name: str
    make: Callable[[Draft, Register], Iterator[Mutation]]
    also: frozenset[str] = frozenset()
    pair: bool = False  #: whether the twin is needed


def replaced(code: str, pattern: str, new: str, language: Language | None = None, also: str = "") -> Mutator:
    """Return a mutator that replaces what a pattern matches in the prose."""

    def make(draft: Draft, _: Register) -> Iterator[Mutation]:
        if language in (None, draft.language):
            for match in re.finditer(pattern, draft.text.source):
                span = Span(*match.span())
                if any(span.start >= each.start and span.end <= each.span.end for each in draft.paragraphs):
                    yield Mutation(((span, match.expand(new)),))

    return Mutator(code, f"{pattern} → {new}", make, frozenset(also.split()))


def mentioned(
    code: str,
    name: str,
    which: Callable[[Entry], bool],
    change: Callable[[str, Mention, Register], Iterator[str]],
    *,
    pair: bool = False,
) -> Mutator:
    """Return a mutator that changes the full names of some entries."""

    def make(draft: Draft, register: Register) -> Iterator[Mutation]:
        for paragraph, mention in mentions(draft, which):
            text = paragraph.text[mention.span.start : mention.span.end]
            for new in dict.fromkeys(change(text, mention, register)):
                if new != text:
                    yield Mutation(((mention.span.shifted(paragraph.start), new),))

    return Mutator(code, name, make, pair=pair)


def mentions(draft: Draft, which: Callable[[Entry], bool]) -> Iterator[tuple[Paragraph, Mention]]:
    """Yield the full names of some entries in a draft."""
    for paragraph in draft.paragraphs:
        for mention in paragraph.mentions:
            if which(mention.entry) and not mention.form.acronym and not mention.form.offices:
                yield paragraph, mention


def slips(word: str) -> Iterator[str]:
    """Yield ways to misspell a word: a letter lost, doubled, or changed places."""
    for index in range(2, len(word) - 1, 2):
        yield word[:index] + word[index + 1 :]
        yield word[:index] + word[index] + word[index:]
        if word[index - 1] != word[index]:
            yield word[: index - 1] + word[index] + word[index - 1] + word[index + 1 :]


def in_one_word(text: str, change: Callable[[str], Iterator[str]], *, longer_than: int = 4) -> Iterator[str]:
    """Yield `text` with one of its capitalized long words changed."""
    for match in re.finditer(r"[A-ZÀ-Ý][\w’]+", text):
        if len(match[0]) > longer_than:
            for new in change(match[0]):
                yield text[: match.start()] + new + text[match.end() :]
