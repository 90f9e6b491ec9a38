"""From a place in the draft to where it comes from, or to the same in the other language."""

from lsprotocol import types

from precedent_ls.assist import navigate
from precedent_ls.assist.navigate import Targets
from precedent_ls.lsp.places import locations
from precedent_ls.lsp.view import View

Answer = list[types.Location] | list[types.LocationLink] | None


def definition(view: View, params: types.DefinitionParams) -> Answer:
    """Return the definition in the draft, the register entry or the precedents."""
    found = navigate.definition(view.draft, view.bank, view.offset(params.position))
    return _answer(view, found, types.TEXT_DOCUMENT_DEFINITION)


def declaration(view: View, params: types.DeclarationParams) -> Answer:
    """Return the passage in the other language."""
    return _counterpart(view, params.position, types.TEXT_DOCUMENT_DECLARATION)


def type_definition(view: View, params: types.TypeDefinitionParams) -> Answer:
    """Return the same as `declaration`: some editors have a key for the one, some for the other."""
    return _counterpart(view, params.position, types.TEXT_DOCUMENT_TYPE_DEFINITION)


def _counterpart(view: View, position: types.Position, method: str) -> Answer:
    found = navigate.counterpart(view.draft, view.bank, view.offset(position), view.twin)
    return _answer(view, found, method)


def _answer(view: View, found: Targets | None, method: str) -> Answer:
    if found is None:
        return None
    places = locations(view, found.places)
    if method not in view.client.links:
        return places
    origin = view.range(found.origin)
    return [types.LocationLink(each.uri, each.range, each.range, origin) for each in places]
