"""What is known of a place in the draft, as a hover shows it.

First the card of the name that stands there, then the precedents of the sentence, each whole,
with what sets the two apart, where it comes from itself and what the other language says.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from phrasebank.bank import Phrasebank
from phrasebank.register.model import Entry
from phrasebank.statement import Metadata, Precedent
from phrasebank.text.block import MASK, BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.card import card
from precedent_ls.assist.cite import cite, escaped
from precedent_ls.assist.labels import LABELS
from precedent_ls.assist.phrase import Phrase, telling_phrase_at
from precedent_ls.assist.precedents import (
    Match,
    Sentence,
    lineage,
    own_statements,
    precedents,
    sentence_at,
    verbatim,
)
from precedent_ls.assist.quote import quote, quote_verbatim
from precedent_ls.assist.sections import sections_named
from precedent_ls.assist.short_forms import prose, short_form_at
from precedent_ls.draft.snapshot import Draft, Paragraph
from precedent_ls.settings import Settings

#: Likeness of the best precedent from which on weak ones beside it are only noise.
CLEAR = 0.75

#: Words from which on a phrase is worth a hover by itself, if it has not so many content words.
LONG, CONTENT = 6, 3

#: Statements that a line names at most.
NAMED = 12


@dataclass(frozen=True, slots=True)
class Explanation:
    """Markdown on some characters of the draft."""

    markdown: str
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cursor stands: `within` counts from the paragraph's beginning."""

    paragraph: Paragraph
    within: int
    sentence: Span | None


def hover(
    draft: Draft, offset: int, bank: Phrasebank, settings: Settings, found: Iterable[tuple[Entry, Span]] = ()
) -> Explanation | None:
    """Explain what stands at `offset`; None where nothing is known of it.

    Parameters
    ----------
    draft, offset
        The place.
    bank
        The register and the statements.
    settings
        How many precedents are shown.
    found
        Entries that findings at this place are about, and the findings' characters: names
        that are nearly the register's are no mentions of it.
    """
    place = place_at(draft, offset)
    if place is None:
        return None
    paragraph = place.paragraph
    name = _on_name(draft, place, bank, found)
    parts = [name.markdown] if name else []
    span = name.span if name else None
    if paragraph.kind is BlockKind.HEADING:
        parts += _on_heading(draft, paragraph, bank)
        span = span or paragraph.span
    elif place.sentence is not None:
        parts += _on_sentence(draft, place, place.sentence, bank, settings)
        span = span or place.sentence.shifted(paragraph.start)
    if not parts or span is None:
        return None
    return Explanation("\n\n---\n\n".join(parts), span)


def place_at(draft: Draft, offset: int) -> Place | None:
    """Return what stands at `offset`; None in code, comments and front matter."""
    paragraph = draft.paragraph_at(offset)
    if paragraph is None:
        return None
    within = offset - paragraph.start
    if (paragraph.text[within : within + 1] or paragraph.text[-1:]) == MASK:
        return None
    return Place(paragraph, within, sentence_at(paragraph, within))


def _on_name(
    draft: Draft, place: Place, bank: Phrasebank, found: Iterable[tuple[Entry, Span]]
) -> Explanation | None:
    """Return the card of a name, or what a short form of the draft's own stands for."""
    name = _name_at(place, found)
    if name is not None:
        return Explanation(card(name[0], bank, draft.language, draft.date), name[1])
    short_form = short_form_at(draft, bank, place.paragraph.start + place.within)
    if short_form is None:
        return None
    form, use = short_form
    expansion = next((each.expansion for each in form.definitions if each.expansion), None)
    if expansion is None:
        return None
    labels, words = LABELS[draft.language], escaped(prose(draft, expansion))
    said = f"**{escaped(form.text)}**{labels.colon}{words} · {labels.defined_here}"
    return Explanation(said, use.span)


def _name_at(place: Place, found: Iterable[tuple[Entry, Span]]) -> tuple[Entry, Span] | None:
    """Return the entry named at a place; of two names that touch, the one that begins there."""
    start, within = place.paragraph.start, place.within
    named = [(each.entry, each.span.shifted(start)) for each in place.paragraph.mentions]
    for entry, span in chain(reversed(named), found):
        if span.start <= start + within <= span.end:
            return entry, span
    return None


def _on_heading(draft: Draft, paragraph: Paragraph, bank: Phrasebank) -> Iterator[str]:
    places = sections_named(bank, paragraph, own_statements(draft, bank))
    if places:
        labels = LABELS[draft.language]
        cited = _cited((each.metadata for each in places), draft.language)
        yield f"{labels.sections}{labels.colon}{cited}"


def _on_sentence(
    draft: Draft, place: Place, span: Span, bank: Phrasebank, settings: Settings
) -> Iterator[str]:
    own = own_statements(draft, bank)
    sentence = Sentence.of(place.paragraph.reading, span)
    matches = precedents(bank, sentence, settings.hover.max_precedents, own)
    exact = verbatim(bank, sentence, own)
    told: set[Precedent] = set()
    if exact:
        steps = lineage(bank, exact[0], own)
        told.update((exact[0], *(step.precedent for step in steps)))
        yield quote_verbatim(bank, exact, steps, draft.language)
    clear = bool(exact) or (bool(matches) and matches[0].score >= CLEAR)
    for match in matches:
        if not match.exact and not (clear and match.weak):
            steps = tuple(_untold(bank, match, told, own))
            told.update((match.precedent, *(step.precedent for step in steps)))
            yield quote(bank, sentence, match, steps, draft.language)
    phrase = None if exact else telling_phrase_at(bank, place.paragraph, span, place.within, own)
    if phrase is not None and (matches or phrase.size >= LONG or phrase.content >= CONTENT):
        yield _on_phrase(place.paragraph, phrase, draft.language)


def _untold(
    bank: Phrasebank, match: Match, told: Collection[Precedent], own: frozenset[str]
) -> Iterator[Match]:
    """Yield the chain of a precedent up to where it has been told; a weak match has none to speak of."""
    if match.weak or match.precedent in told:
        return
    for step in lineage(bank, match.precedent, own):
        yield step
        if step.precedent in told:
            return


def _cited(statements: Iterable[Metadata], language: Language) -> str:
    """Return some statements in one line; of very many the first."""
    found = dict.fromkeys(escaped(cite(each, language=language)) for each in statements)
    return ", ".join([*islice(found, NAMED), *["…"][: len(found) > NAMED]])


def _on_phrase(paragraph: Paragraph, phrase: Phrase, language: Language) -> str:
    text = " ".join(paragraph.text[phrase.span.start : phrase.span.end].replace(MASK, "").split())
    where = _cited((each.metadata for each in phrase.occurrences), language)
    return LABELS[language].occurrences.format(escaped(_within_quotes(text)), phrase.count, where)


def _within_quotes(text: str) -> str:
    """Return text with the quotation marks that either language has inside others."""
    inner = text.translate(str.maketrans("“”", "‘’"))
    return re.sub(r"\s?»", "”", re.sub(r"«\s?", "“", inner))
