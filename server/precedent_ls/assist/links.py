"""Links in a draft: the ids of statements and the names of instruments, to where they can be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phrasebank.bank import Phrasebank
from phrasebank.register.model import Kind
from phrasebank.statement import Metadata
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.cite import trust
from precedent_ls.checks.finding import InRegister, InStatement
from precedent_ls.draft.snapshot import Draft, Paragraph


@dataclass(frozen=True, slots=True)
class Link:
    """Characters of the draft that lead to a page of the web, or to a place that the server knows."""

    span: Span
    target: str | InStatement | InRegister
    tooltip: str


def links(draft: Draft, bank: Phrasebank) -> tuple[Link, ...]:
    """Return the links of a draft in order.

    A statement's id leads to where the statement was published, an instrument's name to its
    register entry, which says where it was read.
    """
    found = (each for paragraph in draft.paragraphs for each in _in_paragraph(draft, bank, paragraph))
    return tuple(sorted(found, key=lambda link: link.span))


def statement_at(draft: Draft, bank: Phrasebank, offset: int) -> tuple[Metadata, Span] | None:
    """Return the statement whose id stands at a place."""
    paragraph = draft.paragraph_at(offset)
    named = _statements(bank, paragraph) if paragraph else ()
    return next((each for each in named if each[1].start <= offset <= each[1].end), None)


def _in_paragraph(draft: Draft, bank: Phrasebank, paragraph: Paragraph) -> Iterator[Link]:
    for metadata, span in _statements(bank, paragraph):
        target = metadata.source_url or InStatement(metadata.id, Span(0, 0))
        yield Link(span, target, f"{metadata.title} · {trust(metadata, draft.language)}")
    for mention in paragraph.mentions:
        entry = mention.entry
        if entry.kind in (Kind.INSTRUMENT, Kind.STATUTE) and entry.file:
            tooltip = entry.source.text or _REGISTER[draft.language]
            yield Link(mention.span.shifted(paragraph.start), InRegister(entry.id), tooltip)


_REGISTER = {Language.EN: "Register entry", Language.FR: "Entrée du registre"}

#: What an id looks like: its language is its ending.
_ID = re.compile(rf"(?<![\w.-])[\w.-]+\.(?:{'|'.join(Language)})(?![\w-])")


def _statements(bank: Phrasebank, paragraph: Paragraph) -> Iterator[tuple[Metadata, Span]]:
    matches = list(_ID.finditer(paragraph.text))
    if matches:
        known = {metadata.id: metadata for metadata in bank.statements}
        for match in matches:
            if match[0] in known:
                yield known[match[0]], Span(*match.span()).shifted(paragraph.start)
