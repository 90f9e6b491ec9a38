"""A segment: the suffix array of some texts in one language, and all that is needed to quote them.

It is immutable and made of flat arrays, mapped from a file or held in memory. Keys are
numbered in their order, so that the words that begin alike are a range of numbers, and all
places where such a word stands are one interval of the suffix array.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import lru_cache

from phrasebank.index import metadata as metadata_json
from phrasebank.index.digest import NO_PARAGRAPH, Record, decode
from phrasebank.index.file_array import Sliced
from phrasebank.index.tokens import BOUNDARIES
from phrasebank.index.vocabulary import Strings, Vocabulary
from phrasebank.statement import Metadata, Passage, Precedent
from phrasebank.text.span import Span


class Segment:
    """The words of some texts, every place of them in the order of what follows.

    Attributes
    ----------
    words
        The number of each token's key, and a 0 (the empty key) at the end.
    suffixes
        The places of `words` in the order of the words from there on.
    starts
        For each key's number, where its interval in `suffixes` begins; one more for the end.
    firsts
        The first token of each passage.
    """

    def __init__(self, arrays: Mapping[str, memoryview], quoted: Mapping[str, Sliced]) -> None:
        self.words = arrays["words"]
        self.suffixes = arrays["suffixes"]
        self.starts = arrays["starts"]
        self.firsts = arrays["firsts"]
        self._spans = quoted["spans"]
        self._records = arrays["records"]
        self._texts = quoted["texts"]
        self._sources = arrays["sources"]
        self._vocabulary = Vocabulary(arrays["keys"], arrays["key_ends"])
        self._headings = Strings(arrays["headings"], arrays["heading_ends"])
        self._files = Strings(arrays["files"], arrays["file_ends"])
        self._metadata = Strings(arrays["metadata"], arrays["metadata_ends"])
        self.number = lru_cache(maxsize=1 << 14)(self._vocabulary.number)
        self.numbers_from = self._vocabulary.numbers_from
        self.key = lru_cache(maxsize=1 << 14)(self._vocabulary.__getitem__)
        self.metadata = lru_cache(maxsize=1 << 12)(self._read_metadata)
        self.tokens_of_statements = lru_cache(maxsize=16)(self._tokens_of_statements)
        self.precedent = lru_cache(maxsize=1 << 12)(self._precedent)

    @property
    def passage_count(self) -> int:
        """How many passages there are, headings among them."""
        return len(self.firsts)

    @property
    def statement_count(self) -> int:
        """How many texts there are."""
        return len(self._metadata)

    def passage_at(self, place: int) -> int:
        """Return the passage that the token at `place` belongs to."""
        return bisect_right(self.firsts, place) - 1

    def tokens_of(self, passage: int) -> range:
        """Return the places of a passage's tokens, the boundary before it first."""
        following = passage + 1
        end = self.firsts[following] if following < len(self.firsts) else len(self.suffixes)
        return range(self.firsts[passage], end)

    def span(self, place: int) -> Span:
        """Return the characters of one token; `spans` is faster for several."""
        return self.spans(range(place, place + 1))[0]

    def spans(self, places: range) -> list[Span]:
        """Return the characters of some tokens in their passages' texts; 0, 0 for a boundary."""
        flat = self._spans[2 * places.start : 2 * places.stop].tolist()
        return list(map(Span, flat[::2], flat[1::2]))

    def statement_of(self, passage: int) -> int:
        """Return the text that a passage belongs to."""
        return self._records[passage * _FIELDS]

    def section_of(self, passage: int) -> int:
        """Return the section that a passage belongs to, its heading too; no other text has it."""
        return self._records[passage * _FIELDS + _SECTION]

    def date_of(self, passage: int) -> dt.date:
        """Return the date of the text that a passage belongs to."""
        return self.metadata(self.statement_of(passage)).date

    def keys_of(self, passage: int) -> list[str]:
        """Return the keys of a passage's words."""
        tokens = self.tokens_of(passage)
        keys = map(self.key, self.words[tokens.start : tokens.stop])
        return [key for key in keys if key not in BOUNDARIES]

    def passages_of(self, statement: int) -> range:
        """Return the passages of a text."""
        start, end = (
            bisect_left(range(self.passage_count), each, key=self.statement_of)
            for each in (statement, statement + 1)
        )
        return range(start, end)

    def _tokens_of_statements(self, ids: frozenset[str]) -> tuple[range, ...]:
        """Return the places of the tokens of some statements; those that are not here have none."""
        found = (each for each in range(self.statement_count) if self.metadata(each).id in ids)
        passages = filter(None, map(self.passages_of, found))
        return tuple(range(self.firsts[each.start], self.tokens_of(each[-1]).stop) for each in passages)

    def passage_with(self, statement: int, character: int) -> int | None:
        """Return the passage that has a character of a text's source."""
        passages = self.passages_of(statement)
        passage = (
            passages.start
            - 1
            + bisect_right(passages, character, key=lambda each: self._records[each * _FIELDS + _START])
        )
        if passage not in passages or character > self._records[passage * _FIELDS + _START + 1]:
            return None
        return passage

    def is_heading(self, passage: int) -> bool:
        """Tell whether a passage is a heading."""
        return self._records[passage * _FIELDS + _PARAGRAPH] == NO_PARAGRAPH

    def source(self, statement: int) -> str:
        """Return the whole file that a text was read from."""
        start, end = self._sources[2 * statement : 2 * statement + 2]
        return decode(self._texts[start:end])

    def file(self, statement: int) -> str:
        """Return the name of that file; "" for a text from elsewhere."""
        return self._files[statement]

    def _precedent(self, passage: int) -> Precedent:
        """Return a passage with all that is needed to cite it."""
        record = Record(*self._records[passage * _FIELDS : (passage + 1) * _FIELDS])
        paragraph = -1 if record.paragraph == NO_PARAGRAPH else record.paragraph
        text = decode(self._texts[record.text : record.text_end])
        return Precedent(
            self.metadata(record.statement),
            self._headings[record.section],
            Passage(text, Span(record.start, record.end), paragraph),
        )

    def _read_metadata(self, statement: int) -> Metadata:
        """Return the metadata of a text."""
        return metadata_json.load(self._metadata[statement])


_FIELDS = len(Record._fields)
_SECTION = Record._fields.index("section")
_PARAGRAPH = Record._fields.index("paragraph")
_START = Record._fields.index("start")
