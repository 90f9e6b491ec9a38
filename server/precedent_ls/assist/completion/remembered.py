"""Results that an object remembers as long as it lives, in no circle.

An `lru_cache` of a bound method refers to the object that refers to it: what is made anew for each word
would pile up until garbage is collected, which takes longer than a keystroke may.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

Owner = TypeVar("Owner")
P = ParamSpec("P")
T = TypeVar("T")


def remembered(method: Callable[Concatenate[Owner, P], T]) -> Callable[Concatenate[Owner, P], T]:
    """Let an object with a ``__dict__`` remember what a method returned for hashable positional values."""
    name = f"_remembered_{method.__name__}"

    @wraps(method)
    def asked(self: Owner, /, *args: P.args, **kwargs: P.kwargs) -> T:
        known: dict[tuple[object, ...], T] = vars(self).setdefault(name, {})
        if args not in known:
            known[args] = method(self, *args, **kwargs)
        return known[args]

    return asked
