"""The register's entries as values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from phrasebank.register.day import Day
from phrasebank.register.lexicon import Lexicon
from phrasebank.text.language import Language


class Kind(StrEnum):
    """What an entry is."""

    PERSON = "person"
    OFFICE = "office"
    BODY = "body"  #: department, agency, task force, committee, international body
    FORUM = "forum"
    INSTRUMENT = "instrument"  #: agreement, action plan, treaty, operation
    STATUTE = "statute"
    TERM = "term"  #: a concept or a defined term


class Status(StrEnum):
    """Whether a form may be written."""

    CANONICAL = "canonical"
    ACCEPTED = "accepted"
    VARIANT = "variant"  #: off the register: flag
    WRONG = "wrong"  #: wrong in fact: flag as an error
    DAMAGE = "damage"  #: broken by extraction: never indexed

    @property
    def allowed(self) -> bool:
        """Whether a draft may use a form of this status."""
        return self in (Status.CANONICAL, Status.ACCEPTED)


class Gender(StrEnum):
    """Grammatical gender in French."""

    FEMININE = "f"
    MASCULINE = "m"


class Country(StrEnum):
    """A side of the Forum; also the `release` of a draft."""

    CANADA = "canada"
    UNITED_STATES = "united-states"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read. `verified` is false for what nobody has read in a source."""

    text: str = ""
    verified: bool = False
    verified_on: Day | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write an entry.

    `until` and `since` bound the days on which the status holds (an old title is accepted
    in a text of its time); outside them the form is a variant. `verified` is false for a
    form that was read nowhere, whatever is known of its entry: show it as unverified.
    An `anaphoric` form (the Partnership) points back to a full name in the same text and
    names nothing without one. `offices` is set on a name with a style before it (Secretary
    Mayorkas): the ids of the offices that the style may stand for.
    """

    text: str
    status: Status
    language: Language | None = None  #: None: in both
    acronym: bool = False
    plural: bool = False
    gender: Gender | None = None
    since: Day | None = None
    until: Day | None = None
    verified: bool = True
    anaphoric: bool = False
    offices: tuple[str, ...] = ()
    seen_in: tuple[str, ...] = ()  #: ids of the statements that have it
    note: str = ""

    def status_on(self, day: dt.date) -> Status:
        """Return the status that holds on `day`."""
        outside = (self.since is not None and day < self.since.first) or (
            self.until is not None and day > self.until.last
        )
        return Status.VARIANT if outside and self.status.allowed else self.status


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, office, body, instrument, statute or term.

    `forms` has the canonical form of each language, its acronym, and every other form
    known. `since` and `until` bound the thing itself (the committee's life, the act's
    assent), where known. `title_of` is set on an entry that is a further title of an
    office (one holder's, or an earlier one): terms of office are kept under that office.
    `styles` are what an office puts before a surname (Secretary); `surname` is a person's.
    `file` and `line` (counted from 0) say where the entry is written, for messages and go-to.
    """

    id: str
    kind: Kind
    forms: tuple[Form, ...]
    country: Country | None = None
    gender: Gender | None = None  #: of a person; of the French noun for other kinds
    plural: bool = False  #: the name is a plural: les Nations Unies
    since: Day | None = None
    until: Day | None = None
    title_of: str = ""
    styles: tuple[Form, ...] = ()
    surname: str = ""
    source: Source = Source()
    note: str = ""
    tags: tuple[str, ...] = ()
    file: str = ""
    line: int = 0

    def canonical(self, language: Language, gender: Gender | None = None) -> Form | None:
        """Return the canonical form in `language` (agreeing with `gender`, where there is a choice)."""
        candidates = [
            form
            for form in self.forms
            if form.status is Status.CANONICAL
            and not form.acronym
            and not form.plural
            and form.language in (None, language)
        ]
        agreeing = [form for form in candidates if form.gender in (None, gender)] if gender else candidates
        return next(iter(agreeing or candidates), None)

    def acronym(self, language: Language) -> Form | None:
        """Return the allowed acronym in `language`, in the number of the name (IBETs, but MOU)."""
        candidates = [
            form
            for form in self.forms
            if form.acronym and form.status.allowed and form.language in (None, language)
        ]
        return next((form for form in candidates if form.plural is self.plural), next(iter(candidates), None))

    def names(self, language: Language) -> tuple[Form, ...]:
        """Return the forms that may be written in a text in `language`."""
        return tuple(form for form in self.forms if form.status.allowed and form.language in (None, language))


@dataclass(frozen=True, slots=True)
class Tenure:
    """A term of office: who held what, when.

    `start` is the first day, `end` the day it ended (the successor's first day); None
    while open. `start_read` and `end_read` say whether each date was read in a source;
    `last_seen` is the last day on which a source shows the holder in office. `title` is
    the id of the entry that was the holder's title: the office itself, or one that is a
    `title_of` it.
    """

    office: str
    person: str
    start: dt.date
    end: dt.date | None = None
    acting: bool = False
    start_read: bool = False
    end_read: bool = False
    last_seen: Day | None = None
    title: str = ""
    source: str = ""
    note: str = ""
    file: str = ""
    line: int = 0

    def covers(self, day: dt.date) -> bool:
        """Tell whether the person held the office on `day`."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the Forum.

    The count began anew when the Forum was re-established, so `ordinal` counts within a
    `series`, named by the year it began ("1997", "2022"). `statements` are the ids of the
    documents that came out of it; a meeting counts whether or not they are in the corpus.
    """

    forum: str
    series: str
    ordinal: int
    date: Day | None = None
    place: str = ""
    host: Country | None = None
    statements: tuple[str, ...] = ()
    source: Source = Source()
    note: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a register file; the rest of the file counts all the same.

    `entry` is the id of the entry (or the office and person of a term of office), "" for
    the file as a whole; `key` the key in it; `line` counts from 0.
    """

    file: str
    entry: str
    key: str
    message: str
    line: int = 0

    def __str__(self) -> str:
        """Name the place and what is wrong there."""
        return ": ".join(part for part in (self.file, self.entry, self.key, self.message) if part)


@dataclass(frozen=True, slots=True)
class Register:
    """All entries by id, all tenures in order of their start, and what was wrong in the files."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    tenures: tuple[Tenure, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    lexicon: Lexicon = field(default_factory=Lexicon)
    problems: tuple[Problem, ...] = ()
