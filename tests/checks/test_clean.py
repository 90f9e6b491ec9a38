"""Drafts without a mistake: nothing is said of them."""

from pathlib import Path

import pytest

from precedent_ls.checks.finding import Severity
from tests.checks.bench import Bench

DRAFTS = Path(__file__).parent.parent / "drafts"


@pytest.mark.parametrize("path", sorted(DRAFTS.glob("clean-*.md")), ids=lambda path: path.stem)
def test_silent(path: Path, bench: Bench) -> None:
    text = path.read_text(encoding="utf-8")
    draft = bench.draft(text)
    other = DRAFTS / (draft.matter.twin or "")
    twin = bench.draft(other.read_text(encoding="utf-8")) if other.is_file() else None
    grave = [each for each in bench.run(draft, twin) if each.severity <= Severity.WARNING]
    assert [f"{each.rule}: {text[each.span.start : each.span.end]}: {each.message}" for each in grave] == []
