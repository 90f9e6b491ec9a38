"""The quotations of the catalogue: each rule speaks, or keeps silent, where the catalogue says so.

Each line of ``catalogue.tsv`` quotes a statement. The rule runs on the statement as of its own
date (or the one given), with a paragraph added at its end where the quotation is from a part that the
corpus leaves out; a finding counts when it, or a place that it points to, touches the quotation.
"""

import csv
from pathlib import Path

import pytest

from phrasebank.text.span import Span
from precedent_ls.checks.catalogue import catalogue
from precedent_ls.checks.finding import Finding, InDraft
from tests.checks.bench import Bench

with (Path(__file__).parent / "catalogue.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['code']}: {row['quote']}")
def test_quotation(row: dict[str, str], bench: Bench) -> None:
    code, quote = row["code"], row["quote"]
    if code not in catalogue():
        pytest.skip("not yet in the catalogue")
    twin = bench.statement(row["statement"][:-2] + ("fr" if row["statement"].endswith("en") else "en"))
    draft = bench.statement(row["statement"], row["date"], row["added"], row["release"] or "")
    assert draft is not None
    text = draft.text.source
    start = text.rindex(quote) if row["added"] else text.index(quote, text.index("\n---\n"))
    findings = [each for each in bench.run(draft, twin, asked=code) if each.rule == code]
    touched = any(touches(finding, Span(start, start + len(quote))) for finding in findings)
    assert touched is (row["expected"] == "speaks"), [
        text[each.span.start : each.span.end] for each in findings
    ]


def touches(finding: Finding, quote: Span) -> bool:
    places = [finding.span]
    places += [each.place.span for each in finding.evidence if isinstance(each.place, InDraft)]
    return any(span.start < quote.end and quote.start < span.end for span in places)
