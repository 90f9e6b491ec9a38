"""How paragraphs began that stood where the one to be written stands: under such a heading, as far into it.

Headings change from statement to statement (“Reducing Firearms Violence”, “Reducing Firearms Trafficking
and Violence”), so that they are compared by the words they share.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice

from phrasebank.index import suffixes
from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.index.likeness import stem
from phrasebank.index.segment import Segment
from phrasebank.index.similar import stem_interval
from phrasebank.index.tokens import PARAGRAPH
from phrasebank.text.block import BlockKind
from phrasebank.text.sentences import is_finished
from precedent_ls.assist.completion.counts import SegmentSource
from precedent_ls.draft.snapshot import Draft, Paragraph

#: Places of a word in which a heading is looked for.
PLACES = 384

#: Sections of a segment that are read, and paragraphs of each.
SECTIONS, PARAGRAPHS = 48, 24

#: The likeness of headings that say the same: of one word in two, or of two in four.
ALIKE = 0.5

#: Paragraphs by which those of an introduction may stand nearer or farther.
NEAR = 2

#: Words by which an opening is known to have been used.
RECOGNIZED_BY = 3


@dataclass(frozen=True, slots=True)
class Section:
    """Where a paragraph stands.

    Attributes
    ----------
    heading
        The keys of the heading's words; None in the introduction, before the first heading but the title.
    number
        How many paragraphs stand between the heading and it.
    used
        The keys of the first words of each.
    """

    heading: tuple[str, ...] | None
    number: int
    used: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a paragraph of a statement begins: at the boundary before its first word.

    `likeness` is that of the headings, 1 for the same words; `away` is how many paragraphs nearer to
    its heading, or farther from it, it stands.
    """

    source: SegmentSource
    place: int
    likeness: float
    away: int


def section_at(draft: Draft, offset: int) -> Section:
    """Return where a paragraph stands that begins at `offset`."""
    index = bisect_left(draft.paragraphs, offset, key=lambda each: each.start)
    heading: tuple[str, ...] | None = None
    before: list[Paragraph] = []
    for each in reversed(draft.paragraphs[:index]):
        if each.kind is BlockKind.HEADING:
            is_title = each.level == 1 and draft.heading_before(each.start - 1) is None
            heading = None if is_title else tuple(word.key for word in each.words)
            break
        if is_finished(each.text):
            before.append(each)
    used = frozenset(tuple(word.key for word in each.words[:RECOGNIZED_BY]) for each in before)
    return Section(heading, len(before), used)


def openings(sources: Iterable[SegmentSource], section: Section) -> list[Opening]:
    """Return how paragraphs of such sections began, under the likest headings first, of those the newest.

    What the draft has in this section already is left out.
    """
    found = [each for source in sources for each in _openings(source, section)]
    return sorted(found, key=lambda each: (-each.likeness, each.away, -_date(each).toordinal()))


def _openings(source: SegmentSource, section: Section) -> Iterator[Opening]:
    segment = source.segment
    if section.heading is None:
        alike, farthest = _introductions(segment), NEAR
    else:
        alike, farthest = _alike(segment, section.heading), PARAGRAPHS
    for passage, likeness in alike:
        for number, place in enumerate(islice(_paragraphs(segment, passage), PARAGRAPHS)):
            away = abs(number - section.number)
            if away <= farthest and _first(segment, place) not in section.used:
                yield Opening(source, place, likeness, away)


def _introductions(segment: Segment) -> list[tuple[int, float]]:
    """Return the first passages of the last statements, which are the newest: their ids begin with dates."""
    last = range(segment.statement_count)[-SECTIONS:]
    return [(passages[0], 1.0) for passages in map(segment.passages_of, last) if passages]


def _alike(segment: Segment, heading: Sequence[str]) -> list[tuple[int, float]]:
    """Return the headings most like one, and how alike: the share of words in common (Dice, 1945)."""
    wanted = _stems(heading)
    passages: set[int] = set()
    for each in wanted:
        places = suffixes.places(segment, stem_interval(segment, each), PLACES)
        passages.update(map(segment.passage_at, places))
    found: list[tuple[int, float]] = []
    for passage in filter(segment.is_heading, passages):
        own = _stems(segment.keys_of(passage))
        likeness = 2 * len(wanted & own) / (len(wanted) + len(own))
        if likeness >= ALIKE:
            found.append((passage, likeness))
    return nlargest(SECTIONS, found, key=lambda each: (each[1], segment.date_of(each[0])))


def _stems(keys: Iterable[str]) -> set[str]:
    """Return the stems of the words that say what a section is about."""
    return {stem(key) for key in keys if key not in FUNCTION_WORDS}


def _paragraphs(segment: Segment, passage: int) -> Iterator[int]:
    """Yield where the paragraphs of a section begin, the first passage of which, or its heading, is given."""
    section, paragraph = segment.section_of(passage), segment.number(PARAGRAPH)
    for each in range(passage, segment.passage_count):
        if segment.section_of(each) != section:
            return
        boundary = segment.tokens_of(each)[0]
        if segment.words[boundary + 1] == paragraph:  # the first of a statement has two
            boundary += 1
        if segment.words[boundary] == paragraph and is_finished(segment.precedent(each).passage.text):
            yield boundary


def _first(segment: Segment, place: int) -> tuple[str, ...]:
    """Return the keys by which an opening is known."""
    return tuple(map(segment.key, segment.words[place + 1 : place + 1 + RECOGNIZED_BY]))


def _date(opening: Opening) -> dt.date:
    segment = opening.source.segment
    return segment.date_of(segment.passage_at(opening.place))
