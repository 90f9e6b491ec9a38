"""Where a draft asks that nothing be said, nothing is."""

import pytest

from precedent_ls.settings import ChecksSettings, Level, RegisterSettings, Settings
from tests.checks.bench import Bench


def codes(bench: Bench, text: str, settings: Settings | None = None, *, markdown: bool = True) -> list[str]:
    draft = bench.draft(text, markdown=markdown)
    return [finding.rule for finding in bench.run(draft, settings=settings)]


@pytest.mark.parametrize(
    "text",
    [
        "The Cross Border Crime Forum met. <!-- precedent: ignore forum-name -->",
        "<!-- precedent: ignore forum-name -->\nThe Cross Border Crime Forum met.",
        "<!-- precedent: ignore forum-name -->\n\nThe Cross Border Crime Forum met.",
        "- <!-- precedent: ignore forum-name -->\n  The Cross Border Crime Forum met.",
        "Opening.\n\n<!--precedent: ignore person-name, forum-name-->\nThe Cross Border Crime Forum met.",
        "<!-- precedent: ignore-file forum-name -->\n\nOne.\n\nThe Cross Border Crime Forum met.",
        "---\ndate: 2024-07-12\nprecedent: ignore-file forum-name\n---\nThe Cross Border Crime Forum met.",
        "---\naccept: [cross border crime forum]\n---\nThe Cross Border Crime Forum met.",
        "---\naccept: US-Canada Cross Border Crime Forum\n---\nThe US‑Canada Cross Border Crime Forum met.",
        "`The Cross Border Crime Forum`",
        "```\nThe Cross Border Crime Forum met.\n```",
    ],
)
def test_silent(bench: Bench, text: str) -> None:
    assert "forum-name" not in codes(bench, text)
    assert "ignore-comment" not in codes(bench, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Cross Border Crime Forum met.\n<!-- precedent: ignore forum-name -->",
        "<!-- precedent: ignore forum-name -->\nIt met.\n\nThe Cross Border Crime Forum met.",
        "<!-- precedent: ignore person-name -->\nThe Cross Border Crime Forum met.",
        "```\n<!-- precedent: ignore-file forum-name -->\n```\nThe Cross Border Crime Forum met.",
        "---\naccept: [Border Crime]\n---\nThe Cross Border Crime Forum met.",
    ],
)
def test_heard(bench: Bench, text: str) -> None:
    assert "forum-name" in codes(bench, text)


def test_plain_text(bench: Bench) -> None:
    text = "precedent: ignore-file forum-name\n\nThe Cross Border Crime Forum met Merrick Garland."
    assert codes(bench, text, markdown=False) == ["person-name"]


def test_one_place_of_a_cluster(bench: Bench) -> None:
    text = "Merrick Garland came. <!-- precedent: ignore person-name -->\n\nMerrick Garland left."
    (finding,) = bench.run(bench.draft(text))
    assert finding.span.start == text.rindex("Merrick")
    assert len(finding.fixes[0].edits) == 1


def test_accepted_in_the_workspace(bench: Bench) -> None:
    settings = Settings(register=RegisterSettings(accept=("Merrick Garland",)))
    assert codes(bench, "Merrick Garland came.", settings) == []


def test_off(bench: Bench) -> None:
    settings = Settings(checks=ChecksSettings({"person-name": Level.OFF}))
    assert codes(bench, "Merrick Garland came.", settings) == []


def test_severity(bench: Bench) -> None:
    settings = Settings(checks=ChecksSettings({"person-name": Level.HINT}))
    (finding,) = bench.run(bench.draft("Merrick Garland came."), settings=settings)
    assert finding.severity.name == "HINT"
