"""A rule that fails is silent; the others go on."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

Item = TypeVar("Item")

_log = logging.getLogger(__name__)
_failed: set[str] = set()


def guarded(code: str, ask: Callable[..., Iterable[Item]], *given: object) -> list[Item]:
    """Return what a rule's function yields, or nothing when it raises.

    A rule is logged once, by its code and the line that raised: an exception's own words may
    hold the draft's text.
    """
    try:
        return list(ask(*given))
    except Exception as error:
        if code not in _failed:
            _failed.add(code)
            last = extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.lineno}"
            _log.error("rule %s failed: %s in %s", code, type(error).__name__, place)
        return []


def failed() -> frozenset[str]:
    """Return the rules that have failed since the program began."""
    return frozenset(_failed)
