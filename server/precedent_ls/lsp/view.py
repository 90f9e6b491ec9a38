"""All that a request reads, as it was when the request came."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol import types

from phrasebank.bank import Phrasebank
from phrasebank.text.span import Span
from precedent_ls.draft.files import NoTwin
from precedent_ls.draft.snapshot import Draft
from precedent_ls.draft.text import Text
from precedent_ls.lsp.client import Client
from precedent_ls.lsp.work import Work
from precedent_ls.settings import Settings


@dataclass(frozen=True, slots=True)
class View:
    """One version of everything.

    `identity` is made of all that a result can depend on: equal identities, equal results.
    """

    draft: Draft
    twin: Draft | None
    bank: Phrasebank
    settings: Settings
    client: Client
    identity: str
    typed: int | None  #: where the last edit ended, while that word may still be typed on
    hold: Callable[[], object]  #: says that something was not said for that reason
    no_twin: NoTwin | None = None  #: why there is no twin, though the front matter names one
    folder: Path | None = None  #: the workspace folder that the draft lies in
    work: Work = field(default_factory=Work)  #: does what takes long

    def offset(self, position: types.Position) -> int:
        """Return the character at a position of the draft."""
        return self.draft.text.offset(position.line, position.character, self.client.encoding)

    def span(self, given: types.Range) -> Span:
        """Return the characters of a range of the draft."""
        return Span(self.offset(given.start), self.offset(given.end))

    def range(self, span: Span) -> types.Range:
        """Return the range of some characters of the draft."""
        return range_in(self.draft.text, span, self.client)


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What is known of a document that was not read yet: its text, and the phrasebank it will be read by."""

    text: Text
    bank: Phrasebank
    client: Client

    def offset(self, position: types.Position) -> int:
        """Return the character at a position of the document."""
        return self.text.offset(position.line, position.character, self.client.encoding)


@dataclass(frozen=True, slots=True)
class WorkspaceView:
    """What a request reads that is about no document: every phrasebank in use."""

    banks: tuple[Phrasebank, ...]
    client: Client


def range_in(text: Text, span: Span, client: Client) -> types.Range:
    """Return the range of some characters of any text, in the client's units."""
    start, end = (text.position(offset, client.encoding) for offset in span)
    return types.Range(types.Position(*start), types.Position(*end))
