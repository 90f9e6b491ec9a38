"""The register's entries that a draft names, right or nearly right."""

from collections.abc import Iterator

from phrasebank.bank import Phrasebank
from phrasebank.register.model import Entry
from phrasebank.text.span import Span
from precedent_ls.checks.named import names_in
from precedent_ls.checks.rule import Context
from precedent_ls.draft.snapshot import Draft


def entry_at(draft: Draft, bank: Phrasebank, offset: int) -> tuple[Entry, Span] | None:
    """Return the entry named at a place and its characters; of two that touch, the one that begins there."""
    paragraph = draft.paragraph_at(offset)
    if paragraph is None:
        return None
    named = names_in(paragraph.reading, context_of(draft, bank))
    touching = [fact for fact in named if fact.span.start <= offset - paragraph.start <= fact.span.end]
    fact = max(touching, key=lambda fact: fact.span.start, default=None)
    return None if fact is None else (fact.what.entry, fact.span.shifted(paragraph.start))


def mentions_of(draft: Draft, bank: Phrasebank, entry: Entry) -> Iterator[Span]:
    """Yield the characters of a draft that name an entry, in whatever form."""
    context = context_of(draft, bank)
    for paragraph in draft.paragraphs:
        for fact in names_in(paragraph.reading, context):
            if fact.what.entry.id == entry.id:
                yield fact.span.shifted(paragraph.start)


def context_of(draft: Draft, bank: Phrasebank) -> Context:
    """Return what the survey of a draft's names and acronyms has to know."""
    return Context(draft.language, draft.date, draft.date_assumed, draft.release, frozenset(), bank)
