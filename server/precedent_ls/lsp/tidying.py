"""Garbage is collected while nobody types.

A full collection walks through everything that is alive, which takes longer than a
keystroke may. So the frequent, cheap ones go on, and the full one waits for a pause.
"""

import asyncio
import gc

#: Seconds without a message that count as a pause.
PAUSE = 5.0

#: New containers before a young collection, young ones before a middle one; never a full one by itself.
THRESHOLDS = (20_000, 20, 1_000_000)


class Tidier:
    """Collects garbage in pauses; to be told of each message."""

    def __init__(self) -> None:
        self._last = 0.0
        self._waiting = False
        gc.set_threshold(*THRESHOLDS)

    def busy(self) -> None:
        """Take note of a message."""
        loop = asyncio.get_running_loop()
        self._last = loop.time()
        if not self._waiting:
            self._waiting = True
            loop.call_later(PAUSE, self._look)

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        rest = self._last + PAUSE - loop.time()
        if rest > 0:
            loop.call_later(rest, self._look)
            return
        self._waiting = False
        tidy()


def tidy() -> None:
    """Collect what can go, and keep the rest."""
    gc.unfreeze()
    gc.collect()
    keep()


def keep() -> None:
    """Take all there is for permanent, so that no collection has to walk through it."""
    gc.freeze()
    gc.enable()
