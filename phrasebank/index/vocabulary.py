"""Strings in one array, and look-ups in those that are sorted."""

from bisect import bisect_left
from functools import cached_property

from phrasebank.index.digest import decode, encode

_STEP = 64  # of the strings so many apart, a copy is kept for the first steps of a search


class Strings:
    """Strings end to end in one array of UTF-8, and where each of them ends."""

    def __init__(self, characters: memoryview, ends: memoryview) -> None:
        self._characters, self._ends = characters, ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> str:
        return decode(self._encoded(number))

    def _encoded(self, number: int) -> bytes:
        start = self._ends[number - 1] if number else 0
        return bytes(self._characters[start : self._ends[number]])


class Vocabulary(Strings):
    """Strings in the order of their UTF-8, each a number by its place."""

    def number(self, key: str) -> int | None:
        """Return the number of `key`, None if it is not here."""
        wanted = encode(key)
        number = self._first_from(wanted)
        return number if number < len(self) and self._encoded(number) == wanted else None

    def numbers_from(self, prefix: str) -> range:
        """Return the numbers of the strings that begin with `prefix`."""
        first = encode(prefix)
        return range(self._first_from(first), self._first_from(first + b"\xff"))

    @cached_property
    def _signposts(self) -> list[bytes]:
        return [self._encoded(number) for number in range(0, len(self), _STEP)]

    def _first_from(self, wanted: bytes) -> int:
        post = bisect_left(self._signposts, wanted)
        low, high = max(post - 1, 0) * _STEP, min(post * _STEP, len(self))
        return bisect_left(range(len(self)), wanted, low, high, key=self._encoded)
