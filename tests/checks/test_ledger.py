"""Keeping up with edits gives what a fresh look gives."""

from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebank.text.span import Span
from tests.checks.bench import Bench

PIECES = (
    "The Cross Border Crime Forum met.",
    "Merrick Garland spoke to Secretary Mayorkas.",
    "Minister of Public Safety Marco Mendicino agreed.",
    "They praised the Canada Border Service Agency’s work.",
    "\n\n",
    "\n\n## Cross-Border Crime Forum\n\n",
    "<!-- precedent: ignore forum-name -->\n",
    " <!-- precedent: ignore person-name -->",
    "---\ndate: 2026-12-03\n---\n",
    "« ",
    "the ",
)
EDITS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 40), st.sampled_from(PIECES)), min_size=1, max_size=12
)


@given(EDITS)
@settings(max_examples=60, deadline=None)
def test_edits(bench: Bench, edits: list[tuple[int, int, str]]) -> None:
    draft = bench.draft("", uri="untitled:kept")
    for at, length, new in edits:
        start = min(at, len(draft.text))
        span = Span(start, min(start + length, len(draft.text)))
        draft = bench.edited(draft, span, new)
        assert bench.run(draft) == bench.run(bench.draft(draft.text.source))


def test_what_did_not_change_is_not_asked_again(bench: Bench) -> None:
    draft = bench.draft("Merrick Garland spoke.\n\nThen the Cross Border Crime Forum met.")
    first = bench.run(draft)
    later = bench.run(bench.edited(draft, Span(0, 0), "Before:\n\n"))
    assert [each.message for each in first] == [each.message for each in later]
    assert [each.span.shifted(9) for each in first] == [each.span for each in later]
