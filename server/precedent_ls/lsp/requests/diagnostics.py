"""Findings on a draft, asked for or sent."""

from collections.abc import Callable
from typing import TypeVar

from lsprotocol import types

from precedent_ls.checks.cursor import settled
from precedent_ls.checks.finding import Finding
from precedent_ls.checks.run import known, run
from precedent_ls.lsp.convert import diagnostic
from precedent_ls.lsp.view import View
from precedent_ls.lsp.work import LONG_TO_CHECK, LONG_TO_READ

Result = TypeVar("Result")


async def pull(view: View, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """Return the findings, or that they are those the client has already."""
    if params.previous_result_id == view.identity:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=view.identity)
    return types.RelatedFullDocumentDiagnosticReport(await diagnostics(view), result_id=view.identity)


async def diagnostics(view: View) -> list[types.Diagnostic]:
    """Return the findings on the draft, none on what is not a draft."""
    return await _in_turn(view, lambda: [diagnostic(view, finding) for finding in _said(view)])


async def findings(view: View) -> tuple[Finding, ...]:
    """Return what can be said by now: nothing yet about the word being typed."""
    return await _in_turn(view, lambda: _said(view))


async def findings_at_hand(view: View) -> tuple[Finding, ...]:
    """Return the findings, none if someone would have to wait for them."""
    if len(view.draft.text) <= LONG_TO_READ and not view.work.is_busy(_about(view)):
        return await findings(view)
    return known(view.draft, view.bank, view.settings, view.twin or view.no_twin) or ()


async def _in_turn(view: View, work: Callable[[], Result]) -> Result:
    about = _about(view)
    if len(view.draft.text) > LONG_TO_CHECK or view.work.is_busy(about):
        return await view.work.do(about, work)
    return work()


def _about(view: View) -> tuple[str, str]:
    return "check", view.draft.uri


def _said(view: View) -> tuple[Finding, ...]:
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
