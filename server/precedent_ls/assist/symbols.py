"""Statements, sections and register entries, to be found by a few letters of their names."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from phrasebank.bank import Phrasebank
from phrasebank.index.tokens import HEADING
from phrasebank.kept import kept
from phrasebank.register.model import Entry, Kind
from phrasebank.statement import plain
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.cite import cite
from precedent_ls.checks.finding import InRegister, InStatement

#: Symbols of one answer at most.
MOST = 50

#: Headings that are listed at most.
_HEADINGS = 5000

#: Likeness of two words, of 100, from which on one may be meant for the other.
_ALIKE = 75


class Sort(Enum):
    """What a symbol stands for."""

    STATEMENT = auto()
    SECTION = auto()
    PERSON = auto()
    OFFICE = auto()
    BODY = auto()
    INSTRUMENT = auto()
    TERM = auto()


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something to go to. `container` says where it belongs."""

    sort: Sort
    name: str
    container: str
    place: InStatement | InRegister


def symbols(banks: Sequence[Phrasebank], query: str) -> tuple[Symbol, ...]:
    """Return what a query may mean in some phrasebanks, the best first; of no query, the statements.

    Words of the query that begin words of a name are best, then letters inside words. If there
    are neither, its words are taken for misspelled. Case, accents and the sort of a dash or a
    quotation mark don't count.
    """
    wanted = folded(query, accents=True).split()
    if not wanted:
        listed = (each.symbol for bank in banks for each in _symbols(bank))
        return tuple(dict.fromkeys(each for each in listed if each.sort is Sort.STATEMENT))[:MOST]
    ranked: dict[Symbol, float] = {}
    for find in (_spelled, _misspelled):
        for bank in banks:
            for symbol, score in find(bank, wanted):
                ranked[symbol] = max(score, ranked.get(symbol, 0.0))
        if ranked:
            break
    best = sorted(ranked, key=lambda symbol: (-ranked[symbol], len(symbol.name)))
    return tuple(best[:MOST])


@dataclass(frozen=True, slots=True)
class _Named:
    symbol: Symbol
    names: tuple[str, ...]  #: folded


def _spelled(bank: Phrasebank, wanted: Sequence[str]) -> Iterator[tuple[Symbol, float]]:
    whole = " ".join(wanted)
    for each in _symbols(bank):
        score = max((_fit(name, whole, wanted) for name in each.names), default=0.0)
        if score:
            yield each.symbol, score


def _fit(name: str, whole: str, wanted: Sequence[str]) -> float:
    """Return how well a name has what is wanted: 1 for the very name, 0 if it does not have it."""
    if name == whole:
        return 1.0
    if not all(part in name for part in wanted):
        return 0.0
    if all(f" {part}" in f" {name}" for part in wanted):
        return 0.9 if name.startswith(whole) else 0.8
    return 0.5


def _misspelled(bank: Phrasebank, wanted: Sequence[str]) -> Iterator[tuple[Symbol, float]]:
    """Yield what has for every word of the query one that begins so, or is spelled nearly like it."""
    vocabulary, known = _vocabulary(bank), _symbols(bank)
    scores: list[dict[int, float]] = []
    for part in wanted:
        alike: dict[int, float] = {}
        for word, score in _alike(part, vocabulary.keys()):
            for number in vocabulary[word]:
                alike[number] = max(score, alike.get(number, 0.0))
        scores.append(alike)
    for number in set.intersection(*map(set, scores)):
        yield known[number].symbol, sum(alike[number] for alike in scores)


def _alike(part: str, vocabulary: Collection[str]) -> Iterator[tuple[str, float]]:
    """Yield the words that may be meant, and how near they are, of 100."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - seldom needed

    yield from ((word, 100.0) for word in vocabulary if word.startswith(part))
    if len(part) > _SHORT:
        found = process.extract(part, vocabulary, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
        yield from ((word, score) for word, score, _ in found)


#: Letters up to which nothing tells a slip from another word.
_SHORT = 3


@kept
def _vocabulary(bank: Phrasebank) -> dict[str, set[int]]:
    """Return the words of all names, and the numbers of the symbols that have them."""
    found: dict[str, set[int]] = {}
    for number, each in enumerate(_symbols(bank)):
        for name in each.names:
            for word in name.split():
                found.setdefault(word.strip("(),.·"), set()).add(number)
    return found


@kept
def _symbols(bank: Phrasebank) -> tuple[_Named, ...]:
    return (*_statements(bank), *_sections(bank), *_entries(bank))


def _statements(bank: Phrasebank) -> Iterator[_Named]:
    for metadata in reversed(bank.statements):
        place = InStatement(metadata.id, Span(0, 0))
        name = f"{metadata.id} · {metadata.title}" if metadata.title else metadata.id
        symbol = Symbol(Sort.STATEMENT, name, cite(metadata, language=metadata.language), place)
        yield _named(symbol, (metadata.id, metadata.title, name))


def _sections(bank: Phrasebank) -> Iterator[_Named]:
    for language in Language:
        for occurrence in bank.phrases(language).find([HEADING]).occurrences(_HEADINGS):
            precedent = occurrence.precedent
            name = plain(precedent.passage.text)
            place = InStatement(precedent.metadata.id, precedent.passage.span)
            if name:
                container = f"{cite(precedent.metadata, language=language)} ({language})"
                yield _named(Symbol(Sort.SECTION, name, container, place), (name,))


def _entries(bank: Phrasebank) -> Iterator[_Named]:
    for entry in bank.register.entries.values():
        if entry.file:
            for language in Language:
                if symbol := _entry(entry, language):
                    forms = (form.text for form in entry.forms if form.language in (None, language))
                    yield _named(symbol, (symbol.name, *forms))


def _entry(entry: Entry, language: Language) -> Symbol | None:
    form, acronym = entry.canonical(language), entry.acronym(language)
    if form is None or (form.language is None and language is Language.FR):
        return None  # one name for both languages is listed once
    name = f"{form.text} ({acronym.text})" if acronym else form.text
    return Symbol(_SORTS[entry.kind], name, entry.id, InRegister(entry.id))


_SORTS = {
    Kind.PERSON: Sort.PERSON,
    Kind.OFFICE: Sort.OFFICE,
    Kind.BODY: Sort.BODY,
    Kind.FORUM: Sort.BODY,
    Kind.INSTRUMENT: Sort.INSTRUMENT,
    Kind.STATUTE: Sort.INSTRUMENT,
    Kind.TERM: Sort.TERM,
}


def _named(symbol: Symbol, names: Iterable[str]) -> _Named:
    return _Named(symbol, tuple({folded(name, accents=True): None for name in names if name}))
