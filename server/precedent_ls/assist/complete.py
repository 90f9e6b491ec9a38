"""What may come next: the list while typing, and the ghost text.

Nothing is made up: every word offered is in a statement, in the register or in the draft, and each
suggestion says where.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from phrasebank.bank import Phrasebank
from phrasebank.index.tokens import HEADING
from phrasebank.text.fold import folded
from phrasebank.text.span import Span
from precedent_ls.assist.cite import cite
from precedent_ls.assist.completion.engine import engine
from precedent_ls.assist.completion.offers import Kind, Offers
from precedent_ls.assist.completion.outline import headings, skeleton
from precedent_ls.assist.completion.place import Place, find_place, is_clear
from precedent_ls.assist.completion.slots import slots_of
from precedent_ls.assist.completion.suggestions import Suggestion, filter_text, shortened, suggestion
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.settings import Settings

__all__ = ["Completions", "Ghost", "Kind", "Suggestion", "complete", "ghost", "ghost_beyond", "prepare"]


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
    items = tuple(suggestion(draft, start, offset, each) for each in offers)
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
    if place is None or not is_clear(draft.text.source, offset):
        return None
    rest = _without_repeat(_offers(draft, place, bank, twin).ghost or "", draft.text.source, offset)
    # With text behind the cursor, a range that is not empty would hide it in Neovim.
    return Ghost(rest, Span(offset, offset)) if rest else None


def _without_repeat(rest: str, source: str, offset: int) -> str:
    """Return ghost text without its last words if they stand behind the cursor already."""
    behind = source[offset : offset + len(rest) + 1]
    for start in (0, *(match.start() for match in _EDGE.finditer(rest))):
        repeated = rest[start:]
        if len(repeated.strip()) > 1 and behind.startswith((repeated, f" {repeated}")):
            return rest[:start]
    return rest


#: Where a word or a gap begins.
_EDGE = re.compile(r"(?<=\w)\W|(?<=\W)\w")


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
        defaults=Defaults(draft.date, None if draft.date_assumed else draft.date, draft.release),
        listed=draft.recognized,
        previous=draft,
    )


def prepare(bank: Phrasebank) -> None:
    """Read what is needed at some keys only, so that none has to wait for it."""
    from phrasebank.register.near_misses import near_misses_of  # noqa: PLC0415 - no first list needs it

    near_misses_of(bank.matcher)
    for language in bank.segments:
        engine(bank, language).prepare()


@dataclass(frozen=True, slots=True)
class _Offered:
    """What was offered where."""

    draft: Draft
    offset: int
    bank: Phrasebank
    twin: Draft | None
    offers: Offers

    def answers(self, draft: Draft, offset: int, bank: Phrasebank, twin: Draft | None) -> bool:
        """Tell whether the same is asked again."""
        same = self.draft is draft and self.bank is bank and self.twin is twin
        return same and self.offset == offset


#: What was offered last, until something else is: editors ask for the list and for ghost text of one place.
_LAST: list[_Offered] = []


def _offers(draft: Draft, place: Place, bank: Phrasebank, twin: Draft | None) -> Offers:
    if not (_LAST and _LAST[0].answers(draft, place.offset, bank, twin)):
        prospect = engine(bank, draft.language).at(draft, place)
        slots = slots_of(bank, draft.language, draft.date, draft.matter.place)
        accepted = {folded(form) for form in draft.matter.accept}
        expected = frozenset[str]() if twin is None else _named(twin)
        offers = Offers(draft.text.source, place, prospect, slots, accepted=accepted, expected=expected)
        _LAST[:] = [_Offered(draft, place.offset, bank, twin, offers)]
    return _LAST[0].offers


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
                filter_text=filter_text(typed, filled.text),
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
