"""Sentences of formal English and French prose.

Rules, not a model: a stop ends a sentence unless what stands before it is an abbreviation or
what stands after it goes on. An abbreviation that may also end a sentence (``U.S.``, ``Inc.``)
ends it when a word follows that begins sentences and no names: a closed class of small words,
as Kiss and Strunk's *frequent sentence starters* ("Unsupervised multilingual sentence boundary
detection", 2006), but listed, because a statement is too short to count them.
"""

import re

from phrasebank.text.block import MASK, MASK_JOIN
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span


def sentences(text: str, language: Language) -> tuple[Span, ...]:
    """Return the sentences of `text`, each without the white space around it.

    A line break is a space; a blank line and a bullet end what comes before.
    """
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match["stop"] is None or _ends(text, start, match, language):
            _add(found, text, start, match.end())
            start = match.end()
    _add(found, text, start, len(text))
    return tuple(found)


def is_finished(text: str) -> bool:
    """Tell whether `text` ends in a stop or a colon, as paragraphs do; titles and decks do not.

    Markup, brackets and quotation marks may stand behind it.
    """
    return _FINISHED.search(text) is not None


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    part = text[start:end]
    kept = part.strip()
    if kept:
        first = start + len(part) - len(part.lstrip())
        found.append(Span(first, first + len(kept)))


_FINISHED = re.compile(rf"[.:;!?…][\s{MASK}{MASK_JOIN}\"'’”»)\]]*\Z")
_BREAK = r"(?:\r\n|\n|\r(?!\n))"
_END = re.compile(
    rf"""
    {_BREAK}[^\S\r\n]*{_BREAK}           # a blank line
    | {_BREAK}(?=[^\S\r\n]*[•‣▪◦*]\s)    # a bullet
    | (?<![.!?…])(?P<stop>[.!?…]++)
      (?:[^\S\r\n]?["'”’»)\]\u2060])*    # what closes with the sentence
      (?=\s|\Z)
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(r"[^\s(\[{«“\"/‐‑–—-]*\Z")
_AFTER = re.compile(r"(?P<space>\s*)(?P<dash>[-–—])?[\"'“‘«(\[\u2060]*\s?(?P<word>[^\W_]+['’]?)?")
_INITIALS = re.compile(r"(?:[^\W\d_]*[a-zà-ÿ])?[^\W\d_](?:\.[^\W\d_])+")
_ROMAN = re.compile(r"[IVXLC]+")
_ENUMERATOR = re.compile(r"\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})")
#: Characters to look back for an abbreviation; none is longer.
_REACH = 24


def _ends(text: str, start: int, end: re.Match[str], language: Language) -> bool:
    """Tell whether the stop at `end` ends the sentence begun at `start`."""
    after = _AFTER.match(text, end.end())
    following = (after and after["word"]) or ""
    if following[:1].islower():
        return False
    if after and after["dash"] and not set(after["space"]) & {"\n", "\r"}:
        return False
    stop = end.start("stop")
    before = text[max(start, stop - _REACH) : stop]
    if end["stop"] != ".":
        spaced_dots = end["stop"][0] in ".…" and (not before or before[-1] in " \u00a0[(")
        return not spaced_dots or (before[-1:] not in {"[", "("} and _begins(following, language))
    if stop - start < _REACH and _ENUMERATOR.fullmatch(before):
        return False
    word = _BEFORE.search(before)
    return word is None or _abbreviation_ends(word[0], before[: word.start()], following, language)


def _abbreviation_ends(word: str, before: str, following: str, language: Language) -> bool:
    """Tell whether the stop after `word` ends a sentence; it does after what is no abbreviation."""
    word = word.replace(MASK_JOIN, "")
    key = folded(word).replace(".", "")
    if key in _NEVER_LAST[language]:
        return False
    if key in _WITH_NUMBER[language]:
        return not (following[:1].isdigit() or _ROMAN.fullmatch(following))
    if _INITIALS.fullmatch(word):
        place = key in _PLACES and before.rstrip().endswith(",")
        return _begins(following, language) or (place and following[:1].isalpha())
    if len(word) == 1 and word.isalpha():
        return _begins(following, language) and folded(following) not in _PARTICLES
    return key not in _MAYBE_LAST[language] or _begins(following, language)


def _begins(word: str, language: Language) -> bool:
    """Tell whether `word`, as it is capitalized, begins a sentence and no name."""
    return word.istitle() and folded(word) in _STARTERS[language]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: What a name or more text follows.
_NEVER_LAST = {
    Language.EN: _listed(
        """
        mr mrs ms dr prof hon rev msgr gen adm cmdr col maj capt lt sgt insp supt cst sen rep gov amb pres
        messrs mt ft v vs cf eg ie viz
        """
    ),
    Language.FR: _listed("mr m mm mme mmes mlle me mgr dr dre pr pre hon v c cf ex"),
}
#: What a number follows.
_WITH_NUMBER = {
    Language.EN: _listed(
        """
        no nos art arts s ss sec secs c ch chap p pp para paras vol vols fig figs approx
        jan feb mar apr jun jul aug sep sept oct nov dec
        """
    ),
    Language.FR: _listed(
        """
        no nos art par al ch chap p pp vol fig env tél
        janv fév févr avr juill juil sept oct nov déc
        """
    ),
}
#: What ends a sentence now and then.
_MAYBE_LAST = {
    Language.EN: _listed("st jr sr inc ltd corp co bros etc al dept ave blvd rd univ assn govt est ed eds"),
    Language.FR: _listed("etc jr st ste inc ltée cie éd av boul dir min gouv dép"),
}
_STARTERS = {
    Language.EN: _listed(
        """
        the this that these those they it he she we i you who what which there here
        in on at by for from with as to of upon through throughout under over between among across within
        and but or nor so yet both each all every some many most any no neither either several such other
        if when while where since because after before during until once although though whereas given
        however further furthermore finally also moreover additionally similarly accordingly therefore thus
        then now today yesterday our their his her its my your one two three an a not only
        """
    ),
    Language.FR: _listed(
        """
        le la les l' un une des du de d' ce cet cette ces c' cela ceci il ils elle elles on nous vous je j'
        en dans par pour avec sur sous à au aux entre parmi chez vers sans depuis après avant pendant durant
        et mais ou donc or ni car si quand lorsque comme puisque ainsi enfin ensuite puis aussi toutefois
        cependant également aujourd' hier selon outre grâce afin leur leurs son sa ses notre nos votre vos
        chaque tous toutes tout toute aucun aucune plusieurs certains certaines quant
        """
    ),
}
#: States, provinces and a district. After a comma they end the place, so that a capital begins a sentence.
_PLACES = _listed("dc bc nb nc nd nh nj nl nm ns nwt ny pei ri sc sd")
#: Starters that begin names too (``J. Le Carré``).
_PARTICLES = _listed("le la les l' de du des d'")
