"""Sentences of formal English and French prose."""

import re

from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span


def sentences(text: str, language: Language) -> tuple[Span, ...]:
    """Return the sentences of `text`, each without the white space around it.

    A line break is a space; a blank line ends a sentence.
    """
    found: list[Span] = []
    start = 0
    for match in _STOP.finditer(text):
        if match["blank"] or _ends(text, start, match, language):
            _add(found, text, start, match.end())
            start = match.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    part = text[start:end]
    kept = part.strip()
    if kept:
        first = start + len(part) - len(part.lstrip())
        found.append(Span(first, first + len(kept)))


_CLOSING = "\"'”’»)\\]\u2060*_"
_STOP = re.compile(
    rf"(?P<blank>\n[^\S\n]*\n)|(?P<mark>[.!?…]+)(?:[^\S\n]?[{_CLOSING}])*(?=\s|$)",
)
_LAST_WORD = re.compile(r"[^\s(\[«“\"]*$")
_NEXT = re.compile(r"\s*[\"'“‘«(\[\u2060*_]*\s?([^\W_]+['’]?)")


def _ends(text: str, start: int, match: re.Match[str], language: Language) -> bool:
    """Tell whether the stop that `match` found ends the sentence begun at `start`."""
    following = _NEXT.match(text, match.end())
    if following is None:
        return True
    following_word = following[1]
    if following_word[0].islower():
        return False
    if match["mark"] != ".":
        return True
    last = _LAST_WORD.search(text[start : match.start()])
    word = last[0] if last else ""
    tail = re.split(r"[-‐‑–/]", word)[-1]
    key = folded(tail)
    if not text[start : match.start()].strip(" \t(").strip("0123456789"):
        return False
    if re.fullmatch(r"[^\W\d_]", tail):
        return folded(following_word) in _STARTERS[language] and tail.islower()
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", tail):
        return folded(following_word) in _STARTERS[language]
    if key in _BEFORE_NAMES[language]:
        return False
    if key in _BEFORE_NUMBERS[language]:
        return not following_word[0].isdigit()
    return True


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BEFORE_NAMES = {
    Language.EN: _listed("mr mrs ms dr prof hon rev gen col capt lt sgt sen rep gov st mt v vs"),
    Language.FR: _listed("m mm mgr dr pr hon st ste v"),
}
_BEFORE_NUMBERS = {
    Language.EN: _listed(
        """
        no nos art arts s ss sec secs c ch p pp para paras vol fig
        jan feb mar apr jun jul aug sep sept oct nov dec
        """
    ),
    Language.FR: _listed(
        """
        no nos art par al c ch p pp vol fig
        janv fév févr avr juill juil sept oct nov déc
        """
    ),
}
_STARTERS = {
    Language.EN: _listed(
        """
        the this that these those they it he she we i you in on at by for from with as to of and but both
        each all if when while where since after before during under through although however further finally
        also our their his her its there such no some many any most one two three an a
        """
    ),
    Language.FR: _listed(
        """
        le la les l' un une des du de d' ce cet cette ces il ils elle elles on nous vous je en dans par pour
        avec sur sous à au aux et mais ou donc or ni car si quand lorsque comme depuis après avant pendant
        selon leur leurs son sa ses notre nos chaque tous toutes tout aucun plusieurs
        """
    ),
}
