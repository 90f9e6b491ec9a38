"""The command line reports what the editor shows, neither more nor less."""

import json
from pathlib import Path
from typing import Any

import pytest

from precedent_ls.cli.connection import Connection
from precedent_ls.cli.main import main

DRAFTS = Path(__file__).parent.parent / "drafts"


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize("draft", sorted(DRAFTS.glob("*.md")), ids=lambda path: path.name)
async def test_same_findings(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(draft), "--format", "json"])
    reported = [_key(each, "rule") for each in json.loads(capsys.readouterr().out)]
    connection = await Connection.start()
    await connection.initialize({"textDocument": {"diagnostic": {}}})
    text = draft.read_text(encoding="utf-8")
    document = {"uri": draft.as_uri(), "languageId": "markdown", "version": 1, "text": text}
    connection.notify("textDocument/didOpen", {"textDocument": document})
    shown = await connection.request("textDocument/diagnostic", {"textDocument": document})
    await connection.end()
    assert [_key(each, "code") for each in shown["items"]] == reported


def _key(finding: dict[str, Any], code: str) -> tuple[str, str, str]:
    return finding[code], finding["message"], json.dumps(finding["range"], sort_keys=True)
