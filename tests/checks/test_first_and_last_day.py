"""A draft may be dated on the first or the last day there is: words that point beyond it have no date."""

import pytest

from tests.checks.bench import Bench


@pytest.mark.parametrize(
    ("date", "text", "fixes"),
    [
        ("0001-01-01", "Yesterday, they met.", 0),
        ("9999-12-31", "They will meet tomorrow.", 0),
        ("2026-12-03", "Yesterday, they met.", 1),
    ],
)
def test_relative_date(bench: Bench, date: str, text: str, fixes: int) -> None:
    draft = bench.draft(f"---\nstatement: cbcf\nlanguage: en\ndate: {date}\n---\n{text}\n")
    (finding,) = [each for each in bench.run(draft) if each.rule == "relative-date"]
    assert len(finding.fixes) == fixes
