"""Keeping up with edits gives what a fresh look gives."""

from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebank.text.span import Span
from precedent_ls.checks.finding import Severity
from precedent_ls.checks.ledger import Ledger
from precedent_ls.checks.rule import Across, Context, Fact, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading
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


def test_a_fix_looked_at_late_is_that_of_its_version(bench: Bench) -> None:
    text = "The Cross Border Crime Forum met.\n\nMinisters thanked the Cross Border Crime Forum."
    draft = bench.draft(text)
    found = bench.run(draft)
    bench.run(bench.edited(draft, Span(0, 0), "Before:\n\n"))
    places = [text[edit.span.start : edit.span.end] for edit in found[0].fixes[0].edits]
    assert places == ["Cross Border Crime Forum"] * 2


def test_only_paragraphs_and_names_that_were_edited_are_judged_again(bench: Bench) -> None:
    judged: list[object] = []

    def judge(key: object, places: Sequence[Occurrence[str]], _: Context) -> Iterator[Report]:
        judged.append((key, [place.text for place in places]))
        yield Report(places[0].span, "Said.")

    def gather(reading: Reading, _: Context) -> Iterator[Fact[str]]:
        for word in reading.words:
            yield Fact(word.key, Span(word.start, word.end), "")

    rule = Rule("said", Severity.HINT, Across(Survey("words", gather), judge))
    draft = bench.draft("One\n\nTwo\n\nOne")
    nothing_known = Context(draft.language, draft.date, True, None, frozenset(), bench.bank)
    ledger = Ledger([rule], nothing_known)
    ledger.update(draft.paragraphs, {})
    judged.clear()
    later = bench.edited(draft, Span(5, 8), "Three")
    ledger.update(later.paragraphs, {})
    assert judged == [("three", ["Three"])]
    assert [report.span for _, report in ledger.reports()] == [Span(0, 3), Span(5, 10)]
