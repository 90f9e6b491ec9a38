"""Ranks what may come next while a word is typed, letter by letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain

from phrasebank.index.tokens import BOUNDARIES
from phrasebank.text.fold import folded
from precedent_ls.assist.completion.context import Context
from precedent_ls.assist.completion.counts import Tally, merged
from precedent_ls.assist.completion.model import Model, Outlook, unseen
from precedent_ls.assist.completion.stock import Stock
from precedent_ls.assist.completion.tuning import TUNING, Tuning
from precedent_ls.assist.completion.units import Unit
from precedent_ls.assist.completion.vocabulary import split

#: Last characters of a gap that any word may follow, though no text has one there.
JOINS = frozenset(" \u00a0-‐‑–—'’/(\"“«[")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A continuation.

    Attributes
    ----------
    text
        From the end of the last finished word on.
    chance
        How likely it comes.
    keys
        Its tokens.
    capital
        Whether the last of its words has a capital, as `Unit.capital` tells it.
    """

    text: str
    chance: float
    keys: tuple[str, ...]
    capital: bool | None


#: What follows a word that may be whole: so many units.
FOLLOWING = 5

#: A word that no text has begins with any letters as often as this many words of texts.
UNKNOWN = 0.3


class Predictor:
    """Ranks what may come next while a word is typed."""

    #: Units that are followed further.
    BEAM = 12

    def __init__(self, model: Model, stocks: Sequence[Stock], tuning: Tuning = TUNING) -> None:
        self.model = model
        self._stocks = tuple(stocks)
        self._tuning = tuning
        size = sum(each.size for each in stocks)
        self._types = max((1, *(each.types for each in stocks)))
        self._size = max(size, 1.0)
        self._trust = size / (size + tuning.doubt[0] * self._types)

    def beginnings(self, context: Context, letters: str, *, small: bool = False) -> list[Candidate]:
        """Return the likeliest units that begin with what is typed.

        If that may be a whole word, what may follow it is among them.

        Parameters
        ----------
        context
            What stands before the word being typed.
        letters
            Its letters so far.
        small
            Whether the second half of a compound in small letters is typed, which has no capital.
        """
        gap = context.gap
        typed = gap + letters
        outlook = self.model.after(context)
        known = {unit: each for unit, each in outlook.chances.items() if unit.text.startswith(typed)}
        is_marked = gap != " " and context.keys[-1] not in BOUNDARIES
        marked, elsewhere = self._behind_mark(gap, letters, outlook) if is_marked else ({}, 1.0)
        words, types = self._anywhere(gap, letters, outlook, elsewhere) if elsewhere else ({}, 0)
        matching = merged([(known, 1.0), (marked, 1.0), (words, 1.0)])
        if small:
            matching = {unit: each for unit, each in matching.items() if not split(unit).word[:1].isupper()}
        unknown = outlook.left * (1 - self._trust) * elsewhere
        if letters:
            unknown *= self._tuning.unknown * (types + UNKNOWN) / self._types
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

    def _after(self, context: Context, word: Unit, chance: float) -> Iterator[Candidate]:
        """Yield what may follow if the word that is typed is whole, which it is with `chance`."""
        chances = self.model.after(context.then(word.keys, word.capital)).chances
        for unit, share in nlargest(FOLLOWING, chances.items(), key=lambda each: each[1]):
            yield Candidate(word.text + unit.text, chance * share, (*word.keys, *unit.keys), unit.capital)

    def _behind_mark(self, gap: str, letters: str, outlook: Outlook) -> tuple[Tally, float]:
        """Return the chances of words that stand behind `gap` anywhere, and how much others count there.

        Behind a comma or a bracket come other words than behind a space, and all of them are rarer.
        """
        counted = [each.behind(gap) for each in self._stocks]
        whole = sum(sum(words.values()) for words in counted)
        if not whole:
            return {}, 1.0 if gap[-1:] in JOINS else 0.0
        prefix = folded(letters, accents=True)
        scale = outlook.left * self._trust / whole
        found: Tally = {}
        for written, count in chain.from_iterable(words.items() for words in counted):
            if written.key.startswith(prefix) and written.word.startswith(letters):
                unit = Unit(gap + written.word, (written.key,))
                found[unit] = found.get(unit, 0.0) + scale * count
        return found, self._tuning.marked

    def _anywhere(self, gap: str, letters: str, outlook: Outlook, elsewhere: float) -> tuple[Tally, int]:
        """Return the chances of words that begin with `letters`, and how many different ones do."""
        scale = outlook.left * self._trust * elsewhere / self._size
        seen = outlook.seen / self._size
        found: Tally = {}
        most = 0
        for stock in self._stocks:
            words, types = stock.words(gap, letters)
            most = max(most, types)
            for unit, frequency, weighed in words:
                found[unit] = found.get(unit, 0.0) + scale * weighed * unseen(frequency, seen)
        return found, most
