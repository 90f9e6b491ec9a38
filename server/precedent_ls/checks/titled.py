"""Who is named with which title: a person and an office side by side."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from phrasebank.register.mentions import Mention
from phrasebank.register.model import Gender, Kind
from phrasebank.text.block import MASK_JOIN
from phrasebank.text.language import Language
from precedent_ls.checks.finding import Edit
from precedent_ls.checks.fixes import Name, replacement
from precedent_ls.draft.snapshot import Reading


class Titled(NamedTuple):
    """A person named with an office."""

    office: Mention
    person: Mention


def titled(reading: Reading) -> Iterator[Titled]:
    """Yield each person named right before or after an office, as holding it when the text was written.

    Those named as former or acting holders, or as holders at a time of their own, are left out.
    """
    mentions = [each for each in reading.mentions if each.entry.kind in (Kind.OFFICE, Kind.PERSON)]
    index = 0
    while index + 1 < len(mentions):
        first, second = mentions[index : index + 2]
        if first.entry.kind is second.entry.kind or not _joined(reading, first, second):
            index += 1
            continue
        if first.entry.kind is Kind.PERSON and _belongs_to_next(reading, mentions[index + 1 : index + 3]):
            index += 1
            continue
        index += 2
        if is_qualified(reading, first, second):
            continue
        if first.entry.kind is Kind.OFFICE:
            yield Titled(first, second)
        else:
            yield Titled(second, first)


def unmarked(text: str) -> str:
    """Return a text without the marks of emphasis."""
    return text.replace(MASK_JOIN, "")


def _belongs_to_next(reading: Reading, mentions: Sequence[Mention]) -> bool:
    """Tell whether nothing but a space parts an office from the person after it."""
    if len(mentions) < 2 or mentions[1].entry.kind is not Kind.PERSON:
        return False
    office, person = mentions
    return not reading.text[office.span.end : person.span.start].strip()


def _joined(reading: Reading, first: Mention, second: Mention) -> bool:
    gap = unmarked(reading.text[first.span.end : second.span.start])
    pattern = _TITLE_FIRST if first.entry.kind is Kind.OFFICE else _NAME_FIRST
    return pattern[reading.language].fullmatch(gap) is not None


_HONORIFIC = {
    Language.EN: r"(?:(?:the\s+)?(?:Right\s+)?Hon(?:ou?rable|\.)\s+|Mr\.?\s+|Ms\.?\s+|Mrs\.?\s+|Dr\.?\s+)?",
    Language.FR: r"(?:(?:l[’']\s*|la\s+très\s+|le\s+très\s+)?hon(?:orable|\.)\s+|M\.?\s+|Mme\s+|Mᵐᵉ\s+)?",
}
_OF_COUNTRY = {
    Language.EN: r"(?:\s+(?:of|for)\s+(?:Canada|the\s+United\s+States|the\s+U\.S\.))?",
    Language.FR: r"(?:\s+du\s+Canada|\s+des\s+États.Unis)?",
}
_TITLE_FIRST = {
    language: re.compile(rf"{_OF_COUNTRY[language]}\s*[,(]?\s+\(?{_HONORIFIC[language]}", re.IGNORECASE)
    for language in Language
}
_NAME_FIRST = {
    Language.EN: re.compile(
        r"\s*[,(]\s*(?:who\s+is\s+|in\s+(?:his|her|their)\s+capacity\s+)?(?:as\s+)?(?:the\s+)?"
        r"(?:(?:Canadian|American|U\.S\.|US|United\s+States|Canada[’']s)\s+)?|\s+as\s+(?:the\s+)?",
        re.IGNORECASE,
    ),
    Language.FR: re.compile(
        r"\s*[,(]\s*(?:en\s+(?:sa|leur)\s+qualité\s+de\s+|en\s+tant\s+que\s+|à\s+titre\s+de\s+)?(?:(?:le|la)\s+|l[’'])?",
        re.IGNORECASE,
    ),
}


def is_qualified(reading: Reading, first: Mention, second: Mention) -> bool:
    """Tell whether the text says that it does not mean the holder of its own day."""
    text = reading.text
    before = text[max(0, first.span.start - 40) : first.span.start]
    after = text[second.span.end : second.span.end + 40]
    between = text[first.span.end : second.span.start]
    language = reading.language
    return bool(
        _BEFORE[language].search(before) or _AFTER[language].match(after) or _AFTER[language].match(between)
    )


_BEFORE = {
    Language.EN: re.compile(
        r"\b(?:former|formerly|then|late|acting|interim|past|previous|outgoing|incoming|ex|late)[\s-]+"
        r"(?:the\s+)?(?:(?:Canadian|American|U\.S\.|US|United\s+States|Canada[’']s)\s+)?$",
        re.IGNORECASE,
    ),
    Language.FR: re.compile(
        r"\b(?:anciens?|anciennes?|alors|feue?|ex|précédente?|sortante?|nouvelle?ment)[\s-]+$|"
        r"\b(?:alors|à\s+l[’']époque|autrefois|jadis),?\s+(?:le\s+|la\s+|l[’'])?$",
        re.IGNORECASE,
    ),
}
_AFTER = {
    Language.EN: re.compile(
        r"\s*[,(]?\s*(?:then|at\s+the\s+time|acting|ad\s+interim|until|from\s+\d{4})\b", re.IGNORECASE
    ),
    Language.FR: re.compile(
        r"\s*[,(]?\s*(?:alors|à\s+l[’']époque|de\s+l[’']époque|d[’']alors|par\s+intérim|intérimaire|"
        r"sortante?|jusqu[’']|de\s+\d{4})\b",
        re.IGNORECASE,
    ),
}


def agreeing(reading: Reading, office: Mention, gender: Gender | None) -> Edit:
    """Return the edit that makes a French title, and the article before it, agree with a holder."""
    text = reading.text[office.span.start : office.span.end]
    if gender is not None and office.form.gender not in (None, gender):
        text = next(
            (
                form.text
                for form in office.entry.forms
                if form.gender is gender and form.status is office.form.status
            ),
            text,
        )
    return replacement(reading.text, office.span, Name(text, gender), Language.FR)
