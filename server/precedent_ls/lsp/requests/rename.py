"""A new name for a short form, in the draft and its twin."""

from lsprotocol import types

from precedent_ls.assist import rename as assist
from precedent_ls.lsp.convert import workspace_edit
from precedent_ls.lsp.features import RefusedError
from precedent_ls.lsp.view import View, range_in


def prepare(view: View, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder:
    """Return what would be renamed, or say why nothing can be."""
    try:
        found = assist.renamable(view.draft, view.bank, view.offset(params.position))
    except assist.RenameError as error:
        raise RefusedError(str(error)) from None
    return types.PrepareRenamePlaceholder(view.range(found.span), found.text)


def rename(view: View, params: types.RenameParams) -> types.WorkspaceEdit:
    """Return the edits, or say why there are none."""
    offset = view.offset(params.position)
    try:
        found = assist.rename(view.draft, view.bank, offset, params.new_name, view.twin)
    except assist.RenameError as error:
        raise RefusedError(str(error)) from None
    edit = workspace_edit(view, found.draft)
    twin = view.twin
    if twin is not None and found.twin:
        edits = [
            types.TextEdit(range_in(twin.text, each.span, view.client), each.text) for each in found.twin
        ]
        if edit.document_changes is not None:
            identifier = types.OptionalVersionedTextDocumentIdentifier(twin.uri, twin.version)
            changes = [*edit.document_changes, types.TextDocumentEdit(identifier, edits)]
            return types.WorkspaceEdit(document_changes=changes)
        return types.WorkspaceEdit(changes={**(edit.changes or {}), twin.uri: edits})
    return edit
