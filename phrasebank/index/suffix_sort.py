"""Suffix arrays: every place of a text, in the order of what follows it."""

import sys
from array import array
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

#: From this many words on NumPy and libdivsufsort are worth their loading time.
LARGE = 200_000

_FIRST = 12  # words compared in the first pass; few places share more


def suffix_array(words: "array[int]") -> "ReadableBuffer":
    """Return the places of `words` ordered by the words from there on, the shorter first.

    `words` are unsigned 32-bit numbers; so is the result, a buffer of as many.
    """
    return _with_divsufsort(words) if len(words) >= LARGE else _in_python(words)


def _with_divsufsort(words: "array[int]") -> "ReadableBuffer":
    """Sort with libdivsufsort; loads NumPy, so only ever in a process that builds."""
    import numpy as np  # noqa: PLC0415
    import pydivsufsort  # type: ignore[import-untyped]  # noqa: PLC0415

    order: ReadableBuffer = pydivsufsort.divsufsort(np.frombuffer(words, dtype=np.uint32)).astype(np.uint32)
    return order


def _in_python(words: "array[int]") -> "array[int]":
    """Sort by prefix doubling (Manber and Myers, 1993), the first 12 words in one pass.

    Slices of a big-endian copy compare as the words do, in C.
    """
    ordered = array("I", words)
    if sys.byteorder == "little":
        ordered.byteswap()
    text, size, width = ordered.tobytes(), len(words), ordered.itemsize
    slices = [text[place : place + _FIRST * width] for place in range(0, size * width, width)]
    order = sorted(range(size), key=slices.__getitem__)
    ranks, ties = [0] * size, []
    start = 0
    for _, group in groupby(order, key=slices.__getitem__):
        places = list(group)
        for place in places:
            ranks[place] = start
        if len(places) > 1:
            ties.append(start)
        start += len(places)
    ends = dict(pairwise([*sorted(set(ranks)), size])) if ties else {}
    _settle(order, ranks, [(start, ends[start]) for start in ties])
    return array("I", order)


def _settle(order: list[int], ranks: list[int], ties: list[tuple[int, int]]) -> None:
    """Order the places that share their first words by what follows these."""
    size, known = len(order), _FIRST
    while ties:
        following = [
            {place: ranks[place + known] if place + known < size else -1 for place in order[start:end]}
            for start, end in ties
        ]
        unsettled = []
        for (start, end), ahead in zip(ties, following, strict=True):
            order[start:end] = sorted(ahead, key=ahead.__getitem__)
            for _, group in groupby(range(start, end), key=lambda index: ahead[order[index]]):
                indexes = list(group)
                for index in indexes:
                    ranks[order[index]] = indexes[0]
                if len(indexes) > 1:
                    unsettled.append((indexes[0], indexes[-1] + 1))
        ties = unsettled
        known *= 2
