"""Dates as sources give them: to the day, the month or the year, read or not."""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass

_NOTATION = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(\?)?")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or the month or year in which it lies.

    `first` and `last` are the earliest and the latest day that may be meant. `verified` is
    false where nobody has read the date in a source. Written in the notation of the
    Extended Date/Time Format (Library of Congress, level 1): ``2024-07-12``, ``2024-07``,
    ``2024``, each with a ``?`` behind it when it is not verified.
    """

    first: dt.date
    last: dt.date
    verified: bool = True

    @classmethod
    def parse(cls, text: str) -> "Day":
        """Read the notation; raise `ValueError` for anything else."""
        match = _NOTATION.fullmatch(text)
        try:
            if match is None:
                raise ValueError
            year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
            first = dt.date(year, month, day)
        except ValueError:
            message = f"“{text}” is no date: write 2024-07-12, 2024-07 or 2024 (with ? if it was not read)"
            raise ValueError(message) from None
        if match[2] is None:
            last = dt.date(year, 12, 31)
        elif match[3] is None:
            last = first.replace(day=monthrange(year, month)[1])
        else:
            last = first
        return cls(first, last, verified=match[4] is None)

    @classmethod
    def exact(cls, day: dt.date) -> "Day":
        """Return a verified day."""
        return cls(day, day)

    @property
    def is_exact(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last

    @property
    def written(self) -> str:
        """The date in ISO 8601, as far as it is known, without the mark of doubt."""
        if self.is_exact:
            return self.first.isoformat()
        return f"{self.first:%Y-%m}" if self.first.month == self.last.month else f"{self.first:%Y}"

    def __str__(self) -> str:
        return self.written + ("" if self.verified else "?")
