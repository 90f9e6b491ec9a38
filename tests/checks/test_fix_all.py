"""All fixes at once mend the draft, and the second time there is nothing to do."""

from pathlib import Path

import pytest

from phrasebank.corpus import shipped_statements
from precedent_ls.checks.finding import Finding, Severity
from precedent_ls.checks.fixes import apply, together
from tests.checks.bench import Bench

DRAFTS = Path(__file__).parent.parent / "drafts"
TEXTS = [*sorted(DRAFTS.glob("*.md")), *sorted(shipped_statements().glob("*.md"))]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_once(path: Path, bench: Bench) -> None:
    text = path.read_text(encoding="utf-8")
    once = fixed(text, bench.run(bench.draft(text)))
    left = bench.run(bench.draft(once))
    assert fixed(once, left) == once
    assert not [each for each in left if each.severity <= Severity.WARNING and each.fixes], left


def fixed(text: str, findings: tuple[Finding, ...]) -> str:
    return apply(text, together(fix for each in findings for fix in each.fixes if fix.preferred))
