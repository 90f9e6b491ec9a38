"""The open draft as segments of its own, made anew where it changed.

A draft is cut into stretches of some thousand words. Where they are cut depends on the
paragraphs alone, so that an edit changes one stretch; the others are remembered.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, Protocol
from zlib import crc32

from phrasebank.index import assemble
from phrasebank.index.digest import NO_PARAGRAPH, Digest, Record
from phrasebank.index.segment import Segment
from phrasebank.index.tokens import HEADING, PARAGRAPH, SENTENCE
from phrasebank.statement import Metadata, Trust
from phrasebank.text.block import BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import Word

#: Whose passages come from the draft: their spans count from their paragraph's beginning.
DRAFT: Final = Metadata(
    id="draft",
    title="",
    date=dt.date.max,
    place="",
    hosts=(),
    language=Language.EN,
    trust=Trust.BACKGROUND,
    source="",
)


class Prose(Protocol):
    """A paragraph or heading that was read already. Equal means the same."""

    @property
    def kind(self) -> BlockKind:
        """What sort of block it is."""

    @property
    def text(self) -> str:
        """Its characters, markup masked."""

    @property
    def words(self) -> Sequence[Word]:
        """Its words, counted from its beginning."""

    @property
    def sentences(self) -> Sequence[Span]:
        """Its sentences, counted from its beginning."""


def live_segments(paragraphs: Iterable[Prose]) -> tuple[Segment, ...]:
    """Index the paragraphs of a draft; leave out the one being written."""
    return tuple(_segment(stretch) for stretch in _stretches(paragraphs))


def _stretches(paragraphs: Iterable[Prose]) -> Iterator[tuple[Prose, ...]]:
    stretch: list[Prose] = []
    length = 0
    for paragraph in paragraphs:
        stretch.append(paragraph)
        length += len(paragraph.text)
        # A cut after a paragraph with a certain checksum stays where it is when others change.
        if length > _MOST or (length > _LEAST and _checksum(paragraph.text) % 8 == 0):
            yield tuple(stretch)
            stretch, length = [], 0
    if stretch:
        yield tuple(stretch)


def _checksum(text: str) -> int:
    return crc32(text[:64].encode(errors="surrogatepass"))


_LEAST, _MOST = 24_000, 72_000  # characters


@lru_cache(maxsize=64)
def _segment(paragraphs: tuple[Prose, ...]) -> Segment:
    digest = Digest.of(DRAFT, "")
    digest.headings.append("")
    for number, paragraph in enumerate(paragraphs):
        _add(digest, paragraph, number)
    digest.close()
    return assemble.segment([digest])


def _add(digest: Digest, paragraph: Prose, number: int) -> None:
    heading = paragraph.kind is BlockKind.HEADING
    boundary = HEADING if heading else PARAGRAPH
    words = iter(paragraph.words)
    word = next(words, None)
    for sentence in paragraph.sentences:
        own: list[Word] = []
        while word is not None and word.start < sentence.end:
            own.append(Word(word.start - sentence.start, word.end - sentence.start, word.key))
            word = next(words, None)
        text = digest.text(paragraph.text[sentence.start : sentence.end], Span(0, 0))
        digest.passage(boundary, own, Record(0, 0, NO_PARAGRAPH if heading else number, *sentence, *text))
        boundary = SENTENCE
