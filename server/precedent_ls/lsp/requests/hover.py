"""What is known of the place under the cursor."""

from lsprotocol import types

from precedent_ls.assist.explain import hover as explain
from precedent_ls.lsp.convert import markup
from precedent_ls.lsp.view import View


def hover(view: View, params: types.HoverParams) -> types.Hover | None:
    """Return the card of a name, the precedents of a sentence, or nothing."""
    found = explain(view.draft, view.offset(params.position), view.bank, view.settings)
    if found is None:
        return None
    return types.Hover(markup(found.markdown, view.client.markdown_hover), view.range(found.span))
