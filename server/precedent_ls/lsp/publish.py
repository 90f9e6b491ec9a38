"""When findings go to the client: sent to one that waits for them, announced to one that fetches them."""

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

from precedent_ls.lsp.session import PAUSE

if TYPE_CHECKING:
    from precedent_ls.lsp.server import PrecedentServer
    from precedent_ls.lsp.view import View


class Pusher:
    """Sends the findings on each open document, with its version, once no message waits to be read.

    A document has one job at most: edits that come while it waits are covered by it.
    """

    def __init__(self, server: "PrecedentServer") -> None:
        self._server = server
        self._jobs: dict[str, asyncio.Task[None]] = {}
        self._shown: set[str] = set()

    def changed(self, uri: str) -> None:
        """Send the findings on a document, and on those that name it as their twin."""
        for each in (uri, *self._server.session.tied_to(uri)):
            if each not in self._jobs:
                self._jobs[each] = asyncio.create_task(self._run(each))

    def settled(self, uri: str) -> None:
        """Send what was held back."""
        self.changed(uri)

    def all_changed(self) -> None:
        """Send the findings on every document."""
        for document in self._server.session.documents:
            self.changed(document.uri)

    def closed(self, uri: str) -> None:
        """Take the findings back."""
        if uri in self._jobs:
            self._jobs.pop(uri).cancel()
        if uri in self._shown:
            self._publish(uri, None, [])

    async def _run(self, uri: str) -> None:
        try:
            view = await self._view(uri)
            if self._jobs.get(uri) is asyncio.current_task():
                del self._jobs[uri]  # what changes from here on is a new job's
            if view is not None:
                from precedent_ls.lsp.requests.diagnostics import diagnostics  # noqa: PLC0415 - loads all checks

                found = await diagnostics(view)
                document = self._server.session.documents.get(uri)
                if document is not None and document.version == view.draft.version:
                    self._publish(uri, view.draft.version, found)
        except Exception:
            self._jobs.pop(uri, None)
            self._server.report_failure("diagnostics:push")

    async def _view(self, uri: str) -> "View | None":
        session = self._server.session
        while (document := session.documents.get(uri)) is not None:
            await asyncio.sleep(0)
            view = await session.view(document, patient=True)
            if view is None or session.is_current(document):
                return view
        return None

    def _publish(self, uri: str, version: int | None, diagnostics: list[types.Diagnostic]) -> None:
        if not diagnostics and uri not in self._shown:
            return
        if diagnostics:
            self._shown.add(uri)
        else:
            self._shown.discard(uri)
        params = types.PublishDiagnosticsParams(uri, diagnostics, version)
        self._server.text_document_publish_diagnostics(params)


class Announcer:
    """Asks a client that fetches findings to fetch them anew, where it cannot know of a change itself."""

    def __init__(self, server: "PrecedentServer") -> None:
        self._server = server
        self._waiting: asyncio.TimerHandle | None = None

    def changed(self, uri: str) -> None:
        """Ask, in the next pause, for the findings on drafts whose twin this is: not all clients do so."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        if self._server.session.tied_to(uri):
            self._waiting = asyncio.get_running_loop().call_later(PAUSE, self.all_changed)

    def closed(self, uri: str) -> None:
        """Do nothing: the client closed it."""

    def settled(self, uri: str) -> None:  # noqa: ARG002 - it is all documents or none
        """Ask for what was held back."""
        self.all_changed()

    def all_changed(self) -> None:
        """Ask for everything."""
        if self._server.client.refreshes_diagnostics:
            self._server.workspace_diagnostic_refresh(None)
