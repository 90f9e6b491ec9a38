"""Ordinal numbers in words and figures, in both languages."""

import re

from phrasebank.text.language import Language

_WORDS = {
    Language.EN: (
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
        "eighteenth", "nineteenth", "twentieth",
    ),
    Language.FR: (
        "première", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième",
        "neuvième", "dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième",
        "dix-septième", "dix-huitième", "dix-neuvième", "vingtième",
    ),
}  # fmt: skip
_OTHERS = {Language.EN: {"inaugural": 1}, Language.FR: {"premier": 1, "seconde": 2, "second": 2}}


def ordinal_value(written: str, language: Language) -> int | None:
    """Return the number of an ordinal in words or figures; None for another word."""
    word = written.lower()
    if match := re.match(r"\d+", word):
        return int(match[0])
    if word in _WORDS[language]:
        return _WORDS[language].index(word) + 1
    return _OTHERS[language].get(word)


def ordinal_written(value: int, like: str, language: Language) -> str:
    """Return the ordinal of `value` in words or figures, as `like` is."""
    if like[0].isdigit() or value > len(_WORDS[language]):
        if language is Language.FR:
            return f"{value}{'re' if value == 1 else 'e'}"
        teens = 10 <= value % 100 <= 20
        return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"
    word = _WORDS[language][value - 1]
    return word.capitalize() if like[0].isupper() else word
