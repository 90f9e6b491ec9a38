"""A document as blocks, Markdown or plain text, and what one edit makes of them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from phrasebank.text.block import MASK, MASK_JOIN, Block, BlockKind
from phrasebank.text.front_matter import front_matter
from phrasebank.text.plain import plain_blocks
from phrasebank.text.span import Span

__all__ = ["MASK", "MASK_JOIN", "Block", "BlockKind", "blocks", "front_matter", "reblock"]

Blocks = tuple[Block, ...]


def blocks(source: str, *, markdown: bool = True) -> Blocks:
    """Return the blocks of a document in order.

    Plain text has front matter and paragraphs, parted by blank lines. Nothing is refused:
    Markdown that the parser fails on is read as plain text.
    """
    matter = front_matter(source)
    if matter is None:
        return tuple(_body(source, Span(0, len(source)), markdown=markdown))
    return (_front(matter), *_body(source, Span(matter.end, len(source)), markdown=markdown))


def reblock(previous: Blocks, source: str, span: Span, new: str, *, markdown: bool = True) -> Blocks:
    """Return ``blocks(source)``, knowing the blocks of the text before one edit.

    What is read anew lies between two places that begin a block outside every list and
    quotation after a blank line, before the edit and after it: nothing above such a place
    depends on what is below its first line, and nothing below on what is above, but for link
    definitions and for code or HTML that is not closed. With those, everything is read anew.

    Parameters
    ----------
    previous
        The blocks before the edit.
    source
        The whole text after it.
    span, new
        The characters of the text before that the edit replaced, and by what.
    """
    moved = len(new) - (span.end - span.start)
    matter = front_matter(source)
    top = matter.end if matter else 0
    old_top = previous[0].span.end if previous and previous[0].kind is BlockKind.FRONT_MATTER else 0
    if matter and 0 < old_top == top - moved and span.end <= old_top:
        return (_front(matter), *_shifted(previous[1:], moved))
    if old_top == top <= span.start and not _defines(previous):
        first, start = _restart(previous, source, top, span.start)
        last, end = _rejoin(previous, source, top, span.end, moved)
        read = tuple(_body(source, Span(start, end), markdown=markdown))
        if not _defines(read) and not (end < len(source) and read and read[-1].kind in _OPEN_ENDED):
            return (*previous[:first], *read, *_shifted(previous[last:], moved))
    return blocks(source, markdown=markdown)


_OPEN_ENDED = frozenset({BlockKind.CODE, BlockKind.HTML})


def _front(matter: Span) -> Block:
    return Block(BlockKind.FRONT_MATTER, 0, matter, MASK * matter.end)


def _body(source: str, part: Span, *, markdown: bool) -> Iterator[Block]:
    text = source[part.start : part.end]
    return _shifted(_read_markdown(text) if markdown else plain_blocks(text), part.start)


def _read_markdown(text: str) -> Iterable[Block]:
    from phrasebank.text.markdown import markdown_blocks  # noqa: PLC0415, the parser loads slowly

    try:
        return list(markdown_blocks(text))
    except Exception:  # the parser has read beyond its lines before; its faults must cost no one the draft
        return plain_blocks(text)


def _shifted(blocks: Iterable[Block], distance: int) -> Iterator[Block]:
    if not distance:
        return iter(blocks)
    return (
        Block(kind, level, Span(start + distance, end + distance), text)
        for kind, level, (start, end), text in blocks
    )


def _defines(blocks: Blocks) -> bool:
    return any(block.kind is BlockKind.DEFINITION for block in blocks)


def _restart(previous: Blocks, source: str, top: int, edit: int) -> tuple[int, int]:
    """Return the last block whose first line is above the edit at which reading can begin, and where."""
    index = bisect_left(previous, edit, key=lambda block: block.span.start)
    while index > 0:
        index -= 1
        block = previous[index]
        start = _beginning(block, block.span.start, source, top)
        if start is not None and _holds_break(source, block.span.start, edit):
            return index, start
    return (1 if top else 0), top


def _rejoin(previous: Blocks, source: str, top: int, edit: int, moved: int) -> tuple[int, int]:
    """Return the first block below the edit at which reading can end, and where that is now.

    `edit` is where the edit ended in the text before it, `moved` how far what follows has moved.
    """
    first = bisect_left(previous, edit, key=lambda block: block.span.start)
    for index in range(first, len(previous)):
        block = previous[index]
        start = _beginning(block, block.span.start + moved, source, top)
        if start is not None and start > edit + moved:
            return index, start
    return len(previous), len(source)


def _beginning(block: Block, content: int, source: str, top: int) -> int | None:
    """Return where the line of `block` begins if it is in no list or quotation and follows a blank line.

    `content` is where the block's content begins in `source`, `top` where the document's body does.
    """
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
        return None
    start = content
    if block.kind is BlockKind.HEADING:
        while start > top and source[start - 1] in "# \t":
            start -= 1
        if source[start : start + 1] in {" ", "\t"}:
            return None
    return start if start == top or _after_blank(source, start, top) else None


def _after_blank(source: str, start: int, top: int) -> bool:
    if source[start - 1] not in "\r\n":
        return False
    above = start - (2 if source[start - 2 : start] == "\r\n" else 1)
    while above > top and source[above - 1] in " \t":
        above -= 1
    return above <= top or source[above - 1] in "\r\n"


def _holds_break(source: str, start: int, end: int) -> bool:
    return source.find("\n", start, end) >= 0 or source.find("\r", start, end) >= 0
