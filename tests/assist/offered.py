"""Drafts with a cursor, marked ``$0``, and what is offered there."""

import datetime as dt
from functools import cache

from phrasebank.bank import Phrasebank, Sources
from precedent_ls.assist.complete import (
    Completions,
    Suggestion,
    complete,
    ghost,
)
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.settings import CompletionSettings, Settings


@cache
def bank(*exclude: str) -> Phrasebank:
    return Phrasebank.open(Sources(exclude=exclude))


def at_cursor(text: str, language: str = "en", date: str = "2026-05-12") -> tuple[Draft, int]:
    front = f"---\nstatement: cbcf\ndate: {date}\nlanguage: {language}\n---\n\n"
    before, _, after = (text if text.startswith("---") else front + text).partition("$0")
    draft = read_draft(
        "file:///draft.md",
        1,
        Source.of(before + after, markdown=True),
        matcher=bank().matcher,
        defaults=Defaults(dt.date(2026, 5, 12)),
    )
    return draft, len(before)


def listed(text: str, language: str = "en", date: str = "2026-05-12", most: int = 20) -> Completions:
    settings = Settings(completion=CompletionSettings(max_items=most))
    return complete(*at_cursor(text, language, date), bank(), settings)


def results(text: str, language: str = "en", date: str = "2026-05-12") -> list[str]:
    """Return what stands before the cursor after each item is taken, without the front matter."""
    draft, _ = at_cursor(text, language, date)
    found = listed(text, language, date)
    kept = draft.text.source[: found.span.start].partition("\n---\n\n")[2]
    return [kept + item.insert for item in found.items]


def taken(text: str, language: str = "en", date: str = "2026-05-12") -> str | None:
    """Return what stands before the cursor after the ghost text is taken."""
    draft, offset = at_cursor(text, language, date)
    shown = ghost(draft, offset, bank(), Settings())
    if shown is None:
        return None
    return draft.text.source[: shown.span.start].partition("\n---\n\n")[2] + shown.insert


def item(text: str, ending: str, language: str = "en", date: str = "2026-05-12") -> Suggestion:
    return next(each for each in listed(text, language, date).items if each.insert.endswith(ending))
