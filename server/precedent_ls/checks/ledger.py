"""What the paragraphs of one draft report, kept up to date at the cost of what was edited.

The ledger seats every paragraph it reads. When the next version comes, new paragraphs are
seated and those that are gone leave; only groups of facts that one of them belongs to are
judged again. A seat keeps its place on an axis of the ledger's own (`Occurrence.span`), so
that reports which reach over several paragraphs stay valid while paragraphs move;
`reports` translates to the draft.

It is a cache and nothing else: a new ledger gives the same reports.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from operator import attrgetter, is_
from typing import Any, NamedTuple

from phrasebank.text.span import Span
from precedent_ls.checks.cluster import clustered
from precedent_ls.checks.finding import Edit, Edits, Evidence, Fix, InDraft
from precedent_ls.checks.guard import guarded
from precedent_ls.checks.rule import Across, Context, InParagraph, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Paragraph, Reading

#: Characters of the axis that each paragraph has to itself.
_ROOM = 1 << 32
#: The bits of a place on the axis that tell the paragraph, and those that tell the place in it.
_PLACE = _ROOM - 1
_BASE = ~_PLACE


class Quiet(NamedTuple):
    """Characters of a paragraph about which rules keep silent.

    `codes` are the rules that say nothing of what begins there; None: all rules, of what lies there whole.
    """

    span: Span
    codes: frozenset[str] | None

    def covers(self, code: str, span: Span) -> bool:
        """Tell whether the rule says nothing of these characters."""
        if self.codes is None:
            return self.span.start <= span.start and span.end <= self.span.end
        return code in self.codes and self.span.start <= span.start < self.span.end


@dataclass(slots=True, eq=False)
class _Seat:
    reading: Reading
    silent: tuple[Quiet, ...]
    base: int
    order: int = 0
    reports: list[tuple[Rule, Report]] = field(default_factory=list)
    groups: list["_Group"] = field(default_factory=list)

    def quiet(self, code: str, span: Span) -> bool:
        return any(area.covers(code, span) for area in self.silent)


@dataclass(slots=True, eq=False)
class _Group:
    """All that has one key, in its places: the facts of a survey, or the reports of one cluster."""

    source: Survey[Any] | Rule
    key: Hashable
    members: dict[_Seat, list[Any]] = field(default_factory=dict)
    reports: list[tuple[Rule, Report]] = field(default_factory=list)


class Ledger:
    """The reports of paragraph and group rules on one draft, under one context."""

    def __init__(self, rules: Sequence[Rule], context: Context) -> None:
        self.rules = rules
        self.context = context
        self._paragraph_rules = [(rule, rule.check) for rule in rules if isinstance(rule.check, InParagraph)]
        self._judges: dict[Survey[Any], list[tuple[Rule, Across[Any]]]] = {}
        for rule in rules:
            if isinstance(rule.check, Across):
                self._judges.setdefault(rule.check.survey, []).append((rule, rule.check))
        self._paragraphs: Sequence[Paragraph] = ()
        self._seats: list[_Seat] = []  # one for each paragraph
        self._by_base: dict[int, _Seat] = {}
        self._next = 0
        self._groups: dict[tuple[object, Hashable], _Group] = {}
        # Those of which there is something to tell, and the seats where nothing may be told.
        self._telling: dict[_Seat | _Group, None] = {}
        self._silent: dict[_Seat, None] = {}

    def serves(self, rules: Sequence[Rule], context: Context) -> bool:
        """Tell whether what was worked out so far holds under these rules and this context."""
        return rules == self.rules and context == self.context and context.bank is self.context.bank

    def update(self, paragraphs: Sequence[Paragraph], quiet: Mapping[int, tuple[Quiet, ...]]) -> None:
        """Read the next version's paragraphs; `quiet` gives, by number, where nothing is said in them."""
        head, tail = _unchanged(self._paragraphs, paragraphs)
        touched: dict[_Group, None] = {}
        last, stop = len(self._seats) - tail, len(paragraphs) - tail
        for seat in self._seats[head:last]:
            self._leave(seat, touched)
        self._seats[head:last] = [
            self._seat(paragraphs[number].reading, quiet.get(number, ()), touched)
            for number in range(head, stop)
        ]
        for order, seat in enumerate(self._seats[head : stop if last == stop else None], head):
            seat.order = order
        self._hush(quiet, touched)
        self._paragraphs = paragraphs
        for group in touched:
            self._judge(group)

    def _hush(self, quiet: Mapping[int, tuple[Quiet, ...]], touched: dict[_Group, None]) -> None:
        """Read paragraphs again that are as before, but for where nothing is said in them."""
        for number in sorted(quiet.keys() | {seat.order for seat in self._silent}):
            seat, silent = self._seats[number], quiet.get(number, ())
            if seat.silent != silent:
                self._leave(seat, touched)
                self._seats[number] = again = self._seat(seat.reading, silent, touched)
                again.order = number

    def reports(self) -> Iterator[tuple[Rule, Report]]:
        """Yield every report on the version read last, its spans in the draft."""
        paragraphs = self._paragraphs
        starts = {seat.base: paragraph.start for seat, paragraph in zip(self._seats, paragraphs, strict=True)}

        def to_draft(span: Span) -> Span:  # asked for edits later, too, when seats are others
            start = starts[span.start & _BASE] + (span.start & _PLACE)
            if span.start & _BASE == span.end & _BASE:
                return Span(start, start + span.end - span.start)
            return Span(start, starts[span.end & _BASE] + (span.end & _PLACE))

        for each in self._telling:
            move = to_draft if isinstance(each, _Group) else _by(paragraphs[each.order].start)
            for rule, report in each.reports:
                yield rule, moved(report, move)

    def _seat(self, reading: Reading, silent: tuple[Quiet, ...], touched: dict[_Group, None]) -> _Seat:
        seat = self._by_base[self._next] = _Seat(reading, silent, self._next)
        self._next += _ROOM
        if silent:
            self._silent[seat] = None
        for rule, check in self._paragraph_rules:
            for report in guarded(rule.code, check.function, reading, self.context):
                if seat.quiet(rule.code, report.span):
                    continue
                if report.cluster is None:
                    seat.reports.append((rule, report))
                else:
                    self._join(seat, rule, report.cluster, moved(report, _by(seat.base)), touched)
        for survey in self._judges:
            facts = guarded(survey.name, survey.gather, reading, self.context)
            for fact in sorted(facts, key=lambda fact: fact.span):
                place = Occurrence(fact.what, fact.span, reading, seat.base)
                self._join(seat, survey, fact.key, place, touched)
        if seat.reports:
            self._telling[seat] = None
        return seat

    def _join(
        self,
        seat: _Seat,
        source: Survey[Any] | Rule,
        key: Hashable,
        member: object,
        touched: dict[_Group, None],
    ) -> None:
        at = (source if isinstance(source, Survey) else source.code, key)
        group = self._groups.get(at)
        if group is None:
            group = self._groups[at] = _Group(source, key)
        if seat not in group.members:
            group.members[seat] = []
            seat.groups.append(group)
        group.members[seat].append(member)
        touched[group] = None

    def _leave(self, seat: _Seat, touched: dict[_Group, None]) -> None:
        del self._by_base[seat.base]
        self._telling.pop(seat, None)
        self._silent.pop(seat, None)
        for group in seat.groups:
            del group.members[seat]
            touched[group] = None

    def _judge(self, group: _Group) -> None:
        source = group.source
        at = (source if isinstance(source, Survey) else source.code, group.key)
        if not group.members:
            self._groups.pop(at, None)
            self._telling.pop(group, None)
            return
        seats = sorted(group.members, key=attrgetter("order"))
        members = [member for seat in seats for member in group.members[seat]]
        if isinstance(source, Rule):
            reports = [(source, report) for report in members]
        else:
            reports = [
                (rule, report)
                for rule, check in self._judges[source]
                for report in guarded(rule.code, check.function, group.key, members, self.context)
                if not self._is_quiet(rule, report.span)
            ]
        group.reports = list(clustered(reports, self.context))
        if group.reports:
            self._telling[group] = None
        else:
            self._telling.pop(group, None)

    def _is_quiet(self, rule: Rule, span: Span) -> bool:
        seat = self._by_base[span.start & _BASE]
        return seat.quiet(rule.code, span.shifted(-seat.base))


def _unchanged(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[int, int]:
    """Count the paragraphs that say what they said before at the beginning, and at the end."""
    head = _alike(old, new)  # what has not even moved is the same paragraph
    head += _alike(_readings(old[head:]), _readings(new[head:]))
    tail = _alike(_readings(reversed(old[head:])), _readings(reversed(new[head:])))
    return head, tail


def _readings(paragraphs: Iterable[Paragraph]) -> Iterator[Reading]:
    return (paragraph.reading for paragraph in paragraphs)


def _alike(one: Iterable[object], other: Iterable[object]) -> int:
    """Count the things with which two rows begin alike."""
    return sum(takewhile(bool, map(is_, one, other)))


def _by(distance: int) -> Callable[[Span], Span]:
    return lambda span: span.shifted(distance)


def moved(report: Report, move: Callable[[Span], Span]) -> Report:
    """Return the report with every span of the draft in it moved."""
    # Built anew field by field: `dataclasses.replace` takes three times as long, for each keystroke.
    return Report(
        move(report.span),
        report.message,
        tuple(
            Evidence(each.message, InDraft(move(each.place.span)))
            if isinstance(each.place, InDraft)
            else each
            for each in report.evidence
        ),
        tuple(
            Fix(
                fix.title,
                _moved(fix.edits, move),
                fix.preferred,
                fix.exact,
            )
            for fix in report.fixes
        ),
        report.tags,
        report.severity,
        report.unverified,
        report.cluster,
        report.appointment,
    )


def _moved(edits: Sequence[Edit], move: Callable[[Span], Span]) -> Edits:
    return Edits(len(edits), lambda: (Edit(move(edit.span), edit.text) for edit in edits))
