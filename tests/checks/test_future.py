"""The drafts that `make run` shows: the findings a person would expect, and nothing else."""

from pathlib import Path

import pytest

from tests.checks.bench import Bench

DRAFTS = Path(__file__).parent.parent / "drafts"

EXPECTED = {
    "future.en.md": """
        forum-name: Cross Border Crime Forum
        forum-name-mixed: Cross Border Crime Forum
        holder-out: Marco Mendicino
        instrument-wrong: Trilateral Fentanyl Commission
        agency-wrong: Canada Border Service Agency
        person-name: Alejandro Mayorkas
        agency-wrong: United States Postal Inspector Service
        relative-date: next year
    """,
    "future.fr.md": """
        forum-name: Forum sur la criminalité trans-frontalière
        forum-name-mixed: Forum sur la criminalité trans-frontalière
        holder-out: Marco Mendicino
        title-wrong: procureur général du département de la Justice des États-Unis
        agency-wrong: Agence des services frontalier du Canada
        person-name: Alejandro Mayorkas
        relative-date: l’an prochain
    """,
}


@pytest.mark.parametrize("name", EXPECTED)
def test_findings(bench: Bench, name: str) -> None:
    text = (DRAFTS / name).read_text(encoding="utf-8")
    findings = bench.run(bench.draft(text))
    said = [f"{each.rule}: {text[each.span.start : each.span.end]}" for each in findings]
    assert said == [line.strip() for line in EXPECTED[name].strip().splitlines()]
