"""The blocks of Markdown text, read by markdown-it (CommonMark, and tables).

The parser knows the lines of a block but not the columns. Its rules know them while they
run, so each rule that makes a leaf is wrapped by one that notes where its lines begin and end.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    code,
    fence,
    heading,
    html_block,
    lheading,
    list_block,
    paragraph,
    reference,
    table,
)
from markdown_it.token import Token

from phrasebank.text.block import MASK, Block, BlockKind
from phrasebank.text.inline import masked, note_inline
from phrasebank.text.span import Span

_Rule = Callable[[StateBlock, int, int, bool], bool]
_Lines = Sequence[Span]


def markdown_blocks(source: str) -> Iterator[Block]:
    """Yield the leaf blocks of `source`; front matter is not known here."""
    text = source.replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")  # offsets stay
    if not text.endswith("\n"):
        text += "\n"  # without it the parser may read beyond the end
    env: dict[str, Any] = {"definitions": []}
    tokens: list[Token] = []
    parser = _parser()
    parser.block.parse(text, parser, env, tokens)
    references = env.get("references", {})
    leaves = _Leaves(source, lambda prose: masked(prose, parser, references))
    found = [
        *leaves.of(tokens),
        *(leaves.opaque(BlockKind.DEFINITION, lines) for lines in env["definitions"]),
    ]
    found.sort(key=lambda block: block.span)
    yield from found


class _Leaves:
    """Makes blocks of the parser's tokens."""

    def __init__(self, source: str, masked: Callable[[str], str]) -> None:
        self.source = source
        self.masked = masked

    def of(self, tokens: Sequence[Token]) -> Iterator[Block]:
        containers: list[BlockKind] = []
        for token in tokens:
            kind = _CONTAINERS.get(token.type)
            if kind is not None:
                if token.nesting > 0:
                    containers.append(kind)
                else:
                    containers.pop()
            elif "lines" in token.meta:
                yield from self.leaf(token, containers)

    def leaf(self, token: Token, containers: Sequence[BlockKind]) -> Iterator[Block]:
        lines: _Lines = token.meta["lines"]
        match token.type:
            case "paragraph_open":
                kind = containers[-1] if containers else BlockKind.PARAGRAPH
                yield self.prose(kind, containers.count(kind), lines)
            case "heading_open":
                inner = self.heading(lines[0], token.markup) if token.markup[0] == "#" else lines[:-1]
                yield self.prose(BlockKind.HEADING, int(token.tag[1:]), inner)
            case "table_open":
                for line in (lines[0], *lines[2:]):
                    for cell in self.cells(line):
                        yield self.prose(BlockKind.TABLE, 0, [cell])
            case "html_block":
                yield self.opaque(BlockKind.HTML, lines)
            case _:
                yield self.opaque(BlockKind.CODE, lines)

    def prose(self, kind: BlockKind, level: int, lines: _Lines) -> Block:
        span = self.span(lines)
        pieces = [self.source[lines[0].start : min(lines[0].end, span.end)]]
        for before, line in pairwise(lines):
            between = self.source[before.end : line.start]
            pieces.append("".join(mark if mark in "\r\n" else " " for mark in between))
            pieces.append(self.source[line.start : min(line.end, span.end)])
        return Block(kind, level, span, self.masked("".join(pieces)))

    def opaque(self, kind: BlockKind, lines: _Lines) -> Block:
        span = self.span(lines)
        return Block(kind, 0, span, MASK * (span.end - span.start))

    def span(self, lines: _Lines) -> Span:
        start, end = lines[0].start, lines[-1].end
        if end > start and self.source[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def heading(self, line: Span, hashes: str) -> _Lines:
        """Return the content of a heading's line, without the marks before and after it."""
        content = self.source[line.start + len(hashes) : line.end].lstrip(" \t")
        start = line.end - len(content)
        closed = content.rstrip()
        bare = closed.rstrip("#")
        if bare != closed and (not bare or bare[-1] in " \t"):
            return [Span(start, start + len(bare.rstrip()))]
        return [Span(start, line.end)]

    def cells(self, line: Span) -> Iterator[Span]:
        """Yield the cells of a table's row that have something in them."""
        start = line.start
        escaped = False
        for offset in range(line.start, line.end + 1):
            character = self.source[offset] if offset < line.end else "|"
            if character == "|" and not escaped:
                content = self.source[start:offset]
                if content.strip():
                    yield Span(start + len(content) - len(content.lstrip()), start + len(content.rstrip()))
                start = offset + 1
            escaped = character == "\\" and not escaped


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 2 * _DEEPEST}).enable("table")
    for name, (rule, interrupts) in _RULES.items():
        wrapped = partial(_noting if name not in _NESTING else _nesting, rule)
        parser.block.ruler.at(name, wrapped, {"alt": interrupts})
    note_inline(parser)
    return parser


def _noting(rule: _Rule, state: StateBlock, first: int, end: int, silent: bool) -> bool:
    before = len(state.tokens)
    matched = rule(state, first, end, silent)
    if matched and not silent:
        lines = [
            Span(state.bMarks[line] + state.tShift[line], state.eMarks[line])
            for line in range(first, state.line)
        ]
        if len(state.tokens) > before:
            state.tokens[before].meta["lines"] = lines
        else:
            state.env["definitions"].append(lines)
    return matched


def _nesting(rule: _Rule, state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Begin a list or a quotation unless it is in too many others; its mark is text then."""
    return state.level < _DEEPEST and rule(state, first, end, silent)


#: Deeper the parser skips the rest of the document.
_DEEPEST = 20
_NESTING = {"list", "blockquote"}
_RULES: dict[str, tuple[_Rule, list[str]]] = {
    "table": (table, ["paragraph", "reference"]),
    "code": (code, []),
    "fence": (fence, ["paragraph", "reference", "blockquote", "list"]),
    "blockquote": (blockquote, ["paragraph", "reference", "blockquote", "list"]),
    "list": (list_block, ["paragraph", "reference", "blockquote"]),
    "reference": (reference, []),
    "html_block": (html_block, ["paragraph", "reference", "blockquote"]),
    "heading": (heading, ["paragraph", "reference", "blockquote"]),
    "lheading": (lheading, []),
    "paragraph": (paragraph, []),
}

_CONTAINERS = {
    "list_item_open": BlockKind.ITEM,
    "list_item_close": BlockKind.ITEM,
    "blockquote_open": BlockKind.QUOTATION,
    "blockquote_close": BlockKind.QUOTATION,
}
