"""What may come next: the list while typing, and the ghost text.

Nothing is made up: every word offered is in a statement, in the register or in the draft, and each
suggestion says where.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from weakref import WeakKeyDictionary

from phrasebank.bank import Phrasebank
from phrasebank.index.live import DRAFT
from phrasebank.index.tokens import HEADING
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.cite import cite
from precedent_ls.assist.completion.documentation import document
from precedent_ls.assist.completion.engine import engine
from precedent_ls.assist.completion.offers import Kind, Offer, Offers
from precedent_ls.assist.completion.origins import Origin
from precedent_ls.assist.completion.outline import headings, skeleton
from precedent_ls.assist.completion.place import Place, find_place
from precedent_ls.assist.completion.roster import REGISTER
from precedent_ls.assist.completion.slots import slots_of
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.settings import Settings

__all__ = ["Completions", "Ghost", "Kind", "Suggestion", "complete", "document", "ghost", "ghost_beyond"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One item of the list.

    `insert` replaces the span that all items of the list share; `filter_text` begins with
    what stands there, exactly as typed. `snippet` is the same with tab stops, where there
    are any. `data` is all that `document` needs, as JSON can hold it.
    """

    label: str
    insert: str
    filter_text: str
    detail: str
    kind: Kind
    snippet: str | None = None
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Completions:
    """A list in its order; `span` are the characters of the draft that an item replaces."""

    items: tuple[Suggestion, ...]
    span: Span
    incomplete: bool = True


@dataclass(frozen=True, slots=True)
class Ghost:
    """Text to be put in place of the characters of `span`, which are an exact prefix of it."""

    insert: str
    span: Span


#: Characters of a label; a longer one is shortened in the middle.
LABEL = 72

#: Characters of a section's heading in an item's detail.
SECTION = 40

_UNVERIFIED = {Language.EN: "unverified", Language.FR: "non vérifié"}
_UNSURE = {Language.EN: "as it was there", Language.FR: "tel quel"}
_THE_REGISTER = {Language.EN: "register", Language.FR: "registre"}
_THIS_DRAFT = {Language.EN: "this draft", Language.FR: "ce document"}


def complete(
    draft: Draft,
    offset: int,
    bank: Phrasebank,
    settings: Settings,
    *,
    twin: Draft | None = None,
    asked: bool = True,
    beside_ghost: bool = True,
) -> Completions:
    """Return what may come next at `offset`, the likeliest first.

    Parameters
    ----------
    draft, offset
        The text and the cursor.
    bank, settings
        What may be offered, and how much of it.
    twin
        The same text in the other language, as far as it is written: what it names comes up here too.
    asked
        Whether a person asked for the list. Where it comes by itself it does not come
        behind a word that nothing is known to follow.
    beside_ghost
        Whether the editor shows ghost text as well.
    """
    place = find_place(draft, offset)
    if place is None:
        return Completions((), Span(offset, offset))
    if not (asked or place.letters or engine(bank, draft.language).knows(draft, place)):
        return Completions((), Span(offset, offset))
    most = settings.completion.max_items
    if place.opening == HEADING:
        items = tuple(_headings(draft, place, bank))[:most]
        if items and place.paragraph is not None:
            return Completions(items, Span(place.paragraph.start, offset))
    offers = _offers(draft, place, bank, twin).listed(most, beside_ghost=beside_ghost)
    start = min((each.start for each in offers), default=offset)
    items = tuple(_suggestion(draft, start, offset, each) for each in offers)
    if not any(paragraph.words for paragraph in draft.paragraphs):
        items = (*_skeleton(draft, bank), *items)[:most]
    return Completions(items, Span(start, offset))


def ghost(
    draft: Draft,
    offset: int,
    bank: Phrasebank,
    settings: Settings,  # noqa: ARG001
    *,
    twin: Draft | None = None,
) -> Ghost | None:
    """Return the continuation that saves most, where one is likely enough."""
    place = find_place(draft, offset)
    if place is None or draft.text.source[offset : offset + 1].strip():
        return None
    rest = _offers(draft, place, bank, twin).ghost
    # With text behind the cursor, a range that is not empty would hide it in Neovim.
    return None if rest is None else Ghost(rest, Span(offset, offset))


def ghost_beyond(
    draft: Draft,
    offset: int,
    selected: Ghost,
    bank: Phrasebank,
    settings: Settings,
    *,
    twin: Draft | None = None,
) -> Ghost | None:
    """Return what goes on from the item that is selected in the editor’s list, that item first.

    Editors show nothing else beside a list: text that does not begin with the item, in its place, is hidden.
    """
    typed = draft.text.source[selected.span.start : offset]
    if selected.span.end != offset or not selected.insert.startswith(typed) or "\n" in selected.insert:
        return None
    best = ghost(draft, offset, bank, settings, twin=twin)
    whole = typed + best.insert if best else ""
    if whole.startswith(selected.insert) and whole != selected.insert:
        return Ghost(whole, selected.span)
    taken, end = _with(draft, selected, bank), selected.span.start + len(selected.insert)
    after = ghost(taken, end, bank, settings, twin=twin)
    return None if after is None else Ghost(selected.insert + after.insert, selected.span)


def _with(draft: Draft, taken: Ghost, bank: Phrasebank) -> Draft:
    """Return the draft as it is once something is taken."""
    return read_draft(
        draft.uri,
        draft.version,
        draft.source.edited(taken.span, taken.insert),
        matcher=bank.matcher,
        defaults=Defaults(draft.date, draft.date, draft.release),
        listed=draft.recognized,
        previous=draft,
    )


def _offers(draft: Draft, place: Place, bank: Phrasebank, twin: Draft | None) -> Offers:
    prospect = engine(bank, draft.language).at(draft, place)
    slots = slots_of(bank, draft.language, draft.date, draft.matter.place)
    accepted = {folded(form) for form in draft.matter.accept}
    expected = frozenset[str]() if twin is None else _named(twin)
    return Offers(draft.text.source, place, prospect, slots, accepted=accepted, expected=expected)


def _named(draft: Draft) -> frozenset[str]:
    """Return the ids of the entries that a draft names, an office for each of its titles; looked for once."""
    known = _NAMED.get(draft.source)
    if known is None:
        entries = {each.entry for paragraph in draft.paragraphs for each in paragraph.mentions}
        known = _NAMED[draft.source] = frozenset(each.title_of or each.id for each in entries)
    return known


_NAMED: WeakKeyDictionary[Source, frozenset[str]] = WeakKeyDictionary()


def _headings(draft: Draft, place: Place, bank: Phrasebank) -> Iterator[Suggestion]:
    """Yield the headings that begin with what is typed, or else all of them, with their slots filled."""
    assert place.paragraph is not None
    typed = draft.text.source[place.paragraph.start : place.offset]
    slots = slots_of(bank, draft.language, draft.date, draft.matter.place)
    for each in headings(draft, bank, place.paragraph.level, place.offset):
        filled = slots.fill(each.text, each.metadata)
        if folded(filled.text, accents=True).startswith(folded(typed, accents=True)):
            yield Suggestion(
                label=filled.text if filled.stops else shortened(filled.text),
                insert=filled.text,
                filter_text=_filter_text(typed, filled.text),
                detail=cite(each.metadata, "", draft.language),
                kind=Kind.HEADING,
                snippet=f"{filled.snippet}$0" if filled.stops else None,
                data={"statement": each.metadata.id, "at": each.at},
            )


def _skeleton(draft: Draft, bank: Phrasebank) -> Iterator[Suggestion]:
    """Yield the skeleton of a statement. Without snippets an editor gets its title."""
    found = skeleton(draft, bank)
    if found is not None:
        yield Suggestion(
            label=found.title,
            insert=found.title,
            filter_text=found.title,
            detail=cite(found.metadata, "", draft.language),
            kind=Kind.SKELETON,
            snippet=found.snippet,
            data={"statement": found.metadata.id, "at": 0},
        )


def _suggestion(draft: Draft, start: int, offset: int, offer: Offer) -> Suggestion:
    source = draft.text.source
    kept = source[start : offer.start]
    insert = kept + offer.text
    return Suggestion(
        # Neovim puts a snippet's label into the text until it is confirmed: it has to be the text.
        label=insert if offer.snippet else shortened(_label(source, offset, offer)),
        insert=insert,
        filter_text=_filter_text(source[start:offset], insert),
        detail=_detail(offer, draft.language),
        kind=offer.kind,
        snippet=None if offer.snippet is None else kept + offer.snippet,
        data=_data(draft, offer),
    )


def _label(source: str, offset: int, offer: Offer) -> str:
    """Return the words that an item puts in, without finished ones that it keeps."""
    typed = source[offer.start : offset]
    if offer.name or not offer.text.startswith(typed):
        return offer.text
    return offer.text[typed.rfind(" ") + 1 :].strip()


def _filter_text(typed: str, insert: str) -> str:
    """Return what editors compare: what is typed, and then the rest of the item."""
    if insert.startswith(typed):
        return insert
    pairs = zip(folded(typed, accents=True), folded(insert, accents=True), strict=False)
    return typed + insert[sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) :]


def shortened(text: str) -> str:
    """Return `text` with its middle left out if it is long."""
    if len(text) <= LABEL:
        return text
    half = LABEL // 2 - 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def _detail(offer: Offer, language: Language) -> str:
    """Say which statement it is from, how far that may be trusted, and how many have it."""
    origin = offer.origin
    if offer.name is not None:
        mark = "" if offer.name.name.verified else f" · {_UNVERIFIED[language]}"
        return _THE_REGISTER[language] + mark
    if origin is None or origin.metadata == DRAFT:
        return _THIS_DRAFT[language]
    if origin.metadata == REGISTER:
        return _THE_REGISTER[language]
    section = "" if offer.kind is Kind.WORD else origin.occurrence.precedent.section
    return _cited(origin, section, language) + (f" · {_UNSURE[language]}" if offer.unsure else "")


@lru_cache(maxsize=1 << 12)
def _cited(origin: Origin, section: str, language: Language) -> str:
    others = f" (+{origin.statements - 1})" if origin.statements > 1 else ""
    named = "" if section == origin.metadata.title else _cut(section)
    return cite(origin.metadata, named, language) + others


def _cut(heading: str) -> str:
    """Return a heading, or the words of it that a line beside an item has room for."""
    if len(heading) <= SECTION:
        return heading
    return (
        heading[: heading.rindex(" ", 0, SECTION) if " " in heading[:SECTION] else SECTION].rstrip(" ,/–")
        + "…"
    )


def _data(draft: Draft, offer: Offer) -> Mapping[str, object]:
    origin = offer.origin
    if offer.name is not None:
        return {"entry": offer.name.name.entry.id, "day": draft.date.isoformat()}
    if origin is None or origin.metadata in (DRAFT, REGISTER):
        return {}
    return _passage(origin)


@lru_cache(maxsize=1 << 12)
def _passage(origin: Origin) -> Mapping[str, object]:
    span = origin.occurrence.span
    at = origin.occurrence.precedent.passage.span.start
    return {"statement": origin.metadata.id, "at": at, "marked": [span.start, span.end]}
