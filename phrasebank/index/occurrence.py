"""One place in a statement, ready to be cited."""

from dataclasses import dataclass

from phrasebank.index.segment import Segment
from phrasebank.statement import Metadata, Precedent
from phrasebank.text.span import Span


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

    @property
    def _passage(self) -> int:
        return self.segment.passage_at(self.place + self.length - 1)
