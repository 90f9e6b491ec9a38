"""Units: what a text is predicted in. A unit is a word with all that stands between it and the word before.

So “, and” and “ and” are two units, and “. The”, which ends a sentence and begins the next,
is one. Units put together are the text itself.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from phrasebank.index.segment import Segment
from phrasebank.index.tokens import BOUNDARIES, SENTENCE, STATEMENT, STOPS
from phrasebank.register.content_words import SMALL
from phrasebank.text.block import MASK, MASK_JOIN
from phrasebank.text.span import Span
from phrasebank.text.words import Word

#: Those that break and the one that does not.
HYPHENS: Final = frozenset("-‐‑")


class Unit(NamedTuple):
    """A word and the gap before it.

    `keys` are the tokens it is in an index: the word's key, after a boundary where a sentence
    begins with it. The last unit of a paragraph is no word but what ends it, and its key a boundary.
    """

    text: str
    keys: tuple[str, ...]

    @property
    def is_end(self) -> bool:
        """Whether nothing of the paragraph follows."""
        return self.keys[-1] in STOPS

    @property
    def capital(self) -> bool | None:
        """Whether its word has a capital; None where that tells nothing.

        It tells nothing where a sentence begins, of a word in capitals and of one without letters.
        """
        return None if len(self.keys) > 1 else _begins_with_capital(self.text)

    def behind(self, mark: str) -> "Unit | None":
        """Return it behind a mark as that is typed, a hyphen for any other; None if it stands behind none."""
        if mark in HYPHENS and self.text[:1] in HYPHENS:
            return Unit(mark + self.text[1:], self.keys)
        return self if self.text.startswith(mark) else None

    def recased(self, *, capital: bool) -> "Unit | None":
        """Return it with its word in this case.

        None where it has that case, where its case tells nothing, and of small words, which keep theirs.
        """
        start = word_at(self.text)
        word = self.text[start:]
        if not differ(self.capital, capital) or self.keys[0] in SMALL:
            return None
        first = word[0].upper() if capital else word[0].lower()
        return Unit(self.text[:start] + first + word[1:], self.keys)


def differ(one: bool | None, other: bool | None) -> bool:
    """Tell whether one word has a capital and another has none, as far as either tells something."""
    return None not in {one, other} and one is not other


def _has_capital(word: str) -> bool | None:
    if not word[:1].isalpha() or (word.isupper() and len(word) > 1):
        return None
    return word[0].isupper()


@lru_cache(maxsize=1 << 14)
def _begins_with_capital(text: str) -> bool | None:
    return _has_capital(text[word_at(text) :])


def word_at(text: str) -> int:
    """Return where the word in a text begins; its length if there is none."""
    return next((index for index, character in enumerate(text) if character.isalnum()), len(text))


#: Units of a paragraph before the first whose capital tells something: the opening and the first word.
FIRST = 2

#: What comes where nothing can be said to come.
NOTHING: Final = Unit("", (STATEMENT,))


class Units:
    """Reads the units of a segment."""

    #: How many are remembered before all are forgotten.
    MOST = 200_000

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self._read: dict[int, Unit] = {}
        self.capital = lru_cache(maxsize=self.MOST)(self._capital)

    def __getitem__(self, place: int) -> Unit:
        """Return the unit whose first token is at `place`."""
        unit = self._read.get(place)
        if unit is None:
            if len(self._read) >= self.MOST:
                self._read.clear()
            unit = self._read[place] = self._unit(place)
        return unit

    def _capital(self, place: int) -> bool | None:
        """Tell whether the word at a place has a capital, as far as that tells something."""
        segment = self.segment
        own = segment.span(place)
        if not own.end or not place or segment.key(segment.words[place - 1]) in BOUNDARIES:
            return None
        return _has_capital(self._text(place)[own.start : own.end])

    def _unit(self, place: int) -> Unit:
        segment = self.segment
        if not 0 < place < len(segment.suffixes):
            return NOTHING
        before, own, *more = segment.spans(range(place - 1, place + 2))
        key = segment.key(segment.words[place])
        if own.end:
            return Unit(shown(self._text(place)[before.end : own.end]), (key,))
        ending = self._text(place - 1)[before.end :]
        if key in STOPS or not more or not more[0].end:
            return Unit(shown(ending).rstrip(), (key if key in STOPS else STATEMENT,))
        following = segment.key(segment.words[place + 1])
        return Unit(shown(f"{ending} {self._text(place + 1)[: more[0].end]}"), (key, following))

    def _text(self, place: int) -> str:
        segment = self.segment
        return segment.precedent(segment.passage_at(place)).passage.text


def units(text: str, words: Sequence[Word], sentences: Sequence[Span], opening: str) -> Iterator[Unit]:
    """Yield the units of a paragraph; what comes after its last word is none.

    Parameters
    ----------
    text, words, sentences
        Of the paragraph, in its own offsets.
    opening
        The boundary before the first word: a unit by itself, without text.
    """
    starts = [sentence.start for sentence in sentences[1:]]
    yield Unit("", (opening,))
    end = 0
    for word in words:
        boundary: tuple[str, ...] = ()
        while starts and word.start >= starts[0]:
            del starts[0]
            boundary = (SENTENCE,) if end else ()
        yield Unit(shown(text[end : word.end]), (*boundary, word.key))
        end = word.end


@lru_cache(maxsize=1 << 14)
def shown(text: str) -> str:
    """Return `text` without masks, on one line."""
    return _SPACES.sub(" ", text.translate(_MASKS))


_MASKS = {ord(MASK): None, ord(MASK_JOIN): None}
_SPACES = re.compile(r"[ \t\r\n]+")
