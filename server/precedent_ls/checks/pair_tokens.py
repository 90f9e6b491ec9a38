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
        "neuf",
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
        if value is not None and not (match and _YEAR.match(key)):
            yield Token(value, span)


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
        "l'an dernier": "last year",
        "l'annee prochaine": "next year",
        "l'an prochain": "next year",
    },
}
_RELATIVE_PATTERN = {
    language: re.compile(r"\b(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")\b")
    for language, words in _RELATIVE.items()
}


@per_reading
def dates(reading: Reading) -> Iterator[Token]:
    """Yield years, days and words such as “yesterday”."""
    yield from days(reading)
    for word in reading.words:
        if _YEAR.match(word.key):
            yield Token(word.key, Span(word.start, word.end))
    text = fold(reading.text, accents=True)
    for match in _RELATIVE_PATTERN[reading.language].finditer(text.text):
        yield Token(_RELATIVE[reading.language][match[0]], text.source_span(*match.span()))


def placed(paragraphs: Iterable[Paragraph], tokens: Callable[[Reading], Iterable[Token]]) -> list[Token]:
    """Return the tokens of some paragraphs, by their characters in the text."""
    return [
        Token(token.value, token.span.shifted(paragraph.start))
        for paragraph in paragraphs
        for token in tokens(paragraph.reading)
    ]
