"""The register's entries as values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

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
    verified_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write an entry.

    `until` and `since` bound the days on which the status holds (an old title is accepted
    in a text of its time); outside them the form is a variant.
    """

    text: str
    status: Status
    language: Language | None = None  #: None: in both
    acronym: bool = False
    plural: bool = False
    gender: Gender | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    seen_in: tuple[str, ...] = ()  #: ids of the statements that have it
    note: str = ""

    def status_on(self, day: dt.date) -> Status:
        """Return the status that holds on `day`."""
        outside = (self.since is not None and day < self.since) or (
            self.until is not None and day > self.until
        )
        return Status.VARIANT if outside and self.status.allowed else self.status


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, office, body, instrument, statute or term.

    `forms` has the canonical form of each language, its acronym, and every other form
    known. `since` and `until` bound the thing itself (the committee's life, the act's
    assent), where known. `origin` names the file and the entry, for messages and go-to.
    """

    id: str
    kind: Kind
    forms: tuple[Form, ...]
    country: Country | None = None
    gender: Gender | None = None  #: of a person; of the French noun for other kinds
    since: dt.date | None = None
    until: dt.date | None = None
    source: Source = Source()
    note: str = ""
    tags: tuple[str, ...] = ()
    origin: str = ""

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
        """Return the allowed acronym in `language`, singular."""
        return next(
            (
                form
                for form in self.forms
                if form.acronym
                and not form.plural
                and form.status.allowed
                and form.language in (None, language)
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class Tenure:
    """A term of office: who held what, when.

    `start` is the first day, `end` the day it ended (the successor's first day); None
    while open. `start_read` and `end_read` say whether each date was read in a source;
    `last_seen` is the last day on which a source shows the holder in office. `title_en`
    and `title_fr` are given where the title was not the office's canonical one.
    """

    office: str
    person: str
    start: dt.date
    end: dt.date | None = None
    acting: bool = False
    start_read: bool = False
    end_read: bool = False
    last_seen: dt.date | None = None
    title_en: str = ""
    title_fr: str = ""
    source: str = ""
    note: str = ""
    origin: str = ""

    def covers(self, day: dt.date) -> bool:
        """Tell whether the person held the office on `day`."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a register file; the rest of the file counts all the same."""

    file: str
    entry: str
    key: str
    message: str


@dataclass(frozen=True, slots=True)
class Register:
    """All entries by id, all tenures in order of their start, and what was wrong in the files."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    tenures: tuple[Tenure, ...] = ()
    problems: tuple[Problem, ...] = ()
