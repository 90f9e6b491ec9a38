"""A client as editors are, and the server as they start it."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from pytest_lsp.client import make_test_lsp_client

from precedent_ls.cli.connection import SERVER, Connection
from tests.lsp.editor import Editor


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment in which the server has a cache of its own, shared by all tests of a run."""
    cache = tmp_path_factory.getbasetemp().parent / "cache"
    return {**os.environ, "XDG_CACHE_HOME": str(cache)}


@pytest.fixture
async def editor(tmp_path: Path, environment: dict[str, str]) -> AsyncIterator[Editor]:
    """Start a server and a client that has not said anything yet."""
    client = make_test_lsp_client()
    await client.start_io(*SERVER, env=environment)
    yield Editor(tmp_path, client)
    await client.shutdown_session()
    await client.stop()  # type: ignore[no-untyped-call]


@pytest.fixture
async def connect(environment: dict[str, str]) -> AsyncIterator[Callable[[], Awaitable[Connection]]]:
    """Start servers to talk to in bare messages."""
    started: list[Connection] = []

    async def start() -> Connection:
        connection = await Connection.start(env=environment)
        started.append(connection)
        return connection

    yield start
    for connection in started:
        if connection.process.returncode is None:
            connection.process.kill()
        await connection.wait()
