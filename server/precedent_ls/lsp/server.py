"""The server: one process, one client."""

import asyncio
import logging
import sys
from collections.abc import Collection
from functools import cached_property, partial
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path

from precedent_ls import __version__
from precedent_ls.lsp import features
from precedent_ls.lsp.client import Client
from precedent_ls.lsp.lenses import LensAnnouncer
from precedent_ls.lsp.parent import watch_parent
from precedent_ls.lsp.protocol import Protocol, Stage
from precedent_ls.lsp.publish import Announcer, Pusher
from precedent_ls.lsp.tidying import Tidier
from precedent_ls.lsp.transport import LIMIT, Output, bodies, open_streams
from precedent_ls.lsp.work import TURN

if TYPE_CHECKING:
    from precedent_ls.lsp.session import Session

logger = logging.getLogger(__name__)

#: Seconds that the last messages get to leave.
FAREWELL = 2.0


class PrecedentServer(LanguageServer):
    """Answers one client. `client` and `session` are there once `initialize` was received."""

    protocol: Protocol
    client: Client

    def __init__(self) -> None:
        super().__init__("precedent-ls", __version__, protocol_cls=Protocol, max_workers=1)
        self._failures: set[str] = set()

    def begin(self, client: Client, params: types.InitializeParams) -> None:
        """Take what `initialize` says."""
        self.client = client
        self._params = params
        features.install(self, client)
        if params.process_id is not None:
            watch_parent(params.process_id, self.protocol.over.set)

    @cached_property
    def session(self) -> "Session":
        """What the client has told us; made after `initialize` was answered, for it loads more."""
        from precedent_ls.lsp.configuration import Configuration  # noqa: PLC0415
        from precedent_ls.lsp.editor import Editor  # noqa: PLC0415
        from precedent_ls.lsp.loading import load  # noqa: PLC0415
        from precedent_ls.lsp.session import Session  # noqa: PLC0415

        configuration = Configuration(_folders(self._params), self._params.initialization_options, _rules)
        session = Session(self.client, configuration, Editor(self, self.client), partial(load, self))
        session.listeners.append(Announcer(self) if self.client.pulls_diagnostics else Pusher(self))
        if self.client.refreshes_lenses:
            session.listeners.append(LensAnnouncer(self))
        return session

    def report_failure(self, feature: str) -> None:
        """Log an exception, once for each feature: a failing one fails at each key."""
        level = logging.DEBUG if feature in self._failures else logging.ERROR
        self._failures.add(feature)
        logger.log(level, "%s failed", feature, exc_info=True)

    def report_server_error(self, error: Exception, source: object) -> None:
        """Log instead of showing the client what it can do nothing about."""
        name = getattr(source, "__name__", "pygls")
        logger.error("%s", name, exc_info=(type(error), error, error.__traceback__))


async def converse(reader: asyncio.StreamReader, output: Output) -> int:
    """Serve one client until it says `exit` or is gone; return the exit code the specification asks for."""
    sys.setswitchinterval(TURN)
    server = PrecedentServer()
    protocol = server.protocol
    protocol.set_writer(output)
    reading = asyncio.create_task(_read(reader, protocol))
    over = asyncio.create_task(protocol.over.wait())
    await asyncio.wait({reading, over}, return_when=asyncio.FIRST_COMPLETED)
    reading.cancel()
    over.cancel()
    if "session" in vars(server):
        server.session.stop()
    output.close()
    try:
        await asyncio.wait_for(output.wait_closed(), FAREWELL)
    except TimeoutError:
        logger.warning("the client did not take the last messages")
    return 0 if protocol.stage is Stage.SHUT_DOWN else 1


async def _read(reader: asyncio.StreamReader, protocol: Protocol) -> None:
    tidier = Tidier()
    async for body in bodies(reader):
        tidier.busy()
        protocol.receive(body)
        if protocol.over.is_set():
            return


async def serve_pipes(inlet: int, outlet: int) -> int:
    """Serve the client at two file descriptors."""
    return await converse(*await open_streams(inlet, outlet))


async def serve_tcp(host: str, port: int) -> int:
    """Serve the first client that connects.

    Raises
    ------
    OSError
        The address cannot be used.
    """
    streams: asyncio.Future[tuple[asyncio.StreamReader, asyncio.StreamWriter]]
    streams = asyncio.get_running_loop().create_future()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if streams.done():
            writer.close()
        else:
            streams.set_result((reader, writer))

    listening = await asyncio.start_server(connected, host, port, limit=LIMIT)
    for socket in listening.sockets:
        logger.warning("listening on %s port %s", *socket.getsockname()[:2])
    first = await streams
    listening.close()
    return await converse(*first)


def _rules() -> Collection[str]:
    from precedent_ls.checks.catalogue import catalogue  # noqa: PLC0415 - loads every check

    return catalogue()


def _folders(params: types.InitializeParams) -> list[str]:
    if params.workspace_folders is not None:
        return [folder.uri for folder in params.workspace_folders]
    root = params.root_uri or (params.root_path and from_fs_path(params.root_path))
    return [root] if root else []
