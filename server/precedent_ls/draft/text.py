"""The text of one document version: lines, positions in the client's units, and edits."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import accumulate


class Encoding(StrEnum):
    """What a column of a position counts (LSP's `PositionEncodingKind`)."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    UTF_32 = "utf-32"


class Text:
    r"""An immutable text. Lines end at ``\n``, ``\r\n`` or ``\r`` and nowhere else.

    It is kept in chunks, so that an edit copies one of them and counts only there.
    """

    def __init__(self, source: str = "", *, chunks: "Sequence[_Chunk]" = ()) -> None:
        self._all = chunks = chunks or tuple(_chunks(source))
        self._offsets = list(accumulate((len(chunk.text) for chunk in chunks), initial=0))
        self._breaks = list(accumulate((len(chunk.line_starts) for chunk in chunks), initial=0))
        self._units: dict[Encoding, list[int]] = {Encoding.UTF_32: self._offsets}

    def __len__(self) -> int:
        return self._offsets[-1]

    @cached_property
    def source(self) -> str:
        """The whole text."""
        return "".join(chunk.text for chunk in self._all)

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return self._breaks[-1] + 1

    def line_start(self, line: int) -> int:
        """Return the offset of the first character of `line`; the text's length beyond the last line."""
        if line <= 0:
            return 0
        if line >= self.line_count:
            return len(self)
        chunk = bisect_left(self._breaks, line) - 1
        return self._offsets[chunk] + self._all[chunk].line_starts[line - 1 - self._breaks[chunk]]

    def line_end(self, line: int) -> int:
        """Return the offset where `line` ends, before its line break."""
        if line >= self.line_count - 1:
            return len(self)
        after = self.line_start(line + 1)
        before = self._slice(max(after - 2, 0), after)
        return after - (2 if before == "\r\n" else 1)

    def line_of(self, offset: int) -> int:
        """Return the line that holds `offset`."""
        offset = min(max(offset, 0), len(self))
        chunk = self._chunk_at(offset)
        within = bisect_right(self._all[chunk].line_starts, offset - self._offsets[chunk])
        return self._breaks[chunk] + within

    def offset(self, line: int, column: int, encoding: Encoding = Encoding.UTF_16) -> int:
        """Return the offset of a position.

        As the specification has it, a column beyond the line's length means its end; a line beyond
        the last means the end of the text, and a column within a character that character's start.
        """
        if line < 0:
            return 0
        if line >= self.line_count:
            return len(self)
        start, end = self.line_start(line), self.line_end(line)
        if column <= 0:
            return start
        return min(end, self._offset_at(self._units_before(start, encoding) + column, encoding))

    def position(self, offset: int, encoding: Encoding = Encoding.UTF_16) -> tuple[int, int]:
        """Return line and column of `offset`, which is clamped to the text and out of line breaks."""
        line = self.line_of(offset)
        start = self.line_start(line)
        offset = min(max(offset, 0), self.line_end(line))
        return line, self._units_before(offset, encoding) - self._units_before(start, encoding)

    def edited(self, start: int, end: int, new: str) -> "Text":
        """Return the text with the characters `start` to `end` replaced by `new`."""
        start = min(max(start, 0), len(self))
        end = min(max(end, start), len(self))
        first, last = self._chunk_at(start), self._chunk_at(end)
        middle = (
            self._all[first].text[: start - self._offsets[first]]
            + new
            + self._all[last].text[end - self._offsets[last] :]
        )
        if first > 0 and (len(middle) < _SIZE // 4 or middle.startswith("\n")):
            first -= 1
            middle = self._all[first].text + middle
        if last < len(self._all) - 1 and (len(middle) < _SIZE // 4 or middle.endswith("\r")):
            last += 1
            middle += self._all[last].text
        return Text(chunks=(*self._all[:first], *_chunks(middle), *self._all[last + 1 :]))

    def _chunk_at(self, offset: int) -> int:
        return min(bisect_right(self._offsets, offset), len(self._all)) - 1

    def _slice(self, start: int, end: int) -> str:
        first, last = self._chunk_at(start), self._chunk_at(end)
        joined = "".join(chunk.text for chunk in self._all[first : last + 1])
        return joined[start - self._offsets[first] : end - self._offsets[first]]

    def _cumulative(self, encoding: Encoding) -> list[int]:
        if encoding not in self._units:
            self._units[encoding] = list(
                accumulate((chunk.units(encoding) for chunk in self._all), initial=0)
            )
        return self._units[encoding]

    def _units_before(self, offset: int, encoding: Encoding) -> int:
        chunk = self._chunk_at(offset)
        before, within = self._cumulative(encoding)[chunk], offset - self._offsets[chunk]
        if self._all[chunk].is_one_to_one(encoding):
            return before + within
        return before + _MEASURES[encoding](self._all[chunk].text[:within])

    def _offset_at(self, units: int, encoding: Encoding) -> int:
        cumulative = self._cumulative(encoding)
        index = min(bisect_right(cumulative, units), len(self._all)) - 1
        text, units = self._all[index].text, units - cumulative[index]
        if self._all[index].is_one_to_one(encoding):
            return self._offsets[index] + min(units, len(text))
        measure = _MEASURES[encoding]
        after = bisect_right(range(len(text) + 1), units, key=lambda end: measure(text[:end]))
        return self._offsets[index] + after - 1


_SIZE = 4096
_BREAK = re.compile(r"\r\n|\n|\r")


class _Chunk:
    r"""Some thousand characters: never ending between ``\r`` and ``\n``."""

    __slots__ = ("_units", "line_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_starts = [match.end() for match in _BREAK.finditer(text)]
        self._units: dict[Encoding, int] = {}

    def units(self, encoding: Encoding) -> int:
        if encoding not in self._units:
            self._units[encoding] = _MEASURES[encoding](self.text)
        return self._units[encoding]

    def is_one_to_one(self, encoding: Encoding) -> bool:
        """Tell whether each character is one unit of this encoding."""
        return self.units(encoding) == len(self.text)


def _chunks(text: str) -> Iterator[_Chunk]:
    start = 0
    while True:
        end = start + _SIZE
        if text[end - 1 : end + 1] == "\r\n":
            end += 1
        if end + _SIZE // 4 >= len(text):
            yield _Chunk(text[start:])
            return
        yield _Chunk(text[start:end])
        start = end


def _utf_8(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _utf_16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


_MEASURES: dict[Encoding, Callable[[str], int]] = {
    Encoding.UTF_8: _utf_8,
    Encoding.UTF_16: _utf_16,
    Encoding.UTF_32: len,
}
