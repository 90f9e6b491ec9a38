"""The open documents: their text as the editor has it, one immutable value per version."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from phrasebank.text.span import Span
from precedent_ls.draft.files import is_markdown
from precedent_ls.draft.snapshot import Source
from precedent_ls.draft.text import Encoding

logger = logging.getLogger(__name__)

#: A line and a column in the client's units.
Position = tuple[int, int]

#: New text for a range, or for the whole document where there is none.
Change = tuple[str, tuple[Position, Position] | None]

#: A change that puts in no more than this at once is taken for typing.
TYPED = 40


@dataclass(frozen=True, slots=True)
class Document:
    """One version of an open document.

    `serial` differs between any two versions of any documents of this session. `typed` is
    where the last change ended, in characters, if it looks like typing.
    """

    uri: str
    version: int
    source: Source
    serial: int
    typed: int | None = None


class Documents:
    """All open documents by their URI."""

    def __init__(self, encoding: Encoding) -> None:
        self._encoding = encoding
        self._open: dict[str, Document] = {}
        self._serials = count(1)

    def __iter__(self) -> Iterator[Document]:
        return iter(tuple(self._open.values()))

    def get(self, uri: str) -> Document | None:
        """Return the current version; None when it is not open."""
        return self._open.get(uri)

    def open(self, uri: str, language: str, version: int, text: str) -> None:
        """Take a document; one that is open already is replaced."""
        markdown = language == "markdown" or is_markdown(uri)
        self._open[uri] = Document(uri, version, Source.of(text, markdown=markdown), next(self._serials))

    def change(self, uri: str, version: int, changes: Sequence[Change]) -> bool:
        """Apply changes in order; tell whether there was such a document."""
        document = self._open.get(uri)
        if document is None:
            logger.warning("a change to a document that is not open")
            return False
        source, typed = document.source, document.typed
        for each in changes:
            source, typed = self._changed(source, each)
        self._open[uri] = Document(uri, version, source, next(self._serials), typed)
        return True

    def settle(self, uri: str) -> bool:
        """Forget where the last change ended; tell whether that was known."""
        document = self._open.get(uri)
        if document is None or document.typed is None:
            return False
        self._open[uri] = replace(document, typed=None, serial=next(self._serials))
        return True

    def close(self, uri: str) -> None:
        """Forget a document."""
        self._open.pop(uri, None)

    def _changed(self, source: Source, change: Change) -> tuple[Source, int | None]:
        new, ends = change
        if ends is None:
            return Source.of(new, markdown=source.markdown), None
        text = source.text
        one, other = (text.offset(*position, self._encoding) for position in ends)
        span = Span(min(one, other), max(one, other))
        typed = span.start + len(new) if len(new) <= TYPED and "\n" not in new else None
        return source.edited(span, new), typed
