"""Acronyms and defined terms of a draft, with their definitions and uses."""

import pytest

from precedent_ls.assist.short_forms import short_forms
from tests.assist.cursor import placed, quoted
from tests.checks.bench import Bench


def found(bench: Bench, text: str, language: str = "en") -> dict[str, list[str]]:
    """Return for each short form its places, those that define it in brackets."""
    draft, _ = placed(bench, text, language)
    return {
        form.text: [
            f"({word})" if use.is_definition else word
            for use, word in zip(form.uses, quoted(draft, (use.span for use in form.uses)), strict=True)
        ]
        for form in short_forms(draft, bench.bank)
    }


@pytest.mark.parametrize(
    ("text", "language", "forms"),
    [
        ("The Joint Ledger Office (JLO) met. The JLO left.", "en", {"JLO": ["(JLO)", "JLO"]}),
        ("Two JLOs of the Joint Ledger Office (JLO)", "en", {"JLO": ["JLOs", "(JLO)"]}),
        (
            "They (hereinafter “the Ministers”) met. The Ministers left.",
            "en",
            {"Ministers": ["(Ministers)", "Ministers"]},
        ),
        (
            'The accord (the "Compact") holds. Under the Compact, all.',
            "en",
            {"Compact": ["(Compact)", "Compact"]},
        ),
        ("They (hereinafter the Ministers) met.", "en", {"Ministers": ["(Ministers)"]}),
        (
            "Ils (ci-après appelés « les ministres ») parlent. Les ministres partent aux ministres.",
            "fr",
            {"ministres": ["(ministres)", "ministres", "ministres"]},
        ),
        ("L’entente (« l’Accord ») tient. L'Accord dure.", "fr", {"Accord": ["(Accord)", "Accord"]}),
        ("La Gendarmerie royale du Canada (GRC) et la GRC", "fr", {"GRC": ["(GRC)", "GRC"]}),
    ],
)
def test_places(bench: Bench, text: str, language: str, forms: dict[str, list[str]]) -> None:
    assert found(bench, text, language) == forms


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They (hereinafter “the Ministers”) met the Foreign Ministers of both.", "en"),
        ("They (hereinafter “the Ministers”) met. Ministers Fraser and Blair left.", "en"),
        ("Ils (ci-après « les ministres ») ont vu des premiers ministres.", "fr"),
        ("They (hereinafter “the Ministers”) met `the Ministers`.", "en"),
    ],
)
def test_other_names_are_no_uses(bench: Bench, text: str, language: str) -> None:
    (uses,) = found(bench, text, language).values()
    assert len(uses) == 1


@pytest.mark.parametrize(
    "text", ["He waved (“we will not stop at the border today”) and left.", "(“ ”)", "(“…”)"]
)
def test_a_quotation_in_brackets_defines_nothing(bench: Bench, text: str) -> None:
    assert found(bench, text) == {}
