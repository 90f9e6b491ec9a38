"""SARIF 2.1.0, as code scanning services read it (OASIS, "Static Analysis Results Interchange Format")."""

import json
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from phrasebank.text.span import Span
from precedent_ls.checks.catalogue import catalogue
from precedent_ls.checks.finding import (
    Evidence,
    Finding,
    Fix,
    InDraft,
    InRegister,
    InStatement,
    InTwin,
    Severity,
)
from precedent_ls.cli.formats.checked import Checked
from precedent_ls.draft.snapshot import Draft
from precedent_ls.draft.text import Text

Json = dict[str, Any]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def write(checked: Sequence[Checked], out: TextIO) -> None:
    """Write one run with all findings and the rules behind them."""
    codes = sorted({finding.rule for each in checked for finding in each.findings})
    driver = {
        "name": "precedent-ls",
        "semanticVersion": version("precedent-ls"),
        "rules": [_rule(code) for code in codes],
    }
    results = [_result(each, finding, codes) for each in checked for finding in each.findings]
    run = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "results": results}
    json.dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _rule(code: str) -> Json:
    rule = catalogue()[code]
    page = files("precedent_ls.checks.pages").joinpath(f"{code}.md").read_text(encoding="utf-8")
    title = page.partition("\n")[0].partition(": ")[2]
    return {
        "id": code,
        "shortDescription": {"text": title[:1].upper() + title[1:]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _level(rule.severity), "enabled": rule.on},
    }


def _level(severity: Severity) -> str:
    return _LEVELS.get(severity, "note")


def _result(checked: Checked, finding: Finding, codes: Sequence[str]) -> Json:
    draft, uri = checked.subject.draft, _uri(checked.subject.name)
    related = [_related(checked, each) for each in finding.evidence]
    fixes = [_fix(draft.text, uri, each) for each in finding.fixes if each.edits]
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": codes.index(finding.rule),
        "level": _level(finding.severity),
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _physical(draft.text, uri, finding.span)}],
    }
    if related:
        result["relatedLocations"] = _each_once(related)
    if fixes:
        result["fixes"] = _each_once(fixes)
    return result


def _each_once(items: Iterable[Json]) -> list[Json]:
    """Return the items without repetitions, which the schema forbids."""
    return list({json.dumps(each, sort_keys=True): each for each in items}.values())


def _related(checked: Checked, evidence: Evidence) -> Json:
    subject = checked.subject
    place: Json = {}
    match evidence.place:
        case InDraft(span):
            place = {"physicalLocation": _physical(subject.draft.text, _uri(subject.name), span)}
        case InTwin(span) if isinstance(subject.twin, Draft):
            place = {"physicalLocation": _physical(subject.twin.text, subject.twin.uri, span)}
        case InStatement(statement):
            place = {"logicalLocations": [{"name": statement, "kind": "statement"}]}
        case InRegister(entry):
            place = {"logicalLocations": [{"name": entry, "kind": "register entry"}]}
    return {**place, "message": {"text": evidence.message}}


def _fix(text: Text, uri: str, fix: Fix) -> Json:
    replacements = [
        {"deletedRegion": _region(text, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": uri}, "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _physical(text: Text, uri: str, span: Span) -> Json:
    return {"artifactLocation": {"uri": uri}, "region": _region(text, span)}


def _region(text: Text, span: Span) -> Json:
    (line, column), (end_line, end_column) = map(text.position, span)
    return {
        "startLine": line + 1,
        "startColumn": column + 1,
        "endLine": end_line + 1,
        "endColumn": end_column + 1,
    }


def _uri(name: str) -> str:
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
