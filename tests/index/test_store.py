"""An index file is what was written, or is refused."""

import json
import struct
import sys
import zlib
from array import array
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from phrasebank.index import store
from phrasebank.index.file_array import FileArray
from phrasebank.index.store import StoreError, packed, unpack

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

SEARCHED: dict[str, "ReadableBuffer"] = {"words": array("I", range(1000)), "none": array("H")}
QUOTED: dict[str, "ReadableBuffer"] = {"text": "Déjà vu".encode(), "spans": array("H", range(50))}


def test_arrays_come_back() -> None:
    read = unpack(memoryview(packed({"note": "é"}, SEARCHED, QUOTED)))
    assert read.about == {"note": "é"}
    assert read.searched["words"].tolist() == list(range(1000))
    assert len(read.searched["none"]) == 0
    assert bytes(read.quoted["text"][3:6]) == "Déjà vu".encode()[3:6]


def test_what_is_quoted_is_read_from_the_file(tmp_path: Path) -> None:
    content = packed({}, SEARCHED, QUOTED)
    path = tmp_path / "file"
    path.write_bytes(content)
    with path.open("rb") as file:
        read = unpack(memoryview(content), file)
        spans = read.quoted["spans"]
        assert isinstance(spans, FileArray)
        assert len(spans) == 50
        assert [*spans[3:6]] == [3, 4, 5]
        assert [*spans[48:99]] == [48, 49]
        assert [*spans[9:9]] == []


@pytest.mark.parametrize("kept", [0, 3, 15, 40, 200, 4000, -1])
def test_a_file_cut_short_is_refused(kept: int) -> None:
    whole = packed({}, SEARCHED, QUOTED)
    with pytest.raises(StoreError):
        unpack(memoryview(whole[:kept]))


def test_any_changed_byte_that_matters_is_seen_in_a_small_file() -> None:
    whole = packed({}, SEARCHED, QUOTED)
    seen = 0
    for index in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[index] ^= 0x40
        try:
            read = unpack(memoryview(changed))
        except StoreError:
            seen += 1
        else:  # it was in the space between two arrays
            assert read.searched["words"].tolist() == list(range(1000))
            assert bytes(read.quoted["text"][:]) == "Déjà vu".encode()
    assert seen > len(whole) / 7 - 5


def test_a_large_file_half_zeroed_is_refused() -> None:
    whole = bytearray(packed({}, {"words": array("I", range(3_000_000))}, {}))
    whole[len(whole) // 2 :] = bytes(len(whole) - len(whole) // 2)
    with pytest.raises(StoreError):
        unpack(memoryview(whole))


def test_another_format_or_byte_order_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = packed({}, SEARCHED, QUOTED)
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
