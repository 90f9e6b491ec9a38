"""Every place that names what stands under the cursor, in the draft and in the statements."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from phrasebank.bank import Phrasebank
from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.index.phrases import Phrases
from phrasebank.index.segment import Segment
from phrasebank.index.tokens import BOUNDARIES
from phrasebank.kept import kept
from phrasebank.register.model import Entry
from phrasebank.text.block import BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import Word, keys_of
from precedent_ls.assist.explain import Place, place_at
from precedent_ls.assist.names import entry_at, mentions_of
from precedent_ls.assist.phrase import is_written, telling_phrase_at
from precedent_ls.assist.precedents import own_statements
from precedent_ls.assist.sections import headings_named
from precedent_ls.assist.short_forms import ShortForm, Use, short_form_at, short_forms
from precedent_ls.checks.finding import InDraft, InRegister, InStatement
from precedent_ls.draft.snapshot import Draft

#: Places in statements that are listed, the newest first; a list of more is no help.
_MOST = 400

Target = InDraft | InStatement | InRegister


@dataclass(frozen=True, slots=True)
class References:
    """`declarations` are where a name is defined or registered, `uses` all its other places."""

    declarations: tuple[Target, ...]
    uses: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Highlight:
    """Characters of the draft that name something; `defines` where its short form is introduced."""

    span: Span
    defines: bool = False


def references(draft: Draft, bank: Phrasebank, offset: int) -> References | None:
    """Return every place of the entry, the short form, the section or the phrase at `offset`.

    The draft's places come first, then those in statements, the newest first and at most
    some hundred; the statement that the draft itself is has none. None where nothing is known.
    """
    place = place_at(draft, offset)
    if place is None:
        return None
    form, entry = _named(draft, bank, offset)
    own = own_statements(draft, bank)
    if form or entry:
        here = _in_draft(draft, bank, form, entry)
        declarations: list[Target] = [InDraft(each.span) for each in here if each.defines]
        if entry and entry.file:
            declarations.append(InRegister(entry.id))
        there = _entry_places(bank, entry.id) if entry else _short_form_places(bank, form, draft.language)
        uses = [InDraft(each.span) for each in here if not each.defines]
        return References(tuple(declarations), (*uses, *_without(there, own)))
    if place.paragraph.kind is BlockKind.HEADING:
        return _of_section(draft, bank, place, own)
    return _of_phrase(draft, bank, place, own)


def highlights(draft: Draft, bank: Phrasebank, offset: int) -> tuple[Highlight, ...]:
    """Return every place in the draft that names the entry or the short form at `offset`."""
    if place_at(draft, offset) is None:
        return ()
    return _in_draft(draft, bank, *_named(draft, bank, offset))


def _named(draft: Draft, bank: Phrasebank, offset: int) -> tuple[ShortForm | None, Entry | None]:
    """Return the short form and the entry at a place; words that a short form stands for are its own."""
    at = short_form_at(draft, bank, offset)
    if at is not None:
        return at[0], at[0].entry
    named = entry_at(draft, bank, offset)
    forms = short_forms(draft, bank)
    if named is not None:
        return next((form for form in forms if form.entry and form.entry.id == named[0].id), None), named[0]
    expanded = (form for form in forms if any(_covers(use.expansion, offset) for use in form.uses))
    return next(expanded, None), None


def _covers(span: Span | None, offset: int) -> bool:
    return span is not None and span.start <= offset <= span.end


def _in_draft(
    draft: Draft, bank: Phrasebank, form: ShortForm | None, entry: Entry | None
) -> tuple[Highlight, ...]:
    found: dict[Span, bool] = {}
    for each in short_forms(draft, bank):
        if each is form or (entry and each.entry and each.entry.id == entry.id):
            found.update((use.span, use.is_definition) for use in each.uses)
            found.update((use.expansion, False) for use in each.uses if use.expansion)
    taken = sorted(found)
    if entry:
        for span in mentions_of(draft, bank, entry):
            if not _overlaps(span, taken):
                found[span] = False
    elif form:
        for span in _written_out(draft, form.uses):
            found.setdefault(span, False)
    return tuple(Highlight(span, found[span]) for span in sorted(found))


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Tell whether one of some spans in order, which don't overlap, overlaps another."""
    before = bisect_left(taken, span.end, key=lambda each: each.start) - 1
    return before >= 0 and taken[before].end > span.start


def _written_out(draft: Draft, uses: Iterable[Use]) -> Iterator[Span]:
    """Yield where the draft has the words that a short form stands for."""
    source = draft.text.source
    for key in {keys_of(source[slice(*use.expansion)]) for use in uses if use.expansion}:
        yield from _runs(draft, key)


def _runs(draft: Draft, keys: Sequence[str]) -> Iterator[Span]:
    """Yield where the draft has some words in a row."""
    first, size = keys[0], len(keys)
    for paragraph in draft.paragraphs:
        found = paragraph.words
        for number, word in enumerate(found):
            if word.key == first and [each.key for each in found[number : number + size]] == list(keys):
                last = found[number + size - 1]
                yield Span(word.start, last.end).shifted(paragraph.start)


def _of_section(draft: Draft, bank: Phrasebank, place: Place, own: frozenset[str]) -> References | None:
    paragraph = place.paragraph
    keys = [word.key for word in paragraph.words]
    here = [
        InDraft(each.span)
        for each in draft.paragraphs
        if each.kind is BlockKind.HEADING and [word.key for word in each.words] == keys
    ]
    there = (
        InStatement(each.metadata.id, each.passage.span) for each in headings_named(bank, paragraph, own)
    )
    return References((), (*here, *there)) if keys else None


def _of_phrase(draft: Draft, bank: Phrasebank, place: Place, own: frozenset[str]) -> References | None:
    """Return where the longest phrase at a place stands; of words in no phrase, where the one word does."""
    paragraph = place.paragraph
    if place.sentence is None:
        return None
    phrase = telling_phrase_at(bank, paragraph, place.sentence, place.within, own)
    touching = [word for word in paragraph.words if word.start <= place.within <= word.end]
    if phrase is not None:
        inside = (word.key for word in paragraph.words if phrase.span.start <= word.start < phrase.span.end)
        keys = tuple(inside)
    elif touching and touching[-1].key not in FUNCTION_WORDS:
        keys = (touching[-1].key,)
    else:
        return None
    there = _occurrences(bank.phrases(paragraph.reading.language), keys)
    return References((), (*map(InDraft, _runs(draft, keys)), *_without(there, own)))


def _without(places: Iterable[InStatement], own: frozenset[str]) -> Iterator[InStatement]:
    return (each for each in places if each.statement not in own)


def _occurrences(phrases: Phrases, keys: Sequence[str]) -> Iterator[InStatement]:
    for each in phrases.find(keys).occurrences(_MOST):
        yield InStatement(each.metadata.id, each.source_span)


@kept
def _entry_places(bank: Phrasebank, entry: str) -> tuple[InStatement, ...]:
    """Return where statements name an entry, in any of its forms."""
    keys = {keys_of(form.text) for form in bank.register.entries[entry].forms if not form.anaphoric}
    found: list[InStatement] = []
    for language in Language:
        phrases = bank.phrases(language)
        passages = {
            (occurrence.segment, occurrence.segment.passage_at(occurrence.place)): occurrence.metadata.date
            for key in keys
            if key
            for occurrence in phrases.find(key).occurrences(_MOST)
        }
        newest = sorted(passages, key=lambda each: (-passages[each].toordinal(), each[1]))
        for segment, passage in newest[:_MOST]:
            precedent = segment.precedent(passage)
            mentions = bank.matcher.mentions(precedent.passage.text, _words(segment, passage), language)
            found += (
                InStatement(precedent.metadata.id, mention.span.shifted(precedent.passage.span.start))
                for mention in mentions
                if mention.entry.id == entry
            )
    return tuple(found)


def _words(segment: Segment, passage: int) -> list[Word]:
    """Return the words of a passage as the index has them."""
    return [
        Word(*segment.span(place), key)
        for place in segment.tokens_of(passage)
        if (key := segment.key(segment.words[place])) not in BOUNDARIES
    ]


def _short_form_places(bank: Phrasebank, form: ShortForm | None, language: Language) -> Iterator[InStatement]:
    """Yield where statements have a short form that the register does not know, written as in the draft."""
    if form is None or not (keys := keys_of(form.text)):
        return
    for occurrence in bank.phrases(language).find(keys).occurrences(_MOST):
        if is_written(occurrence, form.text):
            yield InStatement(occurrence.metadata.id, occurrence.source_span)
