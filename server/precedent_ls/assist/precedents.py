"""The passages of earlier statements that a sentence is like, and where those come from."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import unquote

from phrasebank.bank import Phrasebank
from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.index.similar import Similar
from phrasebank.kept import kept
from phrasebank.statement import Precedent, plain
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import Word, keys_of
from precedent_ls.assist.marks import runs
from precedent_ls.draft.snapshot import Draft, Paragraph, Reading

#: Likeness below which a passage is no precedent, and below which it is a weak one. Hardly any
#: sentence of 2023 without a precedent finds a passage above `CLOSE`, most of them find none
#: above `LEAST` (``tests/benchmarks/hover.py``).
LEAST: Final = 0.37
CLOSE: Final = 0.47

#: Words of a sentence that are compared; nobody writes a longer one.
_LONGEST = 400

#: Words of what may be the beginning of a sentence; more than that is as alike as it has to be.
_BEGINNING = range(4, 13)

#: Passages looked at beyond those wanted: some are of statements that don't count.
_SPARE = 12

#: Occurrences of a sentence that are looked at to name the statements that have it.
_LOOKED_AT = 64

#: Steps of a lineage at most.
_STEPS = 6


@dataclass(frozen=True)
class Sentence:
    """A sentence of a draft on one line, without markup; `keys` are what it is compared by."""

    text: str
    keys: tuple[str, ...]
    language: Language

    @classmethod
    def of(cls, reading: Reading, span: Span) -> "Sentence":
        """Return the sentence at some characters of a paragraph."""
        inside = words_in(reading.words, span)
        if len(inside) > _LONGEST:
            inside = inside[:_LONGEST]
            span = Span(span.start, inside[-1].end)
        keys = tuple(word.key for word in inside)
        return cls(plain(reading.text[span.start : span.end]), keys, reading.language)


@dataclass(frozen=True)
class Match:
    """A precedent of a text; `exact` if it has the same words, `ahead` if it begins so and goes on."""

    similar: Similar
    exact: bool
    ahead: bool = False

    @property
    def precedent(self) -> Precedent:
        """The passage and where it stands."""
        return self.similar.precedent

    @property
    def score(self) -> float:
        """How alike the two are: 1 for the same words in the same order, 0 for none in common."""
        return self.similar.score

    @property
    def weak(self) -> bool:
        """Whether the two are only loosely alike."""
        return self.score < CLOSE and not self.ahead

    @cached_property
    def text(self) -> str:
        """The passage on one line, without markup."""
        return self.precedent.passage.plain

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """The passage's words that the text has too, as far as they tell something, in runs."""
        text = self.precedent.passage.text
        found = (text[span.start : span.end] for span in runs(text, self.similar.matched))
        return tuple(" ".join(each.split()) for each in found if any(map(_tells, keys_of(each))))


def _tells(key: str) -> bool:
    """Tell whether a word says something: it is neither short nor a function word."""
    return len(key) > _SHORT and key not in FUNCTION_WORDS


_SHORT = 4


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

    A sentence of a few words may not be finished: passages that begin with them come before
    others. What is weak and shares no word that tells something is none.

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
    keys = sentence.keys
    beginning = len(keys) in _BEGINNING and sum(map(_tells, keys)) > 1
    found = bank.passages(sentence.language).similar(keys, limit + (_SPARE if without or beginning else 0))
    counted = (each for each in found if each.precedent.metadata.id not in without)
    matches = [_match(each, keys, ahead=beginning) for each in counted if beginning or each.score >= LEAST]
    good = [each for each in matches if not each.weak or (each.score >= LEAST and each.shared)]
    return tuple(sorted(good, key=lambda each: (not each.exact, not each.ahead))[:limit])


def verbatim(bank: Phrasebank, sentence: Sentence, without: Collection[str] = ()) -> tuple[Precedent, ...]:
    """Return every passage that has the same words as a sentence and no others, the newest first."""
    if not sentence.keys:
        return ()
    found = bank.phrases(sentence.language).find(sentence.keys).occurrences(_LOOKED_AT)
    passages = (each.precedent for each in found if each.metadata.id not in without)
    return tuple(each for each in passages if keys_of(each.passage.text) == sentence.keys)


def lineage(
    bank: Phrasebank, precedent: Precedent, without: frozenset[str] = frozenset()
) -> tuple[Match, ...]:
    """Return the earlier passages that a precedent descends from, each the precedent of the one before.

    Statements whose ids are in `without` don't count.
    """
    metadata = precedent.metadata
    return _lineage(bank, metadata.language, precedent.passage.text, metadata.date, without)


@kept
def _lineage(
    bank: Phrasebank, language: Language, text: str, date: dt.date, without: frozenset[str]
) -> tuple[Match, ...]:
    steps: list[Match] = []
    while len(steps) < _STEPS:
        keys = keys_of(text)
        found = bank.passages(language).similar(keys, 2 * _SPARE)
        earlier = (each for each in found if each.precedent.metadata.date < date and each.score >= CLOSE)
        nearest = next((each for each in earlier if each.precedent.metadata.id not in without), None)
        if nearest is None:
            break
        step = _match(nearest, keys)
        steps.append(step)
        text, date = step.precedent.passage.text, step.precedent.metadata.date
    return tuple(steps)


def own_statements(draft: Draft, bank: Phrasebank) -> frozenset[str]:
    """Return the statements that a draft is a copy of, by its front matter's `id` or its file's name."""
    source = draft.text.source
    named = {source[span.start : span.end].strip("\"' ") for key, span in draft.matter.keys if key == "id"}
    file = unquote(draft.uri.rpartition("/")[2]).removesuffix(".md")
    return _ids(bank) & {*named, file}


@kept
def _ids(bank: Phrasebank) -> frozenset[str]:
    return frozenset(metadata.id for metadata in bank.statements)


def _match(similar: Similar, keys: tuple[str, ...], *, ahead: bool = False) -> Match:
    """Return a match; whether more is `ahead` takes a look at the passage, which is not always needed."""
    exact = similar.score > _NEARLY_ONE
    theirs = keys_of(similar.precedent.passage.text) if exact or ahead else ()
    return Match(similar, theirs == keys, theirs != keys and theirs[: len(keys)] == keys)


_NEARLY_ONE = 0.999
