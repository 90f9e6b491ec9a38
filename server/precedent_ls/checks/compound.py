"""The compounds of a paragraph, and how each is joined: hyphen, dash, space, nothing."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from phrasebank.bank import Phrasebank
from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.text.blocks import BlockKind
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import Word
from precedent_ls.checks.exempt import is_exempt
from precedent_ls.checks.rule import Context, Fact, Survey
from precedent_ls.draft.snapshot import Reading


class Joint(Enum):
    """What joins the parts of a compound."""

    HYPHEN = "-"
    DASH = "–"
    OPEN = " "
    CLOSED = ""


class Compound(NamedTuple):
    """One compound as written.

    `split` is the number of characters of its first part, 0 if it is closed; `before_noun` tells that it
    qualifies what follows, `name` that its capitals make it part of a name.
    """

    joint: Joint
    split: int
    before_noun: bool
    name: bool


def compound_key(letters: str) -> str:
    """Return what a compound has in common however it is joined, in either number."""
    letters = folded(letters, accents=True)
    return letters[:-1] if letters.endswith("s") and not letters.endswith("ss") else letters


def _gather(reading: Reading, context: Context) -> Iterator[Fact[Compound]]:
    text = reading.text
    closed = closed_compounds(context.bank, context.language)
    for first, second in zip(reading.words, reading.words[1:], strict=False):
        joint = _JOINTS.get(text[first.end : second.start])
        if joint is None or not _are_parts(first, second, text, joint):
            continue
        key = compound_key(first.key + second.key)
        if joint is Joint.OPEN and (
            first.key == "counter" or (key not in closed and _follows_verb(first, text))
        ):
            continue  # counter terrorism may be a verb and its object
        span = Span(first.start, second.end)
        if not is_exempt(reading, span):
            split = first.end - first.start
            yield Fact(
                key, span, Compound(joint, split, _before_noun(reading, span), _is_name(reading, span))
            )
    for word in reading.words:
        if _MAY_BE_COMPOUND.match(word.key) and word.key not in FUNCTION_WORDS:
            span = Span(word.start, word.end)
            if not is_exempt(reading, span) and text[word.end : word.end + 1] not in ("-", "‑", "–"):
                yield Fact(
                    compound_key(word.key), span, Compound(Joint.CLOSED, 0, False, _is_name(reading, span))
                )


#: What words in one piece begin with that others write with a hyphen; other words need not be kept.
_MAY_BE_COMPOUND = re.compile(
    r"(?:anti|bi|co(?=op|ord|ex|ch|h|lead|auth|found|pil|loc)|counter|cross|cyber|decision|down|e(?=mail|com|gov)|extra"
    r"|fact|geo|health|infra|inter|intra|law|life|long|macro|micro|mid|multi|nation|non|off|on|out|over|peace|policy"
    r"|post|pre|pro(?=a)|fund|ransom|re(?=[aeiou]|st|c|b|l)|self|semi|short|socio|stake|sub|super|tele|time|trans|under|up|web"
    r"|well|whole|wide|wild|work|world)[a-z]{3,}$"
)
#: The compounds of each paragraph by their letters.
COMPOUNDS = Survey("compounds", _gather)

_JOINTS = {"-": Joint.HYPHEN, "‑": Joint.HYPHEN, "–": Joint.DASH, " ": Joint.OPEN, "\n": Joint.OPEN}
#: Names of places, joined by another rule, and parts of telephone numbers are no compounds.
_COUNTRIES = frozenset(
    [
        "canada", "us", "usa", "mexico", "united", "states", "eu", "uk", "unis", "etats", "mexique",
        "kingdom",
    ]
)  # fmt: skip
_PARTICLES = frozenset(
    [
        "up", "down", "out", "in", "off", "on", "over", "back", "away", "through", "together", "to", "by",
        "of", "and", "or",
    ]
)  # fmt: skip


def _are_parts(first: Word, second: Word, text: str, joint: Joint) -> bool:
    if not (first.key.isalpha() and second.key.isalpha()) or {first.key, second.key} & _COUNTRIES:
        return False
    if joint in (Joint.HYPHEN, Joint.DASH):
        around = text[max(0, first.start - 1) : first.start] + text[second.end : second.end + 1]
        return len(second.key) > 1 and not set(around) & set("-‑–’'")
    return (
        len(first.key) > 2
        and len(second.key) > 2
        and not {first.key, second.key} & FUNCTION_WORDS
        and second.key not in _PARTICLES
        and text[max(0, first.start - 1) : first.start] not in ("-", "‑", "–", "’", "'")
        and text[second.end : second.end + 1] not in ("-", "‑", "–")
    )


_VERB_BEFORE = re.compile(
    r"\b(?:to|will|can|may|must|who|that|which|they|we|not|would|could|should|help|helps)\s+$"
)


def _follows_verb(first: Word, text: str) -> bool:
    """Tell whether what looks like an open compound may be a verb and its object: to cross border points."""
    return _VERB_BEFORE.search(text, max(0, first.start - 12), first.start) is not None


def _before_noun(reading: Reading, span: Span) -> bool:
    match = re.match(r"[ \n]([^\W\d_]+)", reading.text[span.end : span.end + 40])
    return match is not None and folded(match[1], accents=True) not in FUNCTION_WORDS


def _is_name(reading: Reading, span: Span) -> bool:
    """Tell whether capitals in running text make a name of a compound."""
    if reading.kind is BlockKind.HEADING:
        return False
    written = reading.text[span.start : span.end]
    parts = re.split(r"[-‑–\s]", written)
    if written.islower():
        return False
    if not any(sentence.start == span.start for sentence in reading.sentences):
        return True
    return (len(parts) > 1 and parts[-1][:1].isupper()) or (
        re.match(r"\s+[A-Z]", reading.text[span.end :]) is not None
    )


@lru_cache(maxsize=4)
def _preferred(bank: Phrasebank, language: Language) -> dict[str, str]:
    return {
        compound_key(re.sub(r"[-\s]", "", each.form)): each.form
        for each in bank.register.lexicon.compounds
        if each.language is language
    }


def preferred_form(bank: Phrasebank, language: Language, key: str) -> str | None:
    """Return how the register writes a compound, in one of its numbers."""
    return _preferred(bank, language).get(key)


def closed_compounds(bank: Phrasebank, language: Language) -> frozenset[str]:
    """Return the keys of what the register writes as one word."""
    return _closed(bank, language)


@lru_cache(maxsize=4)
def _closed(bank: Phrasebank, language: Language) -> frozenset[str]:
    return frozenset(key for key, form in _preferred(bank, language).items() if form.isalpha())
