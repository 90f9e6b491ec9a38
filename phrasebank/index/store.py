"""Named arrays one after the other: the format of an index file.

What is searched is mapped; what is only quoted is read piece by piece, so that a large
index does not fill the memory with texts. No Python object is made for a word.

A file is written for the machine that reads it (it is a cache), so numbers are in native
order; one from a machine of the other order is refused like one of another format.
"""

import json
import struct
import sys
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from phrasebank.index.file_array import FileArray, Sliced

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

#: Raised whenever what is stored, or what it means, changes.
FORMAT = 2

_MAGIC = b"PRECDNT\n"
_PREFIX = struct.Struct("<8sII")  # magic, length of the header, its checksum
_ALIGNMENT = 8
_WHOLE = 4 << 20  # up to this many bytes an array's checksum covers all of them
_BLOCK, _BLOCKS = 4096, 64


class StoreError(ValueError):
    """What was read is no index, not whole, damaged, or of another format."""


@dataclass(frozen=True, slots=True)
class Store:
    """An opened index file: `about` is its description; the rest is as it was packed."""

    about: Mapping[str, Any]
    searched: Mapping[str, memoryview]
    quoted: Mapping[str, Sliced]


def unpack(buffer: memoryview, file: BinaryIO | None = None) -> Store:
    """Read an index file.

    Parameters
    ----------
    buffer
        All of its bytes.
    file
        The file itself if what is quoted is to be read from there when asked for.

    Large arrays are checked by samples: a cut or zeroed file is found, at a cost that does
    not grow with its length.

    Raises
    ------
    StoreError
        If it is not exactly what `pack` wrote for this version and machine.
    """
    if len(buffer) < _PREFIX.size:
        raise StoreError("too short")
    magic, length, checksum = _PREFIX.unpack_from(buffer)
    if magic != _MAGIC:
        raise StoreError("not an index")
    header = bytes(buffer[_PREFIX.size : _PREFIX.size + length])
    if len(header) != length or zlib.crc32(header) != checksum:
        raise StoreError("damaged header")
    fields = json.loads(header)
    form = (fields.get("format"), fields.get("order"))
    if form != (FORMAT, sys.byteorder):
        raise StoreError(f"another format, {form}")
    searched: dict[str, memoryview] = {}
    quoted: dict[str, Sliced] = {}
    position = _aligned(_PREFIX.size + length)
    checksum = 0
    for name, code, size, is_quoted in fields["arrays"]:
        piece = buffer[position : position + size]
        if len(piece) != size:
            raise StoreError("cut short")
        checksum = _checksum(piece, checksum)
        view = piece.cast(code) if size else memoryview(b"")
        if not is_quoted:
            searched[name] = view
        elif file is None:
            quoted[name] = view
        else:
            quoted[name] = FileArray(file, position, len(view), code)
        position = _aligned(position + size)
    if checksum != fields["checksum"] or position != len(buffer):
        raise StoreError("damaged")
    return Store(fields["about"], searched, quoted)


def pack(
    about: Mapping[str, Any],
    searched: Mapping[str, "ReadableBuffer"],
    quoted: Mapping[str, "ReadableBuffer"],
) -> Iterator[bytes | memoryview]:
    """Yield an index file piece by piece.

    Parameters
    ----------
    about
        A description that JSON can hold.
    searched, quoted
        Anything with a buffer of unsigned numbers: bytes, `array.array`, NumPy arrays. No
        two have one name. Of what is quoted, nothing but slices can be had back.
    """
    views = {name: memoryview(array) for name, array in {**searched, **quoted}.items()}
    flat = {name: view.cast("B") if view else memoryview(b"") for name, view in views.items()}
    checksum = 0
    for view in flat.values():
        checksum = _checksum(view, checksum)
    header = json.dumps(
        {
            "format": FORMAT,
            "order": sys.byteorder,
            "checksum": checksum,
            "arrays": [(name, views[name].format, len(view), name in quoted) for name, view in flat.items()],
            "about": about,
        }
    ).encode()
    yield _PREFIX.pack(_MAGIC, len(header), zlib.crc32(header))
    yield header
    yield _padding(_PREFIX.size + len(header))
    for view in flat.values():
        yield view
        yield _padding(len(view))


def packed(
    about: Mapping[str, Any],
    searched: Mapping[str, "ReadableBuffer"],
    quoted: Mapping[str, "ReadableBuffer"],
) -> bytes:
    """Return an index file as one value."""
    return b"".join(pack(about, searched, quoted))


def _checksum(data: memoryview, start: int) -> int:
    if len(data) <= _WHOLE:
        return zlib.crc32(data, start)
    step = (len(data) - _BLOCK) // (_BLOCKS - 1)
    for index in range(_BLOCKS):
        start = zlib.crc32(data[index * step : index * step + _BLOCK], start)
    return zlib.crc32(data[-_BLOCK:], start)


def _aligned(position: int) -> int:
    return -(-position // _ALIGNMENT) * _ALIGNMENT


def _padding(length: int) -> bytes:
    return bytes(_aligned(length) - length)
