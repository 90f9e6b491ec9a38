"""How alike two texts are, by their words, their order and what each word tells."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

#: What word order counts for, beside 1 for the words themselves. This and the two numbers below
#: found the right passages best for the sentences of 2023, alone and among unrelated ones
#: (``tests/benchmarks/hover.py``).
ORDER: Final = 0.25

#: What counts against a passage: the share of words that only the text has, and that only the
#: passage has. A passage may well say more than the text, for much of it may not be written yet.
TEXT_ONLY: Final = 0.65
PASSAGE_ONLY: Final = 1 - TEXT_ONLY

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


def likeness(text: Profile, passage: Profile) -> float:
    """Return 1 for the same words in the same order, 0 for no word in common.

    The weighted index of Tversky ("Features of Similarity", Psychological Review 84, 1977) of
    the words and that of the pairs of neighbors, in proportion; its square root, to spread
    the lower half, where precedents begin.
    """
    weights = text.weights
    stems = 0.0
    for each, count in text.stems.items():
        if other := passage.stems.get(each):
            stems += weights[each] * min(count, other)
    words = _tversky(stems, text.stems_weight, passage.stems_weight)
    if not stems or not text.pairs_weight + passage.pairs_weight:
        return math.sqrt(words)
    pairs = 0.0
    for pair, count in text.pairs.items():
        if other := passage.pairs.get(pair):
            pairs += (weights[pair[0]] + weights[pair[1]]) * min(count, other)
    order = _tversky(pairs, text.pairs_weight, passage.pairs_weight)
    return math.sqrt((words + ORDER * order) / (1 + ORDER))


def _tversky(shared: float, text: float, passage: float) -> float:
    total = TEXT_ONLY * text + PASSAGE_ONLY * passage
    return shared / total if total else 0.0
