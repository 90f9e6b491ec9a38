"""Where a paragraph names the two countries, or either, and how."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.register.model import Country, Kind
from phrasebank.text.blocks import BlockKind
from phrasebank.text.damage import DamageKind, damages
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.exempt import is_cited, is_exempt
from precedent_ls.checks.rule import Context, Fact, Survey
from precedent_ls.draft.snapshot import Reading


class Use(Enum):
    """What a country’s name is in its sentence."""

    PAIR = "pair"  #: Canada-U.S. border
    ADJECTIVES = "adjectives"  #: Canadian and U.S. officials
    NOUNS = "nouns"  #: Canada and the United States
    FUSED = "fused"  #: CanadaU.S.
    NOUN = "noun"  #: the U.S. agreed
    ADJECTIVE = "adjective"  #: U.S. officials
    DEMONYM = "demonym"  #: American officials
    ABBREVIATION = "abbreviation"  #: US or U.S., wherever it stands


class Named(NamedTuple):
    """One use of a country’s name, or of two.

    `first` is the country that is named first, where both sides of the Forum are; `dash` the
    character between two names; `frozen` tells that order and dash are those of a name; `right`
    is what fused names should read, but for order and dash.
    """

    use: Use
    first: Country | None = None
    dash: str = ""
    frozen: bool = False
    right: str = ""


def _gather(reading: Reading, context: Context) -> Iterator[Fact[Named]]:
    for damage in damages(reading.text):
        handle = reading.text[max(0, damage.span.start - 1) : damage.span.start] in ("@", "#", "/", ".", "_")
        if damage.kind in (DamageKind.LOST_DASH, DamageKind.LOST_SPACE) and not handle:
            both = {_side(part) for part in damage.repaired.split("–")} == set(Country)
            first = Country.CANADA if both else None
            yield Fact("countries", damage.span, Named(Use.FUSED, first, right=damage.repaired))
    if context.language is Language.EN:
        for span, named in _named(reading):
            yield Fact("countries", span, named)


#: Every use of the countries’ names in an English text, under one key.
COUNTRIES = Survey("countries", _gather)

_US = r"U\.[ \u00a0]?S\.|(?<![.$\w])US(?![\w.$]|[ \u00a0]?\$)|United\s+States(?:\s+of\s+America)?"
_NATION = rf"{_US}|Canada|Mexico|USA|U\.K\.|United\s+Kingdom"
_BEFORE, _AFTER = r"(?<![\w’'.])(?<![-–—‑])", r"(?![\w’'])(?![-–—‑]\w)"
_PAIR = re.compile(
    rf"{_BEFORE}(?P<first>{_NATION})(?P<dash>[-‑–—])(?P<second>{_NATION})"
    rf"(?:[-‑–—](?P<third>{_NATION}))?{_AFTER}"
)
_ADJECTIVES = re.compile(
    rf"{_BEFORE}(?:(?P<canada>Canadian)\s+and\s+(?:{_US}|American)|(?:{_US}|American)\s+and\s+Canadian){_AFTER}"
)
_NOUNS = re.compile(
    rf"{_BEFORE}(?:(?P<canada>Canada)\s+and\s+the\s+(?:{_US})"
    rf"|[Tt]he\s+(?:{_US})(?:\s\([^()]{{2,20}}\))?\s+and\s+Canada){_AFTER}"
)
_LISTED = re.compile(r"[A-Z][\w.]*,\s+(?:and\s+)?(?:the\s+)?$|[A-Z][\w.]*[-–—]$")
_LISTS = re.compile(r",?\s+(?:and\s+)(?:the\s+)?[A-Z]|,\s+(?:the\s+)?[A-Z][\w ]+,?\s+and\s")
_ABBREVIATED = re.compile(
    r"(?<![\w.$])U\.[ \u00a0]?S\.(?!\s?A\.|[A-Z])|(?<![\w.$])US(?![\w.$]|[ \u00a0]?\$|\sv\b|-[A-Z]{3})"
)
_AMERICAN = re.compile(
    r"(?<![-\w])(?<!North )(?<!Latin )(?<!South )(?<!African )(?<!Central )American\s+(?=[a-z])"
)


def _named(reading: Reading) -> Iterator[tuple[Span, Named]]:
    text = reading.text
    for match in _PAIR.finditer(text):
        span = Span(*match.span())
        if not is_cited(reading, span):
            first = _side(match["first"])
            both = {first, _side(match["second"])} == set(Country) and match["third"] is None
            frozen = _is_in_name(reading, span) or _begins_a_name(reading, span)
            yield span, Named(Use.PAIR, first if both else None, match["dash"], frozen)
    for pattern, use in ((_ADJECTIVES, Use.ADJECTIVES), (_NOUNS, Use.NOUNS)):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            listed = _LISTED.search(text, 0, span.start) or _LISTS.match(text, span.end)
            if not listed and not is_exempt(reading, span):
                yield span, Named(use, Country.CANADA if match["canada"] else Country.UNITED_STATES)
    yield from _abbreviations(reading)
    for match in _AMERICAN.finditer(text):
        span = Span(match.start(), match.start() + len("American"))
        if not is_exempt(reading, span):
            yield span, Named(Use.DEMONYM)


def _abbreviations(reading: Reading) -> Iterator[tuple[Span, Named]]:
    text = reading.text
    shouted = text.isupper()
    for match in _ABBREVIATED.finditer(text):
        span = Span(*match.span())
        if is_cited(reading, span):
            continue
        if not shouted:
            yield span, Named(Use.ABBREVIATION)
        if is_noun(reading, span):
            if reading.kind is not BlockKind.HEADING and not is_exempt(reading, span):
                yield span, Named(Use.NOUN)
        elif re.match(r"\s+\w", text[span.end :]):
            yield span, Named(Use.ADJECTIVE)


def _side(name: str) -> Country | None:
    if name == "Canada":
        return Country.CANADA
    return Country.UNITED_STATES if name.startswith("U") and "K" not in name else None


def _is_in_name(reading: Reading, span: Span) -> bool:
    """Tell whether a pair of countries is inside a name; what is before the Forum’s is not."""
    return any(
        mention.span.start < span.end and span.start < mention.span.end
        for mention in reading.mentions
        if mention.entry.kind is not Kind.FORUM or mention.form.status.allowed
    )


def _begins_a_name(reading: Reading, span: Span) -> bool:
    """Tell whether a pair belongs to a name that follows: one in capitals, but not the Forum’s."""
    for mention in reading.mentions:
        if mention.entry.kind is Kind.FORUM and span.start <= mention.span.start <= span.end + 1:
            return False
        if mention.entry.kind is Kind.FORUM and mention.span.start <= span.start < mention.span.end:
            return False
    return re.match(r"\s+(?:[A-Z]|\d{4}\s+[A-Z])", reading.text[span.end :]) is not None


_NEXT = re.compile(r"(?P<gap>[ \u00a0\n]*)(?P<mark>[,;:.)\]–—-]|\(|’s\b|'s\b)?[ \u00a0\n]*(?P<word>[\w’]+)?")
_DEMONYM = re.compile(r"[A-Z]\w*(?:ian|ean|ican|ish|ese|ch)$")
#: Verbs that are no nouns, and what begins an object behind any verb (the U.S. share the burden).
_VERB = re.compile(
    r"(?:discuss|applaud|agree|announce|reaffirm|affirm|commit|continue|remain|enjoy|emphasize|recognize|intend|reiterate"
    r"|acknowledge|underscore|condemn|provide|express|believe|urge|confirm|deplore|depend|rely|maintain|seek|cooperate)"
    r"(?:s|d|ed|ted)?$"
)
_OBJECT = re.compile(
    r"[ \u00a0\n]+(?:its|the|that|to|an?|how|their|on|with|in|for|both|all|these|this|as|from|against)\b"
)


def is_noun(reading: Reading, span: Span) -> bool:
    """Tell whether an abbreviation of the United States, with an article before it, is a noun."""
    text = reading.text
    if not re.search(r"(?<![\w-])[Tt]he[ \u00a0\n]+$", text[max(0, span.start - 6) : span.start]):
        return False
    match = _NEXT.match(text, span.end)
    assert match
    word, mark = match["word"], match["mark"]
    if mark in ("-", "–", "—") and not match["gap"]:
        return False
    if mark == ",":
        return word is None or not _DEMONYM.match(word)
    if mark == "(":
        return False
    if mark or word is None:
        return True
    if word in ("and", "or", "as", "but"):
        after = re.match(r"[ \u00a0\n]+(\w+)", text[match.end() :])
        return after is not None and _is_noun_phrase(after[1])
    if word[0].isupper():
        return word.casefold() in FUNCTION_WORDS and any(
            sentence.start <= match.start("word") < sentence.start + 1 for sentence in reading.sentences
        )
    if word.casefold() in FUNCTION_WORDS:
        return True
    if _VERB.match(word):
        return True
    joint = re.search(r"\b(?:Canada|Mexico)\s+and\s+[Tt]he\s+$", text[: span.start]) is not None
    acts = word.endswith(("ed", "es", "ks", "ns", "ts")) and word not in _NO_VERBS
    return (joint or acts) and _OBJECT.match(text, match.end()) is not None


#: Nouns that end like verbs.
_NO_VERBS = frozenset(
    [
        "plans", "interests", "efforts", "exports", "agents", "imports", "costs", "markets", "states",
        "banks", "patients", "residents", "institutions", "operations",
    ]
)  # fmt: skip


def _is_noun_phrase(word: str) -> bool:
    return word in (
        "Canada",
        "Mexico",
        "its",
        "their",
        "the",
        "our",
        "will",
        "is",
        "has",
        "other",
    ) or word.casefold() in ("all", "both")
