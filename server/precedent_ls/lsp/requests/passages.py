"""Passages as the commands return them: JSON that an editor can show, insert and open."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from lsprotocol import types

from phrasebank.bank import Phrasebank
from phrasebank.statement import Metadata, Precedent
from phrasebank.text.span import Span
from precedent_ls.assist.completion.slots import Slots
from precedent_ls.assist.difference import Change
from precedent_ls.assist.twin import Wording
from precedent_ls.lsp.client import Client
from precedent_ls.lsp.places import in_statement

Json = dict[str, Any]


def passage(bank: Phrasebank, client: Client, precedent: Precedent, **more: object) -> Json | None:
    """Return a passage with where it stands; None if its statement can't be opened."""
    return _cited(
        bank,
        client,
        precedent.metadata,
        precedent.passage.span,
        text=precedent.passage.plain,
        section=precedent.section,
        **more,
    )


def snippet(bank: Phrasebank, precedent: Precedent, day: dt.date) -> str | None:
    """Return a passage with its variable parts as tab stops, filled for `day`; None if it has none."""
    metadata, text = precedent.metadata, precedent.passage.plain
    filled = Slots(bank, metadata.language, day).fill(text, metadata)
    return filled.snippet if filled.stops or filled.text != text else None


def wording(bank: Phrasebank, client: Client, official: Wording | None) -> Json | None:
    """Return the passages of a twin as one."""
    if official is None:
        return None
    return _cited(bank, client, official.metadata, official.span, text=official.text, section="")


def changes(found: Iterable[Change]) -> list[Json]:
    """Return what sets a draft apart from a precedent."""
    return [{"kind": change.kind.value, "text": change.text} for change in found]


def plain_range(given: types.Range) -> Json:
    """Return a range as the JSON it is sent as."""
    return {
        "start": {"line": given.start.line, "character": given.start.character},
        "end": {"line": given.end.line, "character": given.end.character},
    }


def _cited(bank: Phrasebank, client: Client, metadata: Metadata, span: Span, **more: object) -> Json | None:
    place = in_statement(bank, metadata.id, span, client)
    if place is None:
        return None
    return {
        "statement": metadata.id,
        "title": metadata.title,
        "date": metadata.date.isoformat(),
        "place": metadata.place,
        "trust": metadata.trust.value,
        "language": metadata.language.value,
        "uri": place.uri,
        "range": plain_range(place.range),
        **{key: value for key, value in more.items() if value is not None},
    }
