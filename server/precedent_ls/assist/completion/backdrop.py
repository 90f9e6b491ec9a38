"""What usually follows a word of which nothing is known: what follows words that are seldom seen.

Each place of a seldom word counts as far as it is like the one asked about: whether the word before is
the same, or at least a small word as that is, and whether the words end alike. All places are weighed
at once: there are too few of each sort for one sort to be read, and then another.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from heapq import nlargest

from phrasebank.index.tokens import BOUNDARIES
from phrasebank.register.content_words import SMALL
from precedent_ls.assist.completion.counts import SegmentSource, Tally, merged
from precedent_ls.assist.completion.tuning import Tuning

#: Letters by which words end alike.
ENDING = 2

#: Units that may be usual whatever the word and the one before it are.
COMMON = 96

#: The sort of the word before, or that word, or nothing where any will do; and how words end, or nothing.
Traits = tuple[str, str]

#: What followed the words with some traits, and in how many places it did.
_Followed = tuple[Tally, float]


class Seldom:
    """The places of seldom seen words in one text."""

    def __init__(self, source: SegmentSource) -> None:
        self.weight = source.weight
        self._source = source

    @cached_property
    def tallies(self) -> dict[Traits, Tally]:
        """What followed them, by their traits."""
        found: dict[Traits, Tally] = {}
        for before, word, unit in self._source.seldom:
            for kind in ("", _kind(before), before):
                for ending in ("", word[-ENDING:]):
                    tally = found.setdefault((kind, ending), {})
                    tally[unit] = tally.get(unit, 0.0) + 1.0
        return found


class Backdrop:
    """What usually follows a word of which nothing is known, by what stands before it and how it ends.

    Parameters
    ----------
    texts
        The texts that it is known from.
    tuning
        What a place counts that is not like the one asked about.
    """

    def __init__(self, texts: Sequence[Seldom], tuning: Tuning) -> None:
        self._texts = texts
        self._tuning = tuning
        self._followed = lru_cache(maxsize=1 << 12)(self._read)
        self._common = lru_cache(maxsize=1 << 8)(self._commonly)
        self._after = lru_cache(maxsize=1 << 12)(self._weighed)

    def after(self, context: Sequence[str], gap: str = "") -> Tally:
        """Return how likely the most usual units are to follow the last word of `context`, and a `gap`."""
        before, word = context[-2:] if len(context) > 1 else ("", *context)
        return self._after(before, word[-ENDING:], gap)

    def _weighed(self, before: str, ending: str, gap: str) -> Tally:
        other, other_kind, unlike, _ = self._tuning.unlike
        kind = _kind(before)
        common, whole = self._common(kind, gap)
        counts = dict(common)
        for traits, share in (
            (("", ending), other * other_kind * (1 - unlike)),
            ((kind, ending), other * (1 - other_kind) * (1 - unlike)),
            ((before, ""), (1 - other) * unlike),
            ((before, ending), (1 - other) * (1 - unlike)),
        ):
            tally, places = self._followed(*traits, gap)
            whole += share * places
            for unit, count in tally.items():
                counts[unit] = counts.get(unit, 0.0) + share * count
        best = nlargest(self._tuning.usual, counts.items(), key=lambda each: each[1])
        return {unit: self._tuning.backdrop * count / whole for unit, count in best} if whole else {}

    def _commonly(self, kind: str, gap: str) -> _Followed:
        """Return what counts whatever the word before, of its kind, is and however the word ends."""
        other, other_kind, unlike, _ = self._tuning.unlike
        shares = (("", other * other_kind * unlike), (kind, other * (1 - other_kind) * unlike))
        parts = [(self._followed(each, "", gap), share) for each, share in shares]
        counts = merged([(tally, share) for (tally, _), share in parts])
        whole = sum(share * places for (_, places), share in parts)
        return dict(nlargest(COMMON, counts.items(), key=lambda each: each[1])), whole

    def _read(self, kind: str, ending: str, gap: str) -> _Followed:
        """Return what followed words with some traits; behind another gap than `gap` it counts little."""
        *_, unlike = self._tuning.unlike
        tally = merged([(each.tallies.get((kind, ending), {}), each.weight) for each in self._texts])
        if gap:
            tally = {unit: count * (unit.text.startswith(gap) or unlike) for unit, count in tally.items()}
        return tally, sum(tally.values())


def _kind(before: str) -> str:
    """Return what sort of word stands before another; no word is called so."""
    return "<boundary>" if before in BOUNDARIES else "<small>" if before in SMALL else "<other>"
