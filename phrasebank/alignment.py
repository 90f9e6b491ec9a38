"""Two texts that say the same in two languages, aligned paragraph by paragraph and sentence by sentence.

What is known of translations is enough, without a dictionary: a long sentence becomes a long
one (Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational
Linguistics 19, 1993), and names, numbers and many words come through with their beginnings
intact (Simard, Foster and Isabelle, "Using Cognates to Align Sentences in Bilingual Corpora",
TMI 1992). Each gives the probability of a bead, a run of items and what became of it; dynamic
programming finds the likeliest sequence of beads.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from heapq import nsmallest
from itertools import accumulate
from operator import or_
from typing import NamedTuple

from phrasebank.anchors import anchors, chain, corridor
from phrasebank.text.words import words


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: its sentences, or the one line of a heading; `level` is the heading's, else 0."""

    sentences: tuple[str, ...]
    level: int = 0


class Bead(NamedTuple):
    """Numbers of consecutive items on the left, and of those on the right that say the same.

    One of the two may be empty: the other side does not say it.
    """

    left: range
    right: range


class Beads(NamedTuple):
    """How two texts go together. Sentences are numbered through the whole text.

    Every item of both sides is in exactly one bead. Beads are in the order of the left side, and
    so are mostly those of the right; what was moved is not.
    """

    paragraphs: tuple[Bead, ...]
    sentences: tuple[Bead, ...]


def align_parts(left: Sequence[Part], right: Sequence[Part]) -> Beads:
    """Align two texts, whichever language is on the left."""
    stems = _Stems()
    lefts = [[stems.item(sentence, part.level) for sentence in part.sentences] for part in left]
    rights = [[stems.item(sentence, part.level) for sentence in part.sentences] for part in right]
    paragraphs = _beads([_joined(part) for part in lefts], [_joined(part) for part in rights], PARAGRAPHS)
    return Beads(tuple(paragraphs), tuple(_within(paragraphs, lefts, rights)))


Kinds = Mapping[tuple[int, int], float]

#: How often a bead of so many items on the left and on the right occurs. Gale and Church's table
#: has sentences left out a tenth as often as two made one; with theirs, a sentence left
#: out of a draft passes for one merged with its neighbor.
SENTENCES: Kinds = {
    (1, 1): 0.9,
    (1, 0): 0.02,
    (0, 1): 0.02,
    (1, 2): 0.02,
    (2, 1): 0.02,
    (2, 2): 0.005,
    (1, 3): 0.002,
    (3, 1): 0.002,
}
PARAGRAPHS: Kinds = {
    (1, 1): 0.93,
    (1, 0): 0.02,
    (0, 1): 0.02,
    (1, 2): 0.015,
    (2, 1): 0.015,
}

#: Variance of a translation's length for each character translated. Gale and Church measured 6.8;
#: sentences to which a translator adds something are better told by more.
VARIANCE = 10.0
#: No difference of lengths is worse evidence than this, in nats.
UNLIKELIEST = 6.0
#: How often a word has a cognate in a translation, and in a text that is none.
COGNATES, CHANCES = 0.35, 0.06
SHARED = math.log(COGNATES / CHANCES)
APART = math.log((1 - CHANCES) / (1 - COGNATES))
#: Nats against a heading that becomes a paragraph, or changes its level.
HEADING_LOST, LEVEL_CHANGED = 8.0, 2.0

#: Nats for one more item that the other side does not say: what is left out comes in runs.
GAP_GOES_ON = 1.5

#: How far from the anchors a bead may lie, in items; and how many states are followed at most.
SLACK, WIDTH = 4, 64


class _Item(NamedTuple):
    """What is compared of a sentence, of a paragraph or of several."""

    length: int  # characters
    stems: int  # a set of numbers, as bits
    size: int  # of `stems`
    level: int  # -1 for headings and text together


class _Stems:
    """Numbers for what words keep in translation."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def item(self, text: str, level: int) -> _Item:
        keys = {word.key for word in words(text)}
        bits = (1 << self._numbers.setdefault(stem, len(self._numbers)) for stem in map(_stem, keys) if stem)
        stems = reduce(or_, bits, 0)
        return _Item(len(text), stems, stems.bit_count(), level)


def _stem(key: str) -> str | None:
    """Return a number whole and the first four letters of a word; shorter words come through by chance."""
    if key.isalpha():
        return key[:4] if len(key) >= 4 else None
    return key if any(map(str.isdigit, key)) else None


def _joined(items: Sequence[_Item]) -> _Item:
    if len(items) == 1:
        return items[0]
    levels = {item.level for item in items}
    stems = reduce(or_, (item.stems for item in items), 0)
    level = levels.pop() if len(levels) == 1 else -1
    return _Item(sum(item.length for item in items), stems, stems.bit_count(), level)


def _within(
    paragraphs: Sequence[Bead], lefts: Sequence[Sequence[_Item]], rights: Sequence[Sequence[_Item]]
) -> Iterator[Bead]:
    """Yield the beads of the sentences inside each bead of paragraphs."""
    left_starts = list(accumulate(map(len, lefts), initial=0))
    right_starts = list(accumulate(map(len, rights), initial=0))
    for left, right in paragraphs:
        left_items = [item for number in left for item in lefts[number]]
        right_items = [item for number in right for item in rights[number]]
        if len(left_items) == 1 == len(right_items):
            beads = [Bead(range(1), range(1))]
        else:
            beads = _beads(left_items, right_items, SENTENCES)
        for bead in beads:
            yield _shifted(bead, left_starts[left.start], right_starts[right.start])


def _shifted(bead: Bead, left: int, right: int) -> Bead:
    return Bead(
        range(bead.left.start + left, bead.left.stop + left),
        range(bead.right.start + right, bead.right.stop + right),
    )


def _beads(left: Sequence[_Item], right: Sequence[_Item], kinds: Kinds) -> list[Bead]:
    """Return the likeliest beads of two sequences of items, those that were moved included."""
    points = anchors([item.stems for item in left], [item.stems for item in right])
    found = _path(left, right, kinds, corridor(chain(points), len(left), len(right), SLACK))
    runs = _unpaired(found, 0), _unpaired(found, 1)
    for i, j in points:
        if i in runs[0] and j in runs[1]:
            x, y = runs[0][i], runs[1][j]
            found = [bead for bead in found if not _lost(bead, x, y)]
            moved = left[x.start : x.stop], right[y.start : y.stop]
            free = corridor((), len(x), len(y), SLACK)
            found += [_shifted(bead, x.start, y.start) for bead in _path(*moved, kinds, free)]
            found.sort(key=lambda bead: (bead.left.start, bead.right.start))
            runs = _unpaired(found, 0), _unpaired(found, 1)
    return found


def _unpaired(beads: Sequence[Bead], side: int) -> dict[int, range]:
    """Return for each item of a side that no item says on the other the run of such items it is in."""
    numbers = sorted(number for bead in beads if not bead[1 - side] for number in bead[side])
    runs: dict[int, range] = {}
    start = 0
    for end in range(1, len(numbers) + 1):
        if end == len(numbers) or numbers[end] != numbers[end - 1] + 1:
            run = range(numbers[start], numbers[end - 1] + 1)
            runs.update(dict.fromkeys(run, run))
            start = end
    return runs


def _lost(bead: Bead, left: range, right: range) -> bool:
    return (not bead.right and bead.left.start in left) or (not bead.left and bead.right.start in right)


class _State(NamedTuple):
    """The cheapest way to use up some items of both sides: its cost in nats and its last bead’s size."""

    cost: float
    bead: tuple[int, int]


def _path(
    left: Sequence[_Item], right: Sequence[_Item], kinds: Kinds, allowed: Sequence[range]
) -> list[Bead]:
    """Return the likeliest beads in order.

    `allowed` has, for each number of items used up on both sides, how many of them may be of the left.
    """
    priors = {size: -math.log(frequency) for size, frequency in kinds.items()}
    lefts = {size: _runs(left, size) for size in {size for size, _ in kinds}}
    rights = {size: _runs(right, size) for size in {size for _, size in kinds}}
    ratio = _ratio(left, right)
    states: list[dict[int, _State]] = [{} for _ in allowed]
    states[0][0] = _State(0.0, (0, 0))
    for used in range(len(allowed) - 1):
        for i, (cost, last) in _cheapest(states[used]):
            j = used - i
            for (a, b), prior in priors.items():
                if i + a > len(left) or j + b > len(right) or i + a not in allowed[used + a + b]:
                    continue
                if a and b:
                    new = cost + prior + _unlike(lefts[a][i], rights[b][j], ratio)
                else:
                    new = cost + (GAP_GOES_ON if last == (a, b) else prior)
                reached = states[used + a + b]
                if i + a not in reached or new < reached[i + a].cost:
                    reached[i + a] = _State(new, (a, b))
    return _traced(states, len(left))


def _runs(items: Sequence[_Item], size: int) -> list[_Item]:
    return [_joined(items[start : start + size]) for start in range(len(items) - size + 1)]


def _cheapest(states: Mapping[int, _State]) -> list[tuple[int, _State]]:
    if len(states) <= WIDTH:
        return list(states.items())
    return nsmallest(WIDTH, states.items(), key=lambda state: state[1].cost)


def _traced(states: Sequence[Mapping[int, _State]], i: int) -> list[Bead]:
    found: list[Bead] = []
    used = len(states) - 1
    while used:
        a, b = states[used][i].bead
        found.append(Bead(range(i - a, i), range(used - i - b, used - i)))
        used, i = used - a - b, i - a
    return found[::-1]


def _ratio(left: Sequence[_Item], right: Sequence[_Item]) -> float:
    """Return how much longer the right language is; a text with parts left out tells it badly."""
    lengths = sum(item.length for item in left), sum(item.length for item in right)
    return min(max(lengths[1] / lengths[0], 0.75), 1.35) if all(lengths) else 1.0


def _unlike(x: _Item, y: _Item, ratio: float) -> float:
    """Return the evidence, in nats, against `y` being a translation of `x`; negative speaks for it."""
    expected = x.length * ratio
    square = (expected - y.length) ** 2 / (VARIANCE * (expected + y.length) / 2 + 1)
    lengths = min(square / 2, UNLIKELIEST)
    shared = (x.stems & y.stems).bit_count()
    apart = (x.size + y.size) / 2 - shared
    levels = 0.0 if x.level == y.level >= 0 else LEVEL_CHANGED if x.level > 0 < y.level else HEADING_LOST
    return lengths + apart * APART - shared * SHARED + levels
