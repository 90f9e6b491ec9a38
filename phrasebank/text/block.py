"""A block of a document, as a value."""

from enum import StrEnum
from typing import NamedTuple

from phrasebank.text.span import Span

#: Stands in a block's text for a character that is not prose. It is in no word.
MASK = "\N{OBJECT REPLACEMENT CHARACTER}"

#: Stands for markup that may be inside a word (``inter**nation**al``). Folding drops it.
MASK_JOIN = "\N{WORD JOINER}"


class BlockKind(StrEnum):
    """What sort of block it is; that of the innermost list or quotation counts."""

    FRONT_MATTER = "front-matter"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    TABLE = "table"  #: one cell
    CODE = "code"
    HTML = "html"
    DEFINITION = "definition"  #: of a link: ``[label]: address``


class Block(NamedTuple):
    """A leaf of the document: no block is inside another.

    `span` runs from the first character of the content, after the markers of its first line,
    to the end of its last line, trailing spaces included. `text` is as long as that: the prose as it
    stands with its line breaks, spaces for the markers of continued lines, `MASK` or `MASK_JOIN`
    for what is not prose, a decoded character and joiners for an entity; all masked in a
    block that holds no prose.

    `level` is 1 to 6 for a heading, the depth of the list for an item, that of the quotation
    for a quotation, else 0.
    """

    kind: BlockKind
    level: int
    span: Span
    text: str
