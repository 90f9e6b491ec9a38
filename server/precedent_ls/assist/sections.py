"""Which earlier statements have a section of a certain name."""

from collections.abc import Collection

from phrasebank.bank import Phrasebank
from phrasebank.index.occurrence import Occurrence
from phrasebank.index.tokens import HEADING, PARAGRAPH
from phrasebank.statement import Precedent
from precedent_ls.draft.snapshot import Paragraph

#: Places of a heading that are looked at.
_LOOKED_AT = 64


def sections_named(
    bank: Phrasebank, heading: Paragraph, without: Collection[str] = ()
) -> tuple[Occurrence, ...]:
    """Return where a heading of exactly these words stands, the newest statement first, each once.

    Statements whose ids are in `without` are left out.
    """
    keys = [word.key for word in heading.words]
    if not keys:
        return ()
    context = bank.phrases(heading.reading.language).find([HEADING, *keys, PARAGRAPH])
    found: dict[str, Occurrence] = {}
    for occurrence in context.occurrences(_LOOKED_AT):
        if occurrence.metadata.id not in without:
            found.setdefault(occurrence.metadata.id, occurrence)
    return tuple(found.values())


def headings_named(
    bank: Phrasebank, heading: Paragraph, without: Collection[str] = ()
) -> tuple[Precedent, ...]:
    """Return the headings themselves, as passages."""
    return tuple(
        each.segment.precedent(each.segment.passage_at(each.place))
        for each in sections_named(bank, heading, without)
    )
