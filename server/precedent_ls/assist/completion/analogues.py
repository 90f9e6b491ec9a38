"""Contexts that differ from a draft's in a variable part: after “the third meeting of” what the second's had.

Where the draft's own words are not known, or only the last of them, the same words around another
date, number, ordinal, name or order of countries tell what comes next.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, takewhile

from precedent_ls.assist.completion.counts import Counts, SegmentSource, Tally
from precedent_ls.assist.completion.tuning import CONTEXT, ORDER
from precedent_ls.assist.completion.variables import Part, Variables

#: Words behind the variable part from which on they are context enough by themselves.
ENOUGH = 4

#: Words that a variable part has at most.
LONGEST = 6


#: Tokens that are read back from a place.
BACK = CONTEXT + LONGEST


class AnalogousSource:
    """The texts of a segment, read without regard to what their variable parts are."""

    def __init__(self, source: SegmentSource, variables: Variables, weight: float) -> None:
        self.weight = weight * source.weight
        self._source = source
        self._variables = variables
        self._may_open = lru_cache(maxsize=1 << 12)(
            lambda number: variables.may_open(source.segment.key(number))
        )
        self._before = lru_cache(maxsize=1 << 12)(self._read)

    def after(self, own: Sequence[Part], known: int) -> Counts:
        """Count what followed the endings of a context with another last variable part.

        Parameters
        ----------
        own
            The parts of the context, the last first.
        known
            Endings of so many words or fewer are left out.
        """
        behind = next((number for number, part in enumerate(own) if part.is_variable), ENOUGH)
        if behind >= ENOUGH:
            return ()
        lengths = tuple(accumulate(len(part.keys) for part in own))
        found: list[Tally] = []
        for place, weight in self._places(own, behind):
            theirs = self._before(place)
            shared = _shared(own, theirs)
            if shared > behind and theirs[behind].keys != own[behind].keys:
                unit = self._source.units[place + 1]
                found += [{} for _ in range(min(ORDER, lengths[shared - 1]) - len(found))]
                for length in {min(ORDER, length) for length in lengths[behind:shared]}:
                    if length > known:
                        counts = found[length - 1]
                        counts[unit] = counts.get(unit, 0.0) + weight
        return found

    def _read(self, place: int) -> tuple[Part, ...]:
        """Return the parts up to a place, the last first."""
        segment = self._source.segment
        numbers = segment.words[max(0, place + 1 - BACK) : place + 1]
        return tuple(self._variables.parts([segment.key(number) for number in numbers]))[::-1]

    def _places(self, own: Sequence[Part], behind: int) -> Iterator[tuple[int, float]]:
        """Yield where the words behind a variable part stand.

        If there are none, yield where a part ends that stands behind the word before it.
        """
        segment = self._source.segment
        if behind:
            keys = [part.symbol for part in reversed(own[:behind])]
            levels = self._source.places(keys)
            for place in levels[-1][0] if len(levels) == behind else ():
                if self._may_open(segment.words[place - behind]):
                    yield place, levels[-1][1]
        elif len(own) > 1:
            for places, weight in self._source.places(own[1].keys[-1:]):
                for place in places:
                    if self._may_open(segment.words[place + 1]):
                        yield place + self._length(place + 1), weight

    def _length(self, place: int) -> int:
        """Return how many tokens the part at a place has."""
        segment = self._source.segment
        numbers = segment.words[place : place + LONGEST]
        return len(next(self._variables.parts([segment.key(number) for number in numbers])).keys)


def _shared(own: Sequence[Part], theirs: Sequence[Part]) -> int:
    pairs = zip(own, theirs, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].symbol == pair[1].symbol, pairs))
