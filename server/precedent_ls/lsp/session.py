"""What one client has told us, and what follows from it.

Documents, folders and settings come from the client; phrasebanks and drafts are worked
out from them. Requests get a `View`: one version of all that.
"""

import asyncio
import datetime as dt
import secrets
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from functools import partial
from typing import Any, Protocol

from phrasebank.bank import Phrasebank, Sources
from precedent_ls.draft.files import NoTwin, path_of
from precedent_ls.lsp.client import Client
from precedent_ls.lsp.configuration import Configuration
from precedent_ls.lsp.documents import Change, Document, Documents
from precedent_ls.lsp.drafts import Drafts
from precedent_ls.lsp.editor import Editor
from precedent_ls.lsp.library import Library, Shelf
from precedent_ls.lsp.preparation import Preparation
from precedent_ls.lsp.view import Glimpse, View, WorkspaceView
from precedent_ls.lsp.work import LONG_TO_READ, Work
from precedent_ls.workspace import NAME, Scope, described

#: Seconds that someone who asked for something is kept waiting for the phrasebank.
PATIENCE = 2.0

#: Seconds without an edit after which a word counts as finished.
PAUSE = 1.0


class Listener(Protocol):
    """Who wants to know that findings may differ."""

    def changed(self, uri: str) -> None:
        """Take note that a document has a new version."""

    def settled(self, uri: str) -> None:
        """Take note that nobody types in a document for the moment."""

    def closed(self, uri: str) -> None:
        """Take note that a document is no longer open."""

    def all_changed(self) -> None:
        """Take note that settings, register or statements are others."""


class Session:
    """All state of one conversation.

    Parameters
    ----------
    client
        What the client can do.
    configuration
        The workspace's folders and what was said of settings so far.
    editor
        The way to ask the client.
    load
        Reads or builds a phrasebank without holding up the loop.
    """

    def __init__(
        self,
        client: Client,
        configuration: Configuration,
        editor: Editor,
        load: Callable[[Sources], Awaitable[Phrasebank]],
    ) -> None:
        self.client = client
        self.configuration = configuration
        self.documents = Documents(client.encoding)
        self.library = Library(load, self._swapped)
        self.listeners: list[Listener] = []
        self.work = Work()
        self._editor = editor
        self._drafts = Drafts(self.documents, configuration.scope)
        self._complaints: dict[object, tuple[str, ...]] = {}
        self._starting = False
        self._configured = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: dict[str, int] = {}
        self._generation = 0  # of settings
        self._preparation = Preparation()
        self._token = secrets.token_hex(4)  # identities of another session mean nothing here

    async def view(self, document: Document, *, patient: bool) -> View | None:
        """Return all that a request on this version reads.

        Waits for the phrasebank, as long as it takes for a `patient` one; None if it does not come.
        """
        if not self._configured.is_set():
            await self._started()
        scope = self.configuration.scope(path_of(document.uri))
        sources = scope.sources
        shelf = self.library.now(sources) or await self.library.get(sources, None if patient else PATIENCE)
        if shelf is not None and (unread := document.source.unread):
            read = partial(self._drafts.draft, document, shelf.bank, dt.date.today())
            await self.work.do(("read", document.uri), read, long=unread > LONG_TO_READ)
        return self._view(document, scope, shelf) if shelf else None

    def glimpse(self, document: Document) -> Glimpse | None:
        """Return what a request can look at without waiting; None while there is no phrasebank."""
        if not self._configured.is_set():
            return None
        shelf = self.library.now(self.configuration.scope(path_of(document.uri)).sources)
        return Glimpse(document.source.text, shelf.bank, self.client) if shelf else None

    async def workspace_view(self) -> WorkspaceView:
        """Return all that a request reads that is about no document, as far as it is there in time."""
        await self._started()
        wanted = dict.fromkeys(scope.sources for scope in self.configuration.scopes)
        shelves = [await self.library.get(sources, PATIENCE) for sources in wanted]
        return WorkspaceView(tuple(shelf.bank for shelf in shelves if shelf), self.client)

    def is_current(self, document: Document) -> bool:
        """Tell whether this is the document's last version."""
        return self.documents.get(document.uri) is document

    def _view(self, document: Document, scope: Scope, shelf: Shelf) -> View:
        today = dt.date.today()
        draft = self._drafts.draft(document, shelf.bank, today)
        twin, twin_version = self._drafts.twin(draft, shelf.bank, today)
        parts = (
            self._token,
            document.serial,
            twin_version,
            shelf.serial,
            self._generation,
            today.toordinal(),
        )
        return View(
            draft=draft,
            twin=None if isinstance(twin, NoTwin) else twin,
            no_twin=twin if isinstance(twin, NoTwin) else None,
            folder=scope.path,
            bank=shelf.bank,
            settings=scope.settings,
            client=self.client,
            identity=".".join(map(str, parts)),
            typed=document.typed,
            hold=partial(asyncio.get_running_loop().call_soon_threadsafe, self._hold, document),
            work=self.work,
        )

    def tied_to(self, uri: str) -> list[str]:
        """Return the open documents that name this one as their twin."""
        path = path_of(uri)
        return [] if path is None else self._drafts.tied_to(path)

    # What the client says.

    def start(self) -> None:
        """Ask for the editor's settings and load what they name."""
        if not self._starting:
            self._starting = True
            self._editor.report_settings()
            self._spawn(self._configure())

    def stop(self) -> None:
        """Let go of everything that is under way."""
        self.library.stop()
        for task in self._tasks:
            task.cancel()

    def open(self, uri: str, language: str, version: int, text: str) -> None:
        """Take a document."""
        self.documents.open(uri, language, version, text)
        self._changed(uri)

    def change(self, uri: str, version: int, changes: Sequence[Change]) -> None:
        """Follow a document's text."""
        if self.documents.change(uri, version, changes):
            self._preparation.edited()
            self._changed(uri)

    def saved(self, uri: str) -> None:
        """Take note that nobody types in this document for the moment, and that a file has changed."""
        if (document := self.documents.get(uri)) is not None:
            self._settle(document)
        if not self.client.registers_watchers:
            self.files_changed([uri])

    def close(self, uri: str) -> None:
        """Forget a document."""
        self.documents.close(uri)
        self._drafts.forget(uri)
        self._held.pop(uri, None)
        for kind in ("read", "check"):
            self.work.forget((kind, uri))
        for listener in self.listeners:
            listener.closed(uri)

    def change_folders(self, added: Iterable[str], removed: Iterable[str]) -> None:
        """Follow the workspace's folders."""
        self.configuration.change_folders(added, removed)
        self._spawn(self._configure())

    def settings_changed(self, pushed: object) -> None:
        """Take the editor's settings, from the message or by asking."""
        if self.client.configuration:
            self._spawn(self._configure())
        else:
            self.configuration.take(pushed)
            self._reconfigured()

    def files_changed(self, uris: Iterable[str]) -> None:
        """Read again what has changed on disk."""
        paths = {path for path in map(path_of, uris) if path is not None}
        if any(path.name == NAME for path in paths):
            self.configuration.read_files()
            self._reconfigured()
        self.library.refresh(paths)
        if any(self._drafts.tied_to(path) for path in paths):
            self._all_changed()

    # What follows.

    async def _started(self) -> None:
        """Wait for the settings, also of a client that forgot to say `initialized`."""
        self.start()
        await self._configured.wait()

    async def _configure(self) -> None:
        folders = self.configuration.folders
        given = await self._editor.settings(list(folders.values()))
        if given is not None:
            everywhere, by_folder = given
            self.configuration.take(everywhere, dict(zip(folders, by_folder, strict=False)))
        self._reconfigured()

    def _reconfigured(self) -> None:
        self._generation += 1
        self._configured.set()
        sources = list(dict.fromkeys(scope.sources for scope in self.configuration.scopes))
        self.library.keep(sources)
        self._editor.report_files(sources)
        self._complain("settings", map(str, self.configuration.problems))
        if self._generation > 1:
            self._all_changed()

    def _swapped(self, sources: Sources, bank: Phrasebank) -> None:
        self._complain(sources, map(described, bank.problems))
        self._all_changed()
        self._spawn(self._preparation.prepare(bank))

    def _complain(self, about: object, messages: Iterable[str]) -> None:
        """Show what was not wrong when we last looked."""
        before = self._complaints.get(about, ())
        now = self._complaints[about] = tuple(messages)
        if new := [each for each in now if each not in before]:
            self._editor.complain(new)

    def _hold(self, document: Document) -> None:
        """Look again at this version after a pause."""
        if self._held.get(document.uri) != document.serial:
            self._held[document.uri] = document.serial
            asyncio.get_running_loop().call_later(PAUSE, self._settle, document)

    def _settle(self, document: Document) -> None:
        if self.is_current(document) and self.documents.settle(document.uri):
            for listener in self.listeners:
                listener.settled(document.uri)

    def _changed(self, uri: str) -> None:
        for listener in self.listeners:
            listener.changed(uri)

    def _all_changed(self) -> None:
        for listener in self.listeners:
            listener.all_changed()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
