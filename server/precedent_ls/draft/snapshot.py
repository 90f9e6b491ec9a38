"""Everything known about one version of a draft, as one immutable value.

`Source` follows the text through its edits and costs nothing until it is read;
`read_draft` makes the `Draft` that all features read. What a block says (`Reading`) does
not depend on where it stands, so an edit costs the reading of the blocks it touched and
nothing for those it merely moved.
"""

import datetime as dt
import logging
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from phrasebank.register.mentions import Matcher, Mention
from phrasebank.register.model import Country
from phrasebank.text.blocks import Block, BlockKind, blocks, reblock
from phrasebank.text.language import Language, guess_language
from phrasebank.text.sentences import sentences
from phrasebank.text.span import Span
from phrasebank.text.words import Word, words
from precedent_ls.draft.matter import Matter, read_matter
from precedent_ls.draft.text import Text

_log = logging.getLogger(__name__)

#: Blocks whose text is the draft's own wording, the commonest first: comparing costs less than hashing.
PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.QUOTATION, BlockKind.TABLE)

#: Characters. A longer block (a file pasted on one line) is no prose, and is not read.
LONGEST = 20_000


class Source:
    """The text of a document and its blocks, which are read when first asked for.

    An edit costs next to nothing, then, and what takes long can be read where it holds up nobody.
    """

    def __init__(self, text: Text, *, markdown: bool, edit: "_Edit | None" = None) -> None:
        self.text = text
        self.markdown = markdown
        self._edit = edit
        self._blocks: tuple[Block, ...] | None = None

    @classmethod
    def of(cls, text: str, *, markdown: bool) -> "Source":
        """Return a whole document."""
        return cls(Text(text), markdown=markdown)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in order."""
        if self._blocks is None:
            self._blocks = self._read(self._edit)
            self._edit = None
        return self._blocks

    @property
    def unread(self) -> int:
        """How many characters are new since the blocks were known; 0 once they are."""
        if self._blocks is not None:
            return 0
        edit = self._edit
        return len(self.text) if edit is None else max(1, edit.length)

    def edited(self, span: Span, new: str) -> "Source":
        """Return the source with the characters of `span` replaced by `new`."""
        text = self.text.edited(span.start, span.end, new)
        edit = self._edit
        if self._blocks is not None:
            edit = _Edit(self._blocks, span, len(new))
        elif edit is not None:
            edit = edit.then(span, len(new))
        return Source(text, markdown=self.markdown, edit=edit)

    def _read(self, edit: "_Edit | None") -> tuple[Block, ...]:
        source = self.text.source
        if edit is not None:
            new = source[edit.span.start : edit.span.start + edit.length]
            try:
                return reblock(edit.blocks, source, edit.span, new, markdown=self.markdown)
            except Exception:
                # The editor's text is what counts: rather all of it read again than a wrong one kept.
                _log.exception("reading an edit failed")
        return blocks(source, markdown=self.markdown)


class _Edit(NamedTuple):
    """What has become of a text whose `blocks` are known: `length` characters stand for those of `span`."""

    blocks: tuple[Block, ...]
    span: Span
    length: int

    def then(self, span: Span, length: int) -> "_Edit":
        """Return this edit and another one, of the text after it, as one."""
        behind = max(0, span.end - self.span.start - self.length)  # what the other takes behind this one
        whole = Span(min(self.span.start, span.start), self.span.end + behind)
        grown = self.length - (self.span.end - self.span.start) + length - (span.end - span.start)
        return _Edit(self.blocks, whole, whole.end - whole.start + grown)


class Reading:
    """What one block says, wherever it stands. Offsets are relative to the block.

    The parts are worked out when first asked for; asking twice costs nothing.
    """

    def __init__(self, block: Block, language: Language, matcher: Matcher) -> None:
        self.kind = block.kind
        self.level = block.level
        self.text = block.text
        self.language = language
        self.matcher = matcher

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the block."""
        return words(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the block; a heading is one."""
        return sentences(self.text, self.language)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The register entries named in the block."""
        return self.matcher.mentions(self.text, self.words, self.language)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of prose in its place: `start` is its first character in the draft."""

    start: int
    reading: Reading

    @property
    def kind(self) -> BlockKind:
        """What sort of block it is."""
        return self.reading.kind

    @property
    def level(self) -> int:
        """The heading's level, or the depth of a list item."""
        return self.reading.level

    @property
    def text(self) -> str:
        """The prose, character for character as long as the block, markup masked."""
        return self.reading.text

    @property
    def span(self) -> Span:
        """The characters of the draft that it takes."""
        return Span(self.start, self.start + len(self.text))

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words, relative to `start`."""
        return self.reading.words

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences, relative to `start`."""
        return self.reading.sentences

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Its mentions, relative to `start`."""
        return self.reading.mentions


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for a draft whose front matter does not say. `today` is passed in: reading is pure."""

    today: dt.date
    date: dt.date | None = None
    release: Country | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One version of a document.

    `date_assumed` is true when neither front matter nor settings give the date and
    today's stands in. `recognized` tells whether the file is a draft at all, so that
    findings and ghost text may come by themselves.
    """

    uri: str
    version: int | None
    source: Source
    matter: Matter
    language: Language
    date: dt.date
    date_assumed: bool
    release: Country | None
    recognized: bool
    paragraphs: tuple[Paragraph, ...]
    anew: int = field(compare=False)  #: characters of the paragraphs that the version before did not have

    @property
    def text(self) -> Text:
        """The text with its lines."""
        return self.source.text

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the prose block that `offset` touches; its end counts."""
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        if index < 0:
            return None
        paragraph = self.paragraphs[index]
        return paragraph if offset <= paragraph.span.end else None

    def heading_before(self, offset: int) -> Paragraph | None:
        """Return the heading under which `offset` stands."""
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start)
        return next(
            (each for each in reversed(self.paragraphs[:index]) if each.kind is BlockKind.HEADING),
            None,
        )


def read_draft(
    uri: str,
    version: int | None,
    source: Source,
    *,
    matcher: Matcher,
    defaults: Defaults,
    listed: bool = False,
    previous: Draft | None = None,
) -> Draft:
    """Read one version of a draft.

    Parameters
    ----------
    uri, version
        As the editor names them; `version` is None for a file read from disk.
    source
        Its text and blocks.
    matcher
        Finds the register's entries.
    defaults
        Date and release where the front matter is silent.
    listed
        Whether the workspace's settings count this file as a draft.
    previous
        The version before: what it read of unchanged blocks is kept.
    """
    matter = _matter(source, previous)
    language = matter.language or _language(source, previous)
    paragraphs, anew = _paragraphs(source, language, matcher, previous)
    return Draft(
        uri=uri,
        version=version,
        source=source,
        matter=matter,
        language=language,
        date=matter.date or defaults.date or defaults.today,
        date_assumed=matter.date is None and defaults.date is None,
        release=matter.release or defaults.release,
        recognized=listed or matter.statement is not None,
        paragraphs=paragraphs,
        anew=anew,
    )


def _matter(source: Source, previous: Draft | None) -> Matter:
    first = source.blocks[0] if source.blocks else None
    if first is None or first.kind is not BlockKind.FRONT_MATTER:
        return Matter()
    text = source.text.source[first.span.start : first.span.end]
    if previous is not None and previous.matter.span == first.span and _front_text(previous.source) == text:
        return previous.matter
    return read_matter(text, first.span.start)


def _front_text(source: Source) -> str:
    span = source.blocks[0].span
    return source.text.source[span.start : span.end]


def _language(source: Source, previous: Draft | None) -> Language:
    """Guess from the first thousand words; a long text keeps its guess while it is typed on."""
    if previous is not None and previous.matter.language is None and len(previous.text.source) > 2000:
        return previous.language
    sample = " ".join(block.text for block in source.blocks[:30] if block.kind in PROSE)
    return guess_language(sample[:6000])


def _paragraphs(
    source: Source, language: Language, matcher: Matcher, previous: Draft | None
) -> tuple[tuple[Paragraph, ...], int]:
    """Return the paragraphs, and how many characters are read anew.

    From both ends, they keep the readings they had before: an edit lies between.
    """
    prose = [block for block in source.blocks if block.kind in PROSE and len(block.text) <= LONGEST]
    old = previous.paragraphs if previous is not None else ()
    if old and (old[0].reading.language is not language or old[0].reading.matcher is not matcher):
        old = ()
    head = _alike(prose, old)
    tail = min(_alike(reversed(prose), reversed(old)), len(prose) - head, len(old) - head)
    stop = len(prose) - tail
    between = prose[head:stop]
    paragraphs = (
        *map(_placed, prose[:head], old),
        *(Paragraph(block.span.start, Reading(block, language, matcher)) for block in between),
        *map(_placed, prose[stop:], old[len(old) - tail :]),
    )
    return paragraphs, sum(len(block.text) for block in between)


def _alike(prose: Iterable[Block], old: Iterable[Paragraph]) -> int:
    """Count the blocks, from the first on, that say what the paragraphs said."""
    return sum(takewhile(bool, map(_same, prose, old)))


def _placed(block: Block, known: Paragraph) -> Paragraph:
    """Return what is known of a block in the place where it is now."""
    start = block.span.start
    return known if known.start == start else Paragraph(start, known.reading)


def _same(block: Block, paragraph: Paragraph) -> bool:
    reading = paragraph.reading
    return block.text == reading.text and block.kind is reading.kind and block.level == reading.level
