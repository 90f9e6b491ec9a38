"""Years, days and words such as “yesterday”, the same in both languages."""

import re
from collections.abc import Iterator

from phrasebank.text.fold import fold
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.pair_tokens import Token
from precedent_ls.checks.per_reading import per_reading
from precedent_ls.draft.snapshot import Reading

YEAR = re.compile(r"(?:19|20)\d\d\Z")
#: What stands before the second of two years.
_SECOND = re.compile(r"\b\d{4}[-–]\Z")

_MONTHS = {
    Language.EN: [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    Language.FR: [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ],
}
_MONTH_OF = {
    language: {name: number for number, name in enumerate(names, 1)} for language, names in _MONTHS.items()
}
_DAY = re.compile(r"(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?\Z")


@per_reading
def days(reading: Reading) -> Iterator[Token]:
    """Yield the days of the year: “March 22”, « le 22 mars »."""
    words = reading.words
    for index, word in enumerate(words):
        month = _MONTH_OF[reading.language].get(word.key)
        neighbor = index + 1 if reading.language is Language.EN else index - 1
        if month is None or not 0 <= neighbor < len(words):
            continue
        match = _DAY.match(words[neighbor].key)
        if match:
            first, last = sorted((index, neighbor))
            yield Token((month, int(match["day"])), Span(words[first].start, words[last].end))


_RELATIVE = {
    Language.EN: {
        "yesterday": "yesterday",
        "today": "today",
        "tomorrow": "tomorrow",
        "last year": "last year",
        "next year": "next year",
    },
    Language.FR: {
        "hier": "yesterday",
        "aujourd'hui": "today",
        "demain": "tomorrow",
        "l'annee derniere": "last year",
        "l'annee passee": "last year",
        "l'an passe": "last year",
        "l'an dernier": "last year",
        "l'annee prochaine": "next year",
        "l'an prochain": "next year",
    },
}
_RELATIVE_PATTERN = {
    language: re.compile(r"\b(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")\b")
    for language, words in _RELATIVE.items()
}


#: Today’s world, the world of today: no day.
_NOWADAYS = re.compile(r".*(?:\b(?:of|d'|encore|until|jusqu'a) ?(?:today|aujourd'hui)|today's)", re.DOTALL)


@per_reading
def dates(reading: Reading) -> Iterator[Token]:
    """Yield years, days and words such as “yesterday”."""
    yield from days(reading)
    for word in reading.words:
        if YEAR.match(word.key) and not _SECOND.search(reading.text[max(0, word.start - 6) : word.start]):
            yield Token(word.key, Span(word.start, word.end))
    text = fold(reading.text, accents=True)
    for match in _RELATIVE_PATTERN[reading.language].finditer(text.text):
        if _NOWADAYS.match(text.text[max(0, match.start() - 8) : match.end() + 2]):
            continue
        yield Token(_RELATIVE[reading.language][match[0]], text.source_span(*match.span()))
