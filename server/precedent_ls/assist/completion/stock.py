"""The words of several lexicons together, as they would be put in."""

from collections.abc import Sequence
from typing import NamedTuple

from phrasebank.kept import kept
from phrasebank.text.fold import folded
from precedent_ls.assist.completion.tuning import Tuning
from precedent_ls.assist.completion.units import Unit
from precedent_ls.assist.completion.vocabulary import Frequencies, Lexicon, Written


class Stocked(NamedTuple):
    """A word as it would be put in, and how often it occurs.

    `weighed` is that too, but less where it was written with another gap or in another case.
    """

    unit: Unit
    frequency: float
    weighed: float


class Stock:
    """What several lexicons have.

    Parameters
    ----------
    lexicons
        The lexicons; they do not change.
    tuning
        What a word counts that was written otherwise.
    """

    def __init__(self, lexicons: Sequence[Lexicon], tuning: Tuning) -> None:
        self._lexicons = lexicons
        self._tuning = tuning
        self.size = sum(each.size * each.weight for each in lexicons)
        self.types = max((each.types for each in lexicons), default=0)

    @kept
    def words(self, gap: str, letters: str) -> tuple[tuple[Stocked, ...], int]:
        """Return the words that begin with `letters`, and how many different ones do."""
        tuning = self._tuning
        prefix = folded(letters, accents=True)
        found: list[Stocked] = []
        types = 0
        for lexicon in self._lexicons:
            glance = lexicon.beginning(prefix)
            types = max(types, glance.types)
            for written, count in glance.words.items():
                word, fit = written.word, 1.0 if written.gap == gap else tuning.loose
                if not word.startswith(letters):
                    word = _recased(word)
                    if not word.startswith(letters) or (word.islower() and self._is_proper(written.key)):
                        continue
                    fit = tuning.loose * (tuning.recased if word[0].isupper() else tuning.recased**2)
                unit = Unit(gap + word, (written.key,))
                found.append(Stocked(unit, lexicon.weight * count, lexicon.weight * count * fit))
        return tuple(found), types

    def _is_proper(self, key: str) -> bool:
        """Tell whether a word is a name: no small letter is known to begin it."""
        return any(each.is_proper(key) for each in self._lexicons)

    @kept
    def behind(self, gap: str) -> Frequencies:
        """Return how often each word stands behind `gap`; behind a single space is not looked up."""
        found: dict[Written, float] = {}
        for lexicon in self._lexicons:
            for written, count in lexicon.behind(gap).items():
                found[written] = found.get(written, 0.0) + lexicon.weight * count
        return found


def _recased(word: str) -> str:
    """Return a word with the other case of its first letter; a name in capitals stays as it is."""
    if word[:1].islower():
        return word[:1].upper() + word[1:]
    return word[:1].lower() + word[1:] if word[1:].islower() else word
