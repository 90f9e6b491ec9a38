"""List the statements that are known here, and how far each is to be trusted."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from phrasebank.statement import Statement
from phrasebank.text.words import words
from precedent_ls.cli.reading import bank_here
from precedent_ls.cli.style import Painter, Style

_COLUMNS = ("id", "date", "place", "language", "trust", "title", "words", "sections", "passages")
_NUMBERS = slice(6, None)

#: Characters of a title that are shown.
_TITLE = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: nothing; the workspace is the one around the current folder."""


def run(_: argparse.Namespace) -> int:
    """Print a row for each statement, the oldest first."""
    bank = bank_here()
    found = (bank.statement(each.id) for each in bank.statements)
    header, *rows = _aligned([_COLUMNS, *(_row(each) for each in found if each)])
    paint = Painter(sys.stdout)
    print(paint(header, Style.BOLD))
    for row in rows:
        print(row)
    return 0


def _row(statement: Statement) -> tuple[str, ...]:
    about = statement.metadata
    sections = [section for section in statement.sections if section.passages]
    passages = list(statement.passages())
    counts = (sum(len(words(each.text)) for each in passages), len(sections), len(passages))
    title = about.title if len(about.title) <= _TITLE else f"{about.title[: _TITLE - 1]}…"
    return (about.id, f"{about.date}", about.place, about.language, about.trust, title, *map(str, counts))


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        cells[_NUMBERS] = [
            cell.rjust(width) for cell, width in zip(row[_NUMBERS], widths[_NUMBERS], strict=True)
        ]
        yield "  ".join(cells).rstrip()
