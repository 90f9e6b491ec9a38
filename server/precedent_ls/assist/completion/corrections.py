"""Words that were meant: typed without their accents, or with a letter wrong, missing or too many."""

from collections.abc import Iterable
from functools import lru_cache

from phrasebank.index.segment import Segment
from phrasebank.index.tokens import BOUNDARIES
from phrasebank.text.fold import folded
from precedent_ls.assist.completion.vocabulary import Lexicon

#: Letters from which on a slip can be told from another word.
LETTERS = 4

#: Letters from which on accents are looked for.
ACCENTED = 2

#: Words that are offered.
MOST = 3


def meant(segments: Iterable[Segment], letters: str) -> list[str]:
    """Return the keys of words that `letters` may be the misspelled beginning of, the nearest first.

    The first letter is taken to be right. Distance is that of optimal string alignment (Damerau, 1964):
    one slip, two neighbors exchanged among them.
    """
    wanted = folded(letters, accents=True)
    if len(wanted) < LETTERS or not wanted.isalpha():
        return []
    from rapidfuzz import process  # noqa: PLC0415 - the first list need not wait for it
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    found: dict[str, float] = {}
    for segment in segments:
        # With a letter missing or too many, the same words begin with one letter more or fewer.
        for length in (len(wanted), len(wanted) + 1, len(wanted) - 1):
            beginnings = _beginnings(segment, wanted[0], length)
            for beginning, distance, _ in process.extract(
                wanted, beginnings.keys(), scorer=OSA.distance, score_cutoff=1, limit=MOST
            ):
                for key in beginnings[beginning]:
                    found[key] = min(distance, found.get(key, distance))
    return sorted(found, key=lambda key: (found[key], len(key), key))[:MOST]


def accented(lexicons: Iterable[Lexicon], letters: str) -> list[str]:
    """Return the beginnings of words that are `letters` but for their accents, each in the same case."""
    wanted = folded(letters, accents=True)
    if len(letters) < ACCENTED or not wanted.isalpha():
        return []
    found: dict[str, None] = {}
    for lexicon in lexicons:
        for _, word, _ in lexicon.beginning(wanted).words:
            beginning = word[: len(letters)]
            if not (beginning.isascii() and letters.isascii()) and folded(beginning, accents=True) == wanted:
                first = beginning[0].upper() if letters[0].isupper() else beginning[0].lower()
                found[first + beginning[1:]] = None
    found.pop(letters, None)
    return list(found)[:MOST]


@lru_cache(maxsize=64)
def _beginnings(segment: Segment, first: str, length: int) -> dict[str, list[str]]:
    """Return the words with a first letter by so many of their letters, the frequent ones first."""
    numbers = segment.numbers_from(first)
    starts = segment.starts
    frequent = sorted(numbers, key=lambda number: starts[number] - starts[number + 1])[:5000]
    beginnings: dict[str, list[str]] = {}
    for number in frequent:
        key = segment.key(number)
        if key not in BOUNDARIES and len(key) >= length:
            beginnings.setdefault(key[:length], []).append(key)
    return {beginning: keys[:MOST] for beginning, keys in beginnings.items()}
