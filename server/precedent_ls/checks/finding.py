"""What a check reports."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import overload

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
    edits: Sequence[Edit]
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


class Edits(Sequence[Edit]):
    """Edits that are worked out when they are first looked at: equal to the tuple of them.

    A fix that mends a long draft all over has thousands, and hardly anyone looks at them
    between two keys.

    Parameters
    ----------
    count
        How many there are.
    make
        Returns them; always the same.
    """

    def __init__(self, count: int, make: Callable[[], Iterable[Edit]]) -> None:
        self._count = count
        self._make = make

    @cached_property
    def _made(self) -> tuple[Edit, ...]:
        return tuple(self._make())

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Edit: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Edit, ...]: ...
    def __getitem__(self, index: int | slice) -> Edit | tuple[Edit, ...]:
        return self._made[index]

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._made)

    def __eq__(self, other: object) -> bool:
        return self._made == (other._made if isinstance(other, Edits) else other)

    def __hash__(self) -> int:
        return hash(self._made)

    def __repr__(self) -> str:
        return repr(self._made)
