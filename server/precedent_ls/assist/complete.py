"""What may come next: the list while typing, and the ghost text.

Nothing is made up: every word offered is in a statement, in the register or in the draft, and each
suggestion says where.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from phrasebank.bank import Phrasebank
from phrasebank.index.live import DRAFT
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.cite import cite, escaped, source_line
from precedent_ls.assist.completion.chains import Stretch
from precedent_ls.assist.completion.choice import LIKELY
from precedent_ls.assist.completion.engine import Prospect, engine
from precedent_ls.assist.completion.origins import Origin
from precedent_ls.assist.completion.place import Place, find_place
from precedent_ls.assist.completion.quotations import Quotation
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

_THE_REGISTER = {Language.EN: "register", Language.FR: "registre"}
_THIS_DRAFT = {Language.EN: "this draft", Language.FR: "ce document"}


def complete(draft: Draft, offset: int, bank: Phrasebank, settings: Settings) -> Completions:
    """Return what may come next at `offset`, the likeliest first."""
    place = find_place(draft, offset)
    if place is None:
        return Completions((), Span(offset, offset))
    prospect = engine(bank, draft.language).at(draft, place)
    choice = prospect.choice(place)
    most = settings.completion.max_items
    listed = choice.ranked(choice.ghost(), most)
    items = {each.text: _phrase(draft, place, each, prospect) for each in listed[:LIKELY]}
    for quotation in prospect.quotations(place):
        items.setdefault(quotation.text, _quoted(draft, place, quotation))
    for each in listed[LIKELY:]:
        items.setdefault(each.text, _phrase(draft, place, each, prospect))
    return Completions(tuple(islice(items.values(), most)), Span(place.start, offset))


def ghost(draft: Draft, offset: int, bank: Phrasebank, settings: Settings) -> Ghost | None:  # noqa: ARG001
    """Return the continuation that saves most, where one is likely enough."""
    place = find_place(draft, offset)
    if place is None or draft.text.source[offset : offset + 1].strip():
        return None
    prospect = engine(bank, draft.language).at(draft, place)
    best = prospect.choice(place).ghost()
    # With text behind the cursor, a range that is not empty would hide it in Neovim.
    return None if best is None else Ghost(best.text[len(place.typed) :], Span(offset, offset))


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


def _phrase(draft: Draft, place: Place, stretch: Stretch, prospect: Prospect) -> Suggestion:
    kind = Kind.PHRASE if len(stretch.keys) > 1 else Kind.WORD
    return _suggestion(draft, place, stretch.text, kind, prospect.origin(place, stretch))


def _quoted(draft: Draft, place: Place, quotation: Quotation) -> Suggestion:
    return _suggestion(draft, place, quotation.text, Kind.PHRASE, Origin(quotation.occurrence, 1))


def _suggestion(draft: Draft, place: Place, text: str, kind: Kind, origin: Origin | None) -> Suggestion:
    rest = text[len(place.typed) :]
    insert = draft.text.source[place.start : place.offset] + rest
    return Suggestion(
        label=shortened((place.letters + rest).strip()),
        insert=insert,
        filter_text=insert,
        detail=_detail(origin, draft.language),
        kind=kind,
        data=_data(origin),
    )


def shortened(text: str) -> str:
    """Return `text` with its middle left out if it is long."""
    if len(text) <= LABEL:
        return text
    half = LABEL // 2 - 1
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def _detail(origin: Origin | None, language: Language) -> str:
    """Say which statement it is from, how far that may be trusted, and how many have it."""
    if origin is None or origin.metadata == DRAFT:
        return _THIS_DRAFT[language]
    if origin.metadata == REGISTER:
        return _THE_REGISTER[language]
    others = f" (+{origin.statements - 1})" if origin.statements > 1 else ""
    section = origin.occurrence.precedent.section
    return cite(origin.metadata, "" if section == origin.metadata.title else section) + others


def _data(origin: Origin | None) -> Mapping[str, object]:
    if origin is None or origin.metadata in (DRAFT, REGISTER):
        return {}
    return {"statement": origin.metadata.id, "at": origin.occurrence.precedent.passage.span.start}
