"""How likely each unit is to come next.

What followed the last word, the last two and so on up to six is interpolated from the shortest
context to the longest, each as far as it is to be trusted (Witten and Bell, 1991, as smoothed in
Chen and Goodman, 1998). Below them all are the words by their letters alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import chain
from math import exp

from phrasebank.index.tokens import BOUNDARIES
from phrasebank.text.fold import folded
from precedent_ls.assist.completion.analogues import AnalogousSource
from precedent_ls.assist.completion.backdrop import Backdrop, Seldom
from precedent_ls.assist.completion.counts import Counts, RunningSource, Said, SegmentSource, merged
from precedent_ls.assist.completion.tuning import CONTEXT, TUNING, Tuning
from precedent_ls.assist.completion.units import Unit
from precedent_ls.assist.completion.variables import Variables
from precedent_ls.assist.completion.vocabulary import Stock, split

#: Of what something is asked: a context, whether its last word has a capital, and the gap behind it.
Asked = tuple[tuple[str, ...], bool | None, str]


@dataclass(frozen=True)
class Outlook:
    """What may come after a context.

    `chances` are the probabilities of units, `left` is what is left for all others; `known`
    is the length of the longest context that occurs, and `seen` how often the shortest does, or
    one like it.
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


class Model:
    """The texts a draft is predicted from.

    Parameters
    ----------
    sources
        The statements and the rest of the draft; what they say of a context is remembered.
    running
        The paragraph being written.
    """

    def __init__(self, settled: "Settled", running: RunningSource | None = None) -> None:
        self._settled = settled
        self._running = running
        self._known: dict[Asked, Outlook] = {}

    def after(self, context: Sequence[str], capital: bool | None = None, gap: str = "") -> Outlook:
        """Return what may come after `context`, whose last word may have a `capital` or none, and a `gap`."""
        asked = (tuple(context[-CONTEXT:]), capital, gap)
        found = self._known.get(asked)
        if found is None:
            found = self._known[asked] = self._after(*asked)
        return found

    def _after(self, context: tuple[str, ...], capital: bool | None, gap: str) -> Outlook:
        if self._running is None:
            return self._settled.after(context, capital, gap)
        recent = self._running.after(context, capital)
        if not recent:
            return self._settled.after(context, capital, gap)
        settled = self._settled
        counted = [*settled.counts(context, capital), Said(recent, self._running.weight)]
        return interpolated(counted, settled.tuning, settled.backdrop.after(context, gap))


class Settled:
    """Texts that don't change while a paragraph is written."""

    #: Contexts that are remembered before all are forgotten.
    MOST = 20_000

    def __init__(  # noqa: PLR0917 - made in one place
        self,
        texts: Sequence[SegmentSource],
        analogous: Sequence[AnalogousSource],
        seldom: Sequence[Seldom],
        names: SegmentSource,
        variables: Variables,
        tuning: Tuning,
    ) -> None:
        self._texts = tuple(texts)
        self._analogous = tuple(analogous)
        self._names = names
        self._variables = variables
        self.tuning = tuning
        self.backdrop = Backdrop(seldom, tuning)
        self._counts: dict[tuple[tuple[str, ...], bool | None], list[Said]] = {}
        self._known: dict[Asked, Outlook] = {}

    def after(self, context: tuple[str, ...], capital: bool | None, gap: str) -> Outlook:
        """Return what may come after `context`, whose last word may have a `capital` or none, and a `gap`."""
        found = self._known.get((context, capital, gap))
        if found is None:
            if len(self._known) >= self.MOST:
                self._known.clear()
            counted, backdrop = self.counts(context, capital), self.backdrop.after(context, gap)
            found = self._known[context, capital, gap] = interpolated(counted, self.tuning, backdrop)
        return found

    def counts(self, context: tuple[str, ...], capital: bool | None) -> list[Said]:
        """Return what each source says."""
        found = self._counts.get((context, capital))
        if found is None:
            if len(self._counts) >= self.MOST:
                self._counts.clear()
            found = [Said(each.after(context, capital), each.weight) for each in self._texts]
            found.append(Said(self._names.after(context), self._names.weight))
            known = max(_going_on(each.counts) for each in found)
            if parts := self._variables.reading(context):
                found += [
                    Said(each.after(parts, known), each.weight, exact=False) for each in self._analogous
                ]
            self._counts[context, capital] = found
        return found


def _going_on(counts: Counts) -> int:
    """Return for how many lengths of context a text, or a name, goes on at all."""
    return sum(not all(unit.is_end for unit in tally) for tally in counts)


def interpolated(counted: Sequence[Said], tuning: Tuning, backdrop: Mapping[Unit, float]) -> Outlook:
    """Merge the counts of all sources and lengths of context, before a backdrop of what comes anywhere."""
    levels = [
        merged([(each.counts[length], each.weight) for each in counted if length < len(each.counts)])
        for length in range(max((len(each.counts) for each in counted), default=0))
    ]
    seen = next((total for counts in levels if (total := sum(counts.values()))), 0.0)
    chances: dict[Unit, float] = {}
    left = 1.0
    for length in range(len(levels), 0, -1):
        if counts := levels[length - 1]:
            total = sum(counts.values())
            share = left / (total + tuning.doubt[length] * len(counts))
            for unit, count in counts.items():
                chances[unit] = chances.get(unit, 0.0) + share * count
            left -= share * total
    usual = {unit: chance * _unseen(chance, tuning.missed * seen) for unit, chance in backdrop.items()}
    for unit, chance in usual.items():
        chances[unit] = chances.get(unit, 0.0) + left * chance
    left *= 1.0 - sum(usual.values())
    known = max((len(each.counts) for each in counted if each.exact), default=0)
    return Outlook(chances, left, known, seen)


def _unseen(chance: float, seen: float) -> float:
    """Return how likely what comes with `chance` is to be missing from `seen` places by chance.

    What would have followed often by now, if it followed at all, is hardly what does.
    """
    return exp(-chance * seen)


#: What a word may stand directly behind, though nobody has written it there.
OPEN = frozenset(" \u00a0-‐‑–—'’/(\"“«[")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A beginning: `text` from the end of the last finished word on, its tokens, and its last word's case."""

    text: str
    chance: float
    keys: tuple[str, ...]
    capital: bool | None


class Predictor:
    """Ranks what may come next while a word is typed."""

    #: Units that are followed further.
    BEAM = 12

    def __init__(self, model: Model, stocks: Sequence[Stock], tuning: Tuning = TUNING) -> None:
        self.model = model
        self._stocks = tuple(stocks)
        self._tuning = tuning
        size = sum(each.size for each in stocks)
        self._kinds = max((1, *(each.kinds for each in stocks)))
        self._size = max(size, 1.0)
        self._trust = size / (size + tuning.doubt[0] * self._kinds)

    def beginnings(
        self,
        context: tuple[str, ...],
        capital: bool | None,
        gap: str,
        letters: str,
        *,
        small: bool = False,
    ) -> list[Candidate]:
        """Return the likeliest units that begin with what is typed.

        If that may be a whole word, what may follow it is among them.

        Parameters
        ----------
        context
            The tokens before the last finished word's end.
        capital
            Whether the last of them has a capital, as far as that tells something.
        gap, letters
            What was typed since.
        small
            Whether the second half of a compound in small letters is typed, which has no capital.
        """
        typed = gap + letters
        outlook = self.model.after(context, capital, gap)
        matching = {unit: each for unit, each in outlook.chances.items() if unit.text.startswith(typed)}
        marked = gap != " " and context[-1] not in BOUNDARIES
        usual = self._add_marked(matching, gap, letters, outlook) if marked else 1.0
        kinds = self._add_words(matching, gap, letters, outlook, usual) if usual else 0
        if small:
            matching = {unit: each for unit, each in matching.items() if not split(unit).word[:1].isupper()}
        unknown = outlook.left * (1 - self._trust) * usual
        if letters:
            unknown *= self._tuning.unknown * (kinds + 0.3) / self._kinds
        whole = sum(matching.values()) + unknown
        if whole <= 0:
            return []
        found: list[Candidate] = []
        if letters:
            for unit in [unit for unit in matching if unit.text == typed]:
                found += self._after(context, unit, matching.pop(unit) / whole)
        best = nlargest(self.BEAM, matching.items(), key=lambda each: each[1])
        return [
            *(Candidate(unit.text, chance / whole, unit.keys, unit.capital) for unit, chance in best),
            *found,
        ]

    def _after(self, context: tuple[str, ...], word: Unit, chance: float) -> Iterator[Candidate]:
        """Yield what may follow if the word that is typed is whole, which it is with `chance`."""
        chances = self.model.after((*context, *word.keys), word.capital).chances
        for unit, share in nlargest(5, chances.items(), key=lambda each: each[1]):
            yield Candidate(word.text + unit.text, chance * share, (*word.keys, *unit.keys), unit.capital)

    def _add_marked(self, matching: dict[Unit, float], gap: str, letters: str, outlook: Outlook) -> float:
        """Add the words that stand behind `gap` anywhere; return how much others count there.

        Behind a comma or a bracket come other words than behind a space, and all of them are rarer.
        """
        counted = [each.behind(gap) for each in self._stocks]
        share = sum(sum(words.values()) for words in counted) / self._size
        if not share:
            return 1.0 if gap[-1:] in OPEN else 0.0
        prefix = folded(letters, accents=True)
        scale = outlook.left * self._trust / self._size
        for written, count in chain.from_iterable(words.items() for words in counted):
            if written.key.startswith(prefix) and written.word.startswith(letters):
                unit = Unit(gap + written.word, (written.key,))
                matching[unit] = matching.get(unit, 0.0) + scale * count
        return share * self._tuning.marked

    def _add_words(
        self, matching: dict[Unit, float], gap: str, letters: str, outlook: Outlook, usual: float
    ) -> int:
        """Add the words that begin with `letters`, by how frequent they are; return how many begin so."""
        scale, unseen = outlook.left * self._trust * usual / self._size, outlook.seen / self._size
        most = 0
        for stock in self._stocks:
            words, kinds = stock.words(gap, letters)
            most = max(most, kinds)
            for unit, count, fitting in words:
                matching[unit] = matching.get(unit, 0.0) + scale * fitting * _unseen(count, unseen)
        return most
