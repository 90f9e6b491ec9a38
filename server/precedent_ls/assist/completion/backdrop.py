"""What usually follows a word of which little is known.

What follows a small word of a closed class is told by the others of its class: behind “our” as behind
“the” and “their”. What follows any other is told by the words that are seldom seen.

Each place of a seldom word counts as far as it is like the one asked about: whether the word before is
the same, or of the same sort, and whether the words end alike. Its weight is a product of one factor for
each trait, 1 where they agree and a constant below where they don't, as in kernel estimates over
categories (Aitchison and Aitken, 1976). All places are weighed at once, because there are too few of each
sort for one sort to be read, and then another; and so that they need not be gone through each time, they
are counted by their traits beforehand. Each such count is given the share by which places with these
traits weigh more than those without.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import nlargest
from typing import NamedTuple

from phrasebank.index.tokens import BOUNDARIES
from phrasebank.register.content_words import SMALL
from phrasebank.text.language import Language
from precedent_ls.assist.completion.closed_classes import CLASSES
from precedent_ls.assist.completion.context import Context
from precedent_ls.assist.completion.counts import SegmentSource, Tally, merged
from precedent_ls.assist.completion.tuning import Tuning
from precedent_ls.assist.completion.units import Unit

#: Letters by which words end alike.
ENDING = 2

#: Units that may be usual whatever the word and the one before it are; others are too rare to come up.
COMMON = 96

#: A word is seldom seen if it stands so often or less, or once in so many places.
SELDOM, RARITY = 3, 2000

#: Evenly spread places in which seldom seen words are looked for.
SAMPLE = 4000

#: The sort of the word before, or that word, or nothing where any will do; and how words end, or nothing.
Traits = tuple[str, str]

#: What followed the words with some traits, and in how many places it did.
_Followed = tuple[Tally, float]


class Seldom:
    """The places of seldom seen words in one text."""

    def __init__(self, source: SegmentSource) -> None:
        self.source = source

    @cached_property
    def tallies(self) -> dict[Traits, Tally]:
        """What followed them, by their traits."""
        found: dict[Traits, Tally] = {}
        for before, word, unit in self._places():
            for kind in ("", _kind(before), before):
                for ending in ("", word[-ENDING:]):
                    tally = found.setdefault((kind, ending), {})
                    tally[unit] = tally.get(unit, 0.0) + 1.0
        return found

    def _places(self) -> Iterator[tuple[str, str, Unit]]:
        """Yield the word before each seldom seen one, that word, and what followed."""
        segment = self.source.segment
        starts, words = segment.starts, segment.words
        most = max(SELDOM, len(segment.suffixes) // RARITY)
        for place in range(1, len(segment.suffixes) - 1, max(1, len(segment.suffixes) // SAMPLE)):
            number = words[place]
            if starts[number + 1] - starts[number] <= most and segment.key(number) not in BOUNDARIES:
                yield segment.key(words[place - 1]), segment.key(number), self.source.units[place + 1]


class Usual(NamedTuple):
    """What usually follows: how likely each unit is.

    `places` is how often the words of the class were seen, 0 where seldom words of all sorts tell.
    """

    chances: Tally
    places: float


class Backdrop:
    """What usually follows a word of which little is known.

    Parameters
    ----------
    texts
        The texts that it is known from.
    language
        Of these texts.
    tuning
        What a place counts that is not like the one asked about.
    """

    def __init__(self, texts: Sequence[Seldom], language: Language, tuning: Tuning) -> None:
        self._texts = texts
        self._classes = CLASSES[language]
        self._tuning = tuning
        self._followed = lru_cache(maxsize=1 << 12)(self._read_followed)
        self._common = lru_cache(maxsize=1 << 8)(self._read_common)
        self._usual = lru_cache(maxsize=1 << 12)(self._read_usual)
        self._usual_in_class = lru_cache(maxsize=1 << 8)(self._read_usual_in_class)

    def after(self, context: Context) -> Usual:
        """Return the most usual units that follow."""
        *_, before, word = ("", *context.keys)
        alike = self._classes.get(word)
        in_class = self._usual_in_class(alike, context.gap) if alike else None
        return in_class or self._usual(before, word[-ENDING:], context.gap)

    def _read_usual_in_class(self, alike: Sequence[str], gap: str) -> Usual | None:
        """Return what usually follows small words that may stand for each other; None if no text has any."""
        sources = [each.source for each in self._texts]
        followed = [(source.after((key,)), source.weight) for source in sources for key in alike]
        tally = self._behind(gap, merged([(counts[0], weight) for counts, weight in followed if counts]))
        places = sum(tally.values())
        return self._most_usual(tally, places, places) if places else None

    def _most_usual(self, counts: Tally, whole: float, places: float) -> Usual:
        """Return the most frequent of all units that were counted, which come to `whole`."""
        best = nlargest(self._tuning.usual, counts.items(), key=lambda each: each[1])
        chances = {unit: self._tuning.backdrop * count / whole for unit, count in best} if whole else {}
        return Usual(chances, places)

    def _read_usual(self, before: str, ending: str, gap: str) -> Usual:
        tuning = self._tuning
        same_word, same_ending = 1 - tuning.other_word, 1 - tuning.other_ending
        kind = _kind(before)
        common, whole = self._common(kind, gap)
        counts = dict(common)
        for traits, share in (
            (("", ending), tuning.other_word * tuning.other_sort * same_ending),
            ((kind, ending), tuning.other_word * (1 - tuning.other_sort) * same_ending),
            ((before, ""), same_word * tuning.other_ending),
            ((before, ending), same_word * same_ending),
        ):
            tally, places = self._followed(*traits, gap)
            whole += share * places
            for unit, count in tally.items():
                counts[unit] = counts.get(unit, 0.0) + share * count
        return self._most_usual(counts, whole, 0.0)

    def _read_common(self, kind: str, gap: str) -> _Followed:
        """Return what counts whatever the word before, of its kind, is and however the word ends."""
        tuning = self._tuning
        share = tuning.other_word * tuning.other_ending
        shares = (("", share * tuning.other_sort), (kind, share * (1 - tuning.other_sort)))
        parts = [(self._followed(each, "", gap), share) for each, share in shares]
        counts = merged([(tally, share) for (tally, _), share in parts])
        whole = sum(share * places for (_, places), share in parts)
        return dict(nlargest(COMMON, counts.items(), key=lambda each: each[1])), whole

    def _read_followed(self, kind: str, ending: str, gap: str) -> _Followed:
        """Return what followed words with some traits."""
        tally = merged([(each.tallies.get((kind, ending), {}), each.source.weight) for each in self._texts])
        tally = self._behind(gap, tally)
        return tally, sum(tally.values())

    def _behind(self, gap: str, tally: Tally) -> Tally:
        """Return what followed; behind another gap than what is typed it counts little."""
        if not gap:
            return tally
        other = self._tuning.other_gap
        return {unit: count * (unit.text.startswith(gap) or other) for unit, count in tally.items()}


def _kind(before: str) -> str:
    """Return what sort of word stands before another; no word is called so."""
    return "<boundary>" if before in BOUNDARIES else "<small>" if before in SMALL else "<other>"
