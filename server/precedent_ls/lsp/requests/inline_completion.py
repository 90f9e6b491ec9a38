"""Ghost text: the one best continuation, in drafts only."""

from lsprotocol import types

from precedent_ls.assist.complete import ghost
from precedent_ls.lsp.view import View


def inline_complete(view: View, params: types.InlineCompletionParams) -> types.InlineCompletionList:
    """Return what to show at the cursor, an empty list where there is nothing."""
    found = None
    if view.draft.recognized:
        found = ghost(view.draft, view.offset(params.position), view.bank, view.settings)
    if found is None:
        return types.InlineCompletionList([])
    return types.InlineCompletionList(
        [types.InlineCompletionItem(found.insert, range=view.range(found.span))]
    )
