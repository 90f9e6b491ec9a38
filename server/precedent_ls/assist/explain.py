"""What is known of a place in the draft, as a hover shows it.

First the card of the name that stands there, then the precedents of the sentence, each whole,
with what sets the two apart, where it comes from itself and what the other language says.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from phrasebank.bank import Phrasebank
from phrasebank.register.model import Entry
from phrasebank.statement import Metadata, Precedent
from phrasebank.text.block import MASK, BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.card import card
from precedent_ls.assist.cite import cite, escaped, source_line, trust
from precedent_ls.assist.difference import difference, markdown
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
from precedent_ls.assist.sections import sections_named
from precedent_ls.assist.short_forms import prose, short_form_at
from precedent_ls.assist.twin import official_wording
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
    own = own_statements(draft, bank)
    places = sections_named(bank, paragraph.reading.language, [word.key for word in paragraph.words])
    statements = [each.metadata for each in places if each.metadata.id not in own]
    if statements:
        labels = LABELS[draft.language]
        yield f"{labels.sections}{labels.colon}{_cited(statements, draft.language)}"


def _on_sentence(
    draft: Draft, place: Place, span: Span, bank: Phrasebank, settings: Settings
) -> Iterator[str]:
    own = own_statements(draft, bank)
    sentence = Sentence.of(place.paragraph.reading, span)
    matches = precedents(bank, sentence, settings.hover.max_precedents, own)
    exact = verbatim(bank, sentence, own)
    if exact:
        yield _exact(bank, exact, draft.language)
    clear = bool(exact) or (bool(matches) and matches[0].score >= CLEAR)
    told = {each for best in exact[:1] for each in (best, *_sources(lineage(bank, best)))}
    for match in matches:
        if not match.exact and not (clear and match.weak):
            steps = (
                () if match.weak else tuple(_untold(lineage(bank, match.precedent), match.precedent, told))
            )
            yield _precedent(bank, sentence, match, steps, draft.language)
            told.update((match.precedent, *_sources(steps)))
    phrase = None if exact else telling_phrase_at(bank, place.paragraph, span, place.within, own)
    if phrase is not None and (matches or phrase.size >= LONG or phrase.content >= CONTENT):
        yield _on_phrase(place.paragraph, phrase, draft.language)


def _sources(steps: Sequence[Match]) -> Iterator[Precedent]:
    return (step.precedent for step in steps)


def _untold(steps: Sequence[Match], precedent: Precedent, told: Collection[Precedent]) -> Iterator[Match]:
    """Yield the steps of a precedent's chain up to one from which the chain has been told."""
    for step in steps:
        if precedent in told:
            break
        yield step
        precedent = step.precedent


def _exact(bank: Phrasebank, exact: Sequence[Precedent], language: Language) -> str:
    """Return one line with all the statements, the wording, and what both languages make of it."""
    labels = LABELS[language]
    best = exact[0]
    where = "; ".join(dict.fromkeys(_placed(each, language) for each in exact))
    quoted = f"{escaped(best.passage.plain)}\n\n— {source_line(best, language)}"
    parts = [
        f"**{labels.exact.format(where)}**",
        quoted,
        *_beyond(bank, best, lineage(bank, best), language),
    ]
    return "\n\n".join(parts)


def _precedent(
    bank: Phrasebank, sentence: Sentence, match: Match, steps: Sequence[Match], language: Language
) -> str:
    labels = LABELS[language]
    alike = labels.percent.format(round(100 * match.score)) + (f" (*{labels.weak}*)" if match.weak else "")
    parts = [f"{escaped(match.text)}\n\n— {alike} · {source_line(match.precedent, language)}"]
    if match.weak:
        parts += _in_common(match, language)
    else:
        changes = markdown(difference(match.text, sentence.text))
        parts.append(f"{labels.difference} ({labels.marks}){labels.colon}{changes}")
    parts += _beyond(bank, match.precedent, steps, language)
    return "\n\n".join(parts)


def _beyond(
    bank: Phrasebank, precedent: Precedent, steps: Sequence[Match], language: Language
) -> Iterator[str]:
    """Yield what the other language says, and the `steps` that the precedent descends from."""
    labels = LABELS[language]
    wording = official_wording(bank, precedent)
    if wording is not None:
        about = (
            f"{escaped(cite(wording.metadata, language=language))} · *{trust(wording.metadata, language)}*"
        )
        yield f"{labels.other_language} ({about}){labels.colon}{escaped(wording.text)}"
    later = precedent.passage.plain
    lines = []
    for step in steps:
        source = _placed(step.precedent, language)
        score = labels.percent.format(round(100 * step.score))
        changes = markdown(difference(step.text, later))
        lines.append(f"- {source} · {score}" + ("" if step.exact else f"{labels.colon}{changes}"))
        later = step.text
    if lines:
        yield f"{labels.lineage}{labels.colon}\n\n" + "\n".join(lines)


def _placed(precedent: Precedent, language: Language) -> str:
    return escaped(cite(precedent.metadata, precedent.section, language))


def _cited(statements: Iterable[Metadata], language: Language) -> str:
    """Return some statements in one line; of very many the first."""
    found = dict.fromkeys(escaped(cite(each, language=language)) for each in statements)
    return ", ".join([*islice(found, NAMED), *["…"][: len(found) > NAMED]])


def _in_common(match: Match, language: Language) -> Iterator[str]:
    if match.shared:
        labels = LABELS[language]
        yield f"{labels.common}{labels.colon}{' … '.join(map(escaped, match.shared))}"


def _on_phrase(paragraph: Paragraph, phrase: Phrase, language: Language) -> str:
    text = " ".join(paragraph.text[phrase.span.start : phrase.span.end].replace(MASK, "").split())
    where = _cited((each.metadata for each in phrase.occurrences), language)
    return LABELS[language].occurrences.format(escaped(text), phrase.count, where)
