"""The list while typing, and what is shown of one item.

All items have one range, and `filter_text` begins with what stands in it exactly as typed:
so every editor keeps the list, in this order, while its words are typed on.
"""

from lsprotocol import types

from precedent_ls.assist.complete import Kind, Suggestion
from precedent_ls.assist.complete import complete as suggest
from precedent_ls.assist.completion.unheard import is_unheard_of
from precedent_ls.lsp.convert import Json, markup, plain_range
from precedent_ls.lsp.view import Glimpse, View

_KINDS = {
    Kind.PHRASE: types.CompletionItemKind.Text,
    Kind.WORD: types.CompletionItemKind.Value,
    Kind.NAME: types.CompletionItemKind.Class,
    Kind.HEADING: types.CompletionItemKind.Module,
    Kind.SKELETON: types.CompletionItemKind.Snippet,
}


def complete(view: View, params: types.CompletionParams) -> Json | None:
    """Return what may come next, as the protocol's own JSON: lsprotocol's classes take three times as long.

    By itself the list comes in drafts only.
    """
    by_itself = _by_itself(params.context)
    if by_itself and not view.draft.recognized:
        return None
    found = suggest(
        view.draft,
        view.offset(params.position),
        view.bank,
        view.settings,
        twin=view.twin,
        asked=not by_itself,
        beside_ghost=view.client.inline_completion,
    )
    if not found.items:
        return None
    place = plain_range(view.range(found.span))
    items = [_item(view, suggestion, place, rank) for rank, suggestion in enumerate(found.items)]
    return {"isIncomplete": found.incomplete, "items": items}


def has_nothing(glimpse: Glimpse, params: types.CompletionParams) -> bool:
    """Tell whether the list would come by itself behind a word that nothing is known to follow."""
    return _by_itself(params.context) and is_unheard_of(
        glimpse.text.source, glimpse.offset(params.position), glimpse.bank
    )


def resolve(view: View, item: types.CompletionItem) -> types.CompletionItem:
    """Return the item with its documentation."""
    from precedent_ls.assist.completion.documentation import document  # noqa: PLC0415 - no list needs it

    if text := document(view.bank, item.data or {}, view.draft.language):
        item.documentation = markup(text, view.client.markdown_documentation)
    return item


def _by_itself(context: types.CompletionContext | None) -> bool:
    return context is not None and context.trigger_kind is types.CompletionTriggerKind.TriggerCharacter


def _item(view: View, suggestion: Suggestion, place: Json, rank: int) -> Json:
    snippet = suggestion.snippet if view.client.snippets else None
    item: Json = {
        "label": suggestion.label,
        "detail": suggestion.detail,
        "kind": _KINDS[suggestion.kind],
        "sortText": f"{rank:04}",
        "filterText": suggestion.filter_text,
        "textEdit": {"range": place, "newText": snippet or suggestion.insert},
        "data": {**suggestion.data, "uri": view.draft.uri},
    }
    return item | {"insertTextFormat": types.InsertTextFormat.Snippet} if snippet else item
