"""Whether “today” is the day of writing, or the time we live in."""

import re

from phrasebank.text.blocks import BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.capitals import begins
from precedent_ls.draft.snapshot import Reading


def is_a_day(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether a match means one day: group `day`, with `earlier` before it and its possessive `of`."""
    if reading.kind is BlockKind.HEADING:
        return False
    text, day = reading.text, match["day"].casefold()
    if match["of"]:
        return _OCCASION.match(text, match.end()) is not None
    before = text[max(0, match.start() - 120) : match.start()]
    if day in ("yesterday", "hier"):
        return _NO_YESTERDAY.search(before) is None
    begin = begins(reading, Span(*match.span()))
    if day in ("tomorrow", "demain"):
        return _FUTURE.search(before) is None and (begin or _MEETING.search(before) is not None)
    if match["earlier"]:
        return True
    if _ALWAYS.search(before):
        return False
    end = next((each.end for each in reading.sentences if match.end() <= each.end), len(text))
    if begin or re.search(r"[,;]\s*$", before):
        return _something_happens(text, match.end(), end, reading.language)
    if reading.language is Language.FR:
        return re.search(rf"{_DONE_FR.pattern}\s+$", before) is not None
    return _EVENT_BEFORE.search(before) is not None or _EVENT_NEXT.match(text, match.end()) is not None


def _something_happens(text: str, start: int, end: int, language: Language) -> bool:
    """Tell whether a sentence that begins with today goes on with what somebody did."""
    if language is Language.FR:
        return _DONE_FR.search(text, start, end) is not None
    if _STATE_AFTER.match(text, start, end):
        return False
    return _EVENT.search(text, start, end) is not None or _WE_DID.match(text, start, end) is not None


_EVENTS = (
    r"\b(?:announce|meet|met|host|sign|releas|issu|launch|conven|gather|unveil|publish|held|hold|welcom|join|conclud"
    r"|co-host|participat|reaffirm|deliver|made|spoke|attend|travel|began|open|present|agreed|took|committed|discussed"
    r"|endorse|adopt|charge|arrest|sentence|introduc|mark|testif)(?:s|ed|d|ing|es|led)?\b"
)
_EVENT = re.compile(_EVENTS, re.IGNORECASE)
_EVENT_NEXT = re.compile(rf"\s+{_EVENTS}", re.IGNORECASE)
_EVENT_BEFORE = re.compile(
    rf"{_EVENTS}[^.;:]{{0,80}}$|\b(?:was|were)\s+in\s+[A-Z][\w, ]{{2,40}}$", re.IGNORECASE
)
_WE_DID = re.compile(r",?\s+(?:we|I|he|she)\s+\w+ed\b")
_STATE_AFTER = re.compile(
    r",?\s+(?:more than"
    r"|(?:\w+[\s,]+){0,12}?(?:is|are|remains?|continues?|faces?|faced|have|has|can|cannot|lives?|need)\b)",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:announcement|meeting|summit|statement|forum|visit|decision|agreement|discussions?|signing"
    r"|event|call|release|dialogue|actions?|session|ceremony|indictments?|arrests?|conference|launch|news)\b",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    r"\b(?:of|from|until|till|for|to|as|still|even|exists?|faced?|facing|living|have|than|used|d’|à|d['’])\s*$",
    re.IGNORECASE,
)
_NO_YESTERDAY = re.compile(r"\b(?:of|than|d[’'])\s*$", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:of|for|a (?:better|safer|more \w+)|de|à|pour)\s*$", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meet|will|travel|host|se tiendra)\b", re.IGNORECASE)
#: What somebody did, in French.
_DONE_FR = re.compile(
    r"\b(?:(?:a|ont|avons)\s+(?:(?:tous|toutes|également|aussi|deux)\s+){0,2}(?!plus\b)\w+(?:é|i|u|is|ert)"
    r"|(?:s[’']est|se sont|nous sommes)\s+\w+)\b",
    re.IGNORECASE,
)
