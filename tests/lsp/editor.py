"""An editor as the server sees it: a client, documents in a folder, a cursor in each."""

import asyncio
from asyncio import Queue
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pytest_lsp import LanguageClient

from precedent_ls.draft.text import Text

Got = TypeVar("Got")

FRONT = "---\nstatement: cbcf\ndate: 2026-12-03\nlanguage: {language}\n---\n\n"


def draft(text: str, language: str = "en") -> str:
    """Return `text` as a draft dated 2026."""
    return FRONT.format(language=language) + text


#: Seconds after which what does not come is a failure; nothing waits for them to pass.
PATIENCE = 60


async def soon(coming: Awaitable[Got]) -> Got:
    """Wait for what should come."""
    return await asyncio.wait_for(coming, PATIENCE)


class Editor:
    """A client with documents in a folder. A cursor is marked ``$0`` in a document's text."""

    def __init__(self, folder: Path, client: LanguageClient) -> None:
        self.folder = folder
        self.client = client
        self.published: Queue[types.PublishDiagnosticsParams] = Queue()
        self.refreshed: Queue[None] = Queue()
        self.lenses_refreshed: Queue[None] = Queue()
        self.shown: Queue[types.ShowMessageParams] = Queue()
        self.registered: Queue[types.RegistrationParams] = Queue()
        self.unregistered: Queue[types.UnregistrationParams] = Queue()
        queues: dict[str, Queue[Any]] = {
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: self.published,
            types.WORKSPACE_DIAGNOSTIC_REFRESH: self.refreshed,
            types.WORKSPACE_CODE_LENS_REFRESH: self.lenses_refreshed,
            types.WINDOW_SHOW_MESSAGE: self.shown,
            types.CLIENT_REGISTER_CAPABILITY: self.registered,
            types.CLIENT_UNREGISTER_CAPABILITY: self.unregistered,
        }
        for method, queue in queues.items():
            client.protocol.fm.features.pop(method, None)
            client.feature(method)(partial(lambda queue, params: queue.put_nowait(params), queue))

    async def initialize(
        self, capabilities: types.ClientCapabilities | None = None, **more: Any
    ) -> types.InitializeResult:
        params = types.InitializeParams(
            capabilities=capabilities or types.ClientCapabilities(),
            workspace_folders=[types.WorkspaceFolder(self.folder.as_uri(), self.folder.name)],
            **more,
        )
        return await self.client.initialize_session(params)

    async def until(self, question: Callable[[], Awaitable[object]]) -> None:
        """Ask again, each time the server says that things have changed, until the answer is yes."""
        async with asyncio.timeout(PATIENCE):
            while not await question():
                await self.refreshed.get()

    def open(self, text: str, name: str = "draft.md", language: str = "markdown") -> "Document":
        before, _, after = text.partition("$0")
        document = Document(self, (self.folder / name).as_uri(), before + after, len(before))
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(document.uri, language, document.version, document.text)
            )
        )
        return document


class Document:
    """An open document with a cursor."""

    def __init__(self, editor: Editor, uri: str, text: str, cursor: int) -> None:
        self.client = editor.client
        self.uri = uri
        self.text = text
        self.cursor = cursor
        self.version = 1
        self.identifier = types.TextDocumentIdentifier(uri)

    @property
    def position(self) -> types.Position:
        return types.Position(*Text(self.text).position(self.cursor))

    def type(self, text: str) -> None:
        """Put in `text` at the cursor, which moves behind it."""
        place = types.Range(self.position, self.position)
        self.change(types.TextDocumentContentChangePartial(range=place, text=text))
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)

    def change(self, *changes: types.TextDocumentContentChangeEvent) -> None:
        self.version += 1
        identifier = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, list(changes)))

    def close(self) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.identifier))

    async def complete(self, trigger: str | None = None) -> list[types.CompletionItem]:
        kind = (
            types.CompletionTriggerKind.TriggerCharacter if trigger else types.CompletionTriggerKind.Invoked
        )
        context = types.CompletionContext(kind, trigger)
        result = await self.client.text_document_completion_async(
            types.CompletionParams(self.identifier, self.position, context)
        )
        if result is None:
            return []
        assert isinstance(result, types.CompletionList)
        return list(result.items)

    async def ghost(self) -> str | None:
        context = types.InlineCompletionContext(types.InlineCompletionTriggerKind.Automatic)
        result = await self.client.text_document_inline_completion_async(
            types.InlineCompletionParams(context, self.identifier, self.position)
        )
        assert isinstance(result, types.InlineCompletionList), "null leaves the old ghost in Neovim"
        return str(result.items[0].insert_text) if result.items else None

    async def hover(self) -> str | None:
        result = await self.client.text_document_hover_async(
            types.HoverParams(self.identifier, self.position)
        )
        if result is None:
            return None
        assert isinstance(result.contents, types.MarkupContent)
        return result.contents.value

    async def pull(self, known: str | None = None) -> types.DocumentDiagnosticReport:
        return await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(self.identifier, previous_result_id=known)
        )

    def after(self, item: types.CompletionItem) -> str:
        """Return the text as an editor leaves it when the item is taken."""
        edit = item.text_edit
        assert isinstance(edit, types.TextEdit)
        text = Text(self.text)
        start, end = (
            text.offset(place.line, place.character) for place in (edit.range.start, edit.range.end)
        )
        return self.text[:start] + edit.new_text + self.text[end:]
