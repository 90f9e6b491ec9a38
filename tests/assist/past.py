"""A phrasebank of small statements, and drafts with a cursor, for the tests of what is said about a place."""

import datetime as dt
from pathlib import Path

from phrasebank.bank import Phrasebank
from phrasebank.corpus import parse_statement
from phrasebank.index import assemble
from phrasebank.index.digest import digest
from phrasebank.register.load import load_register
from phrasebank.register.model import Register
from phrasebank.statement import Statement
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist import explain
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.settings import HoverSettings, Settings
from tests.index import corpus

TODAY = dt.date(2026, 12, 3)


def said(text: str, name: str, *, twin: str = "") -> Statement:
    """Return a statement; its name begins with the year, ``2022-washington.en``."""
    source = corpus.source(text, name=name, date=f"{name[:4]}-03-01")
    if twin:
        source = source.replace("---\n", f"---\ntwin: {twin}\n", 1)
    return parse_statement(source, Path(f"{name}.md"))


def bank(*statements: Statement, register: Register | None = None) -> Phrasebank:
    """Return the phrasebank of some statements; without a register, of no names."""
    segments = {
        language: (assemble.segment([digest(each, f"{each.metadata.id}.md") for each in of_language]),)
        for language in Language
        if (of_language := [each for each in statements if each.metadata.language is language])
    }
    return Phrasebank(register or Register(), segments)


def shipped_register() -> Register:
    return load_register()


def draft(text: str, past: Phrasebank, *, uri: str = "file:///draft.md", markdown: bool = True) -> Draft:
    source = Source.of(text, markdown=markdown)
    return read_draft(uri, 1, source, matcher=past.matcher, defaults=Defaults(TODAY))


def hover(marked: str, past: Phrasebank, *, uri: str = "file:///draft.md", shown: int = 3) -> str:
    """Return what is shown at the cursor ``$0``; "" for nothing."""
    found = explanation(marked, past, uri=uri, shown=shown)
    return found[0] if found else ""


def explanation(
    marked: str, past: Phrasebank, *, uri: str = "file:///draft.md", shown: int = 3
) -> tuple[str, str] | None:
    """Return what is shown at the cursor and the characters it is about."""
    before, _, after = marked.partition("$0")
    read = draft(before + after, past, uri=uri)
    found = explain.hover(read, len(before), past, Settings(hover=HoverSettings(max_precedents=shown)))
    return (found.markdown, characters(read, found.span)) if found else None


def characters(read: Draft, span: Span) -> str:
    return read.text.source[span.start : span.end]
