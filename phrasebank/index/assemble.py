"""Digests in, the arrays of a segment out."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from phrasebank.index import metadata as metadata_json
from phrasebank.index.digest import Digest, Record, encode
from phrasebank.index.segment import Segment
from phrasebank.index.suffix_sort import suffix_array

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Arrays(NamedTuple):
    """What a `Segment` reads, by name."""

    searched: dict[str, "ReadableBuffer"]
    quoted: dict[str, "ReadableBuffer"]


def segment(digests: Sequence[Digest]) -> Segment:
    """Index some texts in memory."""
    searched, quoted = arrays(digests)
    return Segment(
        {name: memoryview(values) for name, values in searched.items()},
        {name: memoryview(values) for name, values in quoted.items()},
    )


def arrays(digests: Sequence[Digest]) -> Arrays:
    """Join digests of one language.

    Raises
    ------
    OverflowError
        If there is more than 32-bit numbers can count: 4 GiB of text.
    """
    keys = sorted({"", *(key for each in digests for key in each.keys)}, key=encode)
    numbers = {key: number for number, key in enumerate(keys)}
    words, spans = array("I"), array("H")
    firsts, records, sources = array("I"), array("I"), array("I")
    texts = bytearray()
    headings: list[str] = []
    for statement, each in enumerate(digests):
        firsts.extend(len(words) + first for first in each.firsts)
        shift = Record(statement, len(headings), 0, 0, 0, len(texts), len(texts))
        records.extend(map(int.__add__, each.records, shift * len(each.firsts)))
        sources.extend((len(texts), len(texts) + each.source_length))
        numbering = [numbers[key] for key in each.keys]
        words.extend(map(numbering.__getitem__, each.words))
        spans.extend(each.spans)
        texts += each.texts
        headings += each.headings
    counts = Counter(words)
    suffixes = suffix_array(words)
    words.append(0)
    searched = {
        "words": words,
        "suffixes": suffixes,
        "starts": array("I", accumulate((counts[number] for number in range(len(keys))), initial=0)),
        "firsts": firsts,
        "records": records,
        "sources": sources,
        **_strings("keys", "key_ends", keys),
        **_strings("headings", "heading_ends", headings),
        **_strings("files", "file_ends", [each.file for each in digests]),
        **_strings("metadata", "metadata_ends", [metadata_json.dump(each.metadata) for each in digests]),
    }
    return Arrays(searched, {"spans": spans, "texts": texts})


def _strings(name: str, ends: str, strings: Iterable[str]) -> dict[str, "ReadableBuffer"]:
    encoded = [encode(string) for string in strings]
    return {name: b"".join(encoded), ends: array("I", accumulate(map(len, encoded)))}
