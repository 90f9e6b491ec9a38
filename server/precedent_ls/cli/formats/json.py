"""A list of objects, one for each finding; ranges are LSP's."""

import json
from collections.abc import Sequence
from typing import Any, TextIO

from phrasebank.text.span import Span
from precedent_ls.checks.finding import Evidence, Finding, Fix, InDraft, InRegister, InStatement, InTwin
from precedent_ls.cli.formats.checked import Checked
from precedent_ls.draft.snapshot import Draft
from precedent_ls.draft.text import Text


def write(checked: Sequence[Checked], out: TextIO) -> None:
    """Write the findings on all drafts as one list."""
    found = [_finding(each, finding) for each in checked for finding in each.findings]
    json.dump(found, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _finding(checked: Checked, finding: Finding) -> dict[str, Any]:
    text = checked.subject.draft.text
    return {
        "path": checked.subject.name,
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "range": _range(text, finding.span),
        "evidence": [_evidence(checked, each) for each in finding.evidence],
        "fixes": [_fix(text, each) for each in finding.fixes],
    }


def _evidence(checked: Checked, evidence: Evidence) -> dict[str, Any]:
    subject = checked.subject
    place: dict[str, Any]
    match evidence.place:
        case InDraft(span):
            place = {"path": subject.name, "range": _range(subject.draft.text, span)}
        case InTwin(span):
            twin = subject.twin
            place = {"uri": twin.uri, "range": _range(twin.text, span)} if isinstance(twin, Draft) else {}
        case InStatement(statement, span):
            place = {"statement": statement, "characters": list(span)}
        case InRegister(entry):
            place = {"entry": entry}
    return {"message": evidence.message, **place}


def _fix(text: Text, fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "preferred": fix.preferred,
        "exact": fix.exact,
        "edits": [{"range": _range(text, edit.span), "newText": edit.text} for edit in fix.edits],
    }


def _range(text: Text, span: Span) -> dict[str, dict[str, int]]:
    ends = zip(("start", "end"), map(text.position, span), strict=True)
    return {name: {"line": line, "character": column} for name, (line, column) in ends}
