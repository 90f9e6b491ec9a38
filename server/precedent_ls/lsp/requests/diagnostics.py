"""Findings on a draft, asked for or sent."""

from lsprotocol import types

from precedent_ls.checks.cursor import settled
from precedent_ls.checks.finding import Finding
from precedent_ls.checks.run import run
from precedent_ls.lsp.convert import diagnostic
from precedent_ls.lsp.view import View


def pull(view: View, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """Return the findings, or that they are those the client has already."""
    if params.previous_result_id == view.identity:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=view.identity)
    return types.RelatedFullDocumentDiagnosticReport(diagnostics(view), result_id=view.identity)


def diagnostics(view: View) -> list[types.Diagnostic]:
    """Return the findings on the draft, none on what is not a draft."""
    return [diagnostic(view, finding) for finding in findings(view)]


def findings(view: View) -> tuple[Finding, ...]:
    """Return what can be said by now: nothing yet about the word being typed."""
    draft = view.draft
    if not draft.recognized:
        return ()
    found = run(draft, view.bank, view.settings, view.twin or view.no_twin)
    if view.typed is None:
        return found
    said = settled(found, draft.text.source, view.typed)
    if len(said) < len(found):
        view.hold()
    return said
