"""Long work, done beside the loop: whatever else is asked meanwhile is answered.

Reading or checking a draft as long as a book takes seconds. It is done in a thread of its
own, and the interpreter passes from one to the other often enough that nobody notices. What
is short is done in the loop, where it costs no passing on.
"""

import asyncio
from collections.abc import Callable, Hashable
from functools import partial
from threading import Thread
from time import thread_time
from typing import Any, TypeVar

Result = TypeVar("Result")

#: New characters of a draft beyond which reading it is long work: some 20 milliseconds.
LONG_TO_READ = 40_000

#: The same for checking it.
LONG_TO_CHECK = 2_000

#: Seconds of processor time beyond which work was long, and will be the next time.
LONG = 0.02

#: Seconds after which a thread that works lets the loop have its turn.
TURN = 0.001


class Work:
    """Does one piece of work at a time about each thing: here if it is short, else beside the loop."""

    def __init__(self) -> None:
        self._under_way: dict[Hashable, asyncio.Future[Any]] = {}
        self._took: dict[Hashable, float] = {}

    def is_long(self, about: Hashable) -> bool:
        """Tell whether work about this is under way, or took long the last time."""
        return about in self._under_way or self._took.get(about, -1.0) > LONG

    async def do(self, about: Hashable, work: Callable[[], Result], *, long: bool) -> Result:
        """Return what `work` returns, once what is under way about the same thing is done.

        Cancelling this does not stop work that has begun: what it has found out is of use later.

        Parameters
        ----------
        about
            What may not be worked on twice at a time.
        work
            Waits for nothing.
        long
            Whether it takes long for all one knows; what took long the last time counts as long anyway.
        """
        while (before := self._under_way.get(about)) is not None:
            await asyncio.wait({before})
        timed = partial(self._timed, about, work)
        if not long and not self.is_long(about):
            return timed()
        job = self._under_way[about] = _beside(timed)
        job.add_done_callback(lambda _: self._under_way.pop(about))
        return await asyncio.shield(job)

    def forget(self, about: Hashable) -> None:
        """Forget how long work about this took."""
        self._took.pop(about, None)

    def _timed(self, about: Hashable, work: Callable[[], Result]) -> Result:
        began = thread_time()
        try:
            return work()
        finally:
            self._took[about] = thread_time() - began


def _beside(work: Callable[[], Result]) -> "asyncio.Future[Result]":
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Result] = loop.create_future()

    def tell(answer: Callable[[], None]) -> None:
        try:
            loop.call_soon_threadsafe(answer)
        except RuntimeError:  # the conversation is over
            return

    def run() -> None:
        try:
            result = work()
        except Exception as error:
            tell(partial(future.set_exception, error))
        else:
            tell(partial(future.set_result, result))

    # A daemon, unlike a pool's threads: the end of the conversation waits for nobody.
    Thread(target=run, daemon=True, name="work").start()
    return future
