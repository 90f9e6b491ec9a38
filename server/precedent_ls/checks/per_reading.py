"""What a paragraph says is worked out once, and forgotten with the paragraph."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from precedent_ls.draft.snapshot import Reading

Item = TypeVar("Item")


def per_reading(function: Callable[[Reading], Iterable[Item]]) -> Callable[[Reading], tuple[Item, ...]]:
    """Keep what `function` returns of a reading for as long as the reading lasts."""
    known: WeakKeyDictionary[Reading, tuple[Item, ...]] = WeakKeyDictionary()

    @wraps(function)
    def remembered(reading: Reading) -> tuple[Item, ...]:
        found = known.get(reading)
        if found is None:
            found = known[reading] = tuple(function(reading))
        return found

    return remembered
