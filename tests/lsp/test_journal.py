"""The log says what went wrong and quotes nothing; a failing feature answers empty and says so once."""

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from lsprotocol import types

from precedent_ls.cli.connection import SERVER, Connection, RequestError
from precedent_ls.lsp import features
from precedent_ls.lsp.client import Client
from precedent_ls.lsp.journal import open_journal
from precedent_ls.lsp.server import PrecedentServer
from precedent_ls.lsp.view import View

SECRET = "narwhals will be banned"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    open_journal(tmp_path / "log")
    yield tmp_path / "log"
    root.handlers[0].close()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
async def server(own_cache: None) -> AsyncIterator[PrecedentServer]:
    """Return a server that nobody listens to, with one document."""
    server = PrecedentServer()
    server.begin(Client(), types.InitializeParams(types.ClientCapabilities()))
    server.session.start()
    server.session.open("untitled:1", "markdown", 1, SECRET)
    yield server
    server.session.stop()


HOVER = types.HoverParams(types.TextDocumentIdentifier("untitled:1"), types.Position(0, 0))


async def test_a_failing_feature(
    server: PrecedentServer, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(view: View, _: types.HoverParams) -> None:
        raise ValueError(view.draft.text.source)

    monkeypatch.setattr(features, "_function", lambda _: fail)
    for _ in range(3):
        assert await server.protocol.fm.features[types.TEXT_DOCUMENT_HOVER](HOVER) is None
    log = journal.read_text(encoding="utf-8")
    assert log.count("hover:hover failed") == 1
    assert "ValueError" in log
    assert f"{Path(__file__).name}:" in log
    assert SECRET not in log


async def test_nothing_of_a_conversation_is_quoted(tmp_path: Path, own_cache: None) -> None:
    file = tmp_path / "log"
    program = SERVER[2].replace("main([])", f"main(['--log-file', {str(file)!r}])")
    connection = await Connection.start(*SERVER[:2], program)
    await connection.initialize({})
    document = {"uri": "untitled:1", "languageId": "markdown", "version": 1, "text": SECRET}
    connection.notify("textDocument/didOpen", {"textDocument": document})
    connection.notify("textDocument/didOpen", {"textDocument": {"uri": 3, "text": SECRET}})
    connection.notify("textDocument/didChange", {"textDocument": document, "contentChanges": SECRET})
    connection.notify(
        "textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": [SECRET]}]}
    )
    connection.notify("x/y", {"text": SECRET})
    connection.write_bytes(f"Content-Length: 9\r\n\r\n{SECRET}".encode())
    with pytest.raises(RequestError):
        await connection.request("textDocument/hover", {"textDocument": document, "position": SECRET})
    with pytest.raises(RequestError):
        await connection.request(SECRET, {})
    assert await connection.end() == 0
    log = file.read_text(encoding="utf-8")
    assert "textDocument/didOpen cannot be read at $.params.text_document" in log
    assert SECRET not in log
