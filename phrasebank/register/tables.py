"""Register files as tables: TOML with line numbers, and what of a broken file can be saved."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from phrasebank.files import content_of
from phrasebank.register.model import Problem
from phrasebank.toml import parse_toml

#: Bytes. A longer register file is refused.
LARGEST = 16_000_000

_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*([A-Za-z0-9_-]+)[ \t]*\]\]", re.MULTILINE)
_START = re.compile(r"^[ \t]*\[{1,2}[ \t]*[A-Za-z0-9_-]+[ \t]*\]", re.MULTILINE)
_ID = re.compile(r"""^[ \t]*id[ \t]*=[ \t]*["']([^"'\n]*)["']""", re.MULTILINE)
_KEY = re.compile(r"[ \t]*([\w.-]{1,80})[ \t]*=")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class Table:
    """One ``[[name]]`` of a file; the keys above the first of them are the table named ""."""

    name: str
    data: dict[str, object]
    line: int


def read_tables(path: Path) -> tuple[list[Table], list[Problem]]:
    """Read a register file.

    Where the file is not TOML as a whole, each ``[[table]]`` is tried by itself, so that a
    slip costs one entry. Never raises for what is in the file, or if there is none.
    """
    try:
        text = re.sub(r"\r\n?", "\n", content_of(path, LARGEST).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return [], [Problem(str(path), "", "", f"not UTF-8 (byte {error.start})")]
    except OSError as error:
        return [], [Problem(str(path), "", "", f"cannot be read: {error.strerror}")]
    try:
        return _tables(parse_toml(text), text, str(path))
    except tomllib.TOMLDecodeError:
        return _saved(text, str(path))


def _tables(document: dict[str, object], text: str, file: str) -> tuple[list[Table], list[Problem]]:
    lines = _header_lines(text)
    tables: list[Table] = [Table("", {}, 0)]
    problems: list[Problem] = []
    for name, value in document.items():
        if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            where = lines.get(name, ())
            known = len(where) == len(value)
            tables += [Table(name, each, where[n] if known else 0) for n, each in enumerate(value)]
        elif isinstance(value, dict):
            problems.append(Problem(file, "", name, f"write [[{name}]], not [{name}]"))
        else:
            tables[0].data[name] = value
    return tables, problems


def _header_lines(text: str) -> dict[str, list[int]]:
    lines: dict[str, list[int]] = {}
    line = position = 0
    for header in _HEADER.finditer(text):
        line += text.count("\n", position, header.start())
        position = header.start()
        lines.setdefault(header[1], []).append(line)
    return lines


def _saved(text: str, file: str) -> tuple[list[Table], list[Problem]]:
    tables: list[Table] = []
    problems: list[Problem] = []
    for line, part in _parts(text):
        try:
            found, wrong = _tables(parse_toml(part), part, file)
        except tomllib.TOMLDecodeError as error:
            problems.append(_problem(error, part, line, file))
            continue
        tables += [Table(table.name, table.data, line + table.line) for table in found if table.data]
        problems += wrong
    return tables, problems


def _parts(text: str) -> Iterator[tuple[int, str]]:
    starts = [0, *(header.start() for header in _START.finditer(text)), len(text)]
    line = 0
    for start, end in pairwise(starts):
        yield line, text[start:end]
        line += text.count("\n", start, end)


def _problem(error: Exception, part: str, line: int, file: str) -> Problem:
    """Say where a part is broken, in lines of the whole file."""
    place = _PLACE.search(str(error))
    within = int(place[1]) - 1 if place and place[1] else part.rstrip().count("\n")
    broken = part.splitlines()[within] if within < len(part.splitlines()) else ""
    key = _KEY.match(broken)
    named = _ID.search(part)
    message = _PLACE.sub("", str(error))
    return Problem(
        file,
        named[1] if named else "",
        key[1] if key else "",
        f"not TOML in line {line + within + 1}: {message}; this entry is left out",
        line + within,
    )
