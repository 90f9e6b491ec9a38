"""What can be folded in a draft: sections, lists, long paragraphs, front matter, comments and code."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from phrasebank.text.block import Block, BlockKind
from phrasebank.text.span import Span
from precedent_ls.assist.outline import sections_of
from precedent_ls.draft.snapshot import Draft


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines, counted from 0, that can be hidden below the first of them."""

    first: int
    last: int
    comment: bool = False


def folds(draft: Draft) -> tuple[Fold, ...]:
    """Return what can be folded, in order; where several begin in one line, the longest alone."""
    found: dict[int, Fold] = {}
    for fold in (*_sections(draft), *_blocks(draft)):
        known = found.get(fold.first)
        if fold.last > fold.first and (known is None or known.last < fold.last):
            found[fold.first] = fold
    return tuple(found[line] for line in sorted(found))


def _sections(draft: Draft) -> Iterator[Fold]:
    for section in sections_of(draft):
        yield _fold(draft, section.span)


def _blocks(draft: Draft) -> Iterator[Fold]:
    for is_item, group in groupby(draft.source.blocks, key=lambda block: block.kind is BlockKind.ITEM):
        blocks = list(group)
        if is_item:
            yield _fold(draft, Span(blocks[0].span.start, blocks[-1].span.end))
        for block in blocks:
            yield _fold(draft, block.span, comment=_is_comment(draft, block))


def _is_comment(draft: Draft, block: Block) -> bool:
    return block.kind is BlockKind.HTML and draft.text.source.startswith("<!--", block.span.start)


def _fold(draft: Draft, span: Span, *, comment: bool = False) -> Fold:
    """Return the lines of some characters, but for white space at their end."""
    text = draft.text
    part = text.source[span.start : span.end]
    end = span.start + len(part.rstrip())
    return Fold(text.line_of(span.start), text.line_of(end), comment)
