"""Phrases over several segments: what follows a context, where a text repeats an earlier one.

A context is any run of keys as `tokens` makes them, boundaries among them. Segments that
know nothing of each other (the shipped statements, each folder's, the open draft's) are
asked in turn and their counts are added up.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from phrasebank.index import suffixes
from phrasebank.index.occurrence import Occurrence
from phrasebank.index.segment import Segment
from phrasebank.index.suffixes import Interval
from phrasebank.index.tokens import BOUNDARIES


@dataclass(frozen=True, slots=True)
class Follower:
    """A key that comes next, a boundary perhaps, and how often."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Context:
    """A run of keys and all places where it stands, one interval for each segment."""

    keys: tuple[str, ...]
    segments: tuple[Segment, ...]
    intervals: tuple[Interval, ...]

    @property
    def count(self) -> int:
        """How often the run occurs."""
        return sum(interval.size for interval in self.intervals)

    def count_without(self, statements: frozenset[str]) -> int:
        """Return how often the run occurs in other statements than some."""
        count = self.count
        for segment, interval in self._parts():
            for part in segment.tokens_of_statements(statements) if statements else ():
                count -= sum(place in part for place in suffixes.places(segment, interval, interval.size))
        return count

    def extended(self, key: str) -> "Context":
        """Return the run with one more key."""
        parts = (
            suffixes.extended(segment, interval, segment.number(key)) for segment, interval in self._parts()
        )
        return Context((*self.keys, key), self.segments, tuple(parts))

    def followers(self, prefix: str = "", limit: int = 8) -> tuple[Follower, ...]:
        """Return the keys that come next, the most frequent first.

        Parameters
        ----------
        prefix
            What they begin with, folded as keys are; boundaries begin with nothing else.
        limit
            How many at most. Counts are exact; what is rare in a run that occurs very
            often may be overlooked.
        """
        found: Counter[str] = Counter()
        for segment, interval in self._parts():
            part = suffixes.among(segment, interval, segment.numbers_from(prefix)) if prefix else interval
            for number, count in suffixes.followers(segment, part, 2 * limit).items():
                found[segment.key(number)] += count
        best = sorted(found, key=lambda key: (-found[key], key))[:limit]
        counted = [Follower(key, self.extended(key).count) for key in best]
        return tuple(sorted(counted, key=lambda each: (-each.count, each.key)))

    def occurrences(self, limit: int = 16) -> tuple[Occurrence, ...]:
        """Return up to `limit` places where the run stands, those in the newest statements first.

        Of very many, a few times `limit` evenly spread ones are looked at.
        """
        found = [
            Occurrence(segment, place, len(self.keys))
            for segment, interval in self._parts()
            for place in suffixes.places(segment, interval, 4 * limit)
        ]
        found.sort(key=lambda each: (-each.metadata.date.toordinal(), each.place))
        return tuple(found[:limit])

    def _parts(self) -> Iterator[tuple[Segment, Interval]]:
        return zip(self.segments, self.intervals, strict=True)


class Match(NamedTuple):
    """The tokens `start` to `end` of a text, which occur as they are in a statement."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """The segments to be asked, all of one language."""

    segments: tuple[Segment, ...]

    def find(self, keys: Sequence[str]) -> Context:
        """Return where `keys` stand as a run; of no keys, everywhere."""
        return Context(
            tuple(keys), self.segments, tuple(suffixes.find(segment, keys) for segment in self.segments)
        )

    def matches(
        self, keys: Sequence[str], least: int = 4, without: frozenset[str] = frozenset()
    ) -> tuple[Match, ...]:
        """Return the longest runs of a text that occur in a statement, each in no other (as OLMoTrace).

        Parameters
        ----------
        keys
            A text's tokens; a run may go on across the end of a sentence.
        least
            Of how many words, boundaries not counted, a run must be to be returned.
        without
            Ids of statements that don't count.
        """
        reach = [0] * len(keys)
        for segment in self.segments:
            numbers = [_UNKNOWN if number is None else number for number in map(segment.number, keys)]
            hidden = segment.tokens_of_statements(without) if without else ()
            if hidden and sum(map(len, hidden)) == len(segment.suffixes):
                continue
            for start in range(len(keys)):
                reach[start] = max(reach[start], start + suffixes.longest(segment, numbers, start, hidden))
        return tuple(_maximal(keys, reach, least))


_UNKNOWN = 0xFFFFFFFF  # the number of no key


def _maximal(keys: Sequence[str], reach: Sequence[int], least: int) -> Iterator[Match]:
    """Yield the runs that no run begun earlier contains, boundaries at their ends taken off."""
    furthest = 0
    for start, end in enumerate(reach):
        if end > furthest:
            furthest = end
            inner = [index for index in range(start, end) if keys[index] not in BOUNDARIES]
            if len(inner) >= least:
                yield Match(inner[0], inner[-1] + 1)
