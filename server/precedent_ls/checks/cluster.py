"""One finding for the same mistake in several places."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from precedent_ls.checks.finding import Evidence, Fix, InDraft
from precedent_ls.checks.rule import Context, Report, Rule

#: How many of the other places are shown.
_SHOWN = 20


def clustered(reports: Iterable[tuple[Rule, Report]], context: Context) -> Iterator[tuple[Rule, Report]]:
    """Yield the reports, those of one rule and one cluster as a single one at the first place."""
    clusters: dict[tuple[str, Hashable], tuple[Rule, list[Report]]] = {}
    for rule, report in reports:
        if report.cluster is None:
            yield rule, report
        else:
            clusters.setdefault((rule.code, report.cluster), (rule, []))[1].append(report)
    for rule, places in clusters.values():
        yield rule, _merged(places, context)


def _merged(reports: Sequence[Report], context: Context) -> Report:
    """Return the first of reports on one mistake, with the others as evidence.

    Its fixes mend all places; the first place alone can still be mended by itself.
    """
    first, *others = reports
    if not others:
        return first
    also = context.say("Also here.", "Ici aussi.")
    return replace(
        first,
        evidence=first.evidence + tuple(Evidence(also, InDraft(each.span)) for each in others[:_SHOWN]),
        fixes=tuple(_everywhere(fix, reports, context) for fix in first.fixes)
        + tuple(
            replace(
                fix,
                title=f"{fix.title} {context.say('(only here)', '(seulement ici)')}",
                preferred=False,
                exact=False,
            )
            for fix in first.fixes
            if fix.preferred
        ),
    )


def _everywhere(fix: Fix, reports: Sequence[Report], context: Context) -> Fix:
    """Return `fix` with the edits of the fixes of the same kind in all places."""
    places = [same for report in reports for same in report.fixes if same.title == fix.title]
    if len(places) < 2:
        return fix
    count = context.say(f"({len(places)} places)", f"({len(places)} endroits)")
    return replace(
        fix,
        title=f"{fix.title} {count}",
        edits=tuple(edit for place in places for edit in place.edits),
        exact=all(place.exact for place in places),
    )
