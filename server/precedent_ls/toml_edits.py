"""Small changes of files that people write by hand in TOML: their comments and their layout stay.

What is written otherwise than expected is left alone: every change is tried, and is given only
if the file then says what it should.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from phrasebank.text.span import Span
from phrasebank.toml import parse_toml
from precedent_ls.checks.finding import Appointment, Edit
from precedent_ls.checks.fixes import apply


def appended(text: str, table: str, key: str, item: str) -> Edit | None:
    """Return the edit that adds a text to the list `key` of a table; None if it is there, or cannot be."""
    before = _list(text, table, key)
    if before is None or item in before:
        return None
    every = _candidates(text, table, key, json.dumps(item, ensure_ascii=False))
    for edit in islice(every, _TRIED):
        if _list(apply(text, [edit]), table, key) == [*before, item]:
            return edit
    return None


#: How many changes are tried: a list may have brackets in its texts.
_TRIED = 50


def _list(text: str, table: str, key: str) -> list[Any] | None:
    """Return the list, empty if there is none; None if something else is there, or nothing can be read."""
    try:
        said = parse_toml(text)
    except tomllib.TOMLDecodeError:
        return None
    section = said.get(table, {})
    found = section.get(key, []) if isinstance(section, dict) else None
    return found if isinstance(found, list) else None


def _candidates(text: str, table: str, key: str, item: str) -> Iterator[Edit]:
    header = re.search(rf"^[ \t]*\[[ \t]*{table}[ \t]*\][ \t]*(?:#[^\n]*)?$", text, re.MULTILINE)
    for pattern, start in (
        (rf"^[ \t]*{table}\.{key}[ \t]*=[ \t]*\[", 0),
        (rf"^[ \t]*{key}[ \t]*=[ \t]*\[", header.end() if header else len(text)),
    ):
        opened = re.compile(pattern, re.MULTILINE).search(text, start)
        if opened:
            for close in re.compile(r"\]").finditer(text, opened.end()):
                inner = text[opened.end() : close.start()].rstrip()
                at = opened.end() + len(inner)
                yield Edit(Span(at, at), f"{_separator(inner)}{item}")
    if header:
        yield Edit(Span(header.end(), header.end()), f"\n{key} = [{item}]")
    yield Edit(Span(0, 0), f"{table}.{key} = [{item}]\n")


def _separator(items: str) -> str:
    """Return what stands between the items of a list and one more: a new line, if they have lines."""
    if not items.strip():
        return ""
    comma = "" if items.endswith(",") else ","
    line = re.search(r"\n[ \t]*(?=[^\n]*\Z)", items)
    return comma + (line[0] if line else " ")


def with_term(text: str, appointment: Appointment) -> Edit:
    """Return the edit that adds a term of office at the end of a register file."""
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    office, person = (
        json.dumps(each, ensure_ascii=False) for each in (appointment.office, appointment.person)
    )
    written = f'[[tenure]]\noffice = {office}\nperson = {person}\nstart = "{appointment.start.isoformat()}"\n'
    return Edit(Span(len(text), len(text)), gap + written)
