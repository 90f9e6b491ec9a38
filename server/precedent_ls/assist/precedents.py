"""The passages of earlier statements that a sentence is like, and where those come from."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from phrasebank.bank import Phrasebank
from phrasebank.index.similar import Similar
from phrasebank.statement import Precedent
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import Word, words
from precedent_ls.assist.kept import kept
from precedent_ls.draft.snapshot import Draft, Paragraph, Reading

#: Likeness below which a passage is no precedent, and below which it is a weak one.
LEAST: Final = 0.4
CLOSE: Final = 0.5

#: Passages looked at beyond those wanted: some are of statements that don't count.
_SPARE = 12

#: Steps of a lineage at most.
_STEPS = 6


@dataclass(frozen=True)
class Sentence:
    """A sentence of a draft with its words; `keys` are what it is compared by."""

    text: str
    keys: tuple[str, ...]
    language: Language

    @classmethod
    def of(cls, reading: Reading, span: Span) -> "Sentence":
        """Return the sentence at some characters of a paragraph."""
        inside = tuple(word.key for word in words_in(reading.words, span))
        return cls(reading.text[span.start : span.end], inside, reading.language)


@dataclass(frozen=True)
class Match:
    """A precedent of a text. `common` are the characters of its passage with words in common."""

    precedent: Precedent
    score: float
    exact: bool
    common: tuple[Span, ...]

    @property
    def weak(self) -> bool:
        """Whether the two are only loosely alike."""
        return self.score < CLOSE

    @cached_property
    def text(self) -> str:
        """The passage on one line, without markup."""
        return self.precedent.passage.plain


def words_in(found: Sequence[Word], span: Span) -> list[Word]:
    """Return the words that begin in some characters."""
    return [word for word in found if span.start <= word.start < span.end]


def sentence_at(paragraph: Paragraph, offset: int) -> Span | None:
    """Return the sentence of a paragraph that touches an offset counted from its beginning."""
    touching = [each for each in paragraph.sentences if each.start <= offset <= each.end]
    return touching[-1] if touching else None


def precedents(
    bank: Phrasebank, sentence: Sentence, limit: int, without: Collection[str] = ()
) -> tuple[Match, ...]:
    """Return the precedents of a sentence: those with the same words, then the most alike.

    Parameters
    ----------
    bank
        The statements.
    sentence
        What is compared.
    limit
        How many at most.
    without
        Ids of statements that don't count: those that the draft itself is.
    """
    passages = bank.passages(sentence.language)
    found = passages.similar(sentence.keys, limit + _SPARE)
    matches = (_match(each, sentence.keys) for each in found if each.precedent.metadata.id not in without)
    good = [each for each in matches if each.score >= LEAST]
    good.sort(key=lambda each: not each.exact)
    return tuple(good[:limit])


def lineage(bank: Phrasebank, precedent: Precedent) -> tuple[Match, ...]:
    """Return the earlier passages that a precedent descends from, each the precedent of the one before."""
    metadata = precedent.metadata
    return _lineage(bank, metadata.language, precedent.passage.text, metadata.date)


@kept
def _lineage(bank: Phrasebank, language: Language, text: str, date: dt.date) -> tuple[Match, ...]:
    steps: list[Match] = []
    while len(steps) < _STEPS:
        keys = tuple(word.key for word in words(text))
        found = bank.passages(language).similar(keys, 2 * _SPARE)
        earlier = [each for each in found if each.precedent.metadata.date < date and each.score >= CLOSE]
        if not earlier:
            break
        step = _match(earlier[0], keys)
        steps.append(step)
        text, date = step.precedent.passage.text, step.precedent.metadata.date
    return tuple(steps)


def own_statements(draft: Draft, bank: Phrasebank) -> frozenset[str]:
    """Return the statements that a draft is a copy of, by its front matter's `id` or its file's name."""
    known = {metadata.id for metadata in bank.statements}
    source = draft.text.source
    named = {source[span.start : span.end].strip("\"' ") for key, span in draft.matter.keys if key == "id"}
    file = draft.uri.rpartition("/")[2].removesuffix(".md")
    return frozenset(known & {*named, file})


def _match(similar: Similar, keys: tuple[str, ...]) -> Match:
    exact = similar.score > _NEARLY_ONE and keys == tuple(
        word.key for word in words(similar.precedent.passage.text)
    )
    return Match(similar.precedent, 1.0 if exact else similar.score, exact, similar.matched)


_NEARLY_ONE = 0.999
