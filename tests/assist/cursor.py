"""A draft with a cursor: ``$0`` in its text marks the place."""

from collections.abc import Iterable
from textwrap import dedent

from phrasebank.text.span import Span
from precedent_ls.draft.snapshot import Draft
from tests.checks.bench import Bench

CURSOR = "$0"


def placed(bench: Bench, text: str, language: str = "en") -> tuple[Draft, int]:
    """Return a text as a draft in a language, and where its cursor stands."""
    front = f"---\nstatement: cbcf\ndate: 2026-12-03\nlanguage: {language}\n---\n\n"
    before, _, after = (front + dedent(text).lstrip("\n")).partition(CURSOR)
    return bench.draft(before + after), len(before)


def quoted(draft: Draft, spans: Iterable[Span]) -> list[str]:
    """Return the words at some characters of a draft, and what stands right before, to tell places apart."""
    return [draft.text.source[slice(*span)] for span in spans]
