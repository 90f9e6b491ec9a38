"""Putting a right form in place of a wrong one, so that the sentence around it stays a sentence.

A replacement keeps the capital of what it replaces and adapts the article before it. A
possessive ’s stands after the span and is left where it is.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from phrasebank.register.model import Entry, Form, Gender
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.articles import english_article, french_article
from precedent_ls.checks.finding import Edit, Fix


@dataclass(frozen=True, slots=True)
class Name:
    """A form to write, and how French articles agree with it; `gender` None: leave articles alone."""

    text: str
    gender: Gender | None = None
    plural: bool = False

    @classmethod
    def of(cls, entry: Entry, form: Form) -> "Name":
        """Return a form of an entry as a name."""
        return cls(form.text, form.gender or entry.gender, form.plural or entry.plural)


def replace_by(
    text: str, span: Span, name: Name, language: Language, *, preferred: bool = True, exact: bool = True
) -> Fix:
    """Return the fix that puts `name` at the characters `span` of `text`."""
    cited = quoted(name.text, language)
    title = f"Remplacer par {cited}" if language is Language.FR else f"Replace with {cited}"
    return Fix(title, (replacement(text, span, name, language),), preferred=preferred, exact=exact)


def replacement(text: str, span: Span, name: Name, language: Language) -> Edit:
    """Return the edit that puts `name` at the characters `span` of `text`."""
    new = _capitalized(text, span, name.text)
    before = text[: span.start]
    if language is Language.FR:
        length, article = french_article(before, new, name.gender, plural=name.plural)
    elif new.lower().startswith("the ") and _THE.search(before):
        length, article, new = 0, "", new[4:]
    else:
        length, article = english_article(before, new)
    end = span.end
    if language is Language.EN and new.endswith("States") and text[end : end + 2] in ("’s", "'s"):
        new, end = new + text[end], end + 2  # the United States’
    return Edit(Span(span.start - length, end), article + new)


def quoted(text: str, language: Language) -> str:
    """Return `text` in the language's quotation marks, as messages cite it."""
    return f"«\u00a0{text}\u00a0»" if language is Language.FR else f"“{text}”"


def together(fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    """Return the edits of fixes that can be applied at once, in the order of the text.

    Of edits that are the same one is kept. What a longer edit replaces needs no edit of its
    own; a fix that overlaps another's in part waits for the next time.
    """
    chosen = Apart()
    for fix in sorted(
        fixes, key=lambda fix: min((edit.span.start - edit.span.end for edit in fix.edits), default=0)
    ):
        new = [edit for edit in fix.edits if not any(_covers(other, edit) for other in chosen.near(edit))]
        if not any(clash(edit, other) for edit in new for other in chosen.near(edit)):
            chosen.add(new)
    return tuple(chosen.edits)


class Apart:
    """Edits of which no two overlap, in the order of the text; a long draft has thousands."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []

    def near(self, edit: Edit) -> Iterator[Edit]:
        """Yield those that overlap an edit or touch it."""
        first = bisect_left(self.edits, edit.span.start, key=lambda other: other.span.end)
        for number in range(first, len(self.edits)):
            other = self.edits[number]
            if other.span.start > edit.span.end:
                return
            yield other

    def add(self, edits: Iterable[Edit]) -> None:
        """Take edits that overlap none of those here."""
        for edit in edits:
            insort(self.edits, edit, key=lambda other: other.span)


def _covers(longer: Edit, edit: Edit) -> bool:
    return longer == edit or (
        longer.span.start <= edit.span.start
        and edit.span.end <= longer.span.end
        and longer.span != edit.span
        and longer.span.start < longer.span.end
    )


def clash(edit: Edit, other: Edit) -> bool:
    """Tell whether two edits can't both be applied."""
    return edit.span == other.span or (edit.span.start < other.span.end and other.span.start < edit.span.end)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` after edits that don't overlap."""
    parts = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*parts, text[done:]])


_THE = re.compile(r"(?<![\w’'-])the\s+$", re.IGNORECASE)


def _capitalized(text: str, span: Span, new: str) -> str:
    """Return `new` in capitals where several words stood so, and with a capital where a sentence begins."""
    old = text[span.start : span.end]
    letters = [character for character in old if character.isalpha()]
    if len(letters) > 6 and " " in old.strip() and all(character.isupper() for character in letters):
        return new.upper()
    before = text[: span.start].rstrip(" \u00a0\u2060“«\"'’(")
    begins = not before or before[-1] in ".!?…\n"
    if letters and letters[0].isupper() and begins:
        return new[:1].upper() + new[1:]
    return new
