"""What code scanning services read: SARIF 2.1.0, with what of its schema we use written down here."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from precedent_ls.cli.main import main

DRAFT = """---
statement: cbcf
date: 2026-12-03
language: en
twin: fr.md
---

😀 The Trilateral Fentanyl Commission met 40 times; the Trilateral Fentanyl Commission has 9 members.
"""
TWIN = """---
statement: cbcf
date: 2026-12-03
language: fr
twin: a b.md
---

😀 Le Comité trilatéral sur le fentanyl s’est réuni 41 fois; le Comité trilatéral sur le fentanyl a 9 membres.
"""


def closed(required: str = "", **properties: Any) -> dict[str, Any]:
    """Return the schema of an object: only these keys, and some of them needed."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def several(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": True}


TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = closed("text", text=TEXT, markdown=TEXT)
ARTIFACT = closed("", uri={"type": "string", "format": "uri-reference", "pattern": r"^[^ ]+$"})
REGION = closed(
    "startLine startColumn endLine endColumn",
    startLine=COUNT,
    startColumn=COUNT,
    endLine=COUNT,
    endColumn=COUNT,
)
PHYSICAL = closed("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
LOCATION = closed(
    "",
    physicalLocation=PHYSICAL,
    logicalLocations=several(closed("", name=TEXT, kind=TEXT)),
    message=MESSAGE,
)
REPLACEMENT = closed("deletedRegion", deletedRegion=REGION, insertedContent=closed("text", text=TEXT))
CHANGE = closed(
    "artifactLocation replacements",
    artifactLocation=ARTIFACT,
    replacements={"type": "array", "items": REPLACEMENT, "minItems": 1},
)
FIX = closed("artifactChanges", description=MESSAGE, artifactChanges=several(CHANGE, 1))
RULE = closed(
    "id",
    id=TEXT,
    shortDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=closed("", level=LEVEL, enabled={"type": "boolean"}),
)
RESULT = closed(
    "message",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations={"type": "array", "items": LOCATION},
    relatedLocations=several(LOCATION),
    fixes=several(FIX),
)
DRIVER = closed("name", name=TEXT, semanticVersion=TEXT, rules=several(RULE))
RUN = closed(
    "tool",
    tool=closed("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = closed("version runs", **{"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": several(RUN)})


@pytest.fixture
def log(
    own_cache: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    monkeypatch.chdir(tmp_path)
    Path("a b.md").write_text(DRAFT, encoding="utf-8")
    Path("fr.md").write_text(TWIN, encoding="utf-8")
    assert main(["check", "a b.md", "fr.md", "--format", "sarif"]) == 1
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_valid(log: dict[str, Any]) -> None:
    errors = [f"{list(each.path)}: {each.message}" for each in Draft202012Validator(LOG).iter_errors(log)]
    assert errors == []


def test_result(log: dict[str, Any]) -> None:
    (run,) = log["runs"]
    result = next(each for each in run["results"] if each["ruleId"] == "instrument-wrong")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "instrument-wrong"
    assert result["level"] == "error"
    region = {"startLine": 8, "startColumn": 8, "endLine": 8, "endColumn": 38}
    assert result["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "a%20b.md"}, "region": region}}
    ]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert len(change["replacements"]) == 2
    assert change["replacements"][0]["insertedContent"] == {"text": "Trilateral Fentanyl Committee"}


def test_evidence_in_the_twin(log: dict[str, Any]) -> None:
    results = [each for each in log["runs"][0]["results"] if each["ruleId"] == "pair-number"]
    related = [
        place["physicalLocation"]["artifactLocation"]["uri"]
        for each in results
        for place in each["relatedLocations"]
    ]
    assert [Path(uri).name for uri in related] == ["fr.md", "a%20b.md"]
