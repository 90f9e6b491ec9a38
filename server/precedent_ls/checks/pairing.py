"""A draft beside its twin: which paragraphs and sentences say the same.

What was aligned is kept: an edit inside a paragraph costs the sentences of that paragraph,
and only a paragraph more or less has all of them aligned again.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from phrasebank.alignment import Bead, Part, align_parts
from phrasebank.text.blocks import BlockKind
from phrasebank.text.span import Span
from precedent_ls.draft.snapshot import Draft, Paragraph, Reading

#: Paragraphs of a text beyond which it is not aligned.
LONGEST = 2000
#: Paragraphs of a text beyond which rules on the pair say nothing: they would hold up the typing.
COMPARED = 300


class Sentences(NamedTuple):
    """Sentences of the draft and of its twin that say the same, by their characters; one may be empty."""

    here: tuple[Span, ...]
    there: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs that say the same in the draft and in its twin; one side may be empty.

    `after` is where in the draft, and `after_there` where in the twin, what is missing would stand.
    """

    here: tuple[Paragraph, ...]
    there: tuple[Paragraph, ...]
    sentences: tuple[Sentences, ...]
    after: int
    after_there: int


def is_compared(draft: Draft, twin: Draft) -> bool:
    """Tell whether rules look at a pair: two languages, and neither text longer than `COMPARED`."""
    longest = max(len(draft.paragraphs), len(twin.paragraphs))
    return draft.language is not twin.language and longest <= COMPARED


def pairs(draft: Draft, twin: Draft) -> tuple[Pair, ...]:
    """Return the paragraphs of a draft and of its twin, paired in the order of the draft."""
    if max(len(draft.paragraphs), len(twin.paragraphs)) > LONGEST:
        return ()
    here, there = _readings(draft), _readings(twin)
    known = _KEPT.get((draft.uri, twin.uri))
    if known is not None and known.draft is draft and known.twin is twin:
        return known.pairs
    if known is None or not known.fits(here, there):
        known = _Kept(here, there, _paragraph_beads(here, there))
    known.here, known.there = here, there
    _KEPT[draft.uri, twin.uri] = known
    _KEPT.move_to_end((draft.uri, twin.uri))
    while len(_KEPT) > _MOST:
        _KEPT.popitem(last=False)
    known.draft, known.twin, known.pairs = draft, twin, tuple(_placed(draft, twin, known))
    return known.pairs


@dataclass(slots=True)
class _Kept:
    here: tuple[Reading, ...]
    there: tuple[Reading, ...]
    beads: tuple[Bead, ...]
    sentences: dict[tuple[tuple[Reading, ...], tuple[Reading, ...]], tuple[Bead, ...]] = field(
        default_factory=dict
    )
    draft: Draft | None = None
    twin: Draft | None = None
    pairs: tuple[Pair, ...] = ()

    def fits(self, here: Sequence[Reading], there: Sequence[Reading]) -> bool:
        """Tell whether the paragraphs are the same ones, words in some of them changed at most."""
        return all(
            len(old) == len(new) and all(a is b or _is_edited(a, b) for a, b in zip(old, new, strict=True))
            for old, new in ((self.here, here), (self.there, there))
        )


def _is_edited(old: Reading, new: Reading) -> bool:
    """Tell a paragraph with some words changed from another one in its place."""
    if (old.kind, old.level) != (new.kind, new.level):
        return False
    kept = _alike(old.text, new.text) + _alike(reversed(old.text), reversed(new.text))
    return kept >= max(len(old.text), len(new.text)) / 2


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """Count the characters with which two texts begin alike."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


_MOST = 8
_KEPT: OrderedDict[tuple[str, str], _Kept] = OrderedDict()


def _readings(draft: Draft) -> tuple[Reading, ...]:
    return tuple(paragraph.reading for paragraph in draft.paragraphs)


def _part(reading: Reading) -> Part:
    level = reading.level if reading.kind is BlockKind.HEADING else 0
    return Part(tuple(reading.text[span.start : span.end] for span in reading.sentences), level)


def _paragraph_beads(here: Sequence[Reading], there: Sequence[Reading]) -> tuple[Bead, ...]:
    return align_parts([_part(each) for each in here], [_part(each) for each in there]).paragraphs


def _placed(draft: Draft, twin: Draft, known: _Kept) -> Iterator[Pair]:
    after = after_there = 0
    used = {}
    for bead in known.beads:
        here = draft.paragraphs[bead.left.start : bead.left.stop]
        there = twin.paragraphs[bead.right.start : bead.right.stop]
        key = tuple(each.reading for each in here), tuple(each.reading for each in there)
        beads = known.sentences.get(key)
        if beads is None:
            beads = align_parts([_part(each) for each in key[0]], [_part(each) for each in key[1]]).sentences
        used[key] = beads
        left, right = list(_sentences(here)), list(_sentences(there))
        after = here[-1].span.end if here else after
        after_there = there[-1].span.end if there else after_there
        sentences = (
            Sentences(
                tuple(left[each.left.start : each.left.stop]),
                tuple(right[each.right.start : each.right.stop]),
            )
            for each in beads
        )
        yield Pair(here, there, tuple(sentences), after, after_there)
    known.sentences = used


def _sentences(paragraphs: Sequence[Paragraph]) -> Iterator[Span]:
    for paragraph in paragraphs:
        yield from (span.shifted(paragraph.start) for span in paragraph.sentences)
