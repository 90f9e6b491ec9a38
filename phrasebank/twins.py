"""A statement and its twin: which passage says in the other language what this one says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby
from typing import NamedTuple

from phrasebank.alignment import Bead, Part, align_parts
from phrasebank.statement import Passage, Statement
from phrasebank.text.span import Span


class Pair(NamedTuple):
    """Passages in a row, and those that say the same in the twin; one of the two may be empty."""

    left: tuple[Passage, ...]
    right: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a statement (left) and its twin (right) go together, in the order of the statement.

    The numbers in `paragraphs` are those of `Passage.paragraph`. Headings are paragraphs, and
    in `passages` each is a passage too. Everything is in exactly one bead and one pair.
    """

    paragraphs: tuple[Bead, ...]
    passages: tuple[Pair, ...]

    def right_of(self, span: Span) -> tuple[Passage, ...]:
        """Return what the twin says where the statement has the characters `span`."""
        return tuple(each for pair in self.passages if _touches(pair.left, span) for each in pair.right)

    def left_of(self, span: Span) -> tuple[Passage, ...]:
        """Return what the statement says where the twin has the characters `span`."""
        return tuple(each for pair in self.passages if _touches(pair.right, span) for each in pair.left)


def align(left: Statement, right: Statement) -> Alignment:
    """Align two statements, whichever language is which."""
    lefts, rights = list(_paragraphs(left)), list(_paragraphs(right))
    beads = align_parts([part for part, _ in lefts], [part for part, _ in rights])
    left_passages = [passage for _, passages in lefts for passage in passages]
    right_passages = [passage for _, passages in rights for passage in passages]
    pairs = (
        Pair(
            tuple(left_passages[bead.left.start : bead.left.stop]),
            tuple(right_passages[bead.right.start : bead.right.stop]),
        )
        for bead in beads.sentences
    )
    return Alignment(beads.paragraphs, tuple(pairs))


def _touches(passages: Iterable[Passage], span: Span) -> bool:
    return any(passage.span.start < span.end and span.start < passage.span.end for passage in passages)


def _paragraphs(statement: Statement) -> Iterator[tuple[Part, tuple[Passage, ...]]]:
    numbers = count()
    for section in statement.sections:
        if section.heading_span is not None:
            heading = Passage(section.heading, section.heading_span, next(numbers))
            yield Part((heading.text,), section.level), (heading,)
        for _, group in groupby(section.passages, key=lambda passage: passage.paragraph):
            passages = tuple(group)
            next(numbers)
            yield Part(tuple(passage.text for passage in passages)), passages
