"""Every rule's page is its test; see `page` for what the blocks on it mean."""

import logging
import re
from pathlib import Path

import pytest

import precedent_ls.checks.pages
from precedent_ls.checks.catalogue import catalogue
from precedent_ls.checks.finding import Finding, InDraft, Severity
from precedent_ls.checks.fixes import apply, together
from tests.checks.bench import Bench
from tests.checks.page import Example, examples

PAGES = Path(precedent_ls.checks.pages.__file__).parent
EXAMPLES = [
    pytest.param(page.stem, example, id=f"{page.stem}:{example.line}")
    for page in sorted(PAGES.glob("*.md"))
    for example in examples(page)
]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_example(code: str, example: Example, bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    findings = found(code, example.draft, example, bench)

    text = example.draft
    assert [drawn(text, each.span) for each in findings] == [
        drawn(text, each.span) for each in example.findings
    ]
    for finding, expected in zip(findings, example.findings, strict=True):
        assert expected.words in finding.message.replace("\u00a0", " ")
    others = {
        each.place.span
        for finding in findings
        for each in finding.evidence
        if isinstance(each.place, InDraft)
    }
    assert sorted(drawn(text, span) for span in others) == sorted(
        drawn(text, span) for span in example.others
    )
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_fix(code: str, example: Example, bench: Bench) -> None:
    findings = found(code, example.draft, example, bench)
    if example.fixed is None:
        return
    fixed = after_fixes(example.draft, findings)
    assert fixed == example.fixed
    assert after_fixes(fixed, found(code, fixed, example, bench)) == fixed
    assert not found(code, fixed, example, bench)


def found(code: str, text: str, example: Example, bench: Bench) -> list[Finding]:
    draft = bench.draft(text, markdown=example.markdown)
    twin = None if example.twin is None else bench.draft(example.twin)
    return [each for each in bench.run(draft, twin, asked=code) if each.rule == code]


def after_fixes(text: str, findings: list[Finding]) -> str:
    fixes = [
        next((fix for fix in each.fixes if fix.preferred), each.fixes[0]) for each in findings if each.fixes
    ]
    return apply(text, together(fixes))


def drawn(text: str, span: tuple[int, int]) -> str:
    """Show a span as a reader finds it: the line, and the words."""
    return f"{text.count(chr(10), 0, span[0]) + 1}: {text[span[0] : span[1]]}"


@pytest.mark.parametrize("code", catalogue())
def test_every_rule_has_a_whole_page(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# `{code}`: ")
    outside = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    parts = [line for line in outside.splitlines() if line.startswith("## ")]
    assert parts == ["## Why", "## Examples", "## Source", "## Turning it off"]
    rule = catalogue()[code]
    severity = Severity(rule.severity).name.capitalize()
    stated = severity + ("" if rule.on else ", off by default")
    assert page.split("\n\n")[1].startswith((f"{stated}. ", f"{stated}; "))
    assert f"`checks.severity.{code} = " in page


def test_every_page_has_its_rule() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == set(catalogue())


@pytest.mark.parametrize("code", catalogue())
def test_every_page_shows_the_rule_speak_and_keep_silent(code: str) -> None:
    on_page = list(examples(PAGES / f"{code}.md"))
    assert any(example.findings for example in on_page)
    assert any(not example.findings for example in on_page)
