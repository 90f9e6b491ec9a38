"""No text makes a rule fail."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebank.corpus import shipped_statements
from precedent_ls.checks import guard
from tests.checks.bench import Bench

DRAFTS = Path(__file__).parent.parent / "drafts"
SOURCES = [
    path.read_text(encoding="utf-8") for path in (*DRAFTS.glob("*.md"), *shipped_statements().glob("*.md"))
]
STRANGE = [
    "\u2060",
    "\u00a0",
    "\ufffc",
    "\x0b",
    "\u2028",
    "🎓",
    "e\u0301",
    "(",
    ")",
    "« ",
    "”",
    "’",
    "—",
    "\r",
    "\n\n",
    "# ",
    "> ",
    "- ",
    "|",
    "`",
    "<!--",
    "-->",
    "---\n",
    "ATF",
    "(CBSA)",
    "ﬁ",
    "İ",
]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Pieces of drafts and statements, cut anywhere, with strange things between."""
    pieces = []
    for _ in range(draw(st.integers(1, 6))):
        source = draw(st.sampled_from(SOURCES))
        start = draw(st.integers(0, len(source)))
        pieces += [source[start : start + draw(st.integers(0, 300))], draw(st.sampled_from(STRANGE))]
    return "".join(pieces)


@given(texts(), texts(), st.booleans())
@settings(max_examples=80, deadline=None)
def test_no_rule_fails(bench: Bench, text: str, other: str, markdown: bool) -> None:
    draft = bench.draft(text, markdown=markdown)
    findings = bench.run(draft, bench.draft(other))
    assert not guard.failed()
    for finding in findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        for fix in finding.fixes:
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in fix.edits)
