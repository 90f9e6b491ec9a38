"""What a rule is: data, and one function.

A rule looks at one paragraph at a time (`InParagraph`), at all places of the draft that
have something in common (`Across`), at the draft as a whole (`InDraft`), or at the draft
beside its twin (`InPair`). The first two cost what was edited and no more: what a paragraph
gives is kept as long as its `Reading` and the `Context` last.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, NamedTuple, TypeVar

from phrasebank.bank import Phrasebank
from phrasebank.register.model import Country, Register
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.finding import Appointment, Edit, Evidence, Fix, Severity, Tag
from precedent_ls.draft.files import NoTwin
from precedent_ls.draft.snapshot import Draft, Reading

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of the catalogue.

    `severity` holds unless the settings or a report say otherwise; `on` is false for what
    has to be asked for. `check` says what the rule looks at and holds its function.
    """

    code: str
    severity: Severity
    check: "InParagraph | Across[Any] | InDraft | InPair | OfTwin"
    on: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may know beside the text: the same context, the same reports.

    `codes` are those of all rules there are.
    """

    language: Language
    date: dt.date
    date_assumed: bool
    release: Country | None
    codes: frozenset[str]
    bank: Phrasebank = field(compare=False)

    @property
    def register(self) -> Register:
        """The register."""
        return self.bank.register

    def say(self, en: str, fr: str) -> str:
        """Return the sentence in the draft's language."""
        return fr if self.language is Language.FR else en

    def assumed_date(self) -> str:
        """Return what a message adds that rests on the draft's date, when today's stands in for it."""
        if not self.date_assumed:
            return ""
        return self.say(
            " The draft has no date: today’s is assumed.",
            " Le texte n’a pas de date\u00a0: celle d’aujourd’hui est présumée.",
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What a rule found; the catalogue adds the code and the severity.

    Reports of a rule with the same `cluster` become one finding, at the first place, with the
    others as evidence: those of a paragraph rule over the whole draft, those of a group rule
    within the group. `unverified` tells that the fact behind it was read
    nowhere: the finding then is at most an information that asks to confirm it. `severity`
    replaces the rule's own. `appointment` is the term of office that would make the draft right.
    """

    span: Span
    message: str
    evidence: tuple[Evidence, ...] = ()
    fixes: tuple[Fix, ...] = ()
    tags: tuple[Tag, ...] = ()
    severity: Severity | None = None
    unverified: bool = False
    cluster: Hashable = None
    appointment: Appointment | None = None


class Fact(NamedTuple, Generic[What]):
    """Something in a paragraph that counts only beside others of the same `key`."""

    key: Hashable
    span: Span
    what: What


@dataclass(frozen=True, slots=True)
class Occurrence(Generic[What]):
    """A fact in its place among the draft's paragraphs.

    `place` holds its characters in the paragraph. Spans for reports, evidence and edits come
    from `span` and `at`: they count along an axis on which a paragraph never moves, so they
    tell places apart but not their order; the order is that in which occurrences are given.
    """

    what: What
    place: Span
    reading: Reading
    base: int

    @property
    def span(self) -> Span:
        """Its characters, for a report."""
        return self.place.shifted(self.base)

    def at(self, start: int, end: int) -> Span:
        """Return the characters `start` to `end` of its paragraph, for a report."""
        return Span(start + self.base, end + self.base)

    def moved(self, fix: Fix) -> Fix:
        """Return a fix of its paragraph for a report."""
        edits = (Edit(edit.span.shifted(self.base), edit.text) for edit in fix.edits)
        return replace(fix, edits=tuple(edits))

    @property
    def text(self) -> str:
        """Its words, as written."""
        return self.reading.text[self.place.start : self.place.end]


@dataclass(frozen=True, slots=True)
class InParagraph:
    """Reports on one paragraph; spans are relative to it."""

    function: Callable[[Reading, Context], Iterable[Report]]


@dataclass(frozen=True, slots=True, eq=False)
class Survey(Generic[What]):
    """What is gathered from each paragraph, for one rule or several; spans are relative to it."""

    name: str
    gather: Callable[[Reading, Context], Iterable[Fact[What]]]


@dataclass(frozen=True, slots=True)
class Across(Generic[What]):
    """Reports on all facts of a survey that share a key; asked again when one of them changes."""

    survey: Survey[What]
    function: Callable[[Hashable, Sequence[Occurrence[What]], Context], Iterable[Report]]


@dataclass(frozen=True, slots=True)
class InDraft:
    """Reports on the draft as a whole; spans are the draft's. Worked out for every version: keep it small."""

    function: Callable[[Draft, Context], Iterable[Report]]


@dataclass(frozen=True, slots=True)
class InPair:
    """Reports on the draft (first) beside its twin; spans are the draft's, evidence may be in either.

    Asked of pairs that `pairing.is_compared`.
    """

    function: Callable[[Draft, Draft, Context], Iterable[Report]]


@dataclass(frozen=True, slots=True)
class OfTwin:
    """Reports on what the draft says of its twin: the twin, or why there is none."""

    function: Callable[[Draft, Draft | NoTwin, Context], Iterable[Report]]
