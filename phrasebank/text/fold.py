"""Folding: one reading for all the ways to type the same text, with the way back.

The folding is Unicode's NFKC case folding (UAX #31) with what typography adds: every dash reads
``-``, every quotation mark ``"``, every apostrophe ``'``, every white space a space; ``œ`` and
``æ`` are spelled out. Invisible characters (soft hyphen, zero width, `MASK_JOIN`) are dropped.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from phrasebank.text.span import Span


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters came from.

    Character ``i`` of `text` stands for the source's characters ``starts[i]`` to ``ends[i]``;
    `starts` has one more entry, the source's length.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def source_span(self, start: int, end: int) -> Span:
        """Return the source characters that the folded characters ``start`` to ``end`` stand for."""
        if start >= end:
            return Span(self.starts[start], self.starts[start])
        return Span(self.starts[start], self.ends[end - 1])


def fold(text: str, *, accents: bool = False) -> Folded:
    """Fold `text`, keeping the map to its offsets; with `accents`, remove accents too."""
    if text.isascii():
        return _unmoved(text.lower().translate(_ASCII_SPACES))
    table = _TABLES[accents]
    reading = text.translate(table)
    composed = unicodedata.is_normalized("NFC", reading)
    if composed and table.moving.isdisjoint(text):
        return _unmoved(reading)
    folded = _moved(text, table)
    return folded if composed else _composed(folded)


def folded(text: str, *, accents: bool = False) -> str:
    """Return ``fold(text).text``, remembered when `text` is short."""
    return _remembered(text, accents) if len(text) <= 64 else fold(text, accents=accents).text


@lru_cache(maxsize=1 << 14)
def _remembered(text: str, accents: bool) -> str:
    return fold(text, accents=accents).text


def _unmoved(text: str) -> Folded:
    return Folded(text, range(len(text) + 1), range(1, len(text) + 1))


def _moved(text: str, table: "_Table") -> Folded:
    readings = [table[code] for code in map(ord, text)]
    starts = [offset for offset, reading in enumerate(readings) for _ in reading]
    ends = [start + 1 for start in starts]
    if table.accents:
        _cover_marks(text, readings, ends)
    starts.append(len(text))
    return Folded("".join(readings), starts, ends)


def _cover_marks(text: str, readings: Sequence[str], ends: list[int]) -> None:
    """Let a letter stand for the combining marks after it that were removed."""
    read = 0
    for offset, reading in enumerate(readings):
        read += len(reading)
        if not reading and read and unicodedata.combining(text[offset]):
            ends[read - 1] = offset + 1


def _composed(folded: Folded) -> Folded:
    """Compose each letter with the combining marks that follow it."""
    text = folded.text
    starts: list[int] = []
    ends: list[int] = []
    readings: list[str] = []
    first = 0
    while first < len(text):
        last = first + 1
        while last < len(text) and unicodedata.combining(text[last]):
            last += 1
        reading = unicodedata.normalize("NFC", text[first:last])
        readings.append(reading)
        starts += [folded.starts[first]] * len(reading)
        ends += [folded.ends[last - 1]] * len(reading)
        first = last
    starts.append(folded.starts[-1])
    return Folded("".join(readings), starts, ends)


#: What folding reads as one character, and what it does not read at all.
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
QUOTES = "“”„‟«»″"
APOSTROPHES = "‘’‚‛‹›′ʼʹ´\uff07"
_INVISIBLE = (
    *(0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF),  # soft hyphen, joiners and marks of other scripts, byte order mark
    *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)),  # zero width, direction
    *range(0xFE00, 0xFE10),  # variation selectors
)
INVISIBLE = "".join(map(chr, _INVISIBLE))
_LIGATURES = {"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"}
_ASCII_SPACES = dict.fromkeys(b"\t\n\v\f\r\x1c\x1d\x1e\x1f", " ")


class _Table(dict[int, str]):
    """The reading of each character, worked out when first met."""

    def __init__(self, *, accents: bool) -> None:
        super().__init__()
        self.accents = accents
        self.moving: set[str] = set()
        """Characters whose reading is not exactly one character."""

    def __missing__(self, code: int) -> str:
        reading = self._reading(chr(code))
        if len(reading) != 1:
            self.moving.add(chr(code))  # before another thread can find the reading
        self[code] = reading
        return reading

    def _reading(self, character: str) -> str:
        if character in INVISIBLE:
            return ""
        if character in DASHES:
            return "-"
        if character in QUOTES:
            return '"'
        if character in APOSTROPHES:
            return "'"
        if character.isspace():
            return " "
        compatible = unicodedata.normalize("NFKC", _LIGATURES.get(character, character))
        if len({part.isalnum() for part in compatible}) > 1:
            compatible = character  # ¼ is one word, and 1⁄4 would be two
        reading = unicodedata.normalize("NFC", compatible.casefold())
        return _without_accents(reading) if self.accents else reading


def _without_accents(text: str) -> str:
    letters = (part for part in unicodedata.normalize("NFD", text) if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", "".join(letters))


_TABLES = (_Table(accents=False), _Table(accents=True))
