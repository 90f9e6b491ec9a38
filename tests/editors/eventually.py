"""Waiting for an editor: ask again until it is so, never sleep and hope."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 60.0
PAUSE = 0.03


def eventually(
    what: str, look: Callable[[], T], accept: Callable[[T], object] = bool, *, within: float = PATIENCE
) -> T:
    """Give what `look` sees as soon as `accept` agrees to it.

    Parameters
    ----------
    what
        What is waited for, in words, for the message of a failure.
    within
        Seconds until it is given up; far more than it ever takes, as a slow machine is no failure.

    Raises
    ------
    AssertionError
        When the time is up; with what was seen last.
    """
    deadline = time.monotonic() + within
    while True:
        seen = look()
        if accept(seen):
            return seen
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {within:.0f} s in vain for {what}; last seen:\n{seen}")
        time.sleep(PAUSE)
