"""What some answers need and the first ones do not is made ready while nobody types.

It is done beside the loop, but a key that is typed meanwhile would have to share the processor.
"""

import asyncio
from importlib import import_module
from math import inf

from phrasebank.bank import Phrasebank

#: Seconds after which something is made ready: later than the first answers.
LULL = 2.0

#: Seconds without an edit before it is.
QUIET = 1.0


class Preparation:
    """Makes phrasebanks ready; to be told of each edit."""

    def __init__(self) -> None:
        self._edited = -inf  # seconds of the loop's clock

    def edited(self) -> None:
        """Take note that somebody types."""
        self._edited = asyncio.get_running_loop().time()

    async def prepare(self, bank: Phrasebank) -> None:
        """Load what a hover or a certain key needs, and align the twins, before anyone has to wait for it."""
        await asyncio.sleep(LULL)
        await self._quiet()
        await asyncio.to_thread(import_module, "precedent_ls.lsp.requests.hover")
        from precedent_ls.assist.complete import prepare  # noqa: PLC0415 - initialize need not wait
        from precedent_ls.assist.twin import align_twins  # noqa: PLC0415 - loads the parser

        for work in (prepare, align_twins):
            await self._quiet()
            await asyncio.to_thread(work, bank)

    async def _quiet(self) -> None:
        loop = asyncio.get_running_loop()
        while (rest := self._edited + QUIET - loop.time()) > 0:
            await asyncio.sleep(rest)
