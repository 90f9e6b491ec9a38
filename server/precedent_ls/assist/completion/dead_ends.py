"""Beginnings of names that lead to nothing but forms which may not be written.

A stretch that ends in one would leave the drafter with the wrong form as what comes next.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from phrasebank.index.phrases import Phrases
from phrasebank.register.model import Form
from phrasebank.text.surface import surface
from phrasebank.text.words import keys_of, words

Keys = tuple[str, ...]


class DeadEnds:
    """Tells such beginnings.

    Parameters
    ----------
    phrases
        The statements: how a beginning goes on there is what counts.
    wrong
        The forms that may not be written.
    miswritten
        Names whose words are right and only their hyphens or capitals are not: nothing but the
        writing tells how they go on.
    right
        Names that may be written.
    """

    def __init__(
        self, phrases: Phrases, wrong: Iterable[Form], miswritten: Iterable[str], right: Iterable[str]
    ) -> None:
        self._phrases = phrases
        #: The beginnings, and the wrong forms that go on from each.
        self.beginnings = by_beginning({form_keys(form.text) for form in wrong})
        self._miswritten = set(_written(miswritten)) - set(_written(right))
        self.longest = max(map(len, self.beginnings), default=0)  #: words
        self.last_words = frozenset(keys[-1] for keys in self.beginnings) | {
            words(each)[-1].key for each in self._miswritten
        }
        self.has = lru_cache(maxsize=1 << 10)(self._has)

    def _has(self, keys: Keys, written: str) -> bool:
        """Tell whether words, as they are written, begin a wrong form wherever a statement has them."""
        if written in self._miswritten:
            return True
        forms = self.beginnings.get(keys, ())
        places = self._phrases.find(keys).count if forms else 0
        return places > 0 and places == sum(self._phrases.find(each).count for each in forms)


def _written(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in words(name)[1:-1]:
            yield surface(name[: word.end])


#: The words of a form's text as they are compared; several ask for the same ones.
form_keys = lru_cache(maxsize=1 << 13)(keys_of)


def by_beginning(forms: Iterable[Keys]) -> dict[Keys, list[Keys]]:
    """Return forms by each of their beginnings, none of them that goes on from another one."""
    found: dict[Keys, list[Keys]] = {}
    for form in sorted(forms, key=len):
        for size in range(1, len(form)):
            known = found.setdefault(form[:size], [])
            if not any(form[: len(each)] == each for each in known):
                known.append(form)
    return found
