"""Words by their first letters, whatever stands before them: what is left when no context is known."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple, Protocol

from phrasebank.index import suffixes
from phrasebank.index.tokens import BOUNDARIES
from precedent_ls.assist.completion.counts import RunningSource, SegmentSource
from precedent_ls.assist.completion.units import FIRST, Unit, shown, word_at


class Written(NamedTuple):
    """A word as it was written, and the gap before it."""

    gap: str
    word: str
    key: str


#: How often each word is written so.
Frequencies = Mapping[Written, float]


@dataclass(frozen=True, slots=True)
class Glance:
    """The words that begin with some letters.

    `words` says of the most frequent how often each way of writing them occurs, `types`
    how many different words there are.
    """

    words: Frequencies
    types: int


class Lexicon(Protocol):
    """Words that can be looked up by their first letters."""

    @property
    def weight(self) -> float:
        """What one place counts."""

    @property
    def size(self) -> int:
        """How many places there are."""

    @property
    def types(self) -> int:
        """How many different words there are."""

    def beginning(self, prefix: str) -> Glance:
        """Return the words whose keys begin with `prefix`."""

    def behind(self, gap: str) -> Frequencies:
        """Return how often each word stands behind `gap`; behind a single space is not looked up."""

    def is_proper(self, key: str) -> bool:
        """Tell whether a word has a capital wherever it stands inside a sentence."""


class SegmentLexicon:
    """The words of a segment.

    Parameters
    ----------
    source
        The segment.
    names
        Whether it has nothing but names.
    """

    #: Of so many words that begin alike, the most frequent, all ways of writing are looked up.
    WORDS = 32
    #: In so many places of each.
    PLACES = 4
    #: Passages, evenly spread, in which it is looked what stands behind which gap.
    PASSAGES = 256

    def __init__(self, source: SegmentSource, *, names: bool = False) -> None:
        self.weight = source.weight
        self._names = names
        self._segment = source.segment
        self._units = source.units
        self.size = len(source.segment.suffixes)
        self.types = len(source.segment.starts) - 1
        self.beginning = lru_cache(maxsize=512)(self._beginning)
        self.is_proper = lru_cache(maxsize=1 << 12)(self._read_is_proper)
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

    def prepare(self) -> None:
        """Read what stands behind marks, which no list asks for until one is typed."""
        _ = self._by_gap

    def behind(self, gap: str) -> Frequencies:
        """Return how often each word stands behind `gap`; behind a single space is not looked up."""
        return self._by_gap.get(gap, {})

    @cached_property
    def _by_gap(self) -> dict[str, dict[Written, float]]:
        found: dict[str, dict[Written, float]] = {}
        step = max(1, self._segment.passage_count // self.PASSAGES)
        for passage in range(0, self._segment.passage_count, step):
            for each in self._not_behind_spaces(passage):
                counts = found.setdefault(each.gap, {})
                counts[each] = counts.get(each, 0.0) + step
        return found

    def _not_behind_spaces(self, passage: int) -> Iterator[Written]:
        segment = self._segment
        places = segment.tokens_of(passage)
        text = segment.precedent(passage).passage.text
        for number, (before, own) in enumerate(pairwise(segment.spans(places)), places.start + 1):
            if before.end and own.end and text[before.end : own.start] != " ":
                key = segment.key(segment.words[number])
                yield split(Unit(shown(text[before.end : own.end]), (key,)))

    def _read_is_proper(self, key: str) -> bool:
        number = self._segment.number(key)
        if number is None:
            return False
        interval = suffixes.Interval(self._segment.starts[number], self._segment.starts[number + 1], 1)
        places = suffixes.places(self._segment, interval, self.PLACES)
        return self._names or _is_proper({self._units.capital(place) for place in places})

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
        self._units = units
        self._words = Counter(split(unit) for unit in units if unit.text)
        self.types = len({written.key for written in self._words})

    def beginning(self, prefix: str) -> Glance:
        """Return the words whose keys begin with `prefix`."""
        found = {each: float(count) for each, count in self._words.items() if each.key.startswith(prefix)}
        return Glance(found, len({each.key for each in found}))

    def behind(self, gap: str) -> Frequencies:
        """Return how often each word stands behind `gap`; behind a single space is not looked up."""
        return {each: float(count) for each, count in self._words.items() if each.gap == gap}

    def is_proper(self, key: str) -> bool:
        """Tell whether a word has a capital wherever it stands inside a sentence."""
        return _is_proper({unit.capital for unit in self._units[FIRST:] if unit.keys[-1] == key})


def _is_proper(capitals: Collection[bool | None]) -> bool:
    return True in capitals and False not in capitals


@lru_cache(maxsize=1 << 14)
def split(unit: Unit) -> Written:
    """Part the word of a unit from the gap before it."""
    text = unit.text
    start = word_at(text)
    return Written(text[:start], text[start:], unit.keys[-1])
