"""Findings on a draft, asked for or sent."""

from functools import partial

from lsprotocol import types

from phrasebank.bank import Phrasebank
from precedent_ls.checks.cursor import settled
from precedent_ls.checks.finding import Finding
from precedent_ls.checks.run import known, run
from precedent_ls.draft.files import NoTwin
from precedent_ls.draft.snapshot import Draft
from precedent_ls.lsp.convert import diagnostic
from precedent_ls.lsp.view import View
from precedent_ls.lsp.work import LONG_TO_CHECK, LONG_TO_READ
from precedent_ls.settings import Settings

#: Findings that are made into diagnostics in a few milliseconds.
FEW = 100


async def pull(view: View, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """Return the findings, or that they are those the client has already."""
    if params.previous_result_id == view.identity:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=view.identity)
    return types.RelatedFullDocumentDiagnosticReport(await diagnostics(view), result_id=view.identity)


async def diagnostics(view: View) -> list[types.Diagnostic]:
    """Return the findings on the draft, none on what is not a draft."""
    found = await findings(view)

    def converted() -> list[types.Diagnostic]:
        return [diagnostic(view, finding) for finding in found]

    if len(found) <= FEW:
        return converted()
    return await view.work.do(("convert", view.draft.uri), converted, long=True)


async def findings(view: View) -> tuple[Finding, ...]:
    """Return what can be said by now: nothing yet about the word being typed."""
    if not view.draft.recognized:
        return ()
    found = known(*_given(view))
    if found is None:
        work = partial(run, *_given(view))
        found = await view.work.do(_about(view), work, long=view.draft.anew > LONG_TO_CHECK)
    return _said(view, found)


async def findings_at_hand(view: View) -> tuple[Finding, ...]:
    """Return the findings, none if someone would have to wait for them."""
    if len(view.draft.text) <= LONG_TO_READ and not view.work.is_long(_about(view)):
        return await findings(view)
    return _said(view, known(*_given(view)) or ()) if view.draft.recognized else ()


def _said(view: View, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    if view.typed is None:
        return found
    said = settled(found, view.draft.text.source, view.typed)
    if len(said) < len(found):
        view.hold()
    return said


def _given(view: View) -> tuple[Draft, Phrasebank, Settings, Draft | NoTwin | None]:
    return view.draft, view.bank, view.settings, view.twin or view.no_twin


def _about(view: View) -> tuple[str, str]:
    return "check", view.draft.uri
