"""All findings on a draft."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from operator import is_
from threading import Lock

from phrasebank.bank import Phrasebank
from precedent_ls.checks.catalogue import catalogue
from precedent_ls.checks.finding import Finding, Severity
from precedent_ls.checks.guard import guarded
from precedent_ls.checks.ledger import Ledger, Quiet
from precedent_ls.checks.pairing import is_compared
from precedent_ls.checks.rule import Context, InDraft, InPair, OfTwin, Report, Rule
from precedent_ls.checks.silence import folded_forms, quiet_places, read_comments, silenced_in_file
from precedent_ls.draft.files import NoTwin
from precedent_ls.draft.snapshot import Draft
from precedent_ls.settings import Level, Settings

#: How many drafts are kept up to date; one more is worked out anew.
_KEPT = 8


def run(
    draft: Draft, bank: Phrasebank, settings: Settings, twin: Draft | NoTwin | None = None
) -> tuple[Finding, ...]:
    """Return the findings on a draft, in the order of their places.

    Parameters
    ----------
    draft
        The version to check, whether or not it is recognized as a draft.
    bank
        The register and the statements to check it by.
    settings
        Severities and accepted forms.
    twin
        The draft in the other language, for the rules on the pair, or why there is none though one is named.
    """
    given = draft, bank, settings, twin
    kept = _kept(draft.uri)
    with kept.lock:
        found = kept.known(given)
        if found is None:
            found = _found(kept, *given)
            kept.last = given, found
        return found


def known(
    draft: Draft, bank: Phrasebank, settings: Settings, twin: Draft | NoTwin | None = None
) -> tuple[Finding, ...] | None:
    """Return the findings if `run` was asked for them last; waits for nothing."""
    return _kept(draft.uri).known((draft, bank, settings, twin))


_Given = tuple[Draft, Phrasebank, Settings, Draft | NoTwin | None]


class _Kept:
    """What is kept of one draft; whoever runs the rules on it holds the lock."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.ledger: Ledger | None = None
        self.last: tuple[_Given, tuple[Finding, ...]] | None = None

    def known(self, given: _Given) -> tuple[Finding, ...] | None:
        last = self.last
        return last[1] if last is not None and all(map(is_, last[0], given)) else None


def _kept(uri: str) -> _Kept:
    with _lock:
        kept = _drafts.pop(uri) if uri in _drafts else _Kept()
        _drafts[uri] = kept
        while len(_drafts) > _KEPT:
            _drafts.popitem(last=False)
        return kept


#: The drafts worked on last, by their address.
_drafts: OrderedDict[str, _Kept] = OrderedDict()
_lock = Lock()


def _found(
    kept: _Kept, draft: Draft, bank: Phrasebank, settings: Settings, twin: Draft | NoTwin | None
) -> tuple[Finding, ...]:
    comments = read_comments(draft)
    accept = folded_forms(draft.matter.accept, settings.register.accept)
    rules = _active(settings, silenced_in_file(comments))
    context = Context(
        draft.language, draft.date, draft.date_assumed, draft.release, frozenset(catalogue()), bank
    )
    reports = _on_paragraphs(kept, draft, rules, context, quiet_places(draft, comments, accept))
    for rule in rules:
        reports += (
            (rule, report)
            for report in guarded(rule.code, _on_whole, rule, draft, twin, context)
            if not any(comment.silences(rule.code, report.span.start) for comment in comments)
        )
    levels = settings.checks.severity
    found = [_finding(rule, report, levels.get(rule.code), context) for rule, report in reports]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.rule, finding.message)))


def _active(settings: Settings, silenced: frozenset[str]) -> tuple[Rule, ...]:
    levels = settings.checks.severity
    return tuple(
        rule
        for code, rule in catalogue().items()
        if (levels[code] is not Level.OFF if code in levels else rule.on) and code not in silenced
    )


def _on_paragraphs(
    kept: _Kept,
    draft: Draft,
    rules: Sequence[Rule],
    context: Context,
    quiet: Mapping[int, tuple[Quiet, ...]],
) -> list[tuple[Rule, Report]]:
    ledger, kept.ledger = kept.ledger, None  # one that fails is not used again
    if ledger is None or not ledger.serves(rules, context):
        ledger = Ledger(rules, context)
    ledger.update(draft.paragraphs, quiet)
    kept.ledger = ledger
    return list(ledger.reports())


def _on_whole(rule: Rule, draft: Draft, twin: Draft | NoTwin | None, context: Context) -> Iterator[Report]:
    match rule.check:
        case InDraft(function):
            yield from function(draft, context)
        case InPair(function) if isinstance(twin, Draft) and is_compared(draft, twin):
            yield from function(draft, twin, context)
        case OfTwin(function) if twin is not None:
            yield from function(draft, twin, context)


def _finding(rule: Rule, report: Report, level: Level | None, context: Context) -> Finding:
    severity = Severity[level.name] if level else report.severity or rule.severity
    message = report.message
    if report.unverified:
        severity = max(severity, Severity.INFORMATION)
        message += context.say(
            " No source was read for this: confirm it.", " Aucune source n’a été lue\u00a0: à confirmer."
        )
    return Finding(
        rule.code,
        severity,
        report.span,
        message,
        report.evidence,
        report.fixes,
        report.tags,
        report.appointment,
    )
