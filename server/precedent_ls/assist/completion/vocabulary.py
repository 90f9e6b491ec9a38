"""Words by their first letters, whatever stands before them: what is left when no context is known."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple, Protocol

from phrasebank.index import suffixes
from phrasebank.index.tokens import BOUNDARIES
from phrasebank.text.fold import folded
from precedent_ls.assist.completion.counts import RunningSource, SegmentSource
from precedent_ls.assist.completion.tuning import Tuning
from precedent_ls.assist.completion.units import Unit, shown


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


#: How often each word stands somewhere.
Behind = Mapping[Written, float]


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

    def behind(self, gap: str) -> Behind:
        """Return how often each word stands behind `gap`, which is more or less than a space."""


class SegmentLexicon:
    """The words of a segment."""

    #: Of so many words that begin alike, the most frequent, all ways of writing are looked up.
    WORDS = 32
    #: In so many places of each.
    PLACES = 4
    #: Passages, evenly spread, in which it is looked what stands behind which gap.
    PASSAGES = 256

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

    def behind(self, gap: str) -> Behind:
        """Return how often each word stands behind `gap`, which is more or less than a space."""
        return self._behind.get(gap, {})

    @cached_property
    def _behind(self) -> dict[str, dict[Written, float]]:
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

    def behind(self, gap: str) -> Behind:
        """Return how often each word stands behind `gap`, which is more or less than a space."""
        return {each: float(count) for each, count in self._words.items() if each.gap == gap}


class Stocked(NamedTuple):
    """A word as it would be put in, and how often it occurs; written otherwise it is less `fitting`."""

    unit: Unit
    times: float
    fitting: float


class Stock:
    """The words of several lexicons together, as they would be put in."""

    def __init__(self, lexicons: Sequence[Lexicon], tuning: Tuning) -> None:
        self._lexicons = lexicons
        self._tuning = tuning
        self.size = sum(each.size * each.weight for each in lexicons)
        self.kinds = max((each.kinds for each in lexicons), default=0)
        self.words = lru_cache(maxsize=512)(self._words)
        self.behind = lru_cache(maxsize=64)(self._behind)

    def _words(self, gap: str, letters: str) -> tuple[tuple[Stocked, ...], int]:
        """Return the words that begin with `letters`, and how many different ones do."""
        tuning = self._tuning
        prefix = folded(letters, accents=True)
        found: list[Stocked] = []
        kinds = 0
        for lexicon in self._lexicons:
            glance = lexicon.beginning(prefix)
            kinds = max(kinds, glance.kinds)
            for written, count in glance.words.items():
                word, fit = written.word, 1.0 if written.gap == gap else tuning.loose
                if not word.startswith(letters):
                    word = _recased(word)
                    if not word.startswith(letters):
                        continue
                    fit = tuning.loose * (tuning.recased if word[0].isupper() else tuning.recased**2)
                unit = Unit(gap + word, (written.key,))
                found.append(Stocked(unit, lexicon.weight * count, lexicon.weight * count * fit))
        return tuple(found), kinds

    def _behind(self, gap: str) -> Behind:
        """Return how often each word stands behind `gap`, which is more or less than a space."""
        found: dict[Written, float] = {}
        for lexicon in self._lexicons:
            for written, count in lexicon.behind(gap).items():
                found[written] = found.get(written, 0.0) + lexicon.weight * count
        return found


def _recased(word: str) -> str:
    """Return a word with the other case of its first letter; a name in capitals stays as it is."""
    if word[:1].islower():
        return word[:1].upper() + word[1:]
    return word[:1].lower() + word[1:] if word[1:].islower() else word


@lru_cache(maxsize=1 << 14)
def split(unit: Unit) -> Written:
    """Part the word of a unit from the gap before it."""
    text = unit.text
    start = next((index for index, character in enumerate(text) if character.isalnum()), len(text))
    return Written(text[:start], text[start:], unit.keys[-1])
