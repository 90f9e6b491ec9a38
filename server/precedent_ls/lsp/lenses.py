"""When code lenses are fetched anew though nobody typed: they were turned on or off, or a statement came."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from precedent_ls.lsp.server import PrecedentServer


class LensAnnouncer:
    """Asks the client to fetch code lenses when settings or statements are others."""

    def __init__(self, server: "PrecedentServer") -> None:
        self._server = server

    def changed(self, uri: str) -> None:
        """Do nothing: after an edit every client fetches them."""

    def settled(self, uri: str) -> None:
        """Do nothing: they don't depend on who types."""

    def closed(self, uri: str) -> None:
        """Do nothing: the client closed it."""

    def all_changed(self) -> None:
        """Ask for those of all documents."""
        self._server.workspace_code_lens_refresh(None)
