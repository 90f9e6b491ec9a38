"""Files named on the command line become drafts, with the settings and the phrasebank of where they lie."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from glob import glob, has_magic
from pathlib import Path
from typing import BinaryIO

from phrasebank.bank import Phrasebank, Sources
from precedent_ls.checks.catalogue import catalogue
from precedent_ls.draft.files import NoTwin, no_twin, read_file, twin_path
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.settings import Layer, Settings, merge
from precedent_ls.workspace import Scope, described, read_workspace_file, workspace_of

#: How standard input is named.
STDIN = "-"

_SUFFIXES = frozenset({".md", ".markdown", ".txt"})


@dataclass(frozen=True, slots=True)
class Input:
    """A file to be read; one that was `named` is a draft, one found in a folder only if it says so."""

    name: str
    path: Path
    named: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """A draft with all that it is checked by; `name` is how it was called."""

    name: str
    draft: Draft
    twin: Draft | NoTwin | None
    bank: Phrasebank
    settings: Settings


def inputs(arguments: Sequence[str]) -> tuple[list[Input], list[str]]:
    """Return the files that the arguments name, each once, and what is wrong with arguments."""
    found: dict[Path, Input] = {}
    wrong = []
    for argument in arguments:
        files = list(_files(argument))
        if not files and not Path(argument).is_dir():
            wrong.append(f"{argument}: no such file")
        for file in files:
            path = file.path.absolute()
            if path not in found or (file.named and not found[path].named):
                found[path] = file
    return list(found.values()), wrong


def read(file: Input) -> Subject | None:
    """Read a file as a draft; None for one in a folder that is no draft.

    Raises
    ------
    OSError, ValueError
        It cannot be read.
    """
    scope = scope_of(workspace_of(file.path))
    bank = bank_of(scope.sources)
    source = _source(file)
    draft = _draft(file.path, source, scope, bank, listed=file.named or scope.lists(file.path.absolute()))
    if not draft.recognized:
        return None
    return Subject(file.name, draft, _twin(draft, scope, bank), bank, scope.settings)


def bank_here() -> Phrasebank:
    """Return the phrasebank of the workspace around the current folder."""
    return bank_of(scope_of(workspace_of(Path("here"))).sources)


@cache
def scope_of(folder: Path | None) -> Scope:
    """Return the settings of a workspace; mistakes in its file go to standard error."""
    layer = (read_workspace_file(folder, catalogue) if folder else None) or Layer()
    for problem in layer.problems:
        print(f"precedent-ls: {problem}", file=sys.stderr)
    return Scope(folder, merge([layer]), folder is not None)


@cache
def bank_of(sources: Sources) -> Phrasebank:
    """Return the phrasebank of some sources; mistakes in its files go to standard error."""
    bank = Phrasebank.open(sources)
    for problem in bank.problems:
        print(f"precedent-ls: {described(problem)}", file=sys.stderr)
    return bank


def _files(argument: str) -> Iterator[Input]:
    path = Path(argument)
    if argument == STDIN:
        yield Input(STDIN, path, named=True)
    elif path.is_dir():
        for file in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
            if file.suffix.lower() in _SUFFIXES and not hidden and file.is_file():
                yield Input(str(file), file, named=False)
    elif path.exists():
        yield Input(argument, path, named=True)
    elif has_magic(argument):
        for name in sorted(glob(argument, recursive=True)):  # noqa: PTH207 - a path of any sort
            if Path(name).is_file():
                yield Input(name, Path(name), named=True)


def _source(file: Input) -> Source:
    if file.name == STDIN:
        return _piped(sys.stdin.buffer)
    if file.named and file.path.is_fifo():  # what a shell makes of <(command)
        with file.path.open("rb") as pipe:
            return _piped(pipe)
    return read_file(file.path)


def _piped(stream: BinaryIO) -> Source:
    try:
        return Source.of(stream.read().decode("utf-8-sig"), markdown=True)
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from None


def _twin(draft: Draft, scope: Scope, bank: Phrasebank) -> Draft | NoTwin | None:
    path = twin_path(draft)
    try:
        return _draft(path, read_file(path), scope, bank, listed=True) if path else no_twin(draft)
    except (OSError, ValueError):
        return no_twin(draft)  # the checks say so, at the place that names it


def _draft(path: Path, source: Source, scope: Scope, bank: Phrasebank, *, listed: bool) -> Draft:
    settings = scope.settings.draft
    return read_draft(
        path.absolute().as_uri(),
        None,
        source,
        matcher=bank.matcher,
        defaults=Defaults(dt.date.today(), settings.date, settings.release),
        listed=listed,
    )
