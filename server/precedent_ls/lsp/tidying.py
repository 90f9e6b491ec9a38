"""Garbage is collected while nobody types.

A full collection walks through everything that is alive, which takes longer than a
keystroke may, and in a long draft longer than a pause is sure to last. So the frequent, cheap
ones go on, and the full one waits until nobody is there.
"""

import asyncio
import gc
from collections.abc import Callable

#: Seconds without a message between two keys.
GAP = 0.05

#: Seconds without a message that count as a pause.
PAUSE = 1.0

#: Seconds without a message after which nobody is there.
ABSENCE = 60.0

#: New containers before a young collection, young ones before a middle one; never a full one by itself.
THRESHOLDS = (10_000, 20, 4_000_000)


class Tidier:
    """Collects garbage in pauses; to be told of each message."""

    def __init__(self) -> None:
        self._after = (_After(GAP, glance), _After(PAUSE, sweep), _After(ABSENCE, tidy))
        gc.set_threshold(*THRESHOLDS)

    def busy(self) -> None:
        """Take note of a message."""
        for each in self._after:
            each.busy()


class _After:
    """Does something when there was no message for so many seconds."""

    def __init__(self, seconds: float, do: Callable[[], None]) -> None:
        self._seconds = seconds
        self._do = do
        self._last = 0.0
        self._waiting = False

    def busy(self) -> None:
        loop = asyncio.get_running_loop()
        self._last = loop.time()
        if not self._waiting:
            self._waiting = True
            loop.call_later(self._seconds, self._look)

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        rest = self._last + self._seconds - loop.time()
        if rest > 0:
            loop.call_later(rest, self._look)
            return
        self._waiting = False
        self._do()


def glance() -> None:
    """Collect what is newest: no key has to wait until that is much."""
    gc.collect(0)


def sweep() -> None:
    """Collect what is new and can go, and keep the rest: not all that a long draft consists of."""
    gc.collect(1)
    keep()


def tidy() -> None:
    """Collect what can go, and keep the rest."""
    gc.unfreeze()
    gc.collect()
    keep()


def keep() -> None:
    """Take all there is for permanent, so that no collection has to walk through it."""
    gc.freeze()
    gc.enable()
