"""Look-ups in one segment: where a run of words stands, and what follows it.

The method of suffix arrays (Manber and Myers, 1993), over words: the places that share
their first words are one interval of the array, and a longer run narrows it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from phrasebank.index.segment import Segment

_END = 0  # the number after the last token


class Interval(NamedTuple):
    """The suffixes `start` to `end`, which share their first `depth` words."""

    start: int
    end: int
    depth: int

    @property
    def size(self) -> int:
        """How often the shared words occur."""
        return self.end - self.start


def everything(segment: Segment) -> Interval:
    """Return the interval of no words: all places."""
    return Interval(0, len(segment.suffixes), 0)


def among(segment: Segment, interval: Interval, numbers: range) -> Interval:
    """Return the part of `interval` whose next word is one of `numbers`."""
    if not numbers or not interval.size:
        return Interval(interval.start, interval.start, interval.depth)
    if not interval.depth:
        return Interval(segment.starts[numbers.start], segment.starts[numbers.stop], 0)
    words, suffixes, ahead = segment.words, segment.suffixes, interval.depth

    def following(place: int) -> int:
        return words[place + ahead]

    start = bisect_left(suffixes, numbers.start, interval.start, interval.end, key=following)
    end = bisect_left(suffixes, numbers.stop, start, interval.end, key=following)
    return Interval(start, end, ahead)


def extended(segment: Segment, interval: Interval, number: int | None) -> Interval:
    """Return the part of `interval` that goes on with the word of `number`; None is a word unknown here."""
    numbers = range(0) if number is None else range(number, number + 1)
    part = among(segment, interval, numbers)
    return Interval(part.start, part.end, interval.depth + 1)


def find(segment: Segment, keys: Sequence[str]) -> Interval:
    """Return the interval of the suffixes that begin with `keys`, empty if there are none."""
    interval = everything(segment)
    for key in keys:
        interval = extended(segment, interval, segment.number(key))
        if not interval.size:
            return Interval(interval.start, interval.start, len(keys))
    return interval


def places(segment: Segment, interval: Interval, limit: int) -> Sequence[int]:
    """Return where the suffixes of an interval begin, `limit` of them evenly spread if there are more."""
    if interval.size <= limit:
        return segment.suffixes[interval.start : interval.end].tolist()
    step = interval.size / limit
    return [segment.suffixes[interval.start + int(index * step)] for index in range(limit)]


def followers(segment: Segment, interval: Interval, limit: int, sample: int = 256) -> "Counter[int]":
    """Count the words that come next, by their numbers.

    Exact for intervals of up to twice `sample`; in a longer one `sample` places are
    looked at, what is frequent shows up among them, and the `limit` most frequent are
    counted exactly.
    """
    words, ahead = segment.words, interval.depth
    if interval.size <= 2 * sample:
        seen = Counter([words[place + ahead] for place in places(segment, interval, interval.size)])
        del seen[_END]
        return seen
    seen = Counter([words[place + ahead] for place in places(segment, interval, sample)])
    return Counter(
        {number: extended(segment, interval, number).size for number, _ in seen.most_common(limit)}
    )


def longest(segment: Segment, numbers: Sequence[int], start: int = 0, without: Sequence[range] = ()) -> int:
    """Return how many of `numbers` from `start` on occur as a run anywhere but at places `without`.

    The neighbors of the place where the whole would be sorted in share the most with it.
    """
    width = 16
    shared = _shared_most(segment, numbers[start : start + width], without)
    while shared == width < len(numbers) - start:
        width *= 2
        shared = _shared_most(segment, numbers[start : start + width], without)
    return shared


def _shared_most(segment: Segment, numbers: Sequence[int], without: Sequence[range]) -> int:
    wanted = list(numbers)
    words, suffixes, width = segment.words, segment.suffixes, len(wanted)

    def run(place: int) -> list[int]:
        return words[place : place + width].tolist()

    index = bisect_left(suffixes, wanted, key=run)
    around = _neighbors(suffixes, index, without)
    return max((_common(wanted, run(place)) for place in around), default=0)


def _neighbors(suffixes: Sequence[int], index: int, without: Sequence[range]) -> list[int]:
    """Return the places before and behind an index, the nearest that count."""
    sides = (range(index - 1, -1, -1), range(index, len(suffixes)))
    counted = (
        next((suffixes[each] for each in side if not any(suffixes[each] in part for part in without)), None)
        for side in sides
    )
    return [place for place in counted if place is not None]


def _common(one: Sequence[int], other: Sequence[int]) -> int:
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared
