"""The draft's outline, and what the statements and the register have by name."""

from collections.abc import Iterator, Sequence

from lsprotocol import types

from precedent_ls.assist.outline import Item, Part
from precedent_ls.assist.outline import outline as read_outline
from precedent_ls.assist.symbols import Sort, symbols
from precedent_ls.checks.finding import InStatement
from precedent_ls.lsp.places import in_register, in_statement
from precedent_ls.lsp.view import View, WorkspaceView

_PARTS = {
    Part.SECTION: types.SymbolKind.Module,
    Part.ACRONYM: types.SymbolKind.Constant,
    Part.TERM: types.SymbolKind.Key,
}

_SORTS = {
    Sort.STATEMENT: types.SymbolKind.File,
    Sort.SECTION: types.SymbolKind.Module,
    Sort.PERSON: types.SymbolKind.Object,
    Sort.OFFICE: types.SymbolKind.Interface,
    Sort.BODY: types.SymbolKind.Class,
    Sort.INSTRUMENT: types.SymbolKind.Struct,
    Sort.TERM: types.SymbolKind.Key,
}


def outline(
    view: View, _: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    """Return sections and short forms, as a tree if the client has trees."""
    if not view.draft.recognized:
        return None
    items = read_outline(view.draft, view.bank)
    if view.client.nested_symbols:
        return [_nested(view, item) for item in items]
    return list(_flat(view, items, None))


def find(view: WorkspaceView, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    """Return statements, sections and register entries that the query may mean."""
    found = []
    for symbol in symbols(view.banks, params.query):
        for bank in view.banks:
            if isinstance(symbol.place, InStatement):
                place = in_statement(bank, symbol.place.statement, symbol.place.span, view.client)
            else:
                place = in_register(bank, symbol.place.entry)
            if place is not None:
                kind = _SORTS[symbol.sort]
                found.append(types.WorkspaceSymbol(place, symbol.name, kind, container_name=symbol.container))
                break
    return found


def _nested(view: View, item: Item) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        item.name,
        _PARTS[item.part],
        view.range(item.span),
        view.range(item.selection),
        detail=item.detail or None,
        children=[_nested(view, child) for child in item.children],
    )


def _flat(view: View, items: Sequence[Item], container: str | None) -> Iterator[types.SymbolInformation]:
    for item in items:
        place = types.Location(view.draft.uri, view.range(item.span))
        yield types.SymbolInformation(place, item.name, _PARTS[item.part], container_name=container)
        yield from _flat(view, item.children, item.name)
