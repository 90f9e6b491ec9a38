"""Servers that have loaded already: each is forked from one process that imported what all of them need."""

import asyncio
import gc
import multiprocessing
import os
import pkgutil
import socket
from collections.abc import Mapping
from multiprocessing.process import BaseProcess

import precedent_ls
from precedent_ls.lsp.server import converse
from precedent_ls.lsp.transport import LIMIT

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    [
        module.name
        for module in pkgutil.walk_packages(precedent_ls.__path__, "precedent_ls.")
        if not module.name.endswith("__main__")
    ]
)


def fork_server() -> tuple[BaseProcess, str, int]:
    """Start a server that waits for one client; return its process, host and port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        process = FORKS.Process(target=_serve, args=(listening, dict(os.environ)), daemon=True)
        process.start()
        host, port = listening.getsockname()
    return process, host, port


def _serve(listening: socket.socket, environment: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    gc.disable()  # as the command does
    with listening:
        client, _ = listening.accept()
    raise SystemExit(asyncio.run(_converse(client)))


async def _converse(client: socket.socket) -> int:
    return await converse(*await asyncio.open_connection(sock=client, limit=LIMIT))
