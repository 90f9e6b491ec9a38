"""One place in a statement, and the words that go on from there."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from phrasebank.index.segment import Segment
from phrasebank.index.tokens import STATEMENT, STOPS
from phrasebank.statement import Metadata, Precedent
from phrasebank.text.block import MASK, MASK_JOIN
from phrasebank.text.span import Span


class Piece(NamedTuple):
    """A token of a continuation: the characters before it and its own.

    Pieces put together are the statement's own text. At a boundary `text` is empty and
    `before` is what ends the passage, such as a full stop.
    """

    before: str
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A run of `length` tokens from `place` on. It is quoted from the passage of its last token."""

    segment: Segment
    place: int
    length: int

    @property
    def precedent(self) -> Precedent:
        """The passage, ready to be cited."""
        return self.segment.precedent(self._passage)

    @property
    def metadata(self) -> Metadata:
        """The statement's metadata, cheaper than by `precedent`."""
        return self.segment.metadata(self.segment.statement_of(self._passage))

    @property
    def span(self) -> Span:
        """The characters of the run in the passage's text, as far as they are in that passage."""
        end = self.place + self.length
        inside = range(max(self.place, self.segment.tokens_of(self._passage).start), end)
        spans = [span for span in self.segment.spans(inside) if span.end]
        return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)

    @property
    def source_span(self) -> Span:
        """The characters of the run in the statement's source; all of a heading with markup in it."""
        passage = self.precedent.passage
        if len(passage.text) != passage.span.end - passage.span.start:
            return passage.span
        return self.span.shifted(passage.span.start)

    def following(self, limit: int) -> tuple[Piece, ...]:
        """Return up to `limit` tokens that come next; a boundary that ends the paragraph is the last."""
        segment = self.segment
        first = self.place + self.length
        places = range(first, min(first + limit, len(segment.suffixes)))
        last, *spans = segment.spans(range(first - 1, places.stop))
        text, done, joint = self._text(first - 1), last.end, ""
        shown = _shown if _UNSHOWN.search(text) else str
        pieces: list[Piece] = []
        for place, (start, end) in zip(places, spans, strict=True):
            key = segment.key(segment.words[place])
            if end:
                pieces.append(Piece(shown(joint + text[done:start]), shown(text[start:end]), key))
                done, joint = end, ""
            else:
                pieces.append(Piece(shown(joint + text[done:]), "", key))
                if key in STOPS:
                    break
                text, done, joint = self._text(place), 0, " "
                shown = _shown if _UNSHOWN.search(text) else str
        return tuple(pieces)

    @property
    def _passage(self) -> int:
        return self.segment.passage_at(self.place + self.length - 1)

    def _text(self, place: int) -> str:
        """Return the text of the passage of a token; before a statement's first there is none."""
        if self.segment.key(self.segment.words[place]) == STATEMENT:
            return ""
        return self.segment.precedent(self.segment.passage_at(place)).passage.text


def _shown(text: str) -> str:
    """Return `text` without masks, on one line."""
    return _SPACES.sub(" ", text.translate(_MASKS))


_UNSHOWN = re.compile(rf"[\t\r\n{MASK}{MASK_JOIN}]|  ")
_MASKS = {ord(MASK): None, ord(MASK_JOIN): None}
_SPACES = re.compile(r"[ \t\r\n]+")
