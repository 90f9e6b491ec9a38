"""Numbers, in figures or spelled out, the same in both languages."""

import re
from collections.abc import Hashable, Iterable, Iterator

from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.pair_dates import YEAR, days
from precedent_ls.checks.pair_tokens import Token
from precedent_ls.checks.per_reading import per_reading
from precedent_ls.draft.snapshot import Paragraph, Reading

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


@per_reading
def numbers(reading: Reading) -> Iterator[Token]:
    """Yield the numbers, in figures or spelled out from three on; not years nor the days of dates."""
    dated = [token.span for token in days(reading)]
    for key, span in _thousands_joined(reading):
        if any(each.start <= span.start < each.end for each in dated):
            continue
        match = _NUMERIC.match(key)
        value = match["value"] if match else _VALUES[reading.language].get(key)
        if value is None or (match and YEAR.match(key)) or value in _SMALL:
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
