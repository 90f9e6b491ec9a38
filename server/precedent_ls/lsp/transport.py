"""Bytes in, bytes out: message framing, and standard streams as asyncio has them best.

pygls reads each header line through a thread pool. Where the loop itself can watch the
pipes, a message costs a quarter of that, and a client that is slow to read blocks nothing.
"""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from threading import Thread
from typing import Protocol

#: Longer messages are refused: no draft is that long, and the length may be garbage.
LONGEST = 1 << 29

#: How much a reader takes in before it makes the client wait, and the longest line it looks at.
LIMIT = 1 << 18

_LENGTH = re.compile(rb"content-length:[ \t]*(\d+)\s*$", re.IGNORECASE)


class Output(Protocol):
    """Where messages are written."""

    def write(self, data: bytes) -> None:
        """Send `data` without waiting for it to be read."""

    def close(self) -> None:
        """Send nothing more."""

    async def wait_closed(self) -> None:
        """Return when what was written before closing is gone."""


async def bodies(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """Yield the body of each message until the input ends.

    What is no message is skipped: after it, the next header line that can be found, even
    behind other text on its line, starts a message again.
    """
    length: int | None = None
    while True:
        try:
            line = await reader.readline()
        except ValueError:
            continue  # longer than any header; the reader has dropped it
        if not line:
            return
        if line.strip():
            if match := _LENGTH.search(line):
                announced = int(match[1]) if len(match[1]) < 12 else LONGEST + 1
                length = announced if announced <= LONGEST else None
        elif length is not None:
            try:
                body = await reader.readexactly(length)
            except asyncio.IncompleteReadError:
                return
            length = None
            yield body


async def open_streams(inlet: int, outlet: int) -> tuple[asyncio.StreamReader, Output]:
    """Return reader and writer of two file descriptors."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=LIMIT)
    # Non-blocking mode belongs to the open file: where both are one (a terminal, a socket), it
    # would reach the output too, and outlive us in the terminal.
    if sys.platform == "win32" or os.path.sameopenfile(inlet, outlet):
        return _read_in_thread(reader, inlet), BlockingOutput(outlet)
    output: Output
    source, sink = (os.fdopen(each, mode, 0, closefd=False) for each, mode in ((inlet, "rb"), (outlet, "wb")))
    try:
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), source)
    except ValueError:  # a file
        _read_in_thread(reader, inlet)
    try:
        output = PipeOutput(*await loop.connect_write_pipe(_Outlet, sink))
    except ValueError:
        output = BlockingOutput(outlet)
    return reader, output


class _Outlet(asyncio.BaseProtocol):
    def __init__(self) -> None:
        self.lost = asyncio.get_running_loop().create_future()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        if not self.lost.done():
            self.lost.set_result(None)


class PipeOutput:
    """A pipe that the loop watches."""

    def __init__(self, transport: asyncio.WriteTransport, protocol: _Outlet) -> None:
        self._transport = transport
        self._protocol = protocol

    def write(self, data: bytes) -> None:
        """Send `data`, or keep it until the pipe takes it; drop it when nobody reads any more."""
        if not self._transport.is_closing():
            self._transport.write(data)

    def close(self) -> None:
        """Send nothing more."""
        self._transport.close()

    async def wait_closed(self) -> None:
        """Return when the pipe has taken everything."""
        await self._protocol.lost


class BlockingOutput:
    """A file, a terminal, or any pipe where the loop cannot watch pipes."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def write(self, data: bytes) -> None:
        """Send `data`; drop it when nobody reads any more."""
        view = memoryview(data)
        try:
            while view and self._descriptor is not None:
                view = view[os.write(self._descriptor, view) :]
        except OSError:
            self._descriptor = None

    def close(self) -> None:
        """Send nothing more."""
        self._descriptor = None

    async def wait_closed(self) -> None:
        """Return at once: nothing is kept."""


def _read_in_thread(reader: asyncio.StreamReader, descriptor: int) -> asyncio.StreamReader:
    loop = asyncio.get_running_loop()

    def pump() -> None:
        # `os.read`, not the buffered file: its lock would be held when the interpreter ends.
        try:
            while data := os.read(descriptor, LIMIT):
                loop.call_soon_threadsafe(reader.feed_data, data)
            loop.call_soon_threadsafe(reader.feed_eof)
        except (OSError, RuntimeError):  # closed; or the loop has ended
            return

    Thread(target=pump, daemon=True, name="stdin").start()
    return reader
