"""Typed access to one table of a register file; every mistake becomes a `Problem`."""

import datetime as dt
import difflib
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from phrasebank.register.day import Day
from phrasebank.register.model import Problem

E = TypeVar("E", bound=StrEnum)


class Fields:
    """The keys of one table, each asked for once by its type.

    What is missing or of the wrong type yields the empty value; `close` reports the keys
    that nobody asked for.
    """

    def __init__(self, data: dict[str, object], file: str, line: int, problems: list[Problem]) -> None:
        self.data = data
        self.file = file
        self.line = line
        self.entry = str(data.get("id", ""))
        self.problems = problems
        self.prefix = ""  #: what stands before the keys in messages
        self.asked: set[str] = set()

    def wrong(self, key: str, message: str) -> None:
        """Report a mistake."""
        self.problems.append(Problem(self.file, self.entry, self.prefix + key, message, self.line))

    def raw(self, key: str) -> object:
        """Return the value as TOML has it; None if there is none."""
        self.asked.add(key)
        return self.data.get(key)

    def text(self, key: str) -> str:
        """Return a string."""
        value = self.raw(key)
        if value is None:
            return ""
        if isinstance(value, str):
            return value.strip()
        self.wrong(key, "must be a text in quotes")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; a single one may stand without brackets."""
        value = self.raw(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value.strip(),)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(each.strip() for each in value)
        self.wrong(key, "must be a list of texts")
        return ()

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.wrong(key, "must be true or false")
        return default

    def number(self, key: str) -> int | None:
        """Return a whole number."""
        value = self.raw(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self.wrong(key, "must be a whole number")
        return None

    def choice(self, key: str, among: type[E]) -> E | None:
        """Return one of a few words."""
        value = self.text(key)
        if not value:
            return None
        try:
            return among(value)
        except ValueError:
            self.wrong(key, f"must be one of: {', '.join(among)}; not “{value}”")
            return None

    def day(self, key: str) -> Day | None:
        """Return a date, as a TOML date or in the notation of `Day`."""
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return Day.exact(value)
        try:
            return Day.parse(str(value))
        except ValueError as error:
            self.wrong(key, str(error))
            return None

    def close(self, known: Iterable[str] = ()) -> None:
        """Report the keys that were not asked for; `known` are words they may be meant for."""
        for key in self.data.keys() - self.asked:
            near = difflib.get_close_matches(key, sorted({*self.asked, *known}), n=1)
            self.wrong(key, "unknown key" + (f"; did you mean “{near[0]}”?" if near else ""))
