"""What the index keeps of one text, in a few flat arrays: cheap to make, to send and to join."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final, NamedTuple

from phrasebank.index.tokens import GAP, HEADING, PARAGRAPH, SENTENCE, STATEMENT
from phrasebank.statement import Metadata, Passage, Section, Statement
from phrasebank.text.damage import damages
from phrasebank.text.span import Span
from phrasebank.text.words import Word, words

#: Offsets inside a passage are 16-bit; what a "sentence" has beyond is not indexed.
LONGEST: Final = 0xFFFF


class Record(NamedTuple):
    """What is stored of a passage beside its first token, as 32-bit numbers.

    `start` and `end` are characters of the statement's source, `text` and `text_end` are
    bytes of the texts kept. A heading is a passage too; its paragraph is `NO_PARAGRAPH`, which
    is -1 in a `Passage`.
    """

    statement: int
    section: int
    paragraph: int
    start: int
    end: int
    text: int
    text_end: int


NO_PARAGRAPH: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Digest:
    """One text made ready for the index.

    Attributes
    ----------
    metadata, file
        For citing it.
    texts, source_length
        The source in UTF-8, so many bytes long, and then the passages that read otherwise
        than the source does there.
    keys, words
        The distinct keys in order of appearance, and each token as a number of these.
    spans
        Start and end of each token in its passage's text, alternating; 0, 0 for a boundary.
    firsts, records
        First token and `Record` of each passage, the records' fields one after the other,
        counted from this text's own beginnings.
    headings
        The heading of each section.
    damaged
        Where the passages lie that were left out because words in them are broken.
    """

    metadata: Metadata
    file: str
    texts: bytearray
    source_length: int
    keys: defaultdict[str, int] = field(default_factory=lambda: defaultdict(count().__next__))
    words: "array[int]" = field(default_factory=lambda: array("I"))
    spans: "array[int]" = field(default_factory=lambda: array("H"))
    firsts: "array[int]" = field(default_factory=lambda: array("I"))
    records: "array[int]" = field(default_factory=lambda: array("I"))
    headings: list[str] = field(default_factory=list)
    damaged: list[Span] = field(default_factory=list)

    @classmethod
    def of(cls, metadata: Metadata, source: str, file: str = "") -> "Digest":
        """Return the digest of a text of which nothing is known yet."""
        encoded = bytearray(encode(source))
        return cls(metadata, file, encoded, len(encoded))

    def passage(self, boundary: str, text_words: Iterable[Word], record: Record) -> None:
        """Add a passage and its words, after the boundary that parts it from what stands before."""
        self.firsts.append(len(self.words))
        self.records.extend(record)
        if len(self.firsts) == 1:
            self._boundary(STATEMENT)
        self._boundary(boundary)
        kept = [word for word in text_words if word.end <= LONGEST]
        self.words.extend([self.keys[key] for _, _, key in kept])
        self.spans.extend([offset for start, end, _ in kept for offset in (start, end)])

    def close(self) -> None:
        """Mark the end, beyond which nothing continues."""
        if self.firsts:
            self._boundary(STATEMENT)

    def text(self, text: str, place: Span) -> Span:
        """Return the bytes of `texts` that read `text`: those of `place` if they do, else added ones."""
        encoded = encode(text)
        if self.texts[place.start : place.end] == encoded:
            return place
        start = len(self.texts)
        self.texts.extend(encoded)
        return Span(start, start + len(encoded))

    def _boundary(self, key: str) -> None:
        self.words.append(self.keys[key])
        self.spans.extend((0, 0))


def digest(statement: Statement, file: str = "") -> Digest:
    """Make the statement read from `file` ready for the index, all but passages with broken words."""
    result = Digest.of(statement.metadata, statement.source, file)
    bytes_of = _ByteSpans(statement.source)
    for number, section in enumerate(statement.sections):
        result.headings.append(section.heading)
        before: Passage | None = None
        for passage in _passages(section):
            if damages(passage.text):
                result.damaged.append(passage.span)
            else:
                text = result.text(passage.text, bytes_of(passage.span))
                record = Record(0, number, passage.paragraph & NO_PARAGRAPH, *passage.span, *text)
                damaged = bool(result.damaged) and before is not None and result.damaged[-1] == before.span
                result.passage(_boundary(before, passage, damaged), words(passage.text), record)
            before = passage
    result.close()
    return result


def _boundary(before: Passage | None, passage: Passage, damaged: bool) -> str:
    if passage.paragraph < 0:
        return HEADING
    if before is None or before.paragraph != passage.paragraph:
        return PARAGRAPH
    return GAP if damaged else SENTENCE


def _passages(section: Section) -> Iterator[Passage]:
    """Yield the heading as a passage of its own, then those under it."""
    if section.heading_span is not None:
        yield Passage(section.heading, section.heading_span, -1)
    yield from section.passages


class _ByteSpans:
    """Turns characters into UTF-8 bytes, fastest for spans asked for in order."""

    def __init__(self, source: str) -> None:
        self.source, self.ascii = source, source.isascii()
        self.character = self.byte = 0

    def __call__(self, span: Span) -> Span:
        return Span(self._byte(span.start), self._byte(span.end))

    def _byte(self, character: int) -> int:
        if self.ascii:
            return character
        if character < self.character:
            self.character = self.byte = 0
        self.byte += len(encode(self.source[self.character : character]))
        self.character = character
        return self.byte


def encode(text: str) -> bytes:
    """Return `text` in UTF-8; lone surrogates, which an editor may send, survive."""
    return text.encode("utf-8", "surrogatepass")


def decode(data: bytes | memoryview) -> str:
    """Undo `encode`."""
    return str(data, "utf-8", "surrogatepass")
