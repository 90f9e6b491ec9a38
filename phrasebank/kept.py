"""Results that are worked out once for an object, and go when it goes.

The object itself holds them. A cache of a bound method would hold the object in turn, and what is made
anew for each word would pile up in such circles until garbage is collected, which takes longer than a
keystroke may.
"""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

Owner = TypeVar("Owner")
P = ParamSpec("P")
T = TypeVar("T")

#: Results of one function that are kept for one object; then all are forgotten.
_MOST = 4096


def kept(function: Callable[Concatenate[Owner, P], T]) -> Callable[Concatenate[Owner, P], T]:
    """Remember what a function of an object with a ``__dict__`` and of hashable values returned."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(owner: Owner, /, *args: P.args, **kwargs: P.kwargs) -> T:
        known: dict[tuple[Hashable, ...], T] = vars(owner).setdefault(name, {})
        key = (*args, *kwargs.items()) if kwargs else args
        if key not in known:
            if len(known) >= _MOST:
                known.clear()
            known[key] = function(owner, *args, **kwargs)
        return known[key]

    return remembered
