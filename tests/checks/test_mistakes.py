"""Mistakes in a sentence (``mistakes.txt``): each is found where ⟦⟧ stand, and its fix reads as said.

A line has the rule, the language or the draft's date or release beside it, the sentence, and what
its preferred fix makes of it (nothing where there is none), parted by bars.
"""

from pathlib import Path

import pytest

from precedent_ls.checks.fixes import apply, together
from tests.checks.bench import Bench

LINES = (Path(__file__).parent / "mistakes.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_found(line: str, bench: Bench) -> None:
    code, about, sentence, fixed = (part.strip() for part in line.split("|"))
    language, *more = about.split()
    release = "".join(f"release: {each}\n" for each in more if not each[0].isdigit())
    date = next((each for each in more if each[0].isdigit()), "2024-07-12")
    start, end = sentence.index("⟦"), sentence.index("⟧") - 1
    plain = sentence.replace("⟦", "").replace("⟧", "")
    head = f"---\nlanguage: {language}\ndate: {date}\n{release}---\n\n"
    draft = bench.draft(f"{head}{plain}\n")
    (finding,) = (each for each in bench.run(draft, asked=code) if each.rule == code)
    assert (finding.span.start - len(head), finding.span.end - len(head)) == (start, end)
    preferred = [fix for fix in finding.fixes if fix.preferred]
    after = apply(draft.text.source, together(preferred))[len(head) :].strip() if preferred else ""
    assert after == fixed
    if fixed:
        assert not [each for each in bench.run(bench.draft(f"{head}{fixed}\n")) if each.rule == code]
