"""Whatever is asked and however, completion answers or drops it, and the next request is unharmed."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from lsprotocol import types

from precedent_ls.cli.connection import Connection, RequestError
from tests.lsp.editor import Document, Editor, draft

FORMULA = "Building on the success of previous CBCF meetings"
FRENCH = "Forts du succès des réunions précédentes du FCT"

#: A text that every position is counted past, and its language.
BEFORE = {
    "emoji": "🇨🇦 « Émus 🎉 ». ",
    "line ends": "One.\r\n\r\nTwo.\rThree.\r\n\r\n",
    "a line end that is none": "Quebec and Québec met.\u2028 ",
}


async def after_each(document: Document) -> list[str]:
    return [document.after(item) for item in await document.complete()]


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize(
    ("typed", "formula", "language"),
    [("Building on the success of $0", FORMULA, "en"), ("Forts du succès des $0", FRENCH, "fr")],
)
async def test_positions(editor: Editor, before: str, typed: str, formula: str, language: str) -> None:
    await editor.initialize()
    for line_end in ("\n", "\r\n"):
        whole = draft(before + typed + "\n\nMore.\n", language).replace("\r\n", "\n").replace("\n", line_end)
        document = editor.open(whole, f"{len(line_end)}.md")
        assert whole.replace(typed, formula) in await after_each(document)
        ghost = await document.ghost()
        assert ghost
        document.type(ghost)
        assert await document.complete()


async def test_a_position_beyond_the_document(editor: Editor) -> None:
    await editor.initialize()
    document = editor.open(draft("Building on the success of $0"))
    for line, character in ((10**6, 0), (0, 10**6), (10**6, 10**6), (2**31 - 1, 2**31 - 1)):
        position = types.Position(line, character)
        await editor.client.text_document_completion_async(
            types.CompletionParams(document.identifier, position)
        )
        context = types.InlineCompletionContext(types.InlineCompletionTriggerKind.Automatic)
        await editor.client.text_document_inline_completion_async(
            types.InlineCompletionParams(context, document.identifier, position)
        )
    assert draft(FORMULA) in await after_each(document)


async def test_a_selected_item_beyond_the_document(editor: Editor) -> None:
    await editor.initialize()
    document = editor.open(draft("Building on the success of $0"))
    for start, end in ((10**6, 2), (0, 10**6), (9, 3)):
        place = types.Range(types.Position(6, start), types.Position(6, end))
        context = types.InlineCompletionContext(
            types.InlineCompletionTriggerKind.Automatic, types.SelectedCompletionInfo(place, "of previous")
        )
        result = await editor.client.text_document_inline_completion_async(
            types.InlineCompletionParams(context, document.identifier, document.position)
        )
        assert isinstance(result, types.InlineCompletionList)
        assert not result.items
    assert await document.ghost()


async def test_a_line_of_five_megabytes(editor: Editor) -> None:
    await editor.initialize()
    long = editor.open(draft("word " * 1_000_000 + "Building on the success of $0"), "long.md")
    await long.complete()
    await long.ghost()
    long.type("\n\nBuilding on the success of ")
    assert any(each.endswith(FORMULA) for each in await after_each(long))


Connect = Callable[[], Awaitable[Connection]]

URI = "file:///drafts/draft.md"
PLACE = {"textDocument": {"uri": URI}, "position": {"line": 4, "character": 12}}
GHOST = PLACE | {"context": {"triggerKind": 2}}


async def opened(connect: Connect) -> Connection:
    connection = await connect()
    await connection.initialize({"textDocument": {"inlineCompletion": {}}})
    text = "---\nstatement: cbcf\n---\n\nBuilding on the success of "
    item = {"uri": URI, "languageId": "markdown", "version": 1, "text": text}
    connection.notify("textDocument/didOpen", {"textDocument": item})
    return connection


async def answered(connection: Connection) -> Any:
    return (await connection.request("textDocument/completion", PLACE))["items"]


@pytest.mark.parametrize(
    ("method", "params"), [("textDocument/completion", PLACE), ("textDocument/inlineCompletion", GHOST)]
)
async def test_a_thousand_cancelled_at_once(connect: Connect, method: str, params: dict[str, Any]) -> None:
    connection = await opened(connect)
    before = await answered(connection)
    sent = [connection.send(method, params) for _ in range(1000)]
    for number, _ in sent:
        connection.notify("$/cancelRequest", {"id": number})
    answers = await asyncio.gather(*(answer for _, answer in sent), return_exceptions=True)
    assert {each.code for each in answers if isinstance(each, RequestError)} <= {-32800}
    assert await answered(connection) == before
    assert await connection.end() == 0


async def test_a_version_that_is_gone(connect: Connect) -> None:
    connection = await opened(connect)
    before = await answered(connection)
    behind = {"line": 4, "character": 27}
    requests = [connection.expect() for _ in range(20)]
    messages: list[dict[str, Any]] = []
    for version, (number, _) in enumerate(requests, start=2):
        edit = {"range": {"start": behind, "end": behind}, "text": "x" if version % 2 else " "}
        change = {"textDocument": {"uri": URI, "version": version}, "contentChanges": [edit]}
        messages += [
            {"id": number, "method": "textDocument/completion", "params": PLACE},
            {"method": "textDocument/didChange", "params": change},
        ]
    connection.write(*messages)
    assert [await answer for _, answer in requests] == [None] * 20
    assert await answered(connection) == before
    assert await connection.end() == 0


async def test_a_document_that_is_closed(connect: Connect) -> None:
    connection = await opened(connect)
    number, answer = connection.expect()
    connection.write(
        {"id": number, "method": "textDocument/completion", "params": PLACE},
        {"method": "textDocument/didClose", "params": {"textDocument": {"uri": URI}}},
    )
    await answer
    assert await connection.request("textDocument/completion", PLACE) is None
    assert await connection.request("textDocument/inlineCompletion", GHOST) == {"items": []}
    assert await connection.end() == 0
