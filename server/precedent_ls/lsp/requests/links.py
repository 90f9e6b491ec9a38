"""Links from statement ids and instruments to where they can be read."""

from collections.abc import Iterator

from lsprotocol import types

from precedent_ls.assist.links import Link
from precedent_ls.assist.links import links as find_links
from precedent_ls.lsp.places import location
from precedent_ls.lsp.view import View


def links(view: View, _: types.DocumentLinkParams) -> list[types.DocumentLink] | None:
    """Return the links. They come by themselves, so in drafts only."""
    return list(_links(view)) if view.draft.recognized else None


def _links(view: View) -> Iterator[types.DocumentLink]:
    for link in find_links(view.draft, view.bank):
        target = _address(view, link)
        if target:
            tooltip = link.tooltip if view.client.link_tooltips else None
            yield types.DocumentLink(view.range(link.span), target, tooltip)


def _address(view: View, link: Link) -> str | None:
    if isinstance(link.target, str):
        return link.target
    found = location(view, link.target)
    # Editors take a line, counted from 1, from the fragment.
    return f"{found.uri}#L{found.range.start.line + 1}" if found else None
