"""Statements, sections and register entries, to be found by a few letters of their names."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from phrasebank.bank import Phrasebank
from phrasebank.index.tokens import HEADING
from phrasebank.register.model import Entry, Kind
from phrasebank.statement import plain
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.cite import cite
from precedent_ls.assist.kept import kept
from precedent_ls.checks.finding import InRegister, InStatement

#: Symbols of one answer at most.
MOST = 100

#: Headings that are listed at most.
_HEADINGS = 5000

#: Likeness, of 100, from which on a name counts as found though it is not spelled so.
_ALIKE = 80


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


def symbols(banks: Iterable[Phrasebank], query: str) -> tuple[Symbol, ...]:
    """Return what a query may mean in some phrasebanks, the best first; of no query, the statements.

    Words of the query that begin words of a name are best, then letters inside words. If there
    are neither, the query is taken for misspelled (RapidFuzz's `partial_ratio`). Case, accents
    and the sort of a dash or a quotation mark don't count.
    """
    wanted = folded(query, accents=True).strip()
    known = [named for bank in banks for named in _symbols(bank)]
    if not wanted:
        return tuple(dict.fromkeys(each.symbol for each in known if each.symbol.sort is Sort.STATEMENT))[
            :MOST
        ]
    ranked = _ranked(known, _spelled(wanted)) or _ranked(known, _misspelled(wanted))
    best = sorted(ranked, key=lambda symbol: (-ranked[symbol], len(symbol.name)))
    return tuple(best[:MOST])


@dataclass(frozen=True, slots=True)
class _Named:
    symbol: Symbol
    names: tuple[str, ...]  #: folded


def _ranked(known: Iterable[_Named], fit: Callable[[str], float]) -> dict[Symbol, float]:
    ranked: dict[Symbol, float] = {}
    for each in known:
        score = max(map(fit, each.names), default=0.0)
        if score > ranked.get(each.symbol, 0.0):
            ranked[each.symbol] = score
    return ranked


def _misspelled(wanted: str) -> Callable[[str], float]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - seldom needed

    def fit(name: str) -> float:
        enough = len(wanted) > _SHORT < len(name)
        return fuzz.partial_ratio(wanted, name, score_cutoff=_ALIKE) if enough else 0.0

    return fit


#: Letters up to which nothing tells a slip from another name.
_SHORT = 3


def _spelled(wanted: str) -> Callable[[str], float]:
    parts = wanted.split()

    def fit(name: str) -> float:
        if name == wanted:
            return 1.0
        if all(f" {part}" in f" {name}" for part in parts):
            return 0.9 if name.startswith(wanted) else 0.8
        return 0.5 if all(part in name for part in parts) else 0.0

    return fit


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
                container = cite(precedent.metadata, language=language)
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
