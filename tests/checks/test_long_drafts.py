"""Twice the draft, twice the work: nothing grows faster than the text."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from phrasebank.text.span import Span
from tests.checks.bench import Bench

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


def acronym(number: int) -> str:
    return "".join(LETTERS[number // 20**place % 20] for place in range(4))


SHAPES: dict[str, Callable[[int], str]] = {
    "sections": lambda number: f"## The RCMP, part {number}\n\nThe RCMP met the Ministers in Ottawa.\n\n",
    "items": lambda number: f"- the RCMP reports on fentanyl, point {number}\n",
    "acronyms": lambda number: f"The {acronym(number)} met. So did the Office of {acronym(number + 1)}.\n\n",
    "definitions": lambda number: (
        f"The {acronym(number)[0]}ig Data Office ({acronym(number)}) met. The Bureau and the BDO agreed.\n\n"
    ),
    "one acronym": lambda number: (
        f"The Big Data Office {'Two ' * (number % 2)}(BDO) met in part {number}.\n\n"
    ),
    "in one paragraph": lambda number: f"The {acronym(number)} and the Office of Data (OD) met. ",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_work_grows_with_the_text(bench: Bench, shape: Callable[[int], str]) -> None:
    short, long = ("".join(map(shape, range(count))) for count in (60, 120))
    _calls(bench, short)  # what is kept of the register is there from now on
    assert _calls(bench, long) < 2.6 * _calls(bench, short)


def test_a_key_costs_the_paragraph_and_not_the_draft(bench: Bench) -> None:
    text = "".join(f"The Ministers met in part {number} of the day.\n\n" for number in range(100))
    draft = bench.draft(text)
    whole = _count(lambda: bench.run(draft))
    edited = bench.edited(draft, Span(len(text), len(text)), "They agreed")
    assert _count(lambda: bench.run(edited)) < whole / 10


def _calls(bench: Bench, text: str) -> int:
    draft = bench.draft(text)
    return _count(lambda: bench.run(draft))


def _count(work: Callable[[], object]) -> int:
    """Return how many functions are entered."""
    calls = 0

    def entered(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(entered)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls
