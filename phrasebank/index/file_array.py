"""An array that stays in its file until parts of it are asked for."""

import os
from typing import BinaryIO, Literal, Protocol

Code = Literal["B", "H", "I", "L"]  #: as in `array`


class Sliced(Protocol):
    """What parts can be taken of: a view of memory, or an array in a file."""

    def __len__(self) -> int:
        """Return the number of items."""

    def __getitem__(self, part: slice, /) -> memoryview:
        """Return the items of a part, without a step."""


class FileArray:
    """Numbers in a file, read each time. Unlike mapped pages they don't count as memory in use.

    Parameters
    ----------
    file
        Held open as long as the array is.
    start
        The byte it begins at.
    length
        The number of items.
    code
        What they are.
    """

    def __init__(self, file: BinaryIO, start: int, length: int, code: Code) -> None:
        self._file, self._start, self._length, self._code = file, start, length, code
        self._width = memoryview(bytes(8)).cast(code).itemsize

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, part: slice) -> memoryview:
        start, stop, _ = part.indices(self._length)
        size = max(stop - start, 0) * self._width
        data = os.pread(self._file.fileno(), size, self._start + start * self._width)
        return memoryview(data).cast(self._code) if data else memoryview(b"")
