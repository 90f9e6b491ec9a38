"""Results that are worked out once for a phrasebank, and go when it goes."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from phrasebank.bank import Phrasebank

P = ParamSpec("P")
T = TypeVar("T")

#: Results of one function that are kept for one phrasebank.
_MOST = 4096


def kept(function: Callable[Concatenate[Phrasebank, P], T]) -> Callable[Concatenate[Phrasebank, P], T]:
    """Remember what a function of a phrasebank and of hashable values returned."""
    results: WeakKeyDictionary[Phrasebank, dict[Hashable, T]] = WeakKeyDictionary()

    @wraps(function)
    def remembered(bank: Phrasebank, /, *args: P.args, **kwargs: P.kwargs) -> T:
        known = results.setdefault(bank, {})
        key = (*args, *kwargs.items())
        if key not in known:
            if len(known) >= _MOST:
                known.clear()
            known[key] = function(bank, *args, **kwargs)
        return known[key]

    return remembered
