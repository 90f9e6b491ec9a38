"""What a check reports."""

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from phrasebank.text.span import Span


class Severity(IntEnum):
    """How much a finding matters; the numbers are the protocol's."""

    ERROR = 1
    WARNING = 2
    INFORMATION = 3
    HINT = 4


class Tag(StrEnum):
    """How an editor may show the span."""

    UNNECESSARY = "unnecessary"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters of `span` by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding.

    `exact` fixes replace by what the register has and may be applied without looking
    (``source.fixAll``); the `preferred` one is what a single key applies.
    """

    title: str
    edits: tuple[Edit, ...]
    preferred: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class InDraft:
    """Evidence in the draft itself."""

    span: Span


@dataclass(frozen=True, slots=True)
class InTwin:
    """Evidence in the draft's twin."""

    span: Span


@dataclass(frozen=True, slots=True)
class InStatement:
    """Evidence in an earlier statement: characters of its source file."""

    statement: str
    span: Span


@dataclass(frozen=True, slots=True)
class InRegister:
    """Evidence in the register."""

    entry: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something to show beside a finding, and where it stands."""

    message: str
    place: InDraft | InTwin | InStatement | InRegister


@dataclass(frozen=True, slots=True)
class Appointment:
    """A term of office that the register would need for the draft to be right; both are ids of entries."""

    office: str
    person: str
    start: dt.date


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, why, and how to mend it. `rule` is a code of the catalogue."""

    rule: str
    severity: Severity
    span: Span
    message: str
    evidence: tuple[Evidence, ...] = ()
    fixes: tuple[Fix, ...] = ()
    tags: tuple[Tag, ...] = ()
    appointment: Appointment | None = None
