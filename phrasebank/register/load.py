"""Read register files into a `Register`.

A register file is TOML, meant to be edited by hand. Each table is one fact, and its name
says of what kind::

    [[person]]                       # person, office, body, forum, instrument, statute, term
    id = "doe"                       # how other entries and messages call it
    gender = "f"
    both = "Jane M. Doe"             # the canonical name, the same in both languages

    [[body]]
    id = "rcmp"
    en.canonical = { form = "Royal Canadian Mounted Police", seen_in = ["2023-ottawa.en"] }
    en.acronym = "RCMP"
    fr.canonical = "Gendarmerie royale du Canada"
    fr.acronym = "GRC"
    fr.variant = ["GRC du Canada"]

    [[tenure]]                       # a term of office: who held what, when
    office = "us-ag"
    person = "doe"
    start = "2027-01-20"

    [[meeting]]                      # a meeting of the Forum
    forum = "cbcf"
    series = "2022"                  # which count: the year it began
    ordinal = 4

Forms stand under `both`, `en` or `fr`, in the lists `canonical`, `acronym`, `accepted`,
`variant`, `wrong` and `damage`; offices also have `style`, what they put before a surname.
A form is a text, or a table with `form` and any of `acronym`, `plural`, `gender` (m, f),
`since`, `until`, `verified`, `anaphoric`, `seen_in` (ids of statements) and `note`.

Entries may also say `country`, `gender`, `plural`, `since`, `until`, `title_of`, `surname`,
`source`, `verified` (true unless said otherwise), `verified_on`, `note` and `tags`; terms of
office `end`, `acting`, `last_seen`, `title`, `source` and `note`. ``verified_on`` above the
first table holds for the whole file. Dates are written as `Day` says: a question mark after
a date means that it was read nowhere. `lexicon_tables` has the remaining tables.

Later files add to earlier ones. An entry with the id of an earlier file's takes its place,
or, with ``extends = true``, adds its forms to it and replaces only what it says. A term of
office takes the place of an earlier file's for the same office and person that it overlaps,
and ends one that is still open.

Any mistake becomes a `Problem`, and the rest of the file counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from phrasebank.register.consistency import consistent_tenures, distinct_forms, known_references
from phrasebank.register.day import Day
from phrasebank.register.fields import Fields
from phrasebank.register.lexicon import Lexicon
from phrasebank.register.lexicon_tables import LEXICON_TABLES, joined, read_lexicon
from phrasebank.register.model import Entry, Kind, Meeting, Problem, Register, Tenure
from phrasebank.register.override import extended, later_tenures
from phrasebank.register.records import read_entry, read_meeting, read_tenure
from phrasebank.register.styles import with_styles
from phrasebank.register.tables import Table, read_tables

_KINDS = frozenset(Kind)


def load_register(files: Sequence[Path] = ()) -> Register:
    """Read the shipped register and the user's files, in this order.

    Parameters
    ----------
    files
        The user's register files; each overrides those before it.

    Returns
    -------
    Register
        What could be read, with every mistake in `problems`. Never raises for content.
    """
    shipped = _Layer()
    for path in sorted(shipped_registers().glob("*.toml")):
        shipped.read(path)
    layers = [shipped]
    for path in files:
        layers.append(_Layer())
        layers[-1].read(path)
    return _merged(layers)


def shipped_registers() -> Path:
    """Return the folder of the register files that come with the package."""
    return Path(__file__).parent.parent / "registers"


@dataclass
class _Layer:
    """What files of one rank say."""

    entries: dict[str, Entry] = field(default_factory=dict)
    extensions: list[Entry] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    lexicons: list[Lexicon] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, path: Path) -> None:
        """Add a file."""
        tables, problems = read_tables(path)
        self.problems += problems
        verified_on: Day | None = None
        for table in tables:
            fields = Fields(table.data, str(path), table.line, self.problems)
            if table.name:
                self.add(table, fields, verified_on)
            else:
                verified_on = fields.day("verified_on") or verified_on
                fields.close()

    def add(self, table: Table, fields: Fields, verified_on: Day | None) -> None:
        """Add what one table says."""
        if table.name in _KINDS:
            entry = read_entry(Kind(table.name), fields, verified_on)
            if entry is not None:
                self.add_entry(entry, fields)
        elif table.name == "tenure":
            tenure = read_tenure(fields)
            self.tenures += [tenure] if tenure else []
        elif table.name == "meeting":
            meeting = read_meeting(fields, verified_on)
            self.meetings += [meeting] if meeting else []
        elif table.name in LEXICON_TABLES:
            self.lexicons.append(read_lexicon(table.name, fields))
        else:
            known = ", ".join([*Kind, "tenure", "meeting", *LEXICON_TABLES])
            fields.wrong(table.name, f"unknown table [[{table.name}]]; there are: {known}")

    def add_entry(self, entry: Entry, fields: Fields) -> None:
        """Add an entry, unless the layer has one of that id."""
        if fields.flag("extends"):
            self.extensions.append(entry)
        elif (first := self.entries.get(entry.id)) is not None:
            fields.wrong("id", f"also in {first.file}, line {first.line + 1}; that one counts")
        else:
            self.entries[entry.id] = entry


def _merged(layers: list[_Layer]) -> Register:
    problems = [problem for layer in layers for problem in layer.problems]
    entries: dict[str, Entry] = {}
    tenures: list[Tenure] = []
    meetings: dict[tuple[str, str, int], Meeting] = {}
    for layer in layers:
        entries |= layer.entries
        for extension in layer.extensions:
            entries[extension.id] = extended(entries.get(extension.id), extension, problems)
        tenures = later_tenures(tenures, layer.tenures)
        meetings |= {(each.forum, each.series, each.ordinal): each for each in layer.meetings}
    ordered = consistent_tenures(known_references(tenures, entries, problems), problems)
    return Register(
        entries=with_styles(distinct_forms(entries, problems), ordered),
        tenures=ordered,
        meetings=tuple(sorted(meetings.values(), key=lambda each: (each.forum, each.series, each.ordinal))),
        lexicon=joined([part for layer in reversed(layers) for part in layer.lexicons]),
        problems=tuple(problems),
    )
