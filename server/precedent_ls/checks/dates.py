"""Days in words, and words as days."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from phrasebank.text.language import Language

MONTHS = {
    Language.EN: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    Language.FR: (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip


def written(day: dt.date, language: Language) -> str:
    """Return the day as a statement writes it: “March 22, 2022”, « 22 mars 2022 », « 1er mai 2023 »."""
    month = MONTHS[language][day.month - 1]
    if language is Language.FR:
        return f"{day.day}{'er' if day.day == 1 else ''} {month} {day.year}"
    return f"{month} {day.day}, {day.year}"


def months_named(text: str, language: Language) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield first and last day of each year, month or day that `text` gives as a date.

    A year that is part of a name (the 2021 Roadmap) is none.
    """
    names = MONTHS[language]
    for match in _DATED[language].finditer(text):
        year = int(match["year"])
        month = match["month"]
        if not 1900 <= year <= 2100:
            continue
        if month is None:
            yield dt.date(year, 1, 1), dt.date(year, 12, 31)
        else:
            number = [name.casefold() for name in names].index(month.casefold()) + 1
            first = dt.date(year, number, 1)
            following = dt.date(year + number // 12, number % 12 + 1, 1)
            yield first, following - dt.timedelta(days=1)


def _dated(prepositions: str, before_month: str, after_month: str, names: Sequence[str]) -> re.Pattern[str]:
    month = rf"{before_month}(?P<month>{'|'.join(names)}){after_month}\s+"
    return re.compile(rf"\b(?:{month}|(?:{prepositions})\s+)(?P<year>\d{{4}})\b(?![-–]\w)", re.IGNORECASE)


_DATED = {
    Language.EN: _dated(
        "in|since|until|during|from|before|after", "", r"(?:\s+\d{1,2},)?", MONTHS[Language.EN]
    ),
    Language.FR: _dated("en|depuis|dès|avant|après|jusqu[’']en", "", "", MONTHS[Language.FR]),
}
