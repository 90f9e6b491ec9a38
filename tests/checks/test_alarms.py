"""Sound official prose that looks like a mistake (``alarms.txt``): none of it is an error or a warning."""

from pathlib import Path

import pytest

from precedent_ls.checks.finding import Severity
from tests.checks.bench import Bench

LINES = (Path(__file__).parent / "alarms.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_silent(line: str, bench: Bench) -> None:
    language, _, sentence = line.partition(" ")
    text = f"---\nlanguage: {language}\ndate: 2024-07-12\n---\n\n{sentence}\n"
    grave = [each for each in bench.run(bench.draft(text)) if each.severity <= Severity.WARNING]
    assert [f"{each.rule}: {text[each.span.start : each.span.end]}" for each in grave] == []
