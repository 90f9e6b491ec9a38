"""A word still being typed is left alone."""

import pytest

from precedent_ls.checks.cursor import settled
from tests.checks.bench import Bench


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They met Merrick Garland$0", False),
        ("They met Merrick Garland$0 there", False),
        ("They met Merrick$0 Garland there", False),
        ("They met Merrick Garland $0", True),
        ("They met Merrick Garland.$0", True),
        ("They met$0 Merrick Garland.", True),
        ("They met Merrick Garland. There$0", True),
    ],
)
def test_last_edit(bench: Bench, text: str, said: bool) -> None:
    offset = text.index("$0")
    text = text.replace("$0", "")
    findings = bench.run(bench.draft(text))
    assert [each.rule for each in findings] == ["person-name"]
    assert bool(settled(findings, text, offset)) is said
    assert settled(findings, text, None) == findings
