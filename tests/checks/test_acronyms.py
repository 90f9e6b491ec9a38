"""Which words an acronym stands for."""

import pytest

from phrasebank.text.language import Language
from precedent_ls.checks.acronym import ACRONYMS
from precedent_ls.checks.rule import Context
from tests.checks.bench import TODAY, Bench


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Affaires du Nord Canada (ANC) est là.", {"ANC": "Affaires du Nord Canada"}),
        ("en", "Parks and Roads (PR) met.", {"PR": "Parks and Roads"}),
        (
            "en",
            "The Northern Roads Council of Canada (NRC) met.",
            {"NRC": "Northern Roads Council of Canada"},
        ),
        ("en", "They saw the Northern Roads Council, or NRC, there.", {"NRC": "Northern Roads Council"}),
        ("en", "They saw SQL, or Structured Query Language.", {"SQL": "Structured Query Language"}),
        ("fr", "Le Conseil des routes, aussi appelé CR, siège.", {"CR": "Conseil des routes"}),
        ("en", "They saw the police, the customs, or NRC, there.", {"NRC": None}),
    ],
)
def test_expansion(bench: Bench, language: str, text: str, expected: dict[str, str | None]) -> None:
    (paragraph,) = bench.draft(f"---\nlanguage: {language}\n---\n\n{text}\n").paragraphs
    context = Context(Language(language), TODAY, False, None, frozenset(), bench.bank)
    found = {}
    for fact in ACRONYMS.gather(paragraph.reading, context):
        expansion = fact.what.expansion
        found[fact.what.written] = text[expansion.start : expansion.end] if expansion else None
    assert found == expected
