"""One segment with all that is read from it."""

from dataclasses import dataclass

from precedent_ls.assist.completion.analogues import AnalogousSource
from precedent_ls.assist.completion.backdrop import Seldom
from precedent_ls.assist.completion.counts import SegmentSource
from precedent_ls.assist.completion.vocabulary import SegmentLexicon


@dataclass(frozen=True, slots=True)
class Shelf:
    """The texts of a segment, read in four ways."""

    source: SegmentSource
    analogous: AnalogousSource
    seldom: Seldom
    lexicon: SegmentLexicon
