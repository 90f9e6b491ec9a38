"""Ends the server when the editor that started it is gone."""

import asyncio
import os
import sys
from collections.abc import Callable

#: Seconds between two looks where the system cannot tell by itself.
INTERVAL = 3.0


def watch_parent(process: int, gone: Callable[[], None]) -> None:
    """Call `gone` when there is no process of this id, or no longer.

    On Windows, where to ask may be to end the process, the end of the input has to do.
    """
    if sys.platform == "win32" or not 0 < process < 1 << 31:
        return
    loop = asyncio.get_running_loop()
    try:
        descriptor = os.pidfd_open(process)
    except ProcessLookupError:
        gone()
    except (AttributeError, OSError):
        _look(loop, process, gone)
    else:

        def ended() -> None:
            loop.remove_reader(descriptor)
            os.close(descriptor)
            gone()

        loop.add_reader(descriptor, ended)


def _look(loop: asyncio.AbstractEventLoop, process: int, gone: Callable[[], None]) -> None:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        gone()
        return
    except OSError:
        pass  # alive, and not ours to signal
    loop.call_later(INTERVAL, _look, loop, process, gone)
