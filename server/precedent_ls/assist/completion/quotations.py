"""Whole clauses and sentences of earlier statements that began as the draft does here.

The model offers what is likely, in short stretches; these are for the drafter who wants a formula
whole. Each is one statement's own wording.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from phrasebank.index.occurrence import Occurrence
from phrasebank.index.tokens import SENTENCE, STOPS
from precedent_ls.assist.completion.chains import CLOSING, closes
from precedent_ls.assist.completion.counts import SegmentSource
from precedent_ls.assist.completion.openings import Opening

#: Words of context without which a quotation would be a guess; that a paragraph begins counts for two.
CERTAIN = 3

#: Places that are looked at in one segment.
MOST = 64

#: Words that a quotation has at least and at most.
SHORTEST, LONGEST = 3, 30


@dataclass(frozen=True, slots=True)
class Quotation:
    """A clause or the rest of a sentence: `text` from the last finished word on, and where it is."""

    text: str
    keys: tuple[str, ...]
    occurrence: Occurrence


def quotations(sources: Iterable[SegmentSource], context: Sequence[str]) -> list[Quotation]:
    """Return how statements went on after the longest ending of `context` that any has, the newest first."""
    best: list[Quotation] = []
    longest = 0
    opening = context[-1] in STOPS
    for source in sources:
        for length, places in source.runs(context):
            if length < longest or (not opening and _certainty(context[-length:]) < CERTAIN):
                break
            found = [each for at in places[:MOST] for each in _quotations(source, at, length)]
            if found:
                best = found if length > longest else [*best, *found]
                longest = length
                break
    best.sort(key=lambda each: each.occurrence.metadata.date, reverse=True)
    return _once(best)


def quoted_openings(found: Iterable[Opening]) -> list[Quotation]:
    """Return how some paragraphs began, in their order."""
    some = islice(found, MOST)
    return _once(each for opening in some for each in _quotations(opening.source, opening.place, 1))


def _once(found: Iterable[Quotation]) -> list[Quotation]:
    """Return what reads the same only once, the first of it."""
    first: dict[str, Quotation] = {}
    for each in found:
        first.setdefault(each.text, each)
    return list(first.values())


def _certainty(context: Sequence[str]) -> int:
    return sum(2 if key in STOPS else 1 for key in context)


def _quotations(source: SegmentSource, at: int, length: int) -> Iterator[Quotation]:
    """Yield the clause after the token at `at`, and the rest of its sentence, unless too short."""
    text = ""
    keys: list[str] = []
    clause = False
    for number in range(LONGEST + 1):
        unit = source.units[at + 1 + len(keys)]
        following = unit.text
        if following[:1] in CLOSING and closes(text, following[:1]):
            text, following = text + following[0], following[1:]
        ended = number == LONGEST or unit.is_end or (number > 0 and unit.keys[0] == SENTENCE)
        if len(keys) >= SHORTEST and (ended or (not clause and following.lstrip()[:1] in _BREAKS)):
            clause = True
            yield _quoted(source, at, length, text, keys)
        if ended:
            return
        text += following
        keys += unit.keys


def _quoted(source: SegmentSource, at: int, length: int, text: str, keys: Sequence[str]) -> Quotation:
    return Quotation(text, tuple(keys), Occurrence(source.segment, at - length + 1, length + len(keys)))


_BREAKS = frozenset(",;:—–(")
