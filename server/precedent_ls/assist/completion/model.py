"""How likely each unit is to come next.

What followed the last word, the last two and so on up to six is interpolated, each length as far as it
is to be trusted (Witten and Bell, 1991, as smoothed in Chen and Goodman, 1998). Below them all is what
usually follows words of which little is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from math import exp

from phrasebank.kept import kept
from phrasebank.text.language import Language
from precedent_ls.assist.completion.backdrop import Backdrop, Usual
from precedent_ls.assist.completion.context import Context
from precedent_ls.assist.completion.counts import Counts, RunningSource, Said, Tally, merged
from precedent_ls.assist.completion.openings import Section, openings
from precedent_ls.assist.completion.shelf import Shelf
from precedent_ls.assist.completion.stock import Stock
from precedent_ls.assist.completion.tuning import Tuning
from precedent_ls.assist.completion.units import Unit
from precedent_ls.assist.completion.variables import Variables


@dataclass(frozen=True)
class Outlook:
    """What may come after a context.

    `chances` are the probabilities of units, `left` is what is left for all others; `known`
    is the length of the longest context that occurs, and `seen` how often the shortest does, or
    one like it; words of the same class that have been seen count a little.
    """

    chances: dict[Unit, float]
    left: float
    known: int
    seen: float

    @cached_property
    def best(self) -> tuple[Unit, float] | None:
        """The likeliest unit."""
        unit = max(self.chances, key=self.chances.__getitem__, default=None)
        return None if unit is None else (unit, self.chances[unit])


class Settled:
    """Texts that don't change while a paragraph is written.

    Parameters
    ----------
    statements, live
        The statements, and the rest of the draft.
    names
        The register's names.
    variables
        Tells the variable parts of a context.
    language
        Of the texts.
    tuning
        The numbers to go by.
    """

    #: Contexts that are remembered.
    MOST = 20_000

    def __init__(
        self,
        statements: Sequence[Shelf],
        live: Sequence[Shelf],
        names: Shelf,
        *,
        variables: Variables,
        language: Language,
        tuning: Tuning,
    ) -> None:
        shelves = (*statements, *live)
        self.statements = tuple(each.source for each in statements)
        self.sources = (*(each.source for each in shelves), names.source)
        self.lexicons = (*(each.lexicon for each in shelves), names.lexicon)
        self.stock = Stock(self.lexicons, tuning)
        self.backdrop = Backdrop([each.seldom for each in shelves], language, tuning)
        self.tuning = tuning
        self._shelves = shelves
        self._names = names.source
        self._variables = variables
        self.counts = lru_cache(maxsize=self.MOST)(self._read_counts)
        self.after = lru_cache(maxsize=self.MOST)(self._read_after)
        self.openings = lru_cache(maxsize=64)(partial(openings, self.statements))
        self._begun = lru_cache(maxsize=64)(self._read_begun)

    def _read_after(self, context: Context) -> Outlook:
        """Return what may come after a context."""
        counted = self.counts(context.keys, context.capital)
        begun = self._begun(context.section) if context.section else None
        return interpolated(counted, self.tuning, self.backdrop.after(context), context.mark, begun)

    def _read_begun(self, section: Section) -> Tally:
        """Count what paragraphs of such a section began with, those that stood farther away less."""
        found: Tally = {}
        for each in self.openings(section):
            unit = each.source.units[each.place + 1]
            if not unit.is_end:
                found[unit] = found.get(unit, 0.0) + each.likeness * self.tuning.away**each.away
        return found

    def _read_counts(self, keys: tuple[str, ...], capital: bool | None) -> list[Said]:
        """Return what each source says."""
        sources = [each.source for each in self._shelves]
        found = [Said(each.after(keys, capital), each.weight) for each in sources]
        found.append(Said(self._names.after(keys, capital), self._names.weight))
        known = max(_going_on(each.counts) for each in found)
        if parts := self._variables.reading(keys):
            analogous = [each.analogous for each in self._shelves]
            found += [Said(each.after(parts, known), each.weight, exact=False) for each in analogous]
        return found


class Model:
    """The texts that a draft is predicted from; what they say of a context is remembered.

    Parameters
    ----------
    settled
        The statements and the rest of the draft.
    running
        The paragraph being written.
    """

    def __init__(self, settled: Settled, running: RunningSource) -> None:
        self._settled = settled
        self._running = running

    @kept
    def after(self, context: Context) -> Outlook:
        """Return what may come after a context."""
        settled = self._settled
        recent = self._running.after(context.keys, context.capital)
        if not recent:
            return settled.after(context)
        counted = [*settled.counts(context.keys, context.capital), Said(recent, self._running.weight)]
        return interpolated(counted, settled.tuning, settled.backdrop.after(context), context.mark)


def _going_on(counts: Counts) -> int:
    """Return for how many lengths of context a text, or a name, goes on at all."""
    return sum(not all(unit.is_end for unit in tally) for tally in counts)


def interpolated(
    counted: Sequence[Said],
    tuning: Tuning,
    backdrop: Usual,
    mark: str = "",
    begun: Tally | None = None,
) -> Outlook:
    """Merge the counts of all sources and lengths of context, the longest first.

    Parameters
    ----------
    counted
        What each source says.
    tuning
        How far the counts of each length are to be trusted; what is `left` is for the shorter ones.
    backdrop
        What usually comes where no length of context tells anything.
    mark
        What is typed already: behind a comma only what followed one counts, and proves as little as it is.
    begun
        What paragraphs began with that stood where the one that is begun stands; no context tells more.
    """
    levels = [
        merged([(each.counts[length], each.weight) for each in counted if length < len(each.counts)])
        for length in range(max((len(each.counts) for each in counted), default=0))
    ]
    if mark:
        levels = [_behind(mark, counts) for counts in levels]
    seen = next((total for counts in levels if (total := sum(counts.values()))), 0.0)
    chances: dict[Unit, float] = {}
    left = _shared_out(1.0, begun or {}, tuning.section, chances)
    for length in range(len(levels), 0, -1):
        left = _shared_out(left, levels[length - 1], tuning.doubt[length], chances)
    usual = {unit: chance * unseen(chance, tuning.missed * seen) for unit, chance in backdrop.chances.items()}
    for unit, chance in usual.items():
        chances[unit] = chances.get(unit, 0.0) + left * chance
    left *= 1.0 - sum(usual.values())
    known = max((len(each.counts) for each in counted if each.exact), default=0)
    return Outlook(chances, left, known, seen + tuning.missed * backdrop.places)


def _behind(mark: str, counts: Tally) -> Tally:
    """Return what followed a mark, behind the mark as it is typed."""
    found: Tally = {}
    for unit, count in counts.items():
        if (same := unit.behind(mark)) is not None:
            found[same] = found.get(same, 0.0) + count
    return found


def _shared_out(whole: float, counts: Tally, doubt: float, chances: dict[Unit, float]) -> float:
    """Share out as much of `whole` as counts are trusted; return what is left."""
    if not counts:
        return whole
    total = sum(counts.values())
    share = whole / (total + doubt * len(counts))
    for unit, count in counts.items():
        chances[unit] = chances.get(unit, 0.0) + share * count
    return whole - share * total


def unseen(chance: float, seen: float) -> float:
    """Return how likely what comes with `chance` is to be missing from `seen` places by chance.

    What would have followed often by now, if it followed at all, is hardly what does.
    """
    return exp(-chance * seen)
