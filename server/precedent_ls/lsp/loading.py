"""Loads a phrasebank beside the conversation, and shows it where that takes its time."""

import asyncio
from itertools import count
from typing import TYPE_CHECKING

from lsprotocol import types

from phrasebank.bank import Phrasebank, Sources
from phrasebank.index.builders import Builders
from phrasebank.index.volumes import Progress

if TYPE_CHECKING:
    from precedent_ls.lsp.server import PrecedentServer

_tokens = count(1)


async def load(server: "PrecedentServer", sources: Sources) -> Phrasebank:
    """Return the phrasebank of `sources`. Cancelling this stops the building."""
    builders, meter = Builders(), Meter(server)
    loop = asyncio.get_running_loop()

    def report(done: int, total: int) -> None:  # from another thread
        loop.call_soon_threadsafe(meter.report, done, total)

    try:
        return await asyncio.to_thread(_open, sources, builders, report)
    except asyncio.CancelledError:
        builders.stop()
        raise
    finally:
        meter.end()


def _open(sources: Sources, builders: Builders, progress: Progress) -> Phrasebank:
    bank = Phrasebank.open(sources, builders=builders, progress=progress)
    _ = bank.matcher  # made here, lest the first request wait for it
    return bank


class Meter:
    """A progress bar in the client, there from the first report on."""

    def __init__(self, server: "PrecedentServer") -> None:
        self._progress = server.work_done_progress
        self._token = f"precedent-{next(_tokens)}"
        self._beginning: asyncio.Task[None] | None = None
        self._begun = not server.client.progress  # to a client that has no bars, nothing is sent
        self._silent = self._begun

    def report(self, done: int, total: int) -> None:
        """Show how much is done, in any unit."""
        if self._beginning is None and not self._silent:
            self._beginning = asyncio.create_task(self._begin())
        elif self._begun and not self._silent:
            percentage = 100 * done // total if total else 0
            self._progress.report(self._token, types.WorkDoneProgressReport(percentage=percentage))

    def end(self) -> None:
        """Take the bar away."""
        if self._begun and not self._silent:
            self._progress.end(self._token, types.WorkDoneProgressEnd())
        elif self._beginning is not None:
            self._beginning.cancel()
        self._silent = True

    async def _begin(self) -> None:
        try:
            await self._progress.create_async(self._token)
        except Exception:
            self._silent = True
            return
        title = types.WorkDoneProgressBegin("Indexing statements", percentage=0)
        self._progress.begin(self._token, title)
        self._begun = True
