"""Statement files become statements: front matter, sections, passages, each with its place.

Only Markdown (``*.md``) is read. The shipped corpus says everything in its front matter; in a
user's folder a file may say less, or nothing: what is missing is taken from its name, its
title and its text, and only a file that has no date is left out.
"""

import datetime as dt
import os
import re
import string
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from phrasebank.files import content_of
from phrasebank.matter import DRAFT, Matter, read_date, read_matter
from phrasebank.statement import Metadata, Passage, Section, Statement, Trust, plain
from phrasebank.text.block import MASK, MASK_JOIN, Block, BlockKind
from phrasebank.text.blocks import blocks
from phrasebank.text.language import Language, guess_language
from phrasebank.text.sentences import sentences
from phrasebank.text.span import Span

PROSE = frozenset(
    {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.TABLE}
)

#: Bytes. The longest statement seen has 12,000; a book has a million.
LARGEST = 16_000_000


class StatementError(ValueError):
    """A mistake in a statement file; `key` is the front matter's, or empty."""

    def __init__(self, file: Path, key: str, message: str) -> None:
        super().__init__(f"{file}: {key}: {message}" if key else f"{file}: {message}")
        self.file = file
        self.key = key
        self.message = message


class Reading(NamedTuple):
    """What a file gave: its statement, if it can be used, and every mistake met on the way."""

    statements: tuple[Statement, ...]
    mistakes: tuple[StatementError, ...]


def shipped_statements() -> Path:
    """Return the folder of the corpus that comes with the package."""
    return Path(__file__).with_name("statements")


def statement_files(folder: Path) -> Iterator[Path]:
    """Yield every ``*.md`` under `folder` that is not hidden, in the order of their paths."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(".md") and not name.startswith("."):
                yield Path(parent, name)


def read_content(content: bytes, file: Path) -> Reading:
    """Read the bytes of a statement file; every mistake is in the answer."""
    try:
        source = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refused(file, "", f"not UTF-8 (byte {error.start})")
    return _parse(source, file)


def read_statement(file: Path) -> Statement:
    """Read one file and accept no mistake.

    Raises
    ------
    StatementError
        For the first mistake: unreadable file, text that is not UTF-8, unknown key, bad value, no date.
    """
    return _accepted(_read(file))


def parse_statement(source: str, file: Path) -> Statement:
    """Read the text of a statement and accept no mistake; `file` gives the name only.

    Raises
    ------
    StatementError
        For the first mistake.
    """
    return _accepted(_parse(source, file))


def _accepted(reading: Reading) -> Statement:
    if reading.mistakes:
        raise reading.mistakes[0]
    return reading.statements[0]


def _read(file: Path) -> Reading:
    try:
        return read_content(content_of(file, LARGEST), file)
    except OSError as error:
        return _refused(file, "", error.strerror or "unreadable")


def _refused(file: Path, key: str, message: str) -> Reading:
    return Reading((), (StatementError(file, key, message),))


def _parse(source: str, file: Path) -> Reading:
    parts = blocks(source)
    matter = _matter(source, parts)
    mistakes = tuple(StatementError(file, each.key, each.message) for each in matter.mistakes)
    metadata = _metadata(matter, file, parts)
    if metadata is None:
        missing = StatementError(file, "date", "no date, neither in the front matter nor in the file’s name")
        return Reading((), mistakes if any(each.key == "date" for each in mistakes) else (*mistakes, missing))
    if any(each.key == DRAFT for each in mistakes):
        return Reading((), mistakes)
    sections = tuple(_sections(parts, len(source), metadata.language))
    return Reading((Statement(metadata, source, sections),), mistakes)


def _matter(source: str, parts: tuple[Block, ...]) -> Matter:
    if not parts or parts[0].kind is not BlockKind.FRONT_MATTER:
        return Matter()
    lines = source[parts[0].span.start : parts[0].span.end].splitlines()[1:]
    if lines and lines[-1].rstrip() in {"---", "..."}:
        del lines[-1]
    return read_matter("\n".join(lines))


def _metadata(matter: Matter, file: Path, parts: tuple[Block, ...]) -> Metadata | None:
    date = matter.date or _date_in(file.stem)
    if date is None:
        return None
    return Metadata(
        id=matter.id or re.sub(r"[^\w.\-]+", "-", file.stem),
        title=matter.title or _title(parts) or file.stem,
        date=date,
        place=matter.place or "",
        hosts=matter.hosts or (),
        language=matter.language or _language(file.stem, parts),
        trust=matter.trust or Trust.COPY,
        source=matter.source or file.name,
        source_url=matter.source_url or "",
        twin=matter.twin,
        repairs=matter.repairs or (),
        notes=matter.notes or (),
    )


def _date_in(name: str) -> dt.date | None:
    for match in re.finditer(r"(?<!\d)\d{4}(?:-\d\d){0,2}(?!\d)", name, re.ASCII):
        with suppress(ValueError):
            return read_date(match[0])
    return None


def _title(parts: tuple[Block, ...]) -> str | None:
    headings = (part for part in parts if part.kind is BlockKind.HEADING)
    return next((plain(part.text) for part in headings if part.level == 1), None)


def _language(name: str, parts: tuple[Block, ...]) -> Language:
    suffix = name.rpartition(".")[2]
    if suffix in set(Language):
        return Language(suffix)
    return guess_language("\n".join(part.text for part in parts if part.kind in PROSE))


def _sections(parts: tuple[Block, ...], end: int, language: Language) -> Iterator[Section]:
    """Yield the sections; `end` is the source's length. Paragraphs are numbered with the headings."""
    prose = [part for part in parts if part.kind in PROSE and plain(part.text)]
    heads = [number for number, part in enumerate(prose) if part.kind is BlockKind.HEADING]
    for first, last in pairwise(sorted({0, *heads, len(prose)})):
        head, body = prose[first], range(first, last)
        heading, level, place = "", 0, None
        if head.kind is BlockKind.HEADING:
            heading, level, place = plain(head.text), head.level, _core(head.text).shifted(head.span.start)
            body = body[1:]
        passages = tuple(each for number in body for each in _passages(prose[number], number, language))
        stop = prose[last].span.start if last < len(prose) else end
        yield Section(heading, level, Span(head.span.start, stop), passages, place)


def _passages(part: Block, paragraph: int, language: Language) -> Iterator[Passage]:
    for sentence in sentences(part.text, language):
        text = part.text[sentence.start : sentence.end]
        core = _core(text)
        if core.start < core.end:
            start = part.span.start + sentence.start
            yield Passage(text[core.start : core.end], core.shifted(start), paragraph)


def _core(text: str) -> Span:
    """Return where `text` stands between the white space and the markup at its ends."""
    start = len(text) - len(text.lstrip(_OUTER))
    return Span(start, max(start, len(text.rstrip(_OUTER))))


_OUTER = string.whitespace + "\u00a0\u2007\u2009\u202f" + MASK + MASK_JOIN
