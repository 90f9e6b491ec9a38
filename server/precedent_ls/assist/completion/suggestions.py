"""How an offer reads as an item of the list: its label, what editors compare, and where it is from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from phrasebank.index.live import DRAFT
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from precedent_ls.assist.cite import cite
from precedent_ls.assist.completion.offers import Kind, Offer
from precedent_ls.assist.completion.origins import Origin
from precedent_ls.assist.completion.roster import REGISTER
from precedent_ls.draft.snapshot import Draft


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


#: Characters of a label; a longer one is shortened in the middle.
LABEL = 72

#: Characters of a section's heading in an item's detail.
SECTION = 40

_UNVERIFIED = {Language.EN: "unverified", Language.FR: "non vérifié"}
_UNSURE = {Language.EN: "as it was there", Language.FR: "tel quel"}
_THE_REGISTER = {Language.EN: "register", Language.FR: "registre"}
_THIS_DRAFT = {Language.EN: "this draft", Language.FR: "ce document"}


def suggestion(draft: Draft, start: int, offset: int, offer: Offer) -> Suggestion:
    """Return an offer as an item that replaces what stands from `start` on, where all of its list begin."""
    source = draft.text.source
    kept = source[start : offer.start]
    insert = kept + offer.text
    return Suggestion(
        # Neovim puts a snippet's label into the text until it is confirmed: it has to be the text.
        label=insert if offer.snippet else shortened(_label(source, offset, offer)),
        insert=insert,
        filter_text=filter_text(source[start:offset], insert),
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


def filter_text(typed: str, insert: str) -> str:
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
    cited = _cited(origin, language, with_section=offer.kind is not Kind.WORD)
    return cited + (f" · {_UNSURE[language]}" if offer.unsure else "")


@lru_cache(maxsize=1 << 12)
def _cited(origin: Origin, language: Language, *, with_section: bool) -> str:
    section = origin.occurrence.precedent.section if with_section else ""
    named = "" if section == origin.metadata.title else _cut(section)
    others = f" (+{origin.statements - 1})" if origin.statements > 1 else ""
    return cite(origin.metadata, named, language) + others


def _cut(heading: str) -> str:
    """Return a heading, or the words of it that a line beside an item has room for."""
    if len(heading) <= SECTION:
        return heading
    end = heading.rfind(" ", 0, SECTION)
    return heading[: end if end > 0 else SECTION].rstrip(" ,/–") + "…"


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
