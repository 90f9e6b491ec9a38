"""All places of what stands under the cursor."""

from lsprotocol import types

from precedent_ls.assist import references as assist
from precedent_ls.lsp.places import locations
from precedent_ls.lsp.view import View


def references(view: View, params: types.ReferenceParams) -> list[types.Location] | None:
    """Return the places in the draft and in the statements."""
    found = assist.references(view.draft, view.bank, view.offset(params.position))
    if found is None:
        return None
    declarations = found.declarations if params.context.include_declaration else ()
    return locations(view, (*declarations, *found.uses))


def highlights(view: View, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
    """Return the places in the draft. They come by themselves, so in drafts only."""
    if not view.draft.recognized:
        return None
    found = assist.highlights(view.draft, view.bank, view.offset(params.position))
    return [
        types.DocumentHighlight(
            view.range(each.span),
            types.DocumentHighlightKind.Write if each.defines else types.DocumentHighlightKind.Read,
        )
        for each in found
    ] or None
