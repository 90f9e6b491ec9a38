"""The variable parts of a precedent: who, when, where and which time, filled for this draft or left open.

So last time's names and numbers are never put in unseen.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from phrasebank.bank import Phrasebank
from phrasebank.register.mentions import Mention, corrected
from phrasebank.register.model import Kind, Meeting
from phrasebank.register.tenures import holders_on, is_doubtful, offices_of
from phrasebank.statement import Metadata
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import words
from precedent_ls.checks.ordinals import ordinal_value, ordinal_written

#: Stands for someone whose successor is not known.
UNKNOWN = "…"


@dataclass(frozen=True, slots=True)
class Slot:
    """A variable part of a text: `filled` is what it is in this draft, None where that is not known.

    One that is not `open` is no variable part but a wrong form, and `filled` is the right one.
    """

    span: Span
    filled: str | None
    open: bool = True


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its slots filled as far as is known, and the same as a snippet."""

    text: str
    snippet: str
    stops: int  #: tab stops of the snippet
    unknown: int  #: of these, the slots that nothing is known for


class Slots:
    """Finds the variable parts of what statements said, for drafts of one day."""

    def __init__(self, bank: Phrasebank, language: Language, day: dt.date) -> None:
        self._bank = bank
        self._language = language
        self._day = day
        self.fill = lru_cache(maxsize=512)(self._fill)

    def _fill(self, text: str, metadata: Metadata, first: int = 1) -> Filled:
        """Return a stretch of a statement with its slots; `first` is the number of the first tab stop."""
        slots = sorted(self._slots(text, metadata), key=lambda slot: slot.span)
        apart = [slot for slot, last in zip(slots, [None, *slots], strict=False) if not _overlap(last, slot)]
        plain, snippet, done, number, unknown = "", "", 0, 0, 0
        for slot in apart:
            kept = text[done : slot.span.start]
            value = text[slot.span.start : slot.span.end] if slot.filled is None else slot.filled
            plain += kept + value
            snippet += escaped(kept)
            if slot.open:
                unknown += slot.filled in (None, UNKNOWN)
                snippet += f"${{{first + number}:{escaped(value)}}}"
                number += 1
            else:
                snippet += escaped(value)
            done = slot.span.end
        plain += text[done:]
        return Filled(plain, snippet + escaped(text[done:]), number, unknown)

    def _slots(self, text: str, metadata: Metadata) -> Iterator[Slot]:
        mentions = self._bank.matcher.mentions(text, words(text), self._language)
        for mention in mentions:
            if mention.entry.kind is Kind.PERSON:
                if not mention.form.offices:
                    yield Slot(mention.span, self._successor(mention, metadata))
            elif mention.entry.kind is not Kind.TERM and not mention.form.status_on(self._day).allowed:
                right = corrected(mention, self._language)
                if right is not None:
                    yield Slot(mention.span, right.text, open=False)
        for match in _DATE.finditer(text):
            yield Slot(Span(*match.span()), None)
        for match in _YEAR.finditer(text):
            year = int(match[0]) == metadata.date.year
            yield Slot(Span(*match.span()), str(self._day.year) if year else None)
        meeting = self._meeting()
        for match in _COUNTED[self._language].finditer(text):
            if ordinal_value(match["ordinal"], self._language) is not None:
                counted = meeting and ordinal_written(meeting[0], match["ordinal"], self._language)
                yield Slot(Span(*match.span("ordinal")), counted or None)
        place = metadata.place
        if place:
            for match in re.finditer(rf"(?<!\w){re.escape(place)}(?:, D\.?C\.?)?(?!\w)", text):
                here = meeting[1] if meeting and meeting[1] else None
                yield Slot(Span(*match.span()), match[0] if here == place else here)

    def _successor(self, mention: Mention, metadata: Metadata) -> str | None:
        """Return who holds, on the draft's day, the office that a person held on the statement's."""
        register = self._bank.register
        held = offices_of(register, mention.entry.id, metadata.date)
        for term in held:
            for now in holders_on(register, term.office, self._day):
                name = register.entries[now.person].canonical(self._language)
                if name is not None and not is_doubtful(register, now, self._day):
                    return name.text
        return UNKNOWN if held else None

    def _meeting(self) -> tuple[int, str] | None:
        """Return the number and the place of the meeting on the draft's day; of a coming one, the number."""
        meetings = [each for each in self._bank.register.meetings if each.date is not None]
        for each in meetings:
            if each.date and each.date.first <= self._day <= each.date.last:
                return each.ordinal, each.place
        before = [each for each in meetings if each.date and each.date.last < self._day]
        last = max(before, key=_last_day, default=None)
        return (last.ordinal + 1, "") if last else None


def escaped(text: str) -> str:
    """Return text as a snippet has it."""
    return re.sub(r"([\\$}])", r"\\\1", text)


def _last_day(meeting: Meeting) -> dt.date:
    return meeting.date.last if meeting.date else dt.date.min


def _overlap(last: Slot | None, slot: Slot) -> bool:
    return last is not None and slot.span.start < last.span.end


_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_DATE = re.compile(
    rf"(?<!\w)(?:(?:{_MONTH})(?: \d{{1,2}},)? (?:19|20)\d\d"
    rf"|(?:\d{{1,2}}|1er) (?:{_MONTH})(?: (?:19|20)\d\d)?)(?!\w)"
)
_YEAR = re.compile(r"(?<![\w/-])(?:19|20)\d\d(?![\w/])")
_COUNTED = {
    Language.EN: re.compile(r"(?<!\w)(?P<ordinal>[A-Za-z]+|\d+(?:st|nd|rd|th))(?= (?:CBCF|meeting|Forum)\b)"),
    Language.FR: re.compile(r"(?<!\w)(?P<ordinal>[\w-]+)(?= (?:édition|réunion|rencontre)\b)"),
}
