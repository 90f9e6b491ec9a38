"""The phrasebank: statements, their index and the register, as one immutable value."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from platformdirs import user_cache_path

from phrasebank.corpus import StatementError, read_content, shipped_statements
from phrasebank.index.builders import Builders
from phrasebank.index.digest import encode
from phrasebank.index.listing import groups, list_statements
from phrasebank.index.phrases import Phrases
from phrasebank.index.segment import Segment
from phrasebank.index.similar import Passages
from phrasebank.index.volumes import Progress, open_volumes
from phrasebank.register.load import load_register
from phrasebank.register.mentions import Matcher
from phrasebank.register.model import Entry, Problem, Register
from phrasebank.statement import Metadata, Precedent, Statement
from phrasebank.text.language import Language
from phrasebank.text.words import keys_of


@dataclass(frozen=True, slots=True)
class Sources:
    """What a phrasebank is made from, beside what is shipped.

    `folders` are searched for statements, `exclude` has patterns of the ids of those
    that are not to be used (``2024-*``), `registers` are register files.
    """

    folders: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    registers: tuple[Path, ...] = ()


@dataclass(frozen=True, eq=False)
class Phrasebank:
    """What past statements said.

    Attributes
    ----------
    register
        The dated facts.
    segments
        The index of the statements, by language.
    excluded
        The ids of the statements that are there and not used.
    problems
        What is wrong in the files; the rest of them counts.
    """

    register: Register = field(default_factory=Register)
    segments: Mapping[Language, tuple[Segment, ...]] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()
    problems: tuple[StatementError | Problem, ...] = ()

    @classmethod
    def open(
        cls,
        sources: Sources = Sources(),
        *,
        cache: Path | None = None,
        builders: Builders | None = None,
        progress: Progress = lambda *_: None,
    ) -> "Phrasebank":
        """Read the index from the cache, or have it built, and read the register.

        Takes milliseconds if the cache has the index of the files as they are now, else as
        long as building takes; in no case does it raise for what is in the files.

        Parameters
        ----------
        sources
            What to read beside the statements and the register shipped.
        cache
            Where to keep the index; by default the user's cache directory.
        builders
            With these, building can be stopped.
        progress
            Told how much is read, if anything has to be; from other threads.
        """
        listing = list_statements((shipped_statements(), *sources.folders), sources.exclude)
        wanted = [group for files in listing.files for group in groups(files)]
        folder = cache or user_cache_path("precedent-ls") / "index"
        volumes = open_volumes(wanted, folder, builders or Builders(), progress)
        register = load_register(sources.registers)
        return cls(
            register,
            {
                language: tuple(
                    volume.segments[language] for volume in volumes if language in volume.segments
                )
                for language in Language
            },
            listing.excluded,
            (
                *listing.mistakes,
                *(mistake for volume in volumes for mistake in volume.mistakes),
                *register.problems,
            ),
        )

    @cached_property
    def matcher(self) -> Matcher:
        """Finds the register's entries in texts."""
        return Matcher(self.register)

    def phrases(self, language: Language, *live: Segment) -> Phrases:
        """Return the statements of one language, and the segments of a draft, to be asked for phrases."""
        return Phrases((*self.segments.get(language, ()), *live))

    def passages(self, language: Language) -> Passages:
        """Return the statements of one language, to be searched for similar passages."""
        return self._passages[language]

    @cached_property
    def statements(self) -> tuple[Metadata, ...]:
        """The metadata of every statement, the oldest first."""
        found = (segment.metadata(number) for segment, number in self._places.values())
        return tuple(sorted(found, key=lambda each: (each.date, each.id)))

    def source(self, statement: str) -> str | None:
        """Return the whole file of a statement as it was when it was indexed; None if there is none."""
        place = self._places.get(statement)
        return place and place[0].source(place[1])

    def file(self, statement: str) -> Path | None:
        """Return the file that a statement was read from."""
        place = self._places.get(statement)
        return place and Path(place[0].file(place[1]))

    def statement(self, statement: str) -> Statement | None:
        """Return a statement by its id, read again from what the index keeps of it."""
        return self._read(statement)

    def precedent(self, statement: str, character: int) -> Precedent | None:
        """Return the passage of a statement that has a character of its source."""
        place = self._places.get(statement)
        if place is None:
            return None
        segment, number = place
        passage = segment.passage_with(number, character)
        return None if passage is None else segment.precedent(passage)

    def attested(self, entry: Entry) -> bool:
        """Tell whether an entry may be offered.

        It may not if only excluded statements have it: then it is known from nowhere else.
        """
        seen = {statement for form in entry.forms for statement in form.seen_in}
        if seen.isdisjoint(self.excluded) or not seen.isdisjoint(self._places):
            return True
        return any(
            self.phrases(language).find(keys_of(form.text)).count
            for form in entry.forms
            for language in Language
            if form.language in (None, language)
        )

    @cached_property
    def _places(self) -> dict[str, tuple[Segment, int]]:
        """Where each statement is, by its id."""
        return {segment.metadata(number).id: (segment, number) for segment, number in self._numbered()}

    def _numbered(self) -> Iterator[tuple[Segment, int]]:
        for segments in self.segments.values():
            for segment in segments:
                for number in range(segment.statement_count):
                    yield segment, number

    @cached_property
    def _passages(self) -> dict[Language, Passages]:
        return {language: Passages(self.segments.get(language, ())) for language in Language}

    @cached_property
    def _read(self) -> Callable[[str], Statement | None]:
        @lru_cache(maxsize=64)
        def read(statement: str) -> Statement | None:
            source, file = self.source(statement), self.file(statement)
            if source is None or file is None:
                return None
            return next(iter(read_content(encode(source), file).statements), None)

        return read
