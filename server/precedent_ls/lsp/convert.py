"""Findings and edits as the protocol has them."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from lsprotocol import types

from precedent_ls import checks
from precedent_ls.assist.cite import plain
from precedent_ls.checks.finding import Edit, Finding, Tag
from precedent_ls.lsp.places import location
from precedent_ls.lsp.view import View

Json = dict[str, Any]

SOURCE = "precedent"

#: Edits of a fix that go along with a diagnostic; one that changes a long draft all over has thousands,
#: and they would be sent anew with each key. Code actions have them all.
FEW = 16

_PAGES = Path(checks.__file__).with_name("pages")

_TAGS = {Tag.UNNECESSARY: types.DiagnosticTag.Unnecessary, Tag.DEPRECATED: types.DiagnosticTag.Deprecated}


def diagnostic(view: View, finding: Finding) -> types.Diagnostic:
    """Return a finding as a diagnostic; `data` holds what its fixes do."""
    client = view.client
    return types.Diagnostic(
        range=view.range(finding.span),
        severity=types.DiagnosticSeverity(finding.severity),
        code=finding.rule,
        code_description=_description(finding.rule),
        source=SOURCE,
        message=finding.message,
        tags=[_TAGS[tag] for tag in finding.tags] if client.diagnostic_tags else None,
        related_information=_related(view, finding) if client.related_information else None,
        data=_data(view, finding) or None,
    )


def workspace_edit(view: View, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    """Return edits of the draft; tied to its version where the client can refuse another."""
    changes = [text_edit(view, edit) for edit in edits]
    draft = view.draft
    if not view.client.versioned_edits:
        return types.WorkspaceEdit(changes={draft.uri: changes})
    document = types.OptionalVersionedTextDocumentIdentifier(draft.uri, draft.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])


def text_edit(view: View, edit: Edit) -> types.TextEdit:
    """Return one edit of the draft."""
    return types.TextEdit(view.range(edit.span), edit.text)


def markup(markdown: str, shown: bool) -> types.MarkupContent:
    """Return Markdown, or its plain text where the client does not show Markdown."""
    if shown:
        return types.MarkupContent(types.MarkupKind.Markdown, markdown)
    return types.MarkupContent(types.MarkupKind.PlainText, plain(markdown))


@cache
def _description(rule: str) -> types.CodeDescription | None:
    page = _PAGES / f"{rule}.md"
    return types.CodeDescription(page.as_uri()) if page.is_file() else None


def _related(view: View, finding: Finding) -> list[types.DiagnosticRelatedInformation]:
    found = ((location(view, evidence.place), evidence.message) for evidence in finding.evidence)
    return [types.DiagnosticRelatedInformation(place, message) for place, message in found if place]


def _data(view: View, finding: Finding) -> Json:
    fixes = [
        {
            "title": fix.title,
            "preferred": fix.preferred,
            "edits": [
                {"range": plain_range(view.range(edit.span)), "newText": edit.text} for edit in fix.edits
            ]
            if len(fix.edits) <= FEW
            else None,
        }
        for fix in finding.fixes
    ]
    return {"fixes": fixes} if fixes else {}


def plain_range(given: types.Range) -> Json:
    """Return a range as the protocol's JSON."""
    return {
        "start": {"line": given.start.line, "character": given.start.character},
        "end": {"line": given.end.line, "character": given.end.character},
    }
