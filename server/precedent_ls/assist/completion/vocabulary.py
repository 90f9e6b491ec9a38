"""Words by their first letters, whatever stands before them: what is left when no context is known."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from typing import NamedTuple, Protocol

from phrasebank.index import suffixes
from phrasebank.index.tokens import BOUNDARIES
from precedent_ls.assist.completion.counts import RunningSource, SegmentSource
from precedent_ls.assist.completion.units import Unit


class Written(NamedTuple):
    """A word as it was written, and the gap before it."""

    gap: str
    word: str
    key: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The words that begin with some letters.

    `words` says of the most frequent how often each way of writing them occurs, `kinds`
    how many different words there are.
    """

    words: dict[Written, float]
    kinds: int


class Lexicon(Protocol):
    """Words that can be looked up by their first letters."""

    @property
    def weight(self) -> float:
        """What one place counts."""

    @property
    def size(self) -> int:
        """How many places there are."""

    @property
    def kinds(self) -> int:
        """How many different words there are."""

    def beginning(self, prefix: str) -> Glance:
        """Return the words whose keys begin with `prefix`."""


class SegmentLexicon:
    """The words of a segment."""

    #: Of so many words that begin alike, the most frequent, all ways of writing are looked up.
    WORDS = 32
    #: In so many places of each.
    PLACES = 4

    def __init__(self, source: SegmentSource) -> None:
        self.weight = source.weight
        self._segment = source.segment
        self._units = source.units
        self.size = len(source.segment.suffixes)
        self.kinds = len(source.segment.starts) - 1
        self.beginning = lru_cache(maxsize=512)(self._beginning)
        self._ways = lru_cache(maxsize=1 << 14)(self._written)

    def _beginning(self, prefix: str) -> Glance:
        starts = self._segment.starts
        numbers = self._segment.numbers_from(prefix)
        best: Sequence[int] = numbers
        if len(numbers) > self.WORDS:
            best = nlargest(self.WORDS, numbers, key=lambda number: starts[number + 1] - starts[number])
        found: dict[Written, float] = {}
        for number in best:
            for written, count in self._ways(number).items():
                found[written] = found.get(written, 0.0) + count
        return Glance(found, len(numbers))

    def _written(self, number: int) -> dict[Written, float]:
        segment = self._segment
        key = segment.key(number)
        if key in BOUNDARIES or not key:
            return {}
        interval = suffixes.Interval(segment.starts[number], segment.starts[number + 1], 1)
        places = suffixes.places(segment, interval, self.PLACES)
        return {
            written: interval.size * count / len(places)
            for written, count in Counter(split(self._units[place]) for place in places).items()
        }


class RunningLexicon:
    """The words of one paragraph."""

    def __init__(self, source: RunningSource, units: Sequence[Unit]) -> None:
        self.weight = source.weight
        self.size = len(units)
        self._words = Counter(split(unit) for unit in units if unit.text)
        self.kinds = len({written.key for written in self._words})

    def beginning(self, prefix: str) -> Glance:
        """Return the words whose keys begin with `prefix`."""
        found = {each: float(count) for each, count in self._words.items() if each.key.startswith(prefix)}
        return Glance(found, len({each.key for each in found}))


def split(unit: Unit) -> Written:
    """Part the word of a unit from the gap before it."""
    text = unit.text
    start = next((index for index, character in enumerate(text) if character.isalnum()), len(text))
    return Written(text[:start], text[start:], unit.keys[-1])
