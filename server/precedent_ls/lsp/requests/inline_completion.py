"""Ghost text, in drafts only: the one best continuation; beside a list, of what is selected there."""

from lsprotocol import types

from precedent_ls.assist.complete import Ghost, ghost, ghost_beyond
from precedent_ls.lsp.view import View


def inline_complete(view: View, params: types.InlineCompletionParams) -> types.InlineCompletionList:
    """Return what to show at the cursor, an empty list where there is nothing."""
    found = _found(view, params) if view.draft.recognized else None
    if found is None:
        return types.InlineCompletionList([])
    return types.InlineCompletionList(
        [types.InlineCompletionItem(found.insert, range=view.range(found.span))]
    )


def _found(view: View, params: types.InlineCompletionParams) -> Ghost | None:
    offset = view.offset(params.position)
    chosen = params.context.selected_completion_info
    if chosen is None:
        return ghost(view.draft, offset, view.bank, view.settings, twin=view.twin)
    selected = Ghost(chosen.text, view.span(chosen.range))
    return ghost_beyond(view.draft, offset, selected, view.bank, view.settings, twin=view.twin)
