"""The fixes of findings, one by one and all exact ones at once."""

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from phrasebank.text.span import Span
from precedent_ls.checks.finding import Edit, Finding
from precedent_ls.lsp.convert import diagnostic, workspace_edit
from precedent_ls.lsp.features import FIX_ALL
from precedent_ls.lsp.requests.diagnostics import findings
from precedent_ls.lsp.view import View


def code_actions(view: View, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return the fixes for the findings that the range touches, in the findings' order."""
    found = findings(view)
    only = params.context.only
    actions: list[types.CodeAction] = []
    if _asked(types.CodeActionKind.QuickFix.value, only):
        wanted = view.span(params.range)
        for finding in found:
            if finding.span.start <= wanted.end and wanted.start <= finding.span.end:
                actions += _quick_fixes(view, finding)
    if _asked(FIX_ALL, only) and (edits := exact_edits(found)):
        edit = workspace_edit(view, edits)
        actions.append(types.CodeAction("Replace all by the registered forms", kind=FIX_ALL, edit=edit))
    return actions


def exact_edits(findings: Iterable[Finding]) -> list[Edit]:
    """Return the edits of all exact fixes; of two that touch the same words, the first."""
    edits: list[Edit] = []
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.exact), None)
        if fix and not any(_overlap(edit.span, other.span) for edit in fix.edits for other in edits):
            edits += fix.edits
    return sorted(edits, key=lambda edit: edit.span)


def _quick_fixes(view: View, finding: Finding) -> Iterator[types.CodeAction]:
    client = view.client
    mended = diagnostic(view, finding)
    for fix in finding.fixes:
        yield types.CodeAction(
            fix.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[mended],
            is_preferred=fix.preferred if client.preferred_actions else None,
            edit=workspace_edit(view, fix.edits),
        )


def _asked(kind: str, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Tell whether the client wants this kind: it does if it names none, or the kind or one above it."""
    if only is None:
        return True
    names = (each.value if isinstance(each, types.CodeActionKind) else each for each in only)
    return any(name in (kind, "") or kind.startswith(f"{name}.") for name in names)


def _overlap(one: Span, other: Span) -> bool:
    return one == other or (one.start < other.end and other.start < one.end)
