"""Words, as precedents are counted in: the same phrase typed two ways has the same keys."""

import re
from typing import NamedTuple

from phrasebank.text.block import MASK_JOIN
from phrasebank.text.fold import fold


class Word(NamedTuple):
    """A word at the characters `start` to `end`; `key` is what it is compared by.

    Keys are folded and have no accents; initialisms lose their points, and numbers their
    thousands separators (``4,527`` is ``4527``), with a point before decimals.
    """

    start: int
    end: int
    key: str


def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order.

    A hyphen or a dash parts words, and so do a French elision (``l’ | échange``) and an
    English possessive (``Canada | ’s``). Punctuation is no word.
    """
    folded = fold(_ungrouped(text), accents=True)
    starts, ends = folded.starts, folded.ends
    return tuple(
        Word(starts[match.start()], ends[match.end() - 1], _key(match) if match.lastgroup else match[0])
        for match in _WORD.finditer(folded.text)
    )


def keys_of(text: str) -> tuple[str, ...]:
    """Return the keys of the words of `text`."""
    return tuple(word.key for word in words(text))


_WORD = re.compile(
    r"""
    (?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'(?=[^\W_])(?!s\b)  # an elision
    | (?<=[\w.])'s\b                                            # a possessive
    | (?P<initials>[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?)
    | (?P<number>\d+(?:[.,]\d+)+)
    | [^\W_]+(?:'(?!s\b)[^\W_]+)*
    """,
    re.VERBOSE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SPACED = re.compile(r"(?<!\d)\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)")
_DIGIT_SPACES = str.maketrans("\u00a0\u202f\u2009", MASK_JOIN * 3)


def _key(match: re.Match[str]) -> str:
    if match["initials"]:
        return match[0].replace(".", "")
    return match[0].replace(",", "" if _THOUSANDS.fullmatch(match[0]) else ".")


def _ungrouped(text: str) -> str:
    """Return `text` with the spaces that group a number's digits replaced by what folding drops."""
    return text if text.isascii() else _SPACED.sub(lambda match: match[0].translate(_DIGIT_SPACES), text)
