"""What is known of the place under the cursor."""

from lsprotocol import types

from precedent_ls.assist.explain import hover as explain
from precedent_ls.lsp.view import View


def hover(view: View, params: types.HoverParams) -> types.Hover | None:
    """Return the card of a name, the precedents of a sentence, or nothing."""
    found = explain(view.draft, view.offset(params.position), view.bank, view.settings)
    if found is None:
        return None
    kind = types.MarkupKind.Markdown if view.client.markdown_hover else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, found.markdown), view.range(found.span))
