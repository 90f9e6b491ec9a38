"""The articles before a name that has changed: a, an; le, la, l’, du, de la, de l’, des, au, aux."""

import re

from phrasebank.register.model import Gender
from phrasebank.text.fold import folded

_INDEFINITE = re.compile(r"(?<![\w’'-])an?\s+$", re.IGNORECASE)


def english_article(before: str, new: str) -> tuple[int, str]:
    """Return how many characters at the end of `before` to replace, and by what, when `new` follows."""
    match = _INDEFINITE.search(before)
    if match is None:
        return 0, ""
    old = match[0]
    space = old[len(old.rstrip()) :]
    article = "an" if _begins_with_vowel_sound(new) else "a"
    return len(old), (article.capitalize() if old[0].isupper() else article) + space


#: Acronyms read as words, not letter by letter.
_READ_AS_WORDS = frozenset({"NATO", "NORAD", "REPO", "FINTRAC", "FEMA"})


def _begins_with_vowel_sound(new: str) -> bool:
    first = re.match(r"[\w.]+", new)
    if first is None:
        return False
    word = first[0].replace(".", "")
    if word.isupper() and len(word) > 1 and word not in _READ_AS_WORDS:
        return word[0] in "AEFHILMNORSX"
    word = word.lower()
    if word.startswith(("uni", "us", "eu", "one", "ura", "ute")):
        return False
    return word[0] in "aeiou" or word.startswith(("hour", "honest", "honor", "honour", "heir"))


_FRENCH = re.compile(
    r"""(?<![\w’'-])(?:
        (?P<preposition>(?:de|à)\s+(?:la|les|le)\s+ | (?:de|à)\s+l[’'] | du\s+ | des\s+ | aux?\s+)
        | (?P<definite>(?:la|les|le)\s+ | l[’'])
        | (?P<indefinite>une?\s+)
        | (?P<this>(?:cette|cet|ce)\s+)
        | (?P<elision>(?:(?:jus|lors|puis)?qu|[djmnst])[’'] | (?:(?:jus|lors|puis)?que|de|ne|me|se|te)\s+)
    )$""",
    re.IGNORECASE | re.VERBOSE,
)


def french_article(before: str, new: str, gender: Gender | None, *, plural: bool) -> tuple[int, str]:
    """Return how many characters at the end of `before` to replace, and by what, when `new` follows.

    Without a gender only elisions (de, d’) change.
    """
    match = _FRENCH.search(before, max(0, len(before) - 24))
    if match is None:
        return 0, ""
    article = _agreeing(match, new, gender, plural=plural)
    if article is None or folded(article) == folded(match[0]):
        return 0, ""
    return len(match[0]), article[0].upper() + article[1:] if match[0][0].isupper() else article


def _agreeing(match: re.Match[str], new: str, gender: Gender | None, *, plural: bool) -> str | None:
    elided = _elides(new)
    mark = "'" if "'" in match[0] else "’"
    if match["elision"]:
        stem = match[0].strip().rstrip("’'").lower()
        stem = stem if match[0].rstrip()[-1] in "’'" else stem[:-1]
        return f"{stem}{mark}" if elided else f"{stem}e "
    if gender is None:
        return None
    feminine = gender is Gender.FEMININE
    if match["preposition"]:
        return _contracted("de" if match[0][0] in "dD" else "à", mark if elided else "", feminine, plural)
    if match["definite"]:
        return "les " if plural else f"l{mark}" if elided else "la " if feminine else "le "
    if plural:
        return None
    if match["indefinite"]:
        return "une " if feminine else "un "
    return "cette " if feminine else "cet " if elided else "ce "


def _contracted(preposition: str, mark: str, feminine: bool, plural: bool) -> str:
    if plural:
        return "des " if preposition == "de" else "aux "
    if mark:
        return f"{preposition} l{mark}"
    if feminine:
        return f"{preposition} la "
    return "du " if preposition == "de" else "au "


#: Beginnings of words with an aspirated h.
_ASPIRATED = (
    "haut",
    "hongr",
    "hondur",
    "holland",
    "handicap",
    "harcel",
    "hierarch",
    "hors",
    "huit",
    "hausse",
)


def _elides(new: str) -> bool:
    """Tell whether a word before `new` loses its vowel: before a vowel or a silent h, but le FBI, la SQ."""
    first = re.search(r"\w+", new)
    if first is None:
        return False
    if first[0].isupper() and len(first[0]) > 1:
        return first[0][0] in "AEIOUÉ"
    word = folded(first[0], accents=True)
    if word[0] == "h":
        return not word.startswith(_ASPIRATED)
    return word[0] in "aeiou" and not word.startswith(("oui", "onz"))
