"""Terms that translate each other, where they stand in a draft and in its twin."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from phrasebank.bank import Phrasebank
from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.register.lexicon import TermPair
from phrasebank.register.model import Kind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import keys_of
from precedent_ls.checks.pairing import Pair, pairs
from precedent_ls.draft.snapshot import Draft, Paragraph, Reading


class Term(NamedTuple):
    """A term at the characters `span`: the pairs that have it, and the form as they write it."""

    span: Span
    pairs: tuple[TermPair, ...]
    form: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one language says in some sentences: the terms, and the words' keys."""

    draft: Draft
    span: Span
    terms: tuple[Term, ...]
    keys: tuple[str, ...]

    def text(self, span: Span) -> str:
        """Return some characters of its draft."""
        return self.draft.text.source[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Beside:
    """Sentences of a draft and of its twin that say the same; `pair` are the paragraphs they stand in."""

    here: Side
    there: Side
    pair: Pair


def beside(draft: Draft, twin: Draft, bank: Phrasebank) -> Sequence[Beside]:
    """Return all sentences that are in both languages and have a term in either; asked again at no cost."""
    global _last  # noqa: PLW0603 - the rules ask one after the other
    if _last is None or not (_last[0] is draft and _last[1] is twin and _last[2] is bank):
        _last = draft, twin, bank, tuple(_beside(draft, twin, bank))
    return _last[3]


_last: tuple[Draft, Draft, Phrasebank, tuple[Beside, ...]] | None = None


def _beside(draft: Draft, twin: Draft, bank: Phrasebank) -> Iterator[Beside]:
    for pair in pairs(draft, twin):
        if not any(terms(each.reading, bank) for each in (*pair.here, *pair.there)):
            continue
        for here, there in pair.sentences:
            if here and there:
                yield Beside(
                    _side(draft, pair.here, here, bank),
                    _side(twin, pair.there, there, bank),
                    pair,
                )


def _side(draft: Draft, paragraphs: Sequence[Paragraph], sentences: Sequence[Span], bank: Phrasebank) -> Side:
    span = Span(sentences[0].start, sentences[-1].end)
    found, keys = [], []
    for paragraph in paragraphs:
        inside = span.shifted(-paragraph.start)
        found += [
            term._replace(span=term.span.shifted(paragraph.start))
            for term in terms(paragraph.reading, bank)
            if inside.start <= term.span.start < inside.end
        ]
        keys += [word.key for word in paragraph.words if inside.start <= word.start < inside.end]
    return Side(draft, span, tuple(found), tuple(keys))


def terms(reading: Reading, bank: Phrasebank) -> tuple[Term, ...]:
    """Return the terms of a paragraph, the longest where several begin together; not those inside a name."""
    known = _TERMS.get(reading)
    if known is None or known[0] is not bank:
        index = _by_first_word(bank, reading.language)
        names = named(reading)
        found = tuple(
            Term(span, tuple(pair for _, pair in same), same[0][0])
            for span, same in longest(reading, index)
            if not any(name.start <= span.start and span.end <= name.end for name in names)
        )
        known = _TERMS[reading] = bank, found
    return known[1]


_TERMS: WeakKeyDictionary[Reading, tuple[Phrasebank, tuple[Term, ...]]] = WeakKeyDictionary()


def named(reading: Reading) -> tuple[Span, ...]:
    """Return the names in a paragraph; the words of a name are no terms."""
    return tuple(mention.span for mention in reading.mentions if mention.entry.kind is not Kind.TERM)


What = TypeVar("What")
#: What has a phrase, by the phrase's first word: the words after it, and what it is of.
Index = Mapping[str, Sequence[tuple[tuple[str, ...], Sequence[What]]]]


def longest(
    reading: Reading, index: Index[What], matches: Callable[[str, str], bool] = str.__eq__
) -> Iterator[tuple[Span, Sequence[What]]]:
    """Yield the phrases of an index in a paragraph, from left to right, without overlaps."""
    found = reading.words
    done = 0
    for at, word in enumerate(found):
        if at < done:
            continue
        for rest, what in index.get(word.key, ()):
            after = found[at + 1 : at + 1 + len(rest)]
            if len(after) == len(rest) and all(map(matches, (each.key for each in after), rest)):
                done = at + 1 + len(rest)
                yield Span(word.start, found[done - 1].end), what
                break


def by_first_word(phrases: Iterable[tuple[str, What]]) -> Index[What]:
    """Return an index of phrases; of those that begin alike the longest comes first."""
    same: dict[tuple[str, ...], list[What]] = {}
    for text, what in phrases:
        same.setdefault(keys_of(text), []).append(what)
    index: dict[str, list[tuple[tuple[str, ...], list[What]]]] = {}
    for keys, found in sorted(same.items(), key=lambda item: -len(item[0])):
        index.setdefault(keys[0], []).append((keys[1:], found))
    return index


@lru_cache(maxsize=4)
def _by_first_word(bank: Phrasebank, language: Language) -> Index[tuple[str, TermPair]]:
    return by_first_word(
        (form, (form, pair))
        for pair in bank.register.lexicon.pairs
        if not pair.verb
        for form in (*forms(pair, language), *avoided(pair, language))
    )


def forms(pair: TermPair, language: Language) -> tuple[str, ...]:
    """Return what a pair of terms has in a language, the usual one first."""
    return pair.fr if language is Language.FR else pair.en


def avoided(pair: TermPair, language: Language) -> tuple[str, ...]:
    """Return the translations that are better replaced."""
    return pair.avoid_fr if language is Language.FR else pair.avoid_en


@lru_cache(maxsize=4096)
def term_of(form: str) -> frozenset[str]:
    """Return what is the same in all inflections of a term: its content words, singular."""
    return frozenset(_singular(key) for key in keys_of(form) if key not in FUNCTION_WORDS)


def are_one(first: str, second: str) -> bool:
    """Tell whether two forms are the same term: inflections, or one with a word more."""
    a, b = term_of(first), term_of(second)
    return a <= b or b <= a


def _singular(key: str) -> str:
    if key.endswith("aux"):
        return key[:-3] + "al"
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    return key[:-1] if key[-1:] in ("s", "x") and len(key) > 3 else key


def said(side: Side, form: str) -> float:
    """Return how many of a form's content words are said, of all: in whatever order and inflection."""
    every = term_of(form)
    return sum(any(_akin(word, key) for key in side.keys) for word in every) / len(every) if every else 0.0


def _akin(word: str, key: str) -> bool:
    """Tell whether two words are likely of one family: they begin alike and end shortly after."""
    shorter = min(len(word), len(key))
    if shorter < 4:
        return word == _singular(key)
    least = max(4, shorter - 2)
    return word[:least] == key[:least]
