"""What can be done about findings: the fixes, one by one or many at once, and what lets a finding be."""

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from phrasebank.text.language import Language
from precedent_ls.checks.finding import Edit, Finding, Fix
from precedent_ls.checks.fixes import Apart, clash, together
from precedent_ls.lsp.convert import diagnostic, workspace_edit
from precedent_ls.lsp.features import FIX_ALL
from precedent_ls.lsp.requests.diagnostics import findings
from precedent_ls.lsp.requests.waivers import acceptances, appointments, ignores
from precedent_ls.lsp.view import View


async def code_actions(view: View, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return what can be done about the findings that the range touches.

    First the fixes, in the findings' order; then those of all findings of a kind; then what
    accepts a form, records a holder, or ignores a rule; last the exact fixes all at once.
    """
    found = await findings(view)
    only = params.context.only
    actions: list[types.CodeAction] = []
    if _asked(types.CodeActionKind.QuickFix.value, only):
        wanted = view.span(params.range)
        touched = [each for each in found if each.span.start <= wanted.end and wanted.start <= each.span.end]
        actions += _quick_fixes(view, touched)
        actions += _of_a_kind(view, touched, found)
        for ways in (acceptances, appointments, ignores):
            actions += _waivers(view, ((finding, way) for finding in touched for way in ways(view, finding)))
    if _asked(FIX_ALL, only) and (edits := exact_edits(found)):
        title = _say(view, "Replace all by the registered forms", "Remplacer tout par les formes du registre")
        actions.append(types.CodeAction(title, kind=FIX_ALL, edit=workspace_edit(view, edits)))
    return actions


def exact_edits(findings: Iterable[Finding]) -> list[Edit]:
    """Return the edits of all exact fixes; of two that touch the same words, the first."""
    chosen = Apart()
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.exact), None)
        if fix and not any(clash(edit, other) for edit in fix.edits for other in chosen.near(edit)):
            chosen.add(fix.edits)
    return chosen.edits


def _quick_fixes(view: View, touched: Sequence[Finding]) -> Iterator[types.CodeAction]:
    """Yield each fix once: two findings of the same words may be mended by the same edits."""
    mended: dict[Sequence[Edit], list[tuple[Fix, Finding]]] = {}
    for finding in touched:
        for fix in finding.fixes:
            mended.setdefault(fix.edits, []).append((fix, finding))
    for edits, pairs in mended.items():
        preferred = any(fix.preferred for fix, _ in pairs)
        yield types.CodeAction(
            pairs[0][0].title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(view, finding) for _, finding in pairs],
            is_preferred=preferred if view.client.preferred_actions else None,
            edit=workspace_edit(view, edits),
        )


def _of_a_kind(
    view: View, touched: Sequence[Finding], found: Sequence[Finding]
) -> Iterator[types.CodeAction]:
    """Yield, for each rule that was touched, the preferred fixes of all its findings, if they are several."""
    for rule in dict.fromkeys(finding.rule for finding in touched):
        same = [finding for finding in found if finding.rule == rule]
        fixes = [
            fix for finding in same if (fix := next((each for each in finding.fixes if each.preferred), None))
        ]
        if len(fixes) > 1:
            yield types.CodeAction(
                _say(view, f"Fix all {len(fixes)} of `{rule}`", f"Corriger les {len(fixes)} de `{rule}`"),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic(view, finding) for finding in same if finding in touched],
                edit=workspace_edit(view, together(fixes)),
            )


def _waivers(
    view: View, ways: Iterable[tuple[Finding, tuple[str, types.WorkspaceEdit]]]
) -> Iterator[types.CodeAction]:
    """Yield each way once: two findings may be let be by the same."""
    seen: set[str] = set()
    for finding, (title, edit) in ways:
        if title not in seen:
            seen.add(title)
            yield types.CodeAction(
                title,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic(view, finding)],
                edit=edit,
            )


def _say(view: View, en: str, fr: str) -> str:
    return fr if view.draft.language is Language.FR else en


def _asked(kind: str, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Tell whether the client wants this kind: it does if it names none, or the kind or one above it."""
    if only is None:
        return True
    names = (each.value if isinstance(each, types.CodeActionKind) else each for each in only)
    return any(name in (kind, "") or kind.startswith(f"{name}.") for name in names)
