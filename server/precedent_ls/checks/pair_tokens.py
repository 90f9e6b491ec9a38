"""What has to be the same in two languages, whatever words say it: numbers, years, days, names.

A token has a `value` that does not depend on the language, so that tokens of a draft and of
its twin can be held against each other.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from phrasebank.text.fold import fold, folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.per_reading import per_reading
from precedent_ls.draft.snapshot import Paragraph, Reading


class Token(NamedTuple):
    """Something said in a text, at the characters `span` of it."""

    value: Hashable
    span: Span


def unmatched(here: Sequence[Token], there: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Return the tokens, one for each value, that the other side does not have at all."""
    ours, theirs = {token.value for token in here}, {token.value for token in there}
    return (
        list({token.value: token for token in reversed(here) if token.value not in theirs}.values())[::-1],
        list({token.value: token for token in reversed(there) if token.value not in ours}.values())[::-1],
    )


_SPELLED = {
    Language.EN: [
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ],
    Language.FR: [
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "",  # « neuf » is new as well
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf",
        "vingt",
    ],
}
_ORDINAL = {
    Language.EN: [
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
    ],
    Language.FR: [
        "troisième",
        "quatrième",
        "cinquième",
        "sixième",
        "septième",
        "huitième",
        "neuvième",
        "dixième",
        "onzième",
        "douzième",
    ],
}
#: What is spelled out, folded, and its value. One and two are said in too many other ways (both, a pair).
_VALUES = {
    language: {
        folded(word, accents=True): str(value)
        for words in (_SPELLED[language], _ORDINAL[language])
        for value, word in enumerate(words, start=3)
    }
    for language in Language
}
_NUMERIC = re.compile(r"(?P<value>\d+(?:\.\d+)?)(?:st|nd|rd|th|er|ere|re|e|eme)?\Z")
#: What stands before the second of two years.
_SECOND = re.compile(r"\b\d{4}[-–]\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


@per_reading
def numbers(reading: Reading) -> Iterator[Token]:
    """Yield the numbers, in figures or spelled out from three on; not years nor the days of dates."""
    dated = [token.span for token in days(reading)]
    for key, span in _thousands_joined(reading):
        if any(each.start <= span.start < each.end for each in dated):
            continue
        match = _NUMERIC.match(key)
        value = match["value"] if match else _VALUES[reading.language].get(key)
        if value is None or (match and _YEAR.match(key)) or value in _SMALL:
            continue
        if not _is_otherwise(reading, span):
            yield Token(value, span)


def _is_otherwise(reading: Reading, span: Span) -> bool:
    """Tell whether a number is part of what the other language writes in its own way."""
    around = _OTHERWISE[reading.language].finditer(reading.text, max(0, span.start - 6), span.end + 14)
    return any(match.start() < span.end and span.start < match.end() for match in around)


#: What is as often said in a word: both, a pair, an article.
_SMALL = frozenset({"0", "1", "2"})
#: Numbers that the other language writes otherwise: hours, centuries, the second of two years.
_OTHERWISE = {
    Language.EN: re.compile(
        r"\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|\b\d{1,2}(?:st|nd|rd|th)\s+century|\b\d{4}[-–]\d\d\b|\b24/7\b",
        re.IGNORECASE,
    ),
    Language.FR: re.compile(
        r"\b\d{1,2}\s?h(?:\s?\d\d)?\b|\bà \d{1,2} heures|\b\d{4}[-–]\d\d\b|\b24/7\b|\b24 heures sur"
    ),
}

#: Words that say a number by themselves, folded: they answer for it in the other language.
_IMPLIED = {
    Language.EN: {
        "dozen": "12",
        "dozens": "12",
        "decade": "10",
        "decades": "10",
        "quarter": "3",
        "quarterly": "3",
    },
    Language.FR: {
        "neuf": "9",
        "dizaine": "10",
        "dizaines": "10",
        "decennie": "10",
        "decennies": "10",
        "douzaine": "12",
        "quinzaine": "15",
        "vingtaine": "20",
        "trimestre": "3",
        "trimestriel": "3",
        "trimestrielle": "3",
        "triennal": "3",
        "semestre": "6",
        "quinquennal": "5",
        "quinquennale": "5",
        "decennal": "10",
    },
}


def implied(paragraphs: Iterable[Paragraph]) -> set[Hashable]:
    """Return the numbers that are said by a word such as “decade”."""
    return {
        value
        for paragraph in paragraphs
        for word in paragraph.words
        if (value := _IMPLIED[paragraph.reading.language].get(word.key)) is not None
    }


def _thousands_joined(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Yield the words, “1 500” as one in French, where an ordinary space parts thousands as well."""
    french = reading.language is Language.FR
    held: tuple[str, Span] | None = None
    for word in reading.words:
        span = Span(word.start, word.end)
        if held and _GROUP.match(word.key) and reading.text[held[1].end : span.start] == " ":
            held = held[0] + word.key, Span(held[1].start, span.end)
            continue
        if held:
            yield held
        held = (word.key, span) if french and _HEAD.match(word.key) else None
        if not held:
            yield word.key, span
    if held:
        yield held


_HEAD = re.compile(r"[1-9]\d{0,2}\Z")
_GROUP = re.compile(r"\d{3}\Z")


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
        if _YEAR.match(word.key) and not _SECOND.search(reading.text[max(0, word.start - 6) : word.start]):
            yield Token(word.key, Span(word.start, word.end))
    text = fold(reading.text, accents=True)
    for match in _RELATIVE_PATTERN[reading.language].finditer(text.text):
        if _NOWADAYS.match(text.text[max(0, match.start() - 8) : match.end() + 2]):
            continue
        yield Token(_RELATIVE[reading.language][match[0]], text.source_span(*match.span()))


def placed(paragraphs: Iterable[Paragraph], tokens: Callable[[Reading], Iterable[Token]]) -> list[Token]:
    """Return the tokens of some paragraphs, by their characters in the text."""
    return [
        Token(token.value, token.span.shifted(paragraph.start))
        for paragraph in paragraphs
        for token in tokens(paragraph.reading)
    ]
