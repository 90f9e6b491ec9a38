"""The log: what happened, never what was written.

An exception's message and the source lines of a traceback may quote a draft, so neither
reaches the log: only the kind of the exception and where it was raised.
"""

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

logger = logging.getLogger("precedent_ls")

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class DiscreetFormatter(logging.Formatter):
    """Names exceptions and their places without quoting anything."""

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - the base class's name
        """Return one line for the exception and one for each frame."""
        kind, _, trace = ei
        frames = traceback.StackSummary.extract(traceback.walk_tb(trace), lookup_lines=False)
        places = (f"    {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
        return "\n".join([f"  {kind.__name__ if kind else 'exception'}", *places])


def open_journal(file: Path | None) -> None:
    """Log to `file`, or what matters to standard error.

    Raises
    ------
    OSError
        The file cannot be written.
    """
    handler: logging.Handler
    if file is None:
        handler, level = logging.StreamHandler(sys.stderr), logging.WARNING
    else:
        handler, level = logging.FileHandler(file, encoding="utf-8"), logging.INFO
    handler.setFormatter(DiscreetFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logger.setLevel(level)
    # pygls and asyncio put message bodies into their records; ours say what is needed.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
