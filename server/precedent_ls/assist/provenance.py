"""Where the wording of a draft comes from: spans by year, a share, and a table for clearance.

What a paragraph owes to earlier statements does not depend on where it stands: it is kept with
its reading, so that an edit costs the paragraphs it touched.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from phrasebank.bank import Phrasebank
from phrasebank.index.phrases import Phrases
from phrasebank.kept import kept
from phrasebank.statement import Metadata
from phrasebank.text.block import BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.cite import cite, escaped
from precedent_ls.assist.difference import changed, difference
from precedent_ls.assist.labels import LABELS
from precedent_ls.assist.precedents import Match, Sentence, own_statements, precedents
from precedent_ls.assist.twin import official_wording
from precedent_ls.draft.snapshot import Draft, Reading

#: Words of a run at least to count as precedent wording, and of what an overlap leaves of one.
_LEAST, _LEFT = 4, 2

#: Words of a paragraph at most: a longer one is none.
_LONGEST = 5000

#: Occurrences of a run that are looked at to find the newest.
_LOOKED_AT = 8


@dataclass(frozen=True, slots=True)
class Borrowed:
    """Characters that read as in an earlier statement, and how many words they are."""

    span: Span
    words: int
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Origin:
    """A sentence and its nearest precedent, if it has one."""

    sentence: Sentence
    nearest: Match | None


@dataclass(frozen=True, eq=False)
class Traced:
    """What one paragraph owes to earlier statements; spans count from its beginning."""

    words: int
    borrowed: tuple[Borrowed, ...]
    origins: tuple[Origin, ...]

    @property
    def share(self) -> float:
        """The share of the words that are precedent wording."""
        return sum(each.words for each in self.borrowed) / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a draft owes to earlier statements: paragraphs with their starts, headings left out."""

    paragraphs: tuple[tuple[int, Traced], ...]

    @property
    def spans(self) -> Iterator[Borrowed]:
        """Yield the precedent wording, in characters of the draft."""
        for start, traced in self.paragraphs:
            for each in traced.borrowed:
                yield Borrowed(each.span.shifted(start), each.words, each.metadata)

    @property
    def share(self) -> float:
        """The share of the draft's words that are precedent wording, 0 to 1."""
        total = sum(traced.words for _, traced in self.paragraphs)
        return sum(each.words for each in self.spans) / total if total else 0.0


def provenance(draft: Draft, bank: Phrasebank) -> Provenance:
    """Trace every paragraph of a draft."""
    return Provenance(tuple(trace(draft, bank)))


def trace(draft: Draft, bank: Phrasebank) -> Iterator[tuple[int, Traced]]:
    """Yield the paragraphs of a draft and where they start, each when it is asked for."""
    own = own_statements(draft, bank)
    known = _known(bank, own)
    for paragraph in draft.paragraphs:
        if paragraph.kind is not BlockKind.HEADING and 0 < len(paragraph.words) <= _LONGEST:
            reading = paragraph.reading
            if reading not in known:
                known[reading] = _trace(reading, bank, own)
            yield paragraph.start, known[reading]


def table(rows: Iterable[str], language: Language) -> str:
    """Return the Markdown table of some `rows`, with its head, and how the changed words are marked."""
    labels = LABELS[language]
    titles = labels.table
    marks = f"\n{titles[3]}{labels.colon}{labels.marks}.\n"
    return "".join((_line(titles), _line(("---",) * len(titles)), *rows, marks))


@kept
def rows(bank: Phrasebank, paragraph: Traced, language: Language) -> str:
    """Return the table's rows: sentence, nearest precedent, score, changed words, the twin's wording."""
    return "".join(_line(_row(origin, bank, language)) for origin in paragraph.origins)


@kept
def _known(bank: Phrasebank, own: frozenset[str]) -> WeakKeyDictionary[Reading, Traced]:  # noqa: ARG001
    return WeakKeyDictionary()


def _trace(reading: Reading, bank: Phrasebank, own: frozenset[str]) -> Traced:
    sentences = (Sentence.of(reading, span) for span in reading.sentences)
    origins = tuple(
        Origin(each, next(iter(precedents(bank, each, 1, own)), None)) for each in sentences if each.keys
    )
    borrowed = tuple(_borrowed(reading, bank.phrases(reading.language), own))
    return Traced(len(reading.words), borrowed, origins)


def _borrowed(reading: Reading, phrases: Phrases, own: frozenset[str]) -> Iterator[Borrowed]:
    """Yield what occurs in a statement word for word; where two runs overlap, the first has the words."""
    words = reading.words
    keys = [word.key for word in words]
    done = 0
    for run in phrases.matches(keys, _LEAST, own):
        start = max(run.start, done)
        if run.end - start < (_LEFT if start > run.start else _LEAST):
            continue
        metadata = _newest(phrases, keys[start : run.end], own)
        if metadata is not None:
            yield Borrowed(Span(words[start].start, words[run.end - 1].end), run.end - start, metadata)
            done = run.end


def _newest(phrases: Phrases, keys: Sequence[str], own: frozenset[str]) -> Metadata | None:
    found = (each.metadata for each in phrases.find(keys).occurrences(_LOOKED_AT))
    return next((metadata for metadata in found if metadata.id not in own), None)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _row(origin: Origin, bank: Phrasebank, language: Language) -> tuple[str, ...]:
    labels = LABELS[language]
    sentence = escaped(origin.sentence.text)
    match = origin.nearest
    if match is None:
        return (sentence, labels.no_precedent, "", "", "")
    where = escaped(cite(match.precedent.metadata, match.precedent.section, language))
    alike = labels.percent.format(round(100 * match.score)) + (f" ({labels.weak})" if match.weak else "")
    words = "" if match.exact else changed(difference(match.text, origin.sentence.text))
    wording = official_wording(bank, match.precedent)
    return (sentence, where, alike, words, escaped(wording.text) if wording else "")
