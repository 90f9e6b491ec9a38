"""The variable parts of a precedent: who, when, where and which time, filled for this draft or left open.

So last time's names and numbers are never put in unseen.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from phrasebank.bank import Phrasebank
from phrasebank.register.mentions import Mention, corrected
from phrasebank.register.model import Kind, Meeting, Register, Status
from phrasebank.register.tenures import (
    holders_on,
    is_doubtful,
    is_in_use,
    office_of,
    offices_of,
    title_of,
)
from phrasebank.statement import Metadata
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import words
from precedent_ls.checks.dates import written
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


class Piece(NamedTuple):
    """A stretch of a filled text: a tab stop, or what stands between two."""

    text: str
    is_stop: bool = False
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its slots filled as far as is known; `first` is the number of its first tab stop."""

    pieces: tuple[Piece, ...]
    first: int = 1

    @property
    def text(self) -> str:
        """The text without tab stops."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def stops(self) -> int:
        """How many tab stops it has."""
        return sum(piece.is_stop for piece in self.pieces)

    @property
    def unknown(self) -> int:
        """Of these, how many are slots that nothing is known for."""
        return sum(not piece.is_known for piece in self.pieces)

    @property
    def snippet(self) -> str:
        """The text with its tab stops."""
        numbers = count(self.first)
        return "".join(
            f"${{{next(numbers)}:{escaped(piece.text)}}}" if piece.is_stop else escaped(piece.text)
            for piece in self.pieces
        )

    def until(self, end: int) -> "Filled":
        """Return the first `end` characters of it."""
        kept: list[Piece] = []
        for piece in self.pieces:
            if end > 0:
                kept.append(piece._replace(text=piece.text[:end]))
                end -= len(piece.text)
        return Filled(tuple(kept), self.first)


class Slots:
    """Finds the variable parts of what statements said, for drafts of one meeting.

    Parameters
    ----------
    bank, language
        What is known of names, and the drafts' language.
    day
        The day of the meeting.
    place
        Where it is; "" where only the register may know that.
    """

    def __init__(self, bank: Phrasebank, language: Language, day: dt.date, place: str = "") -> None:
        self._bank = bank
        self._language = language
        self._day = day
        self._place = place
        self.fill = lru_cache(maxsize=512)(self._fill)

    def _fill(self, text: str, metadata: Metadata, first: int = 1) -> Filled:
        """Return a stretch of a statement with its slots; `first` is the number of the first tab stop."""
        slots = sorted(self._slots(text, metadata), key=lambda slot: slot.span)
        apart = [slot for slot, last in zip(slots, [None, *slots], strict=False) if not _overlap(last, slot)]
        pieces: list[Piece] = []
        done = 0
        for slot in apart:
            value = text[slot.span.start : slot.span.end] if slot.filled is None else slot.filled
            known = not slot.open or slot.filled not in (None, UNKNOWN)
            pieces += [Piece(text[done : slot.span.start]), Piece(value, slot.open, known)]
            done = slot.span.end
        return Filled((*pieces, Piece(text[done:])), first)

    def _slots(self, text: str, metadata: Metadata) -> Iterator[Slot]:
        mentions = self._bank.matcher.mentions(text, words(text), self._language)
        for mention in mentions:
            if mention.entry.kind is Kind.PERSON:
                if not mention.form.offices:
                    yield Slot(mention.span, self._successor(mention, metadata))
            elif (right := self._right(mention)) is not None:
                yield Slot(mention.span, right, open=False)
        for match in _RELATIVE[self._language].finditer(text):
            on = _ON[self._language].format(written(self._day, self._language))
            yield Slot(Span(*match.span()), on if match[0][0].isupper() else on[0].lower() + on[1:])
        for match in _RELATIVE_YEAR[self._language].finditer(text):
            yield Slot(Span(*match.span()), None)
        its_own = written(metadata.date, self._language)
        for match in _DATE.finditer(text):
            yield Slot(
                Span(*match.span()),
                written(self._day, self._language) if match[0] == its_own else None,
            )
        for match in _YEAR.finditer(text):
            year = int(match[0]) == metadata.date.year
            yield Slot(Span(*match.span()), str(self._day.year) if year else None)
        meeting = meeting_on(self._bank.register, self._day)
        for match in _COUNTED[self._language].finditer(text):
            if ordinal_value(match["ordinal"], self._language) is not None:
                counted = meeting and ordinal_written(meeting.ordinal, match["ordinal"], self._language)
                yield Slot(Span(*match.span("ordinal")), counted or None)
        place = metadata.place
        if place:
            here = self._place or (meeting.place if meeting else "")
            for match in re.finditer(rf"(?<!\w){re.escape(place)}(?:, D\.?C\.?)?(?!\w)", text):
                then = _THEN.match(text, match.end())
                if then is None or then[1] == its_own:
                    yield Slot(Span(*match.span()), match[0] if here == place else here or None)

    def _right(self, mention: Mention) -> str | None:
        """Return what is written on the day for a name that then is not; None for one that is."""
        register, entry = self._bank.register, mention.entry
        if not is_in_use(register, entry, self._day):
            held = holders_on(register, office_of(register, entry.id), self._day)
            entry = title_of(register, held[0]) if held else entry
        elif entry.kind is Kind.TERM or mention.form.status_on(self._day).allowed:
            return None
        now = replace(entry, forms=tuple(each for each in entry.forms if each.status_on(self._day).allowed))
        meant = replace(mention.meant, status=Status.VARIANT)
        right = corrected(replace(mention, entry=now, meant=meant), self._language)
        return None if right is None else right.text

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


@lru_cache(maxsize=8)
def slots_of(bank: Phrasebank, language: Language, day: dt.date, place: str) -> Slots:
    """Return the slots of a meeting, with what was filled for it before."""
    return Slots(bank, language, day, place)


def meeting_on(register: Register, day: dt.date) -> Meeting | None:
    """Return the meeting on a day; of one to come, nothing but which it is."""
    dated = [(each.date, each) for each in register.meetings if each.date is not None]
    now = next((each for date, each in dated if date.first <= day <= date.last), None)
    if now is not None:
        return now
    _, last = max(
        (each for each in dated if each[0].last < day), key=lambda each: each[0].last, default=(None, None)
    )
    return last and Meeting(last.forum, last.series, last.ordinal + 1)


def escaped(text: str) -> str:
    """Return text as a snippet has it."""
    return re.sub(r"([\\$}])", r"\\\1", text)


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
#: What says of a place that another meeting is meant.
_THEN = re.compile(rf",? (?:in|on|en|le) ({_DATE.pattern})")

#: A day that only the statement's own date tells.
_RELATIVE = {
    Language.EN: re.compile(r"(?<![\w’'])(?:Yesterday|yesterday|Today)(?![\w’'])"),
    Language.FR: re.compile(r"(?<![\w’'])(?:Hier|hier|Aujourd[’']hui)(?![\w’'])"),
}
_RELATIVE_YEAR = {
    Language.EN: re.compile(r"(?<!\w)(?:last|this|next|this past) year(?:[’']s)?(?!\w)", re.IGNORECASE),
    Language.FR: re.compile(
        r"(?<!\w)(?:l[’'](?:an|année) (?:dernière?|passée?|prochaine?)|cette année)(?!\w)", re.IGNORECASE
    ),
}
_ON = {Language.EN: "On {}", Language.FR: "Le {}"}
_YEAR = re.compile(r"(?<![\w/-])(?:19|20)\d\d(?![\w/])")
_COUNTED = {
    Language.EN: re.compile(r"(?<!\w)(?P<ordinal>[A-Za-z]+|\d+(?:st|nd|rd|th))(?= (?:CBCF|meeting|Forum)\b)"),
    Language.FR: re.compile(r"(?<!\w)(?P<ordinal>[\w-]+)(?= (?:édition|réunion|rencontre)\b)"),
}
