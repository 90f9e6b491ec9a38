"""An index file is what was written, or is refused."""

import json
import struct
import sys
import zlib
from array import array
from typing import TYPE_CHECKING

import pytest

from phrasebank.index import store
from phrasebank.index.store import StoreError, packed, unpack

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

ARRAYS: dict[str, "ReadableBuffer"] = {
    "en/words": array("I", range(1000)),
    "en/text": "Déjà vu".encode(),
    "fr/none": array("H"),
}


def test_arrays_come_back() -> None:
    read = unpack(memoryview(packed({"note": "é"}, ARRAYS)))
    assert read.about == {"note": "é"}
    assert read.under("en")["words"].tolist() == list(range(1000))
    assert bytes(read.under("en")["text"]) == "Déjà vu".encode()
    assert len(read.under("fr")["none"]) == 0


@pytest.mark.parametrize("kept", [0, 3, 15, 40, 200, 4000, -1])
def test_a_file_cut_short_is_refused(kept: int) -> None:
    whole = packed({}, ARRAYS)
    with pytest.raises(StoreError):
        unpack(memoryview(whole[:kept]))


def test_any_changed_byte_of_a_small_file_is_seen() -> None:
    whole = packed({}, ARRAYS)
    header = struct.unpack_from("<8sII", whole)[1]
    padding = range(16 + header, -(-(16 + header) // 8) * 8)
    for index in range(0, len(whole) - 8, 7):
        if index not in padding:
            changed = bytearray(whole)
            changed[index] ^= 0x40
            with pytest.raises(StoreError):
                unpack(memoryview(changed))


def test_a_large_file_half_zeroed_is_refused() -> None:
    whole = bytearray(packed({}, {"words": array("I", range(3_000_000))}))
    whole[len(whole) // 2 :] = bytes(len(whole) - len(whole) // 2)
    with pytest.raises(StoreError):
        unpack(memoryview(whole))


def test_another_format_or_byte_order_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = packed({}, ARRAYS)
    monkeypatch.setattr(store, "FORMAT", store.FORMAT + 1)
    with pytest.raises(StoreError, match="format"):
        unpack(memoryview(whole))
    monkeypatch.undo()
    other = "big" if sys.byteorder == "little" else "little"
    monkeypatch.setattr(sys, "byteorder", other)
    with pytest.raises(StoreError):
        unpack(memoryview(whole))


def test_a_sound_header_without_our_fields_is_refused() -> None:
    header = json.dumps({"format": store.FORMAT}).encode()
    whole = struct.pack("<8sII", b"PRECDNT\n", len(header), zlib.crc32(header)) + header
    with pytest.raises(StoreError):
        unpack(memoryview(whole))
