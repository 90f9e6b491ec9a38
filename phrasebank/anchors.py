"""Places where two texts surely touch: items that share what stands nowhere else.

Aligners of long texts bound their search by such points first, as Melamed does ("Bitext Maps and
Alignment via Pattern Recognition", Computational Linguistics 25, 1999). An item is given here as
the set of its features, the bits of a number.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

#: Features that an item has to share with one other, and with none else, to touch it.
VOTES = 3

Point = tuple[int, int]


def anchors(left: Sequence[int], right: Sequence[int]) -> list[Point]:
    """Return the pairs of items that touch, in the order of the left side.

    Each item is in one pair at most. The pairs need not be in order on the right: some may be
    chance, and some may have been moved.
    """
    once = _once(left) & _once(right)
    places = {feature: number for number, item in enumerate(right) for feature in _bits(item & once)}
    votes = Counter(
        (number, places[feature]) for number, item in enumerate(left) for feature in _bits(item & once)
    )
    best: Counter[tuple[str, int]] = Counter()
    for (i, j), count in votes.items():
        best["left", i] = max(best["left", i], count)
        best["right", j] = max(best["right", j], count)
    return sorted(
        (i, j)
        for (i, j), count in votes.items()
        if count >= VOTES and count == best["left", i] == best["right", j]
    )


def chain(points: Sequence[Point]) -> list[Point]:
    """Return the longest run of `points` that goes forward on both sides (Schensted's algorithm)."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(points):
        length = bisect_left(ends, j)
        ends[length : length + 1] = [j]
        last[length : length + 1] = [number]
        before.append(last[length - 1] if length else -1)
    found: list[Point] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(points[number])
        number = before[number]
    return found[::-1]


def corridor(points: Sequence[Point], left: int, right: int, slack: int) -> list[range]:
    """Return where an alignment of `left` and `right` items may lead that goes by `points`.

    For each number of items used up on both sides together, the numbers of those that may be used up on the
    left: anything between two points, and `slack` items around.
    """
    ranges = [range(1)] * (left + right + 1)
    for (i, j), (next_i, next_j) in pairwise([(0, 0), *points, (left, right)]):
        for used in range(i + j, next_i + next_j + 1):
            first = max(0, used - right, i - slack, used - next_j - slack)
            last = min(left, used, next_i + slack, used - j + slack)
            ranges[used] = range(first, last + 1)
    return ranges


def _once(items: Sequence[int]) -> int:
    """Return the features that exactly one of `items` has."""
    some = several = 0
    for item in items:
        several |= some & item
        some |= item
    return some & ~several


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length()
        number ^= lowest
