"""The content words of a name: those that carry its meaning."""

from collections.abc import Sequence
from dataclasses import dataclass

from phrasebank.text.block import MASK, MASK_JOIN
from phrasebank.text.words import Word

#: Words that carry no meaning of their own in a name, in both languages.
SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "between",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "'s",
        "the",
    }
    | {"to", "respecting", "with"}
    | {"au", "aux", "avec", "concernant", "d'", "dans", "de", "des", "du", "en", "entre", "et", "l'", "la"}
    | {"le", "les", "ou", "par", "pour", "sur", "visant"}
)
#: Words for the two countries: a name may stand without them, and another country's body is another body.
COUNTRY = frozenset(
    {"america", "american", "canada", "canadian", "states", "united", "us", "usa"}
    | {"americain", "americaine", "americaines", "americains", "canadien", "canadienne", "canadiennes"}
    | {"canadiens", "etats", "unis"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A content word in its place.

    `small` are the keys of the small words between it and the content word before; `marks`
    is the punctuation there that is neither space nor hyphen nor apostrophe.
    """

    key: str
    start: int
    end: int
    capital: bool
    small: tuple[str, ...] = ()
    marks: str = ""

    @property
    def is_joined(self) -> bool:
        """Whether it follows the content word before it without a small word or a mark."""
        return not self.small and not self.marks


def tokens(text: str, parts: Sequence[Word]) -> list[Token]:
    """Return the content words of a text."""
    found: list[Token] = []
    small: list[str] = []
    end = 0
    marks = ""
    for word in parts:
        gap = text[end : word.start]
        if gap not in {" ", "-"}:
            initial = found and len(found[-1].key) == 1
            marks += "".join(mark for mark in gap if mark not in _LOOSE and not (initial and mark == "."))
        end = word.end
        if word.key in SMALL and not _is_initial(text, word):
            small.append(word.key)
            continue
        found.append(Token(word.key, word.start, word.end, text[word.start].isupper(), tuple(small), marks))
        small = []
        marks = ""
    return found


def _is_initial(text: str, word: Word) -> bool:
    """Tell the A. of a name from the article."""
    return word.end - word.start == 1 and text[word.start].isupper() and text.startswith(".", word.end)


#: What may stand between the words of any name.
_LOOSE = " \t\r\n\u00a0\u202f-\u2010\u2011\u2012\u2013\u2014'’/" + MASK + MASK_JOIN
