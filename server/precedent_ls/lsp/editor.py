"""What the server asks of the client."""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from phrasebank.bank import Sources
from precedent_ls.lsp.client import Client
from precedent_ls.workspace import NAME

if TYPE_CHECKING:
    from precedent_ls.lsp.server import PrecedentServer

logger = logging.getLogger(__name__)

#: Seconds after which a client that does not answer is taken to keep no settings.
PATIENCE = 3.0

_SECTION = "precedent"
_WATCHERS = "precedent-files"


class Editor:
    """The way back to the client; it is asked for nothing that it cannot do."""

    def __init__(self, server: "PrecedentServer", client: Client) -> None:
        self._server = server
        self._client = client
        self._watched: list[types.FileSystemWatcher] = []

    async def settings(self, folders: Sequence[str]) -> tuple[object, list[object]] | None:
        """Return its settings: everywhere, and for each folder; None if it keeps none to ask for."""
        if not self._client.configuration:
            return None
        items = [types.ConfigurationItem(section=_SECTION, scope_uri=uri) for uri in (None, *folders)]
        asking = self._server.workspace_configuration_async(types.ConfigurationParams(items))
        try:
            answer = await asyncio.wait_for(asking, PATIENCE)
        except Exception:
            logger.warning("the client did not tell its settings", exc_info=True)
            return None
        everywhere, *by_folder = answer or [None]
        return everywhere, by_folder

    def report_settings(self) -> None:
        """Have changes of settings reported."""
        if self._client.registers_configuration:
            options = types.DidChangeConfigurationRegistrationOptions(section=_SECTION)
            self._register("precedent-settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, options)

    def report_files(self, sources: Iterable[Sources]) -> None:
        """Have changes of ``precedent.toml``, of statements and of registers reported."""
        if not self._client.registers_watchers:
            return
        patterns: list[types.GlobPattern] = [f"**/{NAME}"]
        for each in sources:
            patterns += [self._pattern(folder, "**/*.md") for folder in each.folders]
            patterns += [self._pattern(file.parent, file.name) for file in each.registers]
        watched = [types.FileSystemWatcher(pattern) for pattern in patterns]
        if watched == self._watched:
            return
        if self._watched:
            gone = types.Unregistration(_WATCHERS, types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
            self._server.client_unregister_capability(types.UnregistrationParams([gone]))
        self._watched = watched
        options = types.DidChangeWatchedFilesRegistrationOptions(watched)
        self._register(_WATCHERS, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)

    def complain(self, messages: Sequence[str]) -> None:
        """Show that something the person wrote cannot be used."""
        text = "\n".join(messages)
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, text))

    def _pattern(self, folder: Path, pattern: str) -> types.GlobPattern:
        if self._client.relative_patterns:
            return types.RelativePattern(folder.as_uri(), pattern)
        return f"{folder.as_posix()}/{pattern}"

    def _register(self, name: str, method: str, options: object) -> None:
        registration = types.Registration(name, method, options)
        self._server.client_register_capability(types.RegistrationParams([registration]))
