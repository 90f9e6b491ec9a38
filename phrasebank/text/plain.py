"""The blocks of plain text: paragraphs, parted by blank lines."""

from collections.abc import Iterator

from phrasebank.text.block import Block, BlockKind
from phrasebank.text.lines import lines
from phrasebank.text.span import Span


def plain_blocks(source: str) -> Iterator[Block]:
    """Yield the paragraphs of `source`; front matter is not known here."""
    paragraph: Span | None = None
    for line in lines(source):
        text = source[line.start : line.end]
        if text.strip():
            start = paragraph.start if paragraph else line.end - len(text.lstrip())
            paragraph = Span(start, line.end)
        elif paragraph:
            yield _block(source, paragraph)
            paragraph = None
    if paragraph:
        yield _block(source, paragraph)


def _block(source: str, span: Span) -> Block:
    return Block(BlockKind.PARAGRAPH, 0, span, source[span.start : span.end])
