"""A day without its year: wrong unless the text has given a date of its month in full."""

import pytest

from tests.checks.bench import Bench


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on May 3 in Ottawa.", ["on May 3"]),
        ("They met on May 3, 2024, in Ottawa.\n\nOn May 4, they left.", []),
        ("They met in Ottawa in May 2024.\n\n- On May 4, they left.", []),
        ("On May 4, they left.\n\nThey met on May 3, 2024.", ["On May 4"]),
        ("# Forum of May 3, 2024\n\nThey met on May 3.", ["on May 3"]),
        ("They met on June 5, 2024.\n\nOn May 4, they left.", ["On May 4"]),
    ],
)
def test_day_without_a_year(bench: Bench, text: str, expected: list[str]) -> None:
    draft = bench.draft(f"---\ndate: 2024-07-12\n---\n\n{text}\n")
    source = draft.text.source
    found = [each for each in bench.run(draft) if each.rule == "relative-date"]
    assert [source[each.span.start : each.span.end] for each in found] == expected
