"""How texts went on after a context: the units that followed it, counted for each length of context."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol

from phrasebank.index import suffixes
from phrasebank.index.occurrence import Occurrence
from phrasebank.index.segment import Segment
from phrasebank.index.tokens import BOUNDARIES
from precedent_ls.assist.completion.tuning import ORDER
from precedent_ls.assist.completion.units import Unit, Units

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


#: Places of a context that are looked at; of more, so many evenly spread ones, which count for all.
PLACES = 384

#: Places of a continuation that tell where it is from.
ENOUGH = 16

#: A word is seldom seen if it stands so often or less, or once in so many places.
SELDOM, RARITY = 3, 2000

#: What a place counts whose last word has a capital where the draft's has none, or none where it has one:
#: as it went on there, and as it would go on here. “Sex Offender” tells of “sex offender”.
OTHER_CASE, RECASED = 0.1, 0.5

#: Evenly spread places in which seldom seen words are looked for.
SAMPLE = 4000


class Source(Protocol):
    """A text or texts that were written already."""

    @property
    def weight(self) -> float:
        """What one place counts."""

    def after(self, context: Sequence[str], capital: bool | None = None) -> Counts:
        """Count what followed the endings of `context`, whose last word may have a `capital` or none."""


class SegmentSource:
    """The texts of a segment."""

    def __init__(self, segment: Segment, weight: float = 1.0) -> None:
        self.segment = segment
        self.units = Units(segment)
        self.weight = weight
        self._levels = lru_cache(maxsize=4)(self.places)
        self._one = lru_cache(maxsize=1 << 12)(self._places)
        self._after_one = lru_cache(maxsize=1 << 12)(self._after)
        self._is_written = lru_cache(maxsize=1 << 12)(self._stands_so)
        self._anywhere = lru_cache(maxsize=1 << 12)(self._stands)

    def after(self, context: Sequence[str], capital: bool | None = None) -> Counts:
        """Count what followed the endings of `context`, whose last word may have a `capital` or none."""
        found = self.places(context)
        if not found:
            return []
        return [
            self._after_one(context[-1], capital),
            *(self._tally(*each, capital) for each in found[1:]),
        ]

    def _after(self, key: str, capital: bool | None) -> Tally:
        return self._tally(*self._one(key), capital)

    def _tally(self, places: Sequence[int], weight: float, capital: bool | None) -> Tally:
        units = self.units
        counts: Tally = {}
        for place in places:
            unit, count = units[place + 1], weight
            if capital is not None and units.capital(place) not in {None, capital}:
                recased = unit.recased(capital=capital)
                count *= RECASED if recased is None else OTHER_CASE
                if recased is not None and self._is_written(recased.keys[0], capital):
                    counts[recased] = counts.get(recased, 0.0) + RECASED * weight
            counts[unit] = counts.get(unit, 0.0) + count
        return counts

    def _stands_so(self, key: str, capital: bool) -> bool:
        """Tell whether a word is written with a capital, or without, in any of some places."""
        return any(self.units.capital(place) is capital for place in self._one(key)[0][:ENOUGH])

    @cached_property
    def seldom(self) -> list[tuple[str, str, Unit]]:
        """The words that are seldom seen: the one before each, itself and what followed."""
        segment = self.segment
        starts, words = segment.starts, segment.words
        most = max(SELDOM, len(segment.suffixes) // RARITY)
        found = []
        for place in range(1, len(segment.suffixes) - 1, max(1, len(segment.suffixes) // SAMPLE)):
            number = words[place]
            if starts[number + 1] - starts[number] <= most and segment.key(number) not in BOUNDARIES:
                before = segment.key(words[place - 1])
                found.append((before, segment.key(number), self.units[place + 1]))
        return found

    def runs(self, context: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
        """Yield where the last tokens of `context` stand, the longest ending first, and how many they are."""
        found = self.places(context)
        for length in range(len(found), 0, -1):
            yield length, found[length - 1][0]

    def longest(self, before: tuple[str, ...], keys: tuple[str, ...]) -> tuple[Sequence[Occurrence], int]:
        """Return where `keys` stand behind as many of the last tokens `before` them as possible.

        It is the last place in each text; of very many, some are looked at. With them goes how many
        tokens stand there in a row. Where no text has all of `keys`, as many of the last ones count.
        """
        words, size = self.segment.words, len(keys)
        numbers = [self.segment.number(key) for key in keys]
        levels = self._levels(before) if None not in numbers else ()
        for length in range(len(levels), 0, -1):
            found = [at + size for at in levels[length - 1][0] if words[at + 1] == numbers[0]]
            if size > 1:
                found = [at for at in found if words[at + 1 - size : at + 1].tolist() == numbers]
            if found:
                return self._last(found[:ENOUGH], length + size), length + size
        return self._anywhere(keys)

    def _stands(self, keys: tuple[str, ...]) -> tuple[Sequence[Occurrence], int]:
        interval = suffixes.find(self.segment, keys)
        if interval.size:
            size = len(keys)
            places = [at + size - 1 for at in suffixes.places(self.segment, interval, ENOUGH)]
            return self._last(places, size), size
        shorter = self.places(keys, len(keys))
        return (self._last(shorter[-1][0][:ENOUGH], len(shorter)), len(shorter)) if shorter else ((), 0)

    def _last(self, places: Sequence[int], length: int) -> Sequence[Occurrence]:
        """Return the last of `places` in each text, where a run of `length` tokens ends."""
        segment = self.segment
        last = {segment.statement_of(segment.passage_at(place)): place for place in sorted(places)}
        return tuple(Occurrence(segment, place - length + 1, length) for place in last.values())

    def places(self, context: Sequence[str], longest: int = ORDER) -> list[tuple[list[int], float]]:
        """Return where the last tokens of each ending of `context` stand, and what each place counts.

        Few places are narrowed down one by one, many by the suffix array.
        """
        segment = self.segment
        words = segment.words
        first = self._one(context[-1]) if context else ((), 1.0)
        if not first[0]:
            return []
        found = [first]
        for length in range(2, min(len(context), longest) + 1):
            number = segment.number(context[-length])
            if number is None:
                break
            before, weight = found[-1]
            if weight == 1.0:
                places = [place for place in before if words[place - length + 1] == number]
            else:
                places, weight = self._run(context[-length:])
            if not places:
                break
            found.append((places, weight))
        return found

    def _places(self, key: str) -> tuple[list[int], float]:
        return self._run((key,))

    def _run(self, keys: Sequence[str]) -> tuple[list[int], float]:
        """Return where a run of tokens ends, some of many places, and what each counts; 1 if they are all."""
        interval = suffixes.find(self.segment, keys)
        places = [place + len(keys) - 1 for place in suffixes.places(self.segment, interval, PLACES)]
        return places, interval.size / max(1, len(places))


def merged(counted: Sequence[tuple[Tally, float]]) -> Tally:
    """Add up counts, each by its weight."""
    if len(counted) == 1 and counted[0][1] == 1.0:
        return counted[0][0]
    found: Tally = {}
    for counts, weight in counted:
        for unit, count in counts.items():
            found[unit] = found.get(unit, 0.0) + weight * count
    return found


class RunningSource:
    """The units of one paragraph, as those of the paragraph that is being written."""

    def __init__(self, units: Sequence[Unit], weight: float) -> None:
        self.weight = weight
        self.keys: list[str] = []
        self._after: list[Unit | None] = []
        self._words: list[Unit | None] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for index, unit in enumerate(units):
            word = unit if index > 1 else None
            if self._after:
                self._after[-1] = unit
            for number, key in enumerate(unit.keys, 1):
                self._places[key].append(len(self.keys))
                self.keys.append(key)
                self._after.append(_opening(unit) if number < len(unit.keys) else None)
                self._words.append(word)

    def after(self, context: Sequence[str], capital: bool | None = None) -> Counts:
        """Count what followed the endings of `context`, whose last word may have a `capital` or none."""
        found: list[dict[Unit, float]] = []
        for place in self._places.get(context[-1], ()) if context else ():
            unit = self._after[place]
            if unit is not None:
                word = self._words[place]
                same = capital is None or word is None or word.capital in {None, capital}
                for length in range(self._shared(context, place)):
                    if length == len(found):
                        found.append({})
                    found[length][unit] = found[length].get(unit, 0.0) + (1.0 if same else OTHER_CASE)
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
