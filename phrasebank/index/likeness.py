"""How alike two texts are, by their words, their order and what each word tells."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeVar

T = TypeVar("T")

#: What word order counts for, beside 1 for the words themselves. Of 0 to 1, this parted
#: the sentences of two statements that have a precedent from those that have none best.
ORDER: Final = 0.5

#: Words that share so many first letters count as one: `investigate`, `investigations`. Five
#: bring too many strangers together (`interest`, `international`), seven part relatives.
STEM: Final = 6


def stem(key: str) -> str:
    """Return what a word is compared by."""
    return key[:STEM]


@dataclass(frozen=True, slots=True)
class Profile:
    """A text's stems and pairs of stems in a row, how often each, and what they weigh together."""

    stems: Counter[str]
    pairs: Counter[tuple[str, str]]
    weights: dict[str, float]
    stems_weight: float
    pairs_weight: float


def profile(keys: Iterable[str], weight: Callable[[str], float]) -> Profile:
    """Return the profile of a text; `weight` says what a stem tells."""
    sequence = [stem(key) for key in keys]
    weights = {each: weight(each) for each in set(sequence)}
    values = [weights[each] for each in sequence]
    ends = values[0] + values[-1] if values else 0.0
    total = sum(values)
    return Profile(Counter(sequence), Counter(pairwise(sequence)), weights, total, 2 * total - ends)


def likeness(one: Profile, other: Profile) -> float:
    """Return 1 for the same words in the same order, 0 for no word in common.

    The weighted Dice coefficient of the words and that of the pairs of neighbors, in
    proportion; its square root, to spread the lower half, where precedents begin.
    """
    weights = one.weights
    stems = sum(weights[each] * count for each, count in _shared(one.stems, other.stems))
    words = _dice(stems, one.stems_weight + other.stems_weight)
    pairs_weight = one.pairs_weight + other.pairs_weight
    if not pairs_weight:
        return math.sqrt(words)
    pairs = sum(
        (weights[first] + weights[second]) * count
        for (first, second), count in _shared(one.pairs, other.pairs)
    )
    return math.sqrt((words + ORDER * _dice(pairs, pairs_weight)) / (1 + ORDER))


def _shared(one: "Counter[T]", other: "Counter[T]") -> Iterable[tuple[T, int]]:
    return ((each, min(one[each], other[each])) for each in one.keys() & other.keys())


def _dice(shared: float, total: float) -> float:
    return 2 * shared / total if total else 0.0
