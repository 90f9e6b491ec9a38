"""The phrasebanks in use, loaded behind the conversation and swapped whole.

There is one for each set of sources that a workspace folder names; all folders of one
set share it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from phrasebank.bank import Phrasebank, Sources
from precedent_ls.lsp.tidying import keep

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A phrasebank in use; `serial` differs between any two of a session."""

    bank: Phrasebank
    serial: int


@dataclass(slots=True)
class _Slot:
    shelf: Shelf | None = None
    loading: asyncio.Task[None] | None = None
    again: bool = False
    ready: asyncio.Event = field(default_factory=asyncio.Event)


class Library:
    """The phrasebank of each set of sources.

    Parameters
    ----------
    load
        Reads or builds a phrasebank without holding up the loop.
    swapped
        Called after a phrasebank was put in place of none or of an older one.
    """

    def __init__(
        self, load: Callable[[Sources], Awaitable[Phrasebank]], swapped: Callable[[Sources, Phrasebank], None]
    ) -> None:
        self._load = load
        self._swapped = swapped
        self._slots: dict[Sources, _Slot] = {}
        self._serials = count(1)

    def now(self, sources: Sources) -> Shelf | None:
        """Return the phrasebank, or None while it is loaded for the first time."""
        slot = self._slots.get(sources)
        return slot.shelf if slot else None

    async def get(self, sources: Sources, patience: float | None = None) -> Shelf | None:
        """Return the phrasebank; wait for it up to `patience` seconds, or as long as it takes.

        None if it did not come in time or could not be loaded at all.
        """
        slot = self._slots.get(sources) or self._start(sources)
        if slot.shelf is None:
            try:
                await asyncio.wait_for(slot.ready.wait(), patience)
            except TimeoutError:
                return None
        return slot.shelf

    def keep(self, wanted: Iterable[Sources]) -> None:
        """Have these loaded, and let go of all others."""
        wanted = set(wanted)
        for sources in wanted - self._slots.keys():
            self._start(sources)
        for sources in self._slots.keys() - wanted:
            self._stop(self._slots.pop(sources))

    def refresh(self, changed: Iterable[Path]) -> None:
        """Load again what is made of changed files. The old ones serve until the new ones are there."""
        changed = tuple(changed)
        for sources, slot in self._slots.items():
            if not any(_is_part(path, sources) for path in changed):
                continue
            if slot.loading is None:
                slot.loading = asyncio.create_task(self._run(sources, slot))
            else:
                slot.again = True

    def stop(self) -> None:
        """Load nothing more."""
        for slot in self._slots.values():
            self._stop(slot)

    def _start(self, sources: Sources) -> _Slot:
        slot = self._slots[sources] = _Slot()
        slot.loading = asyncio.create_task(self._run(sources, slot))
        return slot

    @staticmethod
    def _stop(slot: _Slot) -> None:
        if slot.loading is not None:
            slot.loading.cancel()

    async def _run(self, sources: Sources, slot: _Slot) -> None:
        slot.again = True
        while slot.again:
            slot.again = False
            try:
                bank = await self._load(sources)
            except Exception:
                logger.exception("the phrasebank cannot be loaded")
                continue
            slot.shelf = Shelf(bank, next(self._serials))
            keep()
            slot.ready.set()
            self._swapped(sources, bank)
        slot.ready.set()
        slot.loading = None


def _is_part(path: Path, sources: Sources) -> bool:
    return path in sources.registers or any(path.is_relative_to(folder) for folder in sources.folders)
