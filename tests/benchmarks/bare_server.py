"""A pygls server that does nothing: twenty fixed items, a fixed hover. What ours is measured against."""

from lsprotocol import types
from pygls.lsp.server import LanguageServer

server = LanguageServer("bare", "1")


@server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" "]))
def complete(params: types.CompletionParams) -> types.CompletionList | None:
    context = params.context
    if context and context.trigger_kind is types.CompletionTriggerKind.TriggerCharacter:
        return None  # as ours behind a word that nothing is known to follow
    place = types.Range(params.position, params.position)
    return types.CompletionList(
        is_incomplete=True,
        items=[
            types.CompletionItem(
                label=f"previous meetings of the Forum, number {number}",
                detail="2023 Ottawa",
                kind=types.CompletionItemKind.Text,
                sort_text=f"{number:04}",
                filter_text=f"previous meetings of the Forum, number {number}",
                text_edit=types.TextEdit(place, f"previous meetings of the Forum, number {number}"),
            )
            for number in range(20)
        ],
    )


@server.feature(types.TEXT_DOCUMENT_HOVER)
def hover(_: types.HoverParams) -> types.Hover:
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "A few words.\n" * 20))


if __name__ == "__main__":
    server.start_io()
