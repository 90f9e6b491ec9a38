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
from operator import itemgetter

from phrasebank.index import suffixes
from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.index.likeness import stem
from phrasebank.index.segment import Segment
from phrasebank.index.tokens import BOUNDARIES, PARAGRAPH, STATEMENT
from phrasebank.text.block import BlockKind
from precedent_ls.assist.completion.counts import SegmentSource
from precedent_ls.draft.snapshot import Draft, Paragraph

#: Places of a word in which a heading is looked for.
PLACES = 384

#: Sections that are read at most.
SECTIONS = 48

#: The likeness of headings that say the same: of one word in two, or of two in four.
ALIKE = 0.5

#: Words by which an opening is known to have been used.
FIRST = 3

#: What sentences end in.
ENDS = (".", ":", ";", "!", "?", "…", "”", "»")

#: Paragraphs of a section that are looked at.
LONGEST = 24


@dataclass(frozen=True, slots=True)
class Section:
    """Where a paragraph stands.

    Attributes
    ----------
    heading
        The keys of the heading's words; none before the first heading, the title aside.
    number
        How many paragraphs stand between the heading and it.
    used
        The keys of the first words of each.
    """

    heading: tuple[str, ...]
    number: int
    used: frozenset[tuple[str, ...]] = frozenset()


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
    heading: tuple[str, ...] = ()
    before: list[Paragraph] = []
    for each in reversed(draft.paragraphs[:index]):
        if each.kind is BlockKind.HEADING:
            heading = tuple(word.key for word in each.words) if each.level > 1 else ()
            break
        if _is_whole(each.text):
            before.append(each)
    used = frozenset(tuple(word.key for word in each.words[:FIRST]) for each in before)
    return Section(heading, len(before), used)


def openings(sources: Iterable[SegmentSource], section: Section) -> list[Opening]:
    """Return how paragraphs of such sections began, under the likest headings first, of those the newest.

    What the draft has in this section already is left out.
    """
    found = [each for source in sources for each in _openings(source, section)]
    found.sort(key=_date, reverse=True)
    found.sort(key=lambda each: (-each.likeness, each.away))
    return found


def _openings(source: SegmentSource, section: Section) -> Iterator[Opening]:
    segment = source.segment
    headings = _alike(segment, section.heading) if section.heading else _titles(segment)
    for passage, likeness in nlargest(SECTIONS, headings, key=itemgetter(1)):
        for number, place in enumerate(islice(_paragraphs(segment, passage), LONGEST)):
            if _first(segment, place) not in section.used:
                yield Opening(source, place, likeness, abs(number - section.number))


def _titles(segment: Segment) -> Iterator[tuple[int, float]]:
    """Yield the first passage of each statement, its title if it has one."""
    for place in suffixes.places(segment, suffixes.find(segment, [STATEMENT]), SECTIONS):
        passage = segment.passage_at(place)
        if segment.firsts[passage] == place:  # the last boundary has no statement behind it
            yield passage, 1.0


def _alike(segment: Segment, heading: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Yield headings that are like one, and how alike they are: the share of words in common (Dice, 1945)."""
    wanted = _telling(heading)
    found: set[int] = set()
    for word in wanted:
        interval = suffixes.among(segment, suffixes.everything(segment), segment.numbers_from(word))
        found.update(map(segment.passage_at, suffixes.places(segment, interval, PLACES)))
    for passage in filter(segment.is_heading, found):
        own = _telling(segment.key(number) for number in _numbers(segment, passage))
        likeness = 2 * len(wanted & own) / (len(wanted) + len(own))
        if likeness >= ALIKE:
            yield passage, likeness


def _telling(keys: Iterable[str]) -> set[str]:
    """Return the stems of the words that say what a section is about."""
    return {stem(key) for key in keys if key not in FUNCTION_WORDS and key not in BOUNDARIES}


def _numbers(segment: Segment, passage: int) -> Sequence[int]:
    tokens = segment.tokens_of(passage)
    return segment.words[tokens.start : tokens.stop]


def _paragraphs(segment: Segment, passage: int) -> Iterator[int]:
    """Yield where the paragraphs of a section begin, the first passage of which, or its heading, is given."""
    statement, paragraph = segment.statement_of(passage), segment.number(PARAGRAPH)
    for each in range(passage + segment.is_heading(passage), segment.passage_count):
        if segment.statement_of(each) != statement or segment.is_heading(each):
            return
        first = segment.firsts[each]
        first += segment.key(segment.words[first]) == STATEMENT
        if segment.words[first] == paragraph and _is_whole(segment.precedent(each).passage.text):
            yield first


def _first(segment: Segment, place: int) -> tuple[str, ...]:
    return tuple(map(segment.key, segment.words[place + 1 : place + 1 + FIRST]))


def _is_whole(text: str) -> bool:
    """Tell whether a paragraph or its first sentence ends as one does; the deck under a title does not."""
    return text.rstrip().endswith(ENDS)


def _date(opening: Opening) -> dt.date:
    segment = opening.source.segment
    return segment.metadata(segment.statement_of(segment.passage_at(opening.place))).date
