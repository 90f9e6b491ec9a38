"""Where to go from a place in the draft: to a definition, a register entry, a precedent, the twin passage."""

from collections.abc import Iterator
from dataclasses import dataclass

from phrasebank.bank import Phrasebank
from phrasebank.statement import Precedent
from phrasebank.text.block import BlockKind
from phrasebank.text.span import Span
from precedent_ls.assist.explain import Place, place_at
from precedent_ls.assist.links import statement_at
from precedent_ls.assist.names import entry_at
from precedent_ls.assist.phrase import telling_phrase_at
from precedent_ls.assist.precedents import Sentence, own_statements, precedents
from precedent_ls.assist.sections import headings_named
from precedent_ls.assist.short_forms import short_form_at
from precedent_ls.assist.twin import official_wording
from precedent_ls.checks.finding import InDraft, InRegister, InStatement, InTwin
from precedent_ls.checks.pairing import pairs
from precedent_ls.draft.snapshot import Draft, Paragraph

#: Places with exactly the draft's words that are targets at most.
_MOST = 8

Target = InDraft | InTwin | InStatement | InRegister


@dataclass(frozen=True, slots=True)
class Targets:
    """Where to go, the best first; `origin` are the characters of the draft that lead there."""

    origin: Span
    places: tuple[Target, ...]


def definition(draft: Draft, bank: Phrasebank, offset: int) -> Targets | None:
    """Return where what stands at `offset` comes from.

    A statement's id leads to that statement, a use of an acronym or a defined term to its
    definition in the draft, a name to its register entry, a heading to the sections of that
    name. Anything else leads to its precedents: every passage with the same words, or else the
    nearest one; if that is a weak one, rather to every place of the very phrase that stands
    there. None in what is no prose.
    """
    place = place_at(draft, offset)
    if place is None:
        return None
    return (
        _statement(draft, bank, offset)
        or _defined(draft, bank, offset)
        or _registered(draft, bank, offset)
        or (
            _sections(draft, bank, place) if _is_heading(place.paragraph) else _precedents(draft, bank, place)
        )
    )


def counterpart(draft: Draft, bank: Phrasebank, offset: int, twin: Draft | None = None) -> Targets | None:
    """Return what says the same in the other language: in the draft's twin, and in the precedent's."""
    place = place_at(draft, offset)
    if place is None or place.sentence is None:
        return None
    origin = place.sentence.shifted(place.paragraph.start)
    places: list[Target] = [InTwin(span) for span in _in_twin(draft, twin, origin)] if twin else []
    precedent = _counted_on(bank, place, weak=not places)
    wording = precedent and official_wording(bank, precedent)
    if wording:
        places.append(InStatement(wording.metadata.id, wording.span))
    return Targets(origin, tuple(places)) if places else None


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.kind is BlockKind.HEADING


def _statement(draft: Draft, bank: Phrasebank, offset: int) -> Targets | None:
    found = statement_at(draft, bank, offset)
    return Targets(found[1], (InStatement(found[0].id, Span(0, 0)),)) if found else None


def _defined(draft: Draft, bank: Phrasebank, offset: int) -> Targets | None:
    found = short_form_at(draft, bank, offset)
    if found is None or found[1].is_definition:
        return None
    form, use = found
    places = tuple(InDraft(each.whole) for each in form.definitions if each.whole)
    if not places and form.entry:
        return Targets(use.span, (InRegister(form.entry.id),))
    return Targets(use.span, places) if places else None


def _registered(draft: Draft, bank: Phrasebank, offset: int) -> Targets | None:
    found = entry_at(draft, bank, offset)
    if found is None:
        return None
    entry, span = found
    return Targets(span, (InRegister(entry.id),)) if entry.file else None


def _sections(draft: Draft, bank: Phrasebank, place: Place) -> Targets | None:
    found = headings_named(bank, place.paragraph, own_statements(draft, bank))
    return Targets(place.paragraph.span, tuple(map(_target, found))) if found else None


def _precedents(draft: Draft, bank: Phrasebank, place: Place) -> Targets | None:
    if place.sentence is None:
        return None
    paragraph, own = place.paragraph, own_statements(draft, bank)
    sentence = Sentence.of(paragraph.reading, place.sentence)
    matches = precedents(bank, sentence, _MOST, own)
    origin = place.sentence.shifted(paragraph.start)
    if matches and matches[0].exact:
        return Targets(origin, tuple(_target(each.precedent) for each in matches if each.exact))
    if matches and not matches[0].weak:
        return Targets(origin, (_target(matches[0].precedent),))
    # A sentence that is new may hold words that are not; they are worth more than a weak match.
    phrase = telling_phrase_at(bank, paragraph, place.sentence, place.within, own)
    if phrase is not None:
        there = (InStatement(each.metadata.id, each.source_span) for each in phrase.occurrences[:_MOST])
        return Targets(phrase.span.shifted(paragraph.start), tuple(there))
    return Targets(origin, (_target(matches[0].precedent),)) if matches else None


def _target(precedent: Precedent) -> InStatement:
    return InStatement(precedent.metadata.id, precedent.passage.span)


def _counted_on(bank: Phrasebank, place: Place, *, weak: bool) -> Precedent | None:
    """Return the passage whose translation is that of a place: its own, where the draft is a statement.

    A passage that is only loosely alike counts if `weak` matches do.
    """
    paragraph = place.paragraph
    if place.sentence is None:
        return None
    if _is_heading(paragraph):
        candidates = list(headings_named(bank, paragraph))
    else:
        sentence = Sentence.of(paragraph.reading, place.sentence)
        candidates = [each.precedent for each in precedents(bank, sentence, _MOST) if weak or not each.weak]
    return next((each for each in candidates if official_wording(bank, each)), None)


def _in_twin(draft: Draft, twin: Draft, sentence: Span) -> Iterator[Span]:
    """Yield what the twin has for a sentence of the draft: sentences that follow each other as one span."""
    for pair in pairs(draft, twin):
        for here, there in pair.sentences:
            if sentence in here and there:
                yield Span(there[0].start, there[-1].end)
