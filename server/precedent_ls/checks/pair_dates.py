"""Years, months, days and words such as “yesterday”, the same in both languages."""

import re
from collections.abc import Iterator
from itertools import pairwise

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
    """Yield the days of the year, both of a span: “March 22”, « du 3 au 5 juin », “3 June”."""
    words = reading.words
    for index, word in enumerate(words):
        month = _MONTH_OF[reading.language].get(word.key)
        if month is None:
            continue
        for step in (1, -1) if reading.language is Language.EN else (-1,):
            found = list(_days_beside(reading, index, step))
            for place, day in found:
                first, last = sorted((index if place == found[0][0] else place, place))
                yield Token((month, day), Span(words[first].start, words[last].end))
            if found:
                break


def _days_beside(reading: Reading, index: int, step: int) -> Iterator[tuple[int, int]]:
    """Yield the words beside a month that are its days, from the nearest on; two make a span."""
    words = reading.words
    place = index + step
    for _ in range(2):
        if not 0 <= place < len(words):
            return
        match = _DAY.match(words[place].key)
        if match is None:
            return
        yield place, int(match["day"])
        beyond = place + step
        if not 0 <= beyond < len(words):
            return
        left, right = sorted((place, beyond))
        if words[beyond].key in _TO:
            place = beyond + step
        elif reading.text[words[left].end : words[right].start] in _DASHES:
            place = beyond
        else:
            return


_TO = frozenset({"to", "and", "through", "au", "et"})
_DASHES = frozenset({"-", "‑", "–"})


def _months(reading: Reading) -> Iterator[Token]:
    """Yield months of a year without a day: “June 2027”, « juin 2027 »."""
    words = reading.words
    dated = {token.span.end for token in days(reading)} | {token.span.start for token in days(reading)}
    for word, after in pairwise(words):
        month = _MONTH_OF[reading.language].get(word.key)
        if month and YEAR.match(after.key) and not dated & {word.start, word.end}:
            yield Token(("month", month), Span(word.start, after.end))


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
    """Yield years, months, days and words such as “yesterday”."""
    yield from days(reading)
    yield from _months(reading)
    for word in reading.words:
        if YEAR.match(word.key) and not _SECOND.search(reading.text[max(0, word.start - 6) : word.start]):
            yield Token(word.key, Span(word.start, word.end))
    text = fold(reading.text, accents=True)
    for match in _RELATIVE_PATTERN[reading.language].finditer(text.text):
        if _NOWADAYS.match(text.text[max(0, match.start() - 8) : match.end() + 2]):
            continue
        yield Token(_RELATIVE[reading.language][match[0]], text.source_span(*match.span()))
