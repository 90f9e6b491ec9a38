"""What is known of the place under the cursor."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from phrasebank.register.model import Entry
from phrasebank.text.span import Span
from precedent_ls.assist.explain import hover as explain
from precedent_ls.checks.finding import Finding, InRegister
from precedent_ls.lsp.convert import markup
from precedent_ls.lsp.requests.diagnostics import findings_at_hand
from precedent_ls.lsp.view import View


async def hover(view: View, params: types.HoverParams) -> types.Hover | None:
    """Return the card of a name, the precedents of a sentence, or nothing."""
    offset = view.offset(params.position)
    found = explain(
        view.draft, offset, view.bank, view.settings, _entries(view, offset, await findings_at_hand(view))
    )
    if found is None:
        return None
    return types.Hover(markup(found.markdown, view.client.markdown_hover), view.range(found.span))


def _entries(view: View, offset: int, found: Iterable[Finding]) -> Iterator[tuple[Entry, Span]]:
    """Yield the register entries that findings at this place are about."""
    entries = view.bank.register.entries
    for finding in found:
        if finding.span.start <= offset <= finding.span.end:
            for evidence in finding.evidence:
                if isinstance(evidence.place, InRegister) and evidence.place.entry in entries:
                    yield entries[evidence.place.entry], finding.span
