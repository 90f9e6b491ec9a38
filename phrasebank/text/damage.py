"""Words that a copy from a page or a PDF has broken.

A false alarm costs more than a miss: each rule asks for what no sound text has.
"""

import re
from collections.abc import Container, Iterator
from enum import StrEnum
from typing import NamedTuple

from phrasebank.text.fold import folded
from phrasebank.text.span import Span


class DamageKind(StrEnum):
    """What happened."""

    LOST_DASH = "lost-dash"  #: two names run together: ``CanadaU.S.``
    LOST_SPACE = "lost-space"  #: ``theU.S.``
    SPLIT_WORD = "split-word"  #: ``I ntegrated``
    SPLIT_ORDINAL = "split-ordinal"  #: ``9 th``
    LOOSE_MARK = "loose-mark"  #: ``Agency ,`` and ``Canada ’s``
    DOUBLE_HYPHEN = "double-hyphen"  #: ``youth -- Canada``


class Damage(NamedTuple):
    """A damaged place, and what it should read.

    A lost dash is put back as an en dash; where the house uses a hyphen, that is the caller's to say.
    """

    span: Span
    repaired: str
    kind: DamageKind


def damages(text: str, *, vocabulary: Container[str] = ()) -> tuple[Damage, ...]:
    """Return the damaged places of `text`, in order, none overlapping another.

    Parameters
    ----------
    text
        Prose; what is not prose is masked.
    vocabulary
        Folded words known to be words. With them ``C anada`` is seen too: ``canada`` is a word
        and ``anada`` is none. Without, only beginnings that no word has are (``ntegrated``).
    """
    found: list[Damage] = []
    for damage in sorted(_damages(text, vocabulary)):
        if not found or found[-1].span.end <= damage.span.start:
            found.append(damage)
    return tuple(found)


def _damages(text: str, vocabulary: Container[str]) -> Iterator[Damage]:
    for match in _FUSED.finditer(text):
        yield Damage(Span(*match.span()), f"{match[1]}–{match[2]}", DamageKind.LOST_DASH)
    for match in _ETATS.finditer(text):
        yield Damage(Span(*match.span()), f"{match[1]}-{match[2]}", DamageKind.LOST_DASH)
    for pattern in (_NO_SPACE, _NO_SPACE_COUNTRY):
        for match in pattern.finditer(text):
            yield Damage(Span(*match.span()), f"{match[1]} {match[2]}", DamageKind.LOST_SPACE)
    for match in _LETTER_APART.finditer(text):
        if _is_split(match[1], match[2], vocabulary):
            yield Damage(Span(*match.span()), match[1] + match[2], DamageKind.SPLIT_WORD)
    for match in _ORDINAL.finditer(text):
        yield Damage(Span(*match.span()), match[1] + match[2], DamageKind.SPLIT_ORDINAL)
    for match in _LOOSE.finditer(text):
        yield Damage(Span(*match.span()), match[1] + match[2], DamageKind.LOOSE_MARK)
    for match in _HYPHENS.finditer(text):
        yield Damage(Span(*match.span()), "–", DamageKind.DOUBLE_HYPHEN)


def _is_split(letter: str, rest: str, vocabulary: Container[str]) -> bool:
    joined, fragment = folded(letter + rest), folded(rest)
    if joined in vocabulary:
        return fragment not in vocabulary
    return len(rest) >= 4 and _NO_ONSET.match(folded(rest, accents=True)) is not None


_SPACE = "[ \u00a0\u202f]"
_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_COUNTRY = r"U\.S\.|United[ \u00a0]States|Canada|Mexico|Mexique|États[-‑]Unis"
_FUSED = re.compile(rf"{_START}({_COUNTRY})({_COUNTRY}){_END}")
_ETATS = re.compile(rf"{_START}([ÉE]tats)(Unis){_END}")
_NO_SPACE = re.compile(
    rf"{_START}([^\W\d_]*[a-zà-ÿ])(?<!States)(?<!Canada)(?<!Mexico)(?<!Mexique)(?<!Unis)(U\.S\.){_END}"
)
_NO_SPACE_COUNTRY = re.compile(rf"{_START}([a-zà-ÿ]{{2,}})(Canada|United[ \u00a0]States){_END}")
_LETTER_APART = re.compile(rf"(?<![^\s(\[“«\"])([^\W\d_a-zà-ÿ]){_SPACE}([a-zà-ÿ]{{3,}}){_END}")
_ORDINAL = re.compile(rf"{_START}(\d+){_SPACE}(st|nd|rd|th|er|re|e|ème){_END}(?![-‑'’.])")
_LOOSE = re.compile(
    rf"({_START}[^\W_]+|[)\]”»%]){_SPACE}+([,.](?![^\s”»\")])(?!\s*[.…])|['’]s{_END}(?!['’]))"
)
_HYPHENS = re.compile(rf"(?<=[^\s-]{_SPACE})--(?={_SPACE}[^\s-])")
#: Two consonants that begin no English or French word; four letters or more with a vowel are no unit.
_NO_ONSET = re.compile(
    r"""
    (?![ivxlcdm]+\Z)
    (?!b[dhlr]|c[hlnrtz]|d[hjrw]|f[jlrt]|g[hlnrw]|k[hlnrsvw]|l[lh]|m[cn]|n[gk]|p[fhlnrst]|r[hw]
      |s[bcfghjklmnpqrtvwz]|t[chlmrswz]|v[lr]|w[hr]|z[hlw])
    [b-df-hj-np-tv-xz]{2}[a-z]*[aeiouy]
    """,
    re.VERBOSE,
)
