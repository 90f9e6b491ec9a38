"""The server's own commands (``workspace/executeCommand``): data for views, searches and tables.

Each takes one object. What is missing in it, or of a wrong type, counts as not said.
"""

import asyncio
import datetime as dt
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from lsprotocol import types
from lsprotocol.validators import UINTEGER_MAX_VALUE

from phrasebank.bank import Phrasebank
from phrasebank.statement import Precedent, Section, Statement
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.difference import difference
from precedent_ls.assist.explain import hover, place_at
from precedent_ls.assist.precedents import Match, Sentence, lineage, own_statements
from precedent_ls.assist.precedents import precedents as find_precedents
from precedent_ls.assist.provenance import Provenance, rows, table, trace
from precedent_ls.assist.search import search as find
from precedent_ls.assist.twin import official_wording
from precedent_ls.lsp.client import Client
from precedent_ls.lsp.features import NOWHERE
from precedent_ls.lsp.places import in_statement
from precedent_ls.lsp.requests.passages import Json, changes, passage, plain_range, snippet, wording
from precedent_ls.lsp.view import View, WorkspaceView

Argument = Mapping[str, Any]

T = TypeVar("T")

#: Seconds after which a long answer lets others go first.
_TURN = 0.01

#: Results of a search, and precedents of a sentence, where the client does not say how many.
_RESULTS, _PRECEDENTS = 20, 5

#: The most that a client may ask for.
_MOST = 100

#: Passages in the tree of statements: what comes after so many is listed without its passages.
_PASSAGES = 10_000


def search(view: WorkspaceView, argument: Argument) -> list[Json]:
    """Return the passages that fit a text best: ``{text, language?, limit?}``."""
    text = argument.get("text")
    if not isinstance(text, str):
        return []
    limit, today = _limit(argument, _RESULTS), dt.date.today()
    named = argument.get("language")
    languages = [each for each in Language if named in (None, each.value)] or list(Language)
    found = [
        (score, precedent, bank)
        for bank in view.banks
        for language in languages
        for score, precedent in find(bank, text, language, limit)
    ]
    found.sort(key=lambda each: -each[0])
    results: dict[Precedent, Json] = {}
    for score, precedent, bank in found:
        if len(results) < limit and precedent not in results:
            filled = snippet(bank, precedent, today)
            result = passage(bank, view.client, precedent, score=round(score, 3), snippet=filled)
            if result is not None:
                results[precedent] = result
    return list(results.values())


def statements(view: WorkspaceView, _: Argument) -> list[Json]:
    """Return every statement with its sections and passages, the newest first."""
    found: dict[str, Json] = {}
    left = _PASSAGES
    for bank in view.banks:
        for metadata in reversed(bank.statements):
            statement = bank.statement(metadata.id) if metadata.id not in found else None
            if statement is not None and (
                outline := _outline(bank, view.client, statement, passages=left > 0)
            ):
                found[metadata.id] = outline
                left -= sum(len(section.passages) for section in statement.sections)
    return list(found.values())


def precedents(view: View, argument: Argument) -> Json:
    """Return the precedents of the sentence at a place: ``{uri, position, limit?}``."""
    nothing = {"sentence": "", "range": NOWHERE, "precedents": [], "markdown": ""}
    position = _position(argument.get("position"))
    if position is None:
        return nothing
    offset = view.offset(position)
    place = place_at(view.draft, offset)
    if place is None or place.sentence is None:
        return nothing
    sentence = Sentence.of(place.paragraph.reading, place.sentence)
    own = own_statements(view.draft, view.bank)
    found = find_precedents(view.bank, sentence, _limit(argument, _PRECEDENTS), own)
    explained = hover(view.draft, offset, view.bank, view.settings)
    listed = (_precedent(view, sentence, match, own) for match in found)
    return {
        "sentence": sentence.text,
        "range": plain_range(view.range(place.sentence.shifted(place.paragraph.start))),
        "precedents": [each for each in listed if each is not None],
        "markdown": explained.markdown if explained else "",
    }


async def provenance(view: View, _: Argument) -> Json:
    """Return where the wording of a draft comes from: ``{uri}``."""
    draft, bank = view.draft, view.bank
    traced = Provenance(tuple([each async for each in _unhurried(trace(draft, bank))]))
    paragraphs = (rows(bank, each, draft.language) for _, each in traced.paragraphs)
    listed = [each async for each in _unhurried(paragraphs)]
    return {
        "spans": [
            {
                "range": plain_range(view.range(each.span)),
                "year": each.metadata.date.year,
                "statement": each.metadata.id,
                "trust": each.metadata.trust.value,
            }
            for each in traced.spans
        ],
        "share": round(traced.share, 4),
        "table": table(listed, draft.language),
    }


async def _unhurried(items: Iterable[T]) -> AsyncIterator[T]:
    """Yield what takes long to work out, and let other requests have their turn meanwhile."""
    pause = time.perf_counter() + _TURN
    for each in items:
        yield each
        if time.perf_counter() > pause:
            await asyncio.sleep(0)
            pause = time.perf_counter() + _TURN


def _precedent(view: View, sentence: Sentence, match: Match, own: frozenset[str]) -> Json | None:
    bank, client = view.bank, view.client
    return passage(
        bank,
        client,
        match.precedent,
        score=round(match.score, 3),
        weak=match.weak,
        exact=match.exact,
        snippet=snippet(bank, match.precedent, view.draft.date),
        changes=changes(difference(match.text, sentence.text)),
        twin=wording(bank, client, official_wording(bank, match.precedent)),
        lineage=list(_steps(view, match, own)),
    )


def _steps(view: View, match: Match, own: frozenset[str]) -> Iterator[Json]:
    later = match.text
    for step in lineage(view.bank, match.precedent, own):
        more = {"score": round(step.score, 3), "changes": changes(difference(step.text, later))}
        found = passage(view.bank, view.client, step.precedent, **more)
        if found is not None:
            yield found
        later = step.text


def _outline(bank: Phrasebank, client: Client, statement: Statement, *, passages: bool) -> Json | None:
    metadata = statement.metadata
    whole = in_statement(bank, metadata.id, Span(0, 0), client)
    if whole is None:
        return None
    return {
        "id": metadata.id,
        "title": metadata.title,
        "date": metadata.date.isoformat(),
        "place": metadata.place,
        "language": metadata.language.value,
        "trust": metadata.trust.value,
        "uri": whole.uri,
        "sections": [
            _section(bank, client, metadata.id, each, passages=passages) for each in statement.sections
        ],
    }


def _section(bank: Phrasebank, client: Client, statement: str, section: Section, *, passages: bool) -> Json:
    def place(span: Span) -> Json:
        found = in_statement(bank, statement, span, client)
        return plain_range(found.range) if found else {}

    return {
        "heading": section.heading,
        "range": place(section.heading_span or section.span),
        "passages": [
            {"text": each.plain, "range": place(each.span)} for each in section.passages if passages
        ],
    }


def _limit(argument: Argument, default: int) -> int:
    limit = argument.get("limit")
    if not isinstance(limit, int | float) or not limit >= 1:
        return default
    return int(min(limit, _MOST))


def _position(given: object) -> types.Position | None:
    if not isinstance(given, Mapping):
        return None
    line, character = given.get("line"), given.get("character")
    if not isinstance(line, int | float) or not isinstance(character, int | float):
        return None
    line, character = (int(min(max(0, each), UINTEGER_MAX_VALUE)) for each in (line, character))
    return types.Position(line, character)
