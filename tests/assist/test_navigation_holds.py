"""Whatever is in a draft, going from place to place stays within it."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phrasebank.text.span import Span
from precedent_ls.assist.folding import folds
from precedent_ls.assist.links import links
from precedent_ls.assist.navigate import counterpart, definition
from precedent_ls.assist.outline import Item, outline
from precedent_ls.assist.references import highlights, references
from precedent_ls.assist.rename import RenameError, rename
from precedent_ls.assist.selection import selections
from precedent_ls.checks.finding import InDraft, InRegister, InStatement, InTwin
from precedent_ls.checks.fixes import apply
from precedent_ls.draft.snapshot import Draft
from tests.checks.bench import Bench

MARKUP = [
    "# ",
    "## ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "- ",
    "> ",
    "`",
    "```\n",
    "<!-- ",
    "-->",
    "**",
    "*",
    "_",
    "|",
]
MATTER = ["---\n", "twin: x.md\n", "[a](b.md)", "[a]: b\n", "&amp;"]
MARKS = [*" ()“”’',;😀", "« ", " »", ". ", "\u00a0", "\u202f", "\u2011", "\u0301", "\ufffc", "\u2060"]
WORDS = """RCMP
RCMPs
R.C.M.P.
Royal Canadian Mounted Police
Royal Canadian Mounted Police (RCMP)
JLO
Joint Ledger Office (JLO)
(hereinafter “the Ministers”)
the Ministers
The Ministers
(ci-après appelés « les ministres »)
les ministres
(« l’Accord »)
l’Accord
2024-washington.en
Smart Border Declaration and Action Plan
plan to continue their close contact on all these critical issues
Alejandro Mayorkas
Conclusion
ﬁ
İ
ß""".splitlines()
PIECES = st.sampled_from([*MARKUP, *MATTER, *MARKS, *WORDS])
TEXTS = st.lists(PIECES, max_size=24).map("".join)


def inside(draft: Draft, *spans: Span) -> bool:
    return all(0 <= span.start <= span.end <= len(draft.text) for span in spans)


def nested(draft: Draft, items: tuple[Item, ...], around: Span) -> bool:
    return all(
        around.start
        <= item.span.start
        <= item.selection.start
        <= item.selection.end
        <= item.span.end
        <= around.end
        and item.name.strip()
        and nested(draft, item.children, item.span)
        for item in items
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, other=TEXTS, markdown=st.booleans(), data=st.data())
def test_every_span_lies_in_its_text(
    bench: Bench, text: str, other: str, markdown: bool, data: st.DataObject
) -> None:
    bank = bench.bank
    draft, twin = bench.draft(text, markdown=markdown), bench.draft(other)
    offset = data.draw(st.integers(0, len(text)))
    found = references(draft, bank, offset)
    targets = [definition(draft, bank, offset), counterpart(draft, bank, offset, twin)]
    places = [place for each in targets if each for place in each.places]
    places += (*found.declarations, *found.uses) if found else ()
    assert inside(draft, *(each.origin for each in targets if each))
    for place in places:
        match place:
            case InDraft(span):
                assert inside(draft, span)
            case InTwin(span):
                assert inside(twin, span)
            case InStatement(statement, span):
                assert 0 <= span.start <= span.end <= len(bank.source(statement) or "")
            case InRegister(entry):
                assert entry in bank.register.entries
    assert inside(draft, *(each.span for each in highlights(draft, bank, offset)))
    assert inside(draft, *(each.span for each in links(draft, bank)))
    assert inside(draft, *selections(draft, bank, offset))
    assert nested(draft, outline(draft, bank), Span(0, len(draft.text)))
    assert all(0 <= fold.first < fold.last < draft.text.line_count for fold in folds(draft))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, other=TEXTS, new=st.text(max_size=8) | st.just("ZZQ"), data=st.data())
def test_a_rename_can_be_applied(bench: Bench, text: str, other: str, new: str, data: st.DataObject) -> None:
    draft, twin = bench.draft(text), bench.draft(other)
    offset = data.draw(st.integers(0, len(text)))
    try:
        renaming = rename(draft, bench.bank, offset, new, twin)
    except RenameError:
        return
    for each, edits in ((draft, renaming.draft), (twin, renaming.twin)):
        ordered = sorted(edits, key=lambda edit: edit.span)
        assert all(one.span.end <= two.span.start for one, two in pairwise(ordered))
        apply(each.text.source, edits)
