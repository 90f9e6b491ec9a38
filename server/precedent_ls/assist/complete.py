"""What may come next: the list while typing, and the ghost text.

Nothing is made up: every word offered is in a statement, in the register or in the draft, and each
suggestion says where.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from phrasebank.bank import Phrasebank
from phrasebank.index.live import DRAFT
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.cite import cite, escaped, source_line
from precedent_ls.assist.completion.engine import engine
from precedent_ls.assist.completion.offers import Offer, Offers
from precedent_ls.assist.completion.place import Place, find_place
from precedent_ls.assist.completion.roster import REGISTER
from precedent_ls.draft.snapshot import Draft
from precedent_ls.settings import Settings


class Kind(StrEnum):
    """What a suggestion is, for the editor's icon."""

    PHRASE = "phrase"
    WORD = "word"
    NAME = "name"
    HEADING = "heading"
    SKELETON = "skeleton"


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
    """Text to show at the cursor; what stands in `span` is an exact prefix of it."""

    insert: str
    span: Span


#: Characters of a label; a longer one is shortened in the middle.
LABEL = 72

_UNVERIFIED = {Language.EN: "unverified", Language.FR: "non vérifié"}
_THE_REGISTER = {Language.EN: "register", Language.FR: "registre"}
_THIS_DRAFT = {Language.EN: "this draft", Language.FR: "ce document"}


def complete(draft: Draft, offset: int, bank: Phrasebank, settings: Settings) -> Completions:
    """Return what may come next at `offset`, the likeliest first."""
    place = find_place(draft, offset)
    if place is None:
        return Completions((), Span(offset, offset))
    offers = _offers(draft, place, bank).listed(settings.completion.max_items)
    start = min((each.start for each in offers), default=offset)
    return Completions(tuple(_suggestion(draft, start, offset, each) for each in offers), Span(start, offset))


def ghost(draft: Draft, offset: int, bank: Phrasebank, settings: Settings) -> Ghost | None:  # noqa: ARG001
    """Return the continuation that saves most, where one is likely enough."""
    place = find_place(draft, offset)
    if place is None or draft.text.source[offset : offset + 1].strip():
        return None
    rest = _offers(draft, place, bank).ghost
    # With text behind the cursor, a range that is not empty would hide it in Neovim.
    return None if rest is None else Ghost(rest, Span(offset, offset))


def document(bank: Phrasebank, data: Mapping[str, object], language: Language) -> str:
    """Return in Markdown where a suggestion comes from: the whole passage and its statement."""
    statement, start = data.get("statement"), data.get("at")
    if not isinstance(statement, str) or not isinstance(start, int):
        return ""
    precedent = bank.precedent(statement, start)
    return (
        ""
        if precedent is None
        else f"{escaped(precedent.passage.text)}\n\n— {source_line(precedent, language)}"
    )


def _offers(draft: Draft, place: Place, bank: Phrasebank) -> Offers:
    return Offers(draft.text.source, place, engine(bank, draft.language).at(draft, place))


def _suggestion(draft: Draft, start: int, offset: int, offer: Offer) -> Suggestion:
    source = draft.text.source
    insert = source[start : offer.start] + offer.text
    typed = source[start:offset]
    return Suggestion(
        label=shortened(_label(source, offset, offer)),
        insert=insert,
        filter_text=_filter_text(typed, insert),
        detail=_detail(offer, draft.language),
        kind=Kind.NAME if offer.name else Kind.PHRASE if offer.words > 1 else Kind.WORD,
        data=_data(offer),
    )


def _label(source: str, offset: int, offer: Offer) -> str:
    """Return the words that an item puts in, without finished ones that it keeps."""
    typed = source[offer.start : offset]
    if not offer.text.startswith(typed):
        return offer.text
    return offer.text if offer.name else offer.text[typed.rfind(" ") + 1 :].strip()


def _filter_text(typed: str, insert: str) -> str:
    """Return what editors compare: what is typed, and then the rest of the item."""
    if insert.startswith(typed):
        return insert
    shared = 0
    for one, other in zip(folded(typed), folded(insert), strict=False):
        if one != other:
            break
        shared += 1
    return typed + insert[shared:]


def shortened(text: str) -> str:
    """Return `text` with its middle left out if it is long."""
    if len(text) <= LABEL:
        return text
    half = LABEL // 2 - 1
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
    others = f" (+{origin.statements - 1})" if origin.statements > 1 else ""
    section = origin.occurrence.precedent.section
    return cite(origin.metadata, "" if section == origin.metadata.title else section) + others


def _data(offer: Offer) -> Mapping[str, object]:
    origin = offer.origin
    if offer.name is not None:
        return {"entry": offer.name.name.entry.id}
    if origin is None or origin.metadata in (DRAFT, REGISTER):
        return {}
    return {"statement": origin.metadata.id, "at": origin.occurrence.precedent.passage.span.start}
