"""What the paragraphs of one draft report, kept up to date at the cost of what was edited.

The ledger seats every paragraph it reads. When the next version comes, new paragraphs are
seated and those that are gone leave; only groups of facts that one of them belongs to are
judged again. A seat keeps its place on an axis of the ledger's own (`Occurrence.span`), so
that reports which reach over several paragraphs stay valid while paragraphs move;
`reports` translates to the draft.

It is a cache and nothing else: a new ledger gives the same reports.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from phrasebank.text.span import Span
from precedent_ls.checks.cluster import clustered
from precedent_ls.checks.finding import Edit, Evidence, Fix, InDraft
from precedent_ls.checks.guard import guarded
from precedent_ls.checks.rule import Across, Context, InParagraph, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading

#: Characters of the axis that each paragraph has to itself.
_ROOM = 1 << 32


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
    """All that has one key: the facts of a survey, or the reports of one cluster."""

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
        self._seats: list[_Seat] = []
        self._by_number: dict[int, _Seat] = {}
        self._next = 0
        self._groups: dict[tuple[object, Hashable], _Group] = {}

    def serves(self, rules: Sequence[Rule], context: Context) -> bool:
        """Tell whether what was worked out so far holds under these rules and this context."""
        return rules == self.rules and context == self.context and context.bank is self.context.bank

    def update(self, readings: Sequence[Reading], quiet: Mapping[int, tuple[Quiet, ...]]) -> None:
        """Read the next version's paragraphs; `quiet` gives, by number, where nothing is said in them."""
        head, tail = self._unchanged(readings, quiet)
        touched: dict[_Group, None] = {}
        last, stop = len(self._seats) - tail, len(readings) - tail
        for seat in self._seats[head:last]:
            self._leave(seat, touched)
        self._seats[head:last] = [
            self._seat(readings[number], quiet.get(number, ()), touched) for number in range(head, stop)
        ]
        for order, seat in enumerate(self._seats):
            seat.order = order
        for group in touched:
            self._judge(group)

    def _unchanged(
        self, readings: Sequence[Reading], quiet: Mapping[int, tuple[Quiet, ...]]
    ) -> tuple[int, int]:
        """Count the paragraphs that are as before at the beginning, and at the end."""
        seats = self._seats

        def same(old: int, new: int) -> bool:
            seat = seats[old]
            return seat.reading is readings[new] and seat.silent == quiet.get(new, ())

        shorter = min(len(seats), len(readings))
        head = 0
        while head < shorter and same(head, head):
            head += 1
        tail = 0
        while tail < shorter - head and same(len(seats) - tail - 1, len(readings) - tail - 1):
            tail += 1
        return head, tail

    def reports(self, starts: Sequence[int]) -> Iterator[tuple[Rule, Report]]:
        """Yield every report, its spans in the draft; `starts` gives each paragraph's first character."""
        for seat, start in zip(self._seats, starts, strict=True):
            for rule, report in seat.reports:
                yield rule, moved(report, _by(start))

        def to_draft(span: Span) -> Span:
            first, last = span.start // _ROOM, span.end // _ROOM
            start = starts[self._by_number[first].order] + span.start % _ROOM
            if first == last:
                return Span(start, start + span.end - span.start)
            return Span(start, starts[self._by_number[last].order] + span.end % _ROOM)

        for group in self._groups.values():
            for rule, report in group.reports:
                yield rule, moved(report, to_draft)

    def _seat(self, reading: Reading, silent: tuple[Quiet, ...], touched: dict[_Group, None]) -> _Seat:
        seat = _Seat(reading, silent, self._next * _ROOM)
        self._by_number[self._next] = seat
        self._next += 1
        for rule, check in self._paragraph_rules:
            for report in guarded(rule.code, check.function, reading, self.context):
                if seat.quiet(rule.code, report.span):
                    continue
                if report.cluster is None:
                    seat.reports.append((rule, report))
                else:
                    self._join(seat, rule, report.cluster, report, touched)
        for survey in self._judges:
            facts = guarded(survey.name, survey.gather, reading, self.context)
            for fact in sorted(facts, key=lambda fact: fact.span):
                self._join(seat, survey, fact.key, fact, touched)
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
        del self._by_number[seat.base // _ROOM]
        for group in seat.groups:
            del group.members[seat]
            touched[group] = None

    def _judge(self, group: _Group) -> None:
        source = group.source
        at = (source if isinstance(source, Survey) else source.code, group.key)
        if not group.members:
            self._groups.pop(at, None)
            return
        ordered = sorted(group.members.items(), key=lambda member: member[0].order)
        if isinstance(source, Rule):
            reports = [
                (source, moved(report, _by(seat.base))) for seat, members in ordered for report in members
            ]
        else:
            occurrences = [
                Occurrence(fact.what, fact.span, seat.reading, seat.base)
                for seat, members in ordered
                for fact in members
            ]
            reports = [
                (rule, report)
                for rule, check in self._judges[source]
                for report in guarded(rule.code, check.function, group.key, occurrences, self.context)
                if not self._is_quiet(rule, report.span)
            ]
        group.reports = list(clustered(reports, self.context))

    def _is_quiet(self, rule: Rule, span: Span) -> bool:
        seat = self._by_number[span.start // _ROOM]
        return seat.quiet(rule.code, span.shifted(-seat.base))


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
                tuple(Edit(move(edit.span), edit.text) for edit in fix.edits),
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
