"""Statements as values: what was published, where each sentence stands, how far to trust it."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from phrasebank.text.block import MASK, MASK_JOIN
from phrasebank.text.language import Language
from phrasebank.text.span import Span


class Trust(StrEnum):
    """How near a text is to what the ministers agreed."""

    AGREED = "agreed"  #: the official text
    COPY = "copy"  #: a publisher's copy of it
    REWRITE = "rewrite"  #: a journalist's version
    BACKGROUND = "background"  #: not a statement


@dataclass(frozen=True, slots=True)
class Repair:
    """A damaged place of the source and what the corpus has instead."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """The front matter of a statement file.

    `date` is the meeting's (or the publication's) day, or the first day of the month or
    year where only that is known; `notes` says so.
    """

    id: str
    title: str
    date: dt.date
    place: str
    hosts: tuple[str, ...]
    language: Language
    trust: Trust
    source: str
    source_url: str = ""
    twin: str | None = None
    repairs: tuple[Repair, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence or list item.

    `span` holds its characters in the statement's source, and `text` is as long: the source's own
    characters, with masks (`phrasebank.text.block.MASK`) where markup stands. `paragraph` numbers the
    paragraphs of the whole statement from 0, headings among them.
    """

    text: str
    span: Span
    paragraph: int

    @property
    def plain(self) -> str:
        """The text to show: on one line, without masks."""
        return plain(self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part; the text before the first heading has the heading ``""`` and level 0.

    `span` runs from the heading to the next one; `heading_span` holds the heading's words,
    None where there is none. A title in the text is a heading of level 1.
    """

    heading: str
    level: int
    span: Span
    passages: tuple[Passage, ...]
    heading_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One published document in one language; `source` is its whole file."""

    metadata: Metadata
    source: str
    sections: tuple[Section, ...]

    def passages(self) -> Iterator[Passage]:
        """Yield every passage in reading order."""
        for section in self.sections:
            yield from section.passages


def plain(text: str) -> str:
    """Return `text` without masks, its runs of spaces and line breaks as one space."""
    return re.sub(r"[ \t\r\n]+", " ", text.replace(MASK, "").replace(MASK_JOIN, "")).strip()


@dataclass(frozen=True, slots=True)
class Precedent:
    """A passage with all that is needed to cite it."""

    metadata: Metadata
    section: str
    passage: Passage
