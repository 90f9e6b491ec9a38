"""A document as blocks, Markdown or plain text, and what one edit makes of them."""

import re
from collections.abc import Iterator

from phrasebank.text.block import MASK, MASK_JOIN, Block, BlockKind
from phrasebank.text.span import Span

__all__ = ["MASK", "MASK_JOIN", "Block", "BlockKind", "blocks", "front_matter", "reblock"]


def blocks(source: str, *, markdown: bool = True) -> tuple[Block, ...]:
    """Return the blocks of a document in order.

    Plain text has front matter and paragraphs, parted by blank lines.
    """
    return tuple(_blocks(source, markdown=markdown))


def reblock(
    previous: tuple[Block, ...], source: str, span: Span, new: str, *, markdown: bool = True
) -> tuple[Block, ...]:
    """Return ``blocks(source)``, knowing the blocks of the text before one edit.

    Parameters
    ----------
    previous
        The blocks before the edit.
    source
        The whole text after it.
    span, new
        The characters of the text before that the edit replaced, and by what.
    """
    return blocks(source, markdown=markdown)


def front_matter(source: str) -> Span | None:
    """Return the front matter of `source`, from its first ``---`` to its last.

    Front matter that is never closed, as while it is being typed, ends before the first blank line.
    """
    lines = _lines(source)
    first = next(lines)
    if source[first.start : first.end].removeprefix("\ufeff").rstrip() != "---":
        return None
    until_blank: Span | None = None
    last = first
    for line in lines:
        text = source[line.start : line.end]
        if text.rstrip() in {"---", "..."} and not text[0].isspace():
            return Span(0, line.end)
        if not text.strip():
            until_blank = until_blank or Span(0, last.end)
        elif until_blank and not _YAML.match(text):
            break
        last = line
    unclosed = until_blank or Span(0, last.end)
    second = source[first.end : unclosed.end].lstrip("\r\n")
    return unclosed if _KEY.match(second) else None


_KEY = re.compile(r"[\w.-]+[ \t]*:")
_YAML = re.compile(rf"[ \t#\]}}]|-[ \t]|{_KEY.pattern}")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")


def _lines(source: str, start: int = 0) -> Iterator[Span]:
    while True:
        line = _LINE.match(source, start)
        if line is None:
            return
        yield Span(*line.span(1))
        if line.end() == line.end(1):
            return
        start = line.end()


def _blocks(source: str, *, markdown: bool) -> Iterator[Block]:
    start = 0
    matter = front_matter(source)
    if matter is not None:
        yield Block(BlockKind.FRONT_MATTER, 0, matter, MASK * matter.end)
        start = matter.end
    yield from _body(source[start:], start, markdown=markdown)


def _body(source: str, start: int, *, markdown: bool) -> Iterator[Block]:
    """Yield the blocks of a part that stands at `start` of the document."""
    if markdown:
        from phrasebank.text.markdown import markdown_blocks  # noqa: PLC0415, the parser loads slowly

        found = markdown_blocks(source)
    else:
        found = _paragraphs(source)
    for block in found:
        yield block._replace(span=block.span.shifted(start))


def _paragraphs(source: str) -> Iterator[Block]:
    open_span: Span | None = None
    for line in _lines(source):
        text = source[line.start : line.end]
        if text.strip():
            start = open_span.start if open_span else line.start + len(text) - len(text.lstrip())
            open_span = Span(start, line.end)
        elif open_span:
            yield Block(BlockKind.PARAGRAPH, 0, open_span, source[open_span.start : open_span.end])
            open_span = None
    if open_span:
        yield Block(BlockKind.PARAGRAPH, 0, open_span, source[open_span.start : open_span.end])
