"""Similar passages: found by a text's rarest words, judged by all of its words.

The suffix array is the inverted index too: the places of all words that begin alike are
one interval of it, and so are those of two words in a row.
"""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from heapq import nlargest
from itertools import pairwise

from phrasebank.index import suffixes
from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.index.likeness import STEM, Profile, likeness, profile, stem
from phrasebank.index.segment import Segment
from phrasebank.index.suffixes import Interval
from phrasebank.index.tokens import BOUNDARIES
from phrasebank.register.content_words import COUNTRY
from phrasebank.statement import Precedent
from phrasebank.text.span import Span

_CANDIDATES = 32  # passages that are judged by all their words
_POSTINGS = 4000  # places looked at to find them, in all segments together

#: Chosen as the numbers of `likeness` are.
_STEEPNESS = 1.5  # exponent of a word's rarity: what is said matters more than how
_PRIOR = 40  # passages that what is known from all collections counts for in each
_SMALL = 1.5  # what a word tells at most that tells little

#: Stems that tell little: the small words, and the two countries, which every other sentence names.
_LITTLE = frozenset(map(stem, FUNCTION_WORDS | COUNTRY))


@dataclass(frozen=True, slots=True)
class Similar:
    """A passage that is like a text.

    `score` is `likeness`; `matched` are the characters, in the passage's text, of the
    words in common.
    """

    score: float
    precedent: Precedent
    _text: Profile
    _segment: Segment
    _passage: int

    @property
    def matched(self) -> tuple[Span, ...]:
        """The characters, in the passage's text, of the words in common."""
        return tuple(_matched(self._text, self._segment, self._passage))


class Passages:
    """The passages of several segments of one language, searched as one.

    Each segment has its own idea of which words tell something: what its statements are all
    about tells nothing among them, however rare it is elsewhere. So the precedents found in
    one collection do not change when another is added.
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self._total = sum(segment.passage_count for segment in self.segments)
        self._weight = lru_cache(maxsize=1 << 16)(self._rarity)
        self._local = lru_cache(maxsize=1 << 16)(self._rarity_in)
        self._profile = lru_cache(maxsize=1 << 12)(self._profile_of)

    def similar(self, keys: Iterable[str], limit: int = 3) -> tuple[Similar, ...]:
        """Return the passages most like a text, the best first, of those about equal the newest.

        Parameters
        ----------
        keys
            The keys of the text's words; boundaries among them don't count.
        limit
            How many passages at most. Headings are never among them.
        """
        wanted = [key for key in keys if key not in BOUNDARIES]
        candidates = self._candidates(wanted)
        segments = {segment for segment, _ in candidates}
        texts = {segment: profile(wanted, partial(self._local, segment)) for segment in segments}
        found = [
            (likeness(texts[segment], self._profile(segment, passage)), segment, passage)
            for segment, passage in candidates
        ]
        best = nlargest(limit, found, key=lambda each: (round(each[0], 2), each[1].date_of(each[2]), each[0]))
        return tuple(
            Similar(score, segment.precedent(passage), texts[segment], segment, passage)
            for score, segment, passage in best
        )

    def _candidates(self, keys: Sequence[str]) -> list[tuple[Segment, int]]:
        """Return the passages that share most of a text's rarest words, for their length."""
        found: list[tuple[float, Segment, int]] = []
        for segment in self.segments:
            evidence = self._evidence(keys, segment)
            for passage in nlargest(4 * _CANDIDATES, evidence, key=evidence.__getitem__):
                if not segment.is_heading(passage):
                    length = len(segment.tokens_of(passage))
                    found.append((evidence[passage] / math.sqrt(5 + length), segment, passage))
        best = nlargest(_CANDIDATES, found, key=lambda each: each[0])
        return [(segment, passage) for _, segment, passage in best]

    def _evidence(self, keys: Sequence[str], segment: Segment) -> dict[int, float]:
        """Return what speaks for each passage that has some of a text's rarest words."""
        budget = _POSTINGS // len(self.segments)
        weights: defaultdict[int, float] = defaultdict(float)
        for interval, weight in sorted(self._features(keys, segment), key=lambda each: each[0].size):
            places = suffixes.places(segment, interval, budget)
            for after in set(map(partial(bisect_right, segment.firsts), places)):
                weights[after - 1] += weight
            budget -= len(places)
            if budget <= 0:
                break
        return weights

    def _features(self, keys: Sequence[str], segment: Segment) -> Iterator[tuple[Interval, float]]:
        """Yield where each word stands, and where two frequent ones stand in a row."""
        frequent: set[str] = set()
        for each in {stem(key) for key in keys}:
            interval = stem_interval(segment, each)
            if interval.size:
                yield interval, self._weight(each)
            if interval.size > _POSTINGS // 10:
                frequent.add(each)
        for pair in set(pairwise(keys)):
            if frequent.issuperset(map(stem, pair)):
                interval = suffixes.find(segment, pair)
                if interval.size:
                    yield interval, sum(self._weight(stem(key)) for key in pair)

    def _profile_of(self, segment: Segment, passage: int) -> Profile:
        return profile(segment.keys_of(passage), partial(self._local, segment))

    def _rarity(self, word: str) -> float:
        """Return what a word tells: its inverse frequency (Spärck Jones, 1972), the rare ones' raised.

        Some tell little, however rare they are.
        """
        return _telling(word, self._frequency(word))

    def _rarity_in(self, segment: Segment, word: str) -> float:
        """Return what a word tells in a collection: what they all say there tells nothing.

        Other collections count as far as this one is too small to tell.
        """
        count = stem_interval(segment, word).size + 0.5 + _PRIOR * self._frequency(word)
        return _telling(word, count / (segment.passage_count + _PRIOR))

    def _frequency(self, word: str) -> float:
        count = sum(stem_interval(segment, word).size for segment in self.segments)
        return (count + 0.5) / (self._total or 1)


def _telling(word: str, frequency: float) -> float:
    rarity: float = math.log(1 + 1 / frequency) ** _STEEPNESS
    return min(rarity, _SMALL) if word in _LITTLE else rarity


def stem_interval(segment: Segment, word: str) -> Interval:
    """Return where the words with a certain stem stand; short words are their own stem."""
    if len(word) < STEM:
        return suffixes.find(segment, [word])
    return suffixes.among(segment, suffixes.everything(segment), segment.numbers_from(word))


def _matched(text: Profile, segment: Segment, passage: int) -> Iterator[Span]:
    places = segment.tokens_of(passage)
    for place, span in zip(places, segment.spans(places), strict=True):
        if stem(segment.key(segment.words[place])) in text.stems:
            yield span
