"""How a run of words differs from a registered name, if it differs in one thing only.

Names are compared by their content words; the small words between them (of, and, the; de,
la, et) are compared only where the content words agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from operator import ne

from phrasebank.register.content_words import COUNTRY, Token, tokens
from phrasebank.register.lexicon import Lexicon
from phrasebank.register.model import Entry, Form, Kind
from phrasebank.register.near_countries import one_word_each, swapped, without_countries
from phrasebank.text.language import Language
from phrasebank.text.words import words


class Difference(StrEnum):
    """The one thing in which a text differs from a name, the likeliest slip first."""

    SPELLING = "spelling"  #: one word is misspelled, or has another ending
    SMALL_WORD = "small word"  #: of for for
    ORDER = "order"  #: two words have changed places
    WORD = "word"  #: one word is another
    MISSING = "missing"  #: one word is missing
    EXTRA = "extra"  #: there is one word more
    INITIAL = "initial"  #: a person's initial is another
    NO_INITIAL = "no initial"  #: it is missing, as in many an official text: no sure mistake


@dataclass(frozen=True, slots=True)
class Target:
    """A form of an entry as its content words."""

    entry: Entry
    form: Form
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    key_set: frozenset[str]
    marks: frozenset[str]
    closed: frozenset[str]  #: its pairs of words written as one
    short: tuple[str, ...]  #: its words without the countries inside it, if there are some
    agrees: bool  #: whether its second word, French, takes the gender of the first

    @classmethod
    def of(cls, entry: Entry, form: Form) -> "Target":
        """Read the content words of a form."""
        found = tuple(tokens(form.text, words(form.text)))
        keys = tuple(token.key for token in found)
        marks = frozenset("".join(token.marks for token in found))
        closed = frozenset(map("".join, pairwise(keys)))
        agrees = form.language is Language.FR and len(found) >= 3 and found[1].is_joined
        return cls(entry, form, found, keys, frozenset(keys), marks, closed, without_countries(keys), agrees)

    def may_be_in(self, keys: frozenset[str]) -> bool:
        """Tell whether a text with these words may have it, but for one word or two joined ones."""
        missing = self.key_set - keys
        if self.short:
            missing -= COUNTRY
        if len(missing) == 2:
            return not self.closed.isdisjoint(keys) or (self.agrees and missing == set(self.keys[:2]))
        return len(missing) < 2


@dataclass(frozen=True, slots=True)
class Weights:
    """What words say in names, from the lexicon."""

    ordinary: frozenset[str]
    families: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Weights":
        """Read the lexicon's lists."""
        return cls(
            frozenset(word.key for each in lexicon.ordinary for word in words(each)),
            tuple(
                frozenset(word.key for each in group for word in words(each)) for group in lexicon.confusable
            ),
        )

    def telling(self, keys: Sequence[str]) -> int:
        """Count the words that set a name apart from others."""
        return sum(key not in self.ordinary and key not in COUNTRY for key in keys)

    def known(self, key: str) -> bool:
        """Tell whether the lexicon has the word, so that it is no misspelling of another."""
        return key in self.ordinary or any(key in family for family in self.families)

    def confusable(self, key: str, other: str) -> bool:
        """Tell whether two words are mistaken for each other."""
        return any(key in family and other in family for family in self.families)


def difference(target: Target, window: Sequence[Token], weights: Weights) -> Difference | None:
    """Return the one thing in which `window` differs from a name; None if it is not nearly that name."""
    how = _difference(target, window, weights)
    return how if how and _runs_on(window, target) and _is_capitalized(target, window) else None


def _difference(target: Target, window: Sequence[Token], weights: Weights) -> Difference | None:
    name, text = target.keys, tuple(token.key for token in window)
    if not COUNTRY.isdisjoint(name) and (how := _apart_in_countries(target, text, weights)):
        return how
    if len(text) == len(name):
        return _same_length(target, window, name, text, weights)
    if len(text) == len(name) - 1 and text[0] in name[:2]:
        return _shorter(target, name, text, weights)
    if len(text) == len(name) + 1 and text[0] == name[0] and text[-1] == name[-1]:
        return _longer(target, window, name, text, weights)
    return Difference.SPELLING if "".join(text) == "".join(name) else None


def _apart_in_countries(target: Target, text: Sequence[str], weights: Weights) -> Difference | None:
    """Compare a name with countries inside it to a text that has them otherwise or lacks them."""
    if not _is_thing(target) or target.keys == text:
        return None
    if target.short == text:
        return Difference.MISSING if weights.telling(text) and len(text) >= 3 else None
    ours, theirs = one_word_each(target.keys), one_word_each(text)
    if len(ours) != len(theirs) or len(ours) < 3:
        return None
    if ours == theirs:
        return Difference.SMALL_WORD if target.short else None
    return Difference.ORDER if swapped(ours, theirs) else None


def _same_length(
    target: Target, window: Sequence[Token], name: Sequence[str], text: Sequence[str], weights: Weights
) -> Difference | None:
    if sum(map(ne, name, text)) > 2:
        return None
    apart = [index for index, (ours, theirs) in enumerate(zip(name, text, strict=True)) if ours != theirs]
    if not apart:
        return Difference.SMALL_WORD if _other_small_words(target, window) else None
    if len(apart) == 2 and len(name) >= 3 and _is_thing(target) and swapped(name, text):
        return Difference.ORDER
    apart = apart[:1] if _agrees_with_head(target, name, text, apart) else apart
    if len(apart) == 2:
        return None
    (index,) = apart
    how = _one_word(target, index, name, text, weights)
    if how is not Difference.WORD:
        return how
    small = window[index].capital < target.tokens[index].capital
    two = small or any(map(_more_than_articles, target.tokens[1:], window[1:]))
    return None if two else how


def _agrees_with_head(target: Target, name: Sequence[str], text: Sequence[str], apart: Sequence[int]) -> bool:
    """Tell whether a French adjective differs only as the noun before it does: Commission trilatérale."""
    if not target.agrees or list(apart) != [0, 1]:
        return False
    return name[1].rstrip("es") == text[1].rstrip("es")


def _one_word(
    target: Target, index: int, name: Sequence[str], text: Sequence[str], weights: Weights
) -> Difference | None:
    ours, theirs = name[index], text[index]
    if any(map(str.isdigit, ours + theirs)) or len(ours) == len(theirs) == 1:
        return None  # other numbers, other bills
    if index == 0 and not _is_thing(target) and (weights.known(theirs) or ours[0] != theirs[0]):
        return None  # a resident of the United States is no president
    if _is_number_of(ours, theirs):
        head = index in (0, len(name) - 1)
        several = index == 0 and theirs == ours + "s" and bool(target.tokens[1].small)
        return None if several or (head and ours in weights.ordinary) else Difference.SPELLING
    rest = [*name[:index], *name[index + 1 :]]
    if is_misspelling(ours, theirs) or is_cognate(ours, theirs):
        return Difference.SPELLING if len(name) > 2 or weights.telling(rest) or len(ours) >= 7 else None
    if ours in COUNTRY or theirs in COUNTRY or not _is_thing(target) or len(name) < 3:
        return None  # the ministers of other countries and other portfolios are no slips
    telling = weights.telling(rest)
    if weights.confusable(ours, theirs):
        certain = telling >= 1 or len(rest) >= (3 if _is_head(target, index) else 2)
        return Difference.WORD if certain or target.entry.kind is Kind.FORUM else None
    if telling >= 2 or (telling >= 1 and len(rest) >= 3) or _is_anchored(rest):
        return Difference.WORD
    return None


def _is_anchored(rest: Sequence[str]) -> bool:
    """Tell whether the words that agree name a country and two things more: Canada Border | Agency."""
    things = sum(key not in COUNTRY for key in rest)
    return 2 <= things < len(rest)


def _shorter(target: Target, name: Sequence[str], text: Sequence[str], weights: Weights) -> Difference | None:
    if not target.closed.isdisjoint(text) and "".join(text) == "".join(name):
        return Difference.SPELLING
    missing = next((i for i in range(len(name)) if (*name[:i], *name[i + 1 :]) == tuple(text)), None)
    if missing is None or len(name) < (3 if _is_thing(target) else 5):
        return None
    if missing in (0, len(name) - 1):
        if name[missing] in COUNTRY or name[missing].isdigit():
            return None
        telling = weights.telling(text)
        return Difference.MISSING if telling >= 2 or (missing and telling and len(text) >= 3) else None
    return Difference.MISSING if not name[missing].isdigit() else None


def _longer(
    target: Target, window: Sequence[Token], name: Sequence[str], text: Sequence[str], weights: Weights
) -> Difference | None:
    extra = next((i for i in range(1, len(text) - 1) if (*text[:i], *text[i + 1 :]) == tuple(name)), None)
    if extra is None or text[extra].isdigit() or len(name) < 3 or not _is_thing(target):
        return None
    if _AND.intersection(window[extra].small + window[extra + 1].small):
        return None  # the Navy and Coast Guard are two
    return Difference.EXTRA if weights.telling(name) >= 2 else None


_AND = frozenset({"and", "or", "et", "ou"})


def _other_small_words(target: Target, window: Sequence[Token]) -> bool:
    """Tell whether the small words differ: others, or none where the name has some."""
    pairs = [(ours.small, theirs.small) for ours, theirs in zip(target.tokens[1:], window[1:], strict=True)]
    if not all(ours or not theirs for ours, theirs in pairs):
        return False
    if _is_thing(target):
        return any(ours != theirs for ours, theirs in pairs)
    return any(_without_articles(ours) != _without_articles(theirs) for ours, theirs in pairs)


def _more_than_articles(ours: Token, theirs: Token) -> bool:
    """Tell whether the small words before a content word differ, or in more than an article."""
    if not ours.small:
        return bool(theirs.small)
    return _without_articles(ours.small) != _without_articles(theirs.small)


_ARTICLES = frozenset({"the", "a", "an", "la", "le", "les", "l'"})


def _without_articles(small: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in small if key not in _ARTICLES)


def _runs_on(window: Sequence[Token], target: Target) -> bool:
    return all(target.marks.issuperset(token.marks) for token in window[1:])


def _is_capitalized(target: Target, window: Sequence[Token]) -> bool:
    """Tell whether the text has capitals where the name has them; in a long name one may be missing.

    French needs none for an adjective (Gendarmerie royale canadienne).
    """
    wanted = sum(token.capital for token in target.tokens)
    found = sum(token.capital or token.key in COUNTRY for token in window)
    allowance = max(len(target.tokens) - len(window), 0) + (len(window) >= 4)
    return found >= max(1 if wanted else 0, wanted - allowance)


def _is_thing(target: Target) -> bool:
    """Tell the name of a body or an instrument from a title, which others hold with other words."""
    return target.entry.kind is not Kind.OFFICE


def _is_head(target: Target, index: int) -> bool:
    """Tell the word that says what the thing is: the Agency of one name, the Bureau of another."""
    last = len(target.tokens) - 1
    return (index == last and not target.tokens[index].small) or (index == 0 and bool(target.tokens[1].small))


def _is_number_of(ours: str, theirs: str) -> bool:
    return ours != theirs and (ours + "s" == theirs or theirs + "s" == ours)


@lru_cache(maxsize=1 << 14)
def is_misspelling(word: str, other: str) -> bool:
    """Tell whether `other` may be a slip for `word`: one letter, in a long word two."""
    longest = max(len(word), len(other))
    if min(len(word), len(other)) < 4:
        return False
    return slips(word, other) <= (2 if longest >= 9 else 1)


def is_cognate(word: str, other: str) -> bool:
    """Tell whether two words have the same stem (inspector, inspection; Canada, canadienne)."""
    if word in COUNTRY and other in COUNTRY:
        return word[:5] == other[:5]
    common = 0
    for ours, theirs in zip(word, other, strict=False):
        if ours != theirs:
            break
        common += 1
    return common >= 5 and common >= 0.55 * max(len(word), len(other))


def slips(word: str, other: str) -> int:
    """Return the optimal string alignment distance: letters changed, left out, put in, or swapped."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415  # not needed before the first draft is read

    return OSA.distance(word, other, score_cutoff=4)
