"""How texts went on after a context: the units that followed it, counted for each length of context."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from phrasebank.index import suffixes
from phrasebank.index.occurrence import Occurrence
from phrasebank.index.segment import Segment
from precedent_ls.assist.completion.tuning import ORDER, TUNING, Tuning
from precedent_ls.assist.completion.units import FIRST, Unit, Units, differ

#: How often each unit followed.
Tally = dict[Unit, float]

#: That for each length of context from 1 up. The longest may be missing.
Counts = Sequence[Tally]


class Said(NamedTuple):
    """What a text says of a context, and what each place in it counts.

    It is `exact` unless it is what the text says of another context, which is like it.
    """

    counts: Counts
    weight: float
    exact: bool = True


class Places(NamedTuple):
    """Where a run of tokens ends: every place, or evenly spread ones of which each counts for several."""

    at: Sequence[int]
    weight: float


#: Places of a context that are looked at; of more, so many evenly spread ones, which count for all.
PLACES = 384

#: Places of a continuation that tell where it is from.
ORIGINS = 16


class SegmentSource:
    """The texts of a segment.

    Parameters
    ----------
    segment
        The texts.
    weight
        What one place counts.
    tuning
        What it counts if its last word has the other case.
    """

    def __init__(self, segment: Segment, weight: float = 1.0, tuning: Tuning = TUNING) -> None:
        self.segment = segment
        self.units = Units(segment)
        self.weight = weight
        self._tuning = tuning
        self._levels = lru_cache(maxsize=4)(self.places)
        self._one = lru_cache(maxsize=1 << 12)(self._read_one)
        self._after_one = lru_cache(maxsize=1 << 12)(self._read_after_one)
        self._anywhere = lru_cache(maxsize=1 << 12)(self._read_anywhere)
        self._is_written = lru_cache(maxsize=1 << 12)(self._read_is_written)

    def after(self, keys: Sequence[str], capital: bool | None = None) -> Counts:
        """Count what followed the endings of `keys`, the last of which may have a `capital` or none."""
        found = self.places(keys)
        if not found:
            return []
        return [self._after_one(keys[-1], capital), *(self._tally(each, capital) for each in found[1:])]

    def _read_after_one(self, key: str, capital: bool | None) -> Tally:
        return self._tally(self._one(key), capital)

    def _tally(self, places: Places, capital: bool | None) -> Tally:
        """Count what followed places.

        Where their last word has the other case, what followed counts little in the case it had there, and
        more in the one it would have here, if it is ever written so.
        """
        units, tuning = self.units, self._tuning
        counts: Tally = {}
        for place in places.at:
            unit, count = units[place + 1], places.weight
            if capital is not None and differ(units.capital(place), capital):
                recased = unit.recased(capital=capital)
                if recased is not None and self._is_written(recased.keys[0], capital):
                    counts[recased] = counts.get(recased, 0.0) + tuning.other_case * count
                count *= tuning.other_case if recased is None else tuning.kept_case
            counts[unit] = counts.get(unit, 0.0) + count
        return counts

    def _read_is_written(self, key: str, capital: bool) -> bool:
        """Tell whether a word is written with a capital, or without, in any of some places."""
        return any(self.units.capital(place) is capital for place in self._one(key).at[:ORIGINS])

    def runs(self, context: Sequence[str]) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield where the last tokens of `context` stand, the longest ending first, and how many they are."""
        found = self.places(context)
        for length in range(len(found), 0, -1):
            yield length, found[length - 1].at

    def longest(self, before: tuple[str, ...], keys: tuple[str, ...]) -> tuple[Sequence[Occurrence], int]:
        """Return where `keys` stand behind as many of the last tokens `before` them as possible.

        Of each text the last place is returned, of very many some, and how many tokens stand in a row
        there. If no text has all of `keys`, as many of their last ones as possible are looked for.
        """
        words, size = self.segment.words, len(keys)
        numbers = [self.segment.number(key) for key in keys]
        levels = self._levels(before) if None not in numbers else ()
        for length in range(len(levels), 0, -1):
            found = [at + size for at in levels[length - 1].at if words[at + 1] == numbers[0]]
            if size > 1:
                found = [at for at in found if words[at + 1 - size : at + 1].tolist() == numbers]
            if found:
                return self._last(found[:ORIGINS], length + size), length + size
        return self._anywhere(keys)

    def _read_anywhere(self, keys: tuple[str, ...]) -> tuple[Sequence[Occurrence], int]:
        interval = suffixes.find(self.segment, keys)
        if interval.size:
            size = len(keys)
            places = [at + size - 1 for at in suffixes.places(self.segment, interval, ORIGINS)]
            return self._last(places, size), size
        shorter = self.places(keys, len(keys))
        return (self._last(shorter[-1].at[:ORIGINS], len(shorter)), len(shorter)) if shorter else ((), 0)

    def _last(self, places: Sequence[int], length: int) -> Sequence[Occurrence]:
        """Return the last of `places` in each text, where a run of `length` tokens ends."""
        segment = self.segment
        last = {segment.statement_of(segment.passage_at(place)): place for place in sorted(places)}
        return tuple(Occurrence(segment, place - length + 1, length) for place in last.values())

    def places(self, context: Sequence[str], longest: int = ORDER) -> list[Places]:
        """Return where the last tokens of each ending of `context` stand, and what each place counts.

        Few places are narrowed down one by one, many by the suffix array.
        """
        segment = self.segment
        words = segment.words
        first = self._one(context[-1]) if context else Places((), 1.0)
        if not first.at:
            return []
        found = [first]
        for length in range(2, min(len(context), longest) + 1):
            number = segment.number(context[-length])
            if number is None:
                break
            before = found[-1]
            if before.weight == 1.0:
                places = Places([at for at in before.at if words[at - length + 1] == number], 1.0)
            else:
                places = self._run(context[-length:])
            if not places.at:
                break
            found.append(places)
        return found

    def _read_one(self, key: str) -> Places:
        return self._run((key,))

    def _run(self, keys: Sequence[str]) -> Places:
        interval = suffixes.find(self.segment, keys)
        ends = [place + len(keys) - 1 for place in suffixes.places(self.segment, interval, PLACES)]
        return Places(ends, interval.size / max(1, len(ends)))


class RunningSource:
    """The units of one paragraph, as those of the paragraph that is being written."""

    def __init__(self, units: Sequence[Unit], tuning: Tuning = TUNING) -> None:
        self.weight = tuning.draft
        self._tuning = tuning
        self.keys: list[str] = []
        self._after: list[Unit | None] = []
        self._words: list[Unit | None] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for index, unit in enumerate(units):
            word = unit if index >= FIRST else None
            if self._after:
                self._after[-1] = unit
            for number, key in enumerate(unit.keys, 1):
                self._places[key].append(len(self.keys))
                self.keys.append(key)
                self._after.append(_opening(unit) if number < len(unit.keys) else None)
                self._words.append(word)

    def after(self, context: Sequence[str], capital: bool | None = None) -> Counts:
        """Count what followed the endings of `context`, the last of which may have a `capital` or none."""
        found: list[dict[Unit, float]] = []
        for place in self._places.get(context[-1], ()) if context else ():
            unit = self._after[place]
            if unit is not None:
                word = self._words[place]
                other = word is not None and differ(word.capital, capital)
                count = self._tuning.kept_case if other else 1.0
                for length in range(self._shared(context, place)):
                    if length == len(found):
                        found.append({})
                    found[length][unit] = found[length].get(unit, 0.0) + count
        return found

    def _shared(self, context: Sequence[str], place: int) -> int:
        """Return how many tokens before and at `place` are the last ones of `context`."""
        most = min(len(context), ORDER, place + 1)
        shared = 1
        while shared < most and self.keys[place - shared] == context[-1 - shared]:
            shared += 1
        return shared


def _opening(unit: Unit) -> Unit:
    """Return the unit without the boundary it begins with."""
    return Unit(unit.text.partition(" ")[2], unit.keys[1:])


def merged(counted: Sequence[tuple[Tally, float]]) -> Tally:
    """Add up counts, each by its weight."""
    if len(counted) == 1 and counted[0][1] == 1.0:
        return counted[0][0]
    found: Tally = {}
    for counts, weight in counted:
        for unit, count in counts.items():
            found[unit] = found.get(unit, 0.0) + weight * count
    return found
