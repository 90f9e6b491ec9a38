"""The variable parts of a text: what differs from one statement to the next where all else is the same.

A date, a number, an ordinal, both countries in whichever order and a person's name are one part each,
however many words they have. One country alone is none: “Secretary” goes on from “and U.S.”, but nothing
that does goes on from “and Canada”.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from string import ascii_lowercase
from typing import Final, NamedTuple

from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from precedent_ls.checks.dates import MONTHS
from precedent_ls.checks.ordinals import ordinal_written


class Kind(StrEnum):
    """What may stand in the place of what. No word has such a key."""

    MONTH = "<month>"
    DAY = "<day>"  #: of a month
    YEAR = "<year>"
    DATE = "<date>"  #: with a year
    NUMBER = "<number>"
    ORDINAL = "<ordinal>"
    COUNTRY = "<country>"  #: both of them; of one, a word
    PERSON = "<person>"


#: The key of a word that is known from nowhere, which may well be a name.
STRANGER: Final = "?"


class Part(NamedTuple):
    """A word, or a variable part: `symbol` is the word's key or what kind of part it is."""

    symbol: str
    keys: tuple[str, ...]

    @property
    def is_variable(self) -> bool:
        """Whether other words may stand in its place."""
        return isinstance(self.symbol, Kind)


class Variables:
    """Tells variable parts by the keys of their words.

    Parameters
    ----------
    people
        The words of people's names.
    """

    def __init__(self, people: Collection[str]) -> None:
        self._people = people
        self.kind = lru_cache(maxsize=1 << 14)(self._kind)

    def _kind(self, key: str) -> Kind | None:
        """Return what sort of variable part a word is by itself, if it is any."""
        if key == STRANGER:
            return Kind.PERSON
        if key in _COUNTRIES:
            return Kind.COUNTRY
        if key in _MONTHS:
            return Kind.MONTH
        if _YEAR.fullmatch(key):
            return Kind.YEAR
        if key.isdigit() or key == "1er":
            return Kind.NUMBER
        if key in _ORDINALS or _ORDINAL.fullmatch(key):
            return Kind.ORDINAL
        return Kind.PERSON if key in self._people else None

    def reading(self, context: Sequence[str]) -> tuple[Part, ...]:
        """Return the parts of a context, the last first; none if none of them is variable."""
        if not any(map(self.kind, context)):
            return ()
        parts = tuple(self.parts(context))[::-1]
        return parts if any(part.is_variable for part in parts) else ()

    def may_open(self, key: str) -> bool:
        """Tell whether a variable part may begin with a word."""
        return key in _ARTICLES or self.kind(key) is not None

    def parts(self, keys: Sequence[str]) -> Iterator[Part]:
        """Yield the words of a text, those that are one variable part together."""
        start = 0
        while start < len(keys):
            kind, end = self._part(keys, start)
            yield Part(kind or keys[start], tuple(keys[start:end]))
            start = end

    def _part(self, keys: Sequence[str], start: int) -> tuple[Kind | None, int]:
        """Return the kind of the part that begins at `start`, None for a word, and its end."""
        first = _behind(keys, start, _ARTICLES)
        kind = self.kind(keys[first]) if first < len(keys) else None
        if kind is not Kind.COUNTRY:
            first, kind = start, self.kind(keys[start])
        if kind is None:
            return None, start + 1
        end = first + 1
        while (following := self._following(keys, end, kind)) is not None:
            kind, end = following
        named = set(keys[first:end])
        if kind is Kind.COUNTRY and not (named & _CANADA and named & _UNITED_STATES):
            return None, start + 1
        return kind, end

    def _following(self, keys: Sequence[str], at: int, kind: Kind) -> tuple[Kind, int] | None:
        """Return how a part goes on at `at`."""
        if kind is Kind.COUNTRY:
            at = _behind(keys, _behind(keys, at, _JOINING), _ARTICLES)
        elif kind is Kind.PERSON:
            at = _behind(keys, at, ascii_lowercase)
        other = self.kind(keys[at]) if at < len(keys) else None
        joint = _JOINT.get((kind, other)) if other else None
        return None if joint is None else (joint, at + 1)


def _behind(keys: Sequence[str], at: int, passed: Collection[str]) -> int:
    return at + 1 if at < len(keys) and keys[at] in passed else at


#: What two parts are together.
_JOINT = {
    (Kind.MONTH, Kind.NUMBER): Kind.DAY,
    (Kind.NUMBER, Kind.MONTH): Kind.DAY,
    (Kind.MONTH, Kind.YEAR): Kind.DATE,
    (Kind.DAY, Kind.YEAR): Kind.DATE,
    (Kind.COUNTRY, Kind.COUNTRY): Kind.COUNTRY,
    (Kind.PERSON, Kind.PERSON): Kind.PERSON,
}

_MONTHS = {folded(month, accents=True) for months in MONTHS.values() for month in months}
_ORDINALS = {
    folded(ordinal_written(value, like="a", language=language), accents=True)
    for value in range(1, 21)
    for language in Language
}
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|e|re|eme)")
_CANADA = frozenset({"canada"})
_UNITED_STATES = frozenset({"united", "states", "us", "etats", "unis"})
_COUNTRIES = _CANADA | _UNITED_STATES
_ARTICLES = {"the", "le", "les"}
_JOINING = {"and", "et"}
_YEAR = re.compile(r"(?:19|20)\d\d")
