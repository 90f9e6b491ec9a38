"""What stands before the word that is being typed."""

from typing import NamedTuple

from precedent_ls.assist.completion.openings import Section
from precedent_ls.assist.completion.tuning import CONTEXT


class Context(NamedTuple):
    """What the next word is predicted from.

    Attributes
    ----------
    keys
        The tokens before it, the nearest last.
    capital
        Whether the nearest has a capital, as `Unit.capital` tells it.
    gap
        The spaces and marks typed since; empty where they do not matter.
    section
        Where the paragraph stands that is begun; None inside of one.
    """

    keys: tuple[str, ...]
    capital: bool | None = None
    gap: str = ""
    section: Section | None = None

    @property
    def mark(self) -> str:
        """The gap, if it is more than a space."""
        return "" if self.gap == " " else self.gap

    def then(self, keys: tuple[str, ...], capital: bool | None) -> "Context":
        """Return the context once more tokens are typed, the last of which may have a `capital` or none."""
        return Context((*self.keys, *keys)[-CONTEXT:], capital)
