"""Which statement files there are, told apart by their content, without reading any of them.

All that happens on a start with a warm cache is in here: files are listed and hashed, and
none is parsed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from phrasebank.corpus import LARGEST, StatementError, statement_files
from phrasebank.files import content_of


class StatementFile(NamedTuple):
    """A statement file as it was when listed: `digest` names its content, `size` is in bytes."""

    path: Path
    id: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What some folders hold.

    `files` has the files of each folder that are to be indexed, `excluded` the ids of
    those that are not by the user's wish.
    """

    files: tuple[tuple[StatementFile, ...], ...]
    excluded: frozenset[str]
    mistakes: tuple[StatementError, ...]


def list_statements(folders: Sequence[Path], exclude: Sequence[str] = ()) -> Listing:
    """List the statement files of some folders.

    Parameters
    ----------
    folders
        Each is searched with all folders in it. Where two files have one id, the first counts.
    exclude
        Patterns of ids, with ``*``, ``?`` and ``[…]``.
    """
    files: list[tuple[StatementFile, ...]] = []
    excluded: set[str] = set()
    mistakes: list[StatementError] = []
    known: dict[str, Path] = {}
    for folder in folders:
        kept: list[StatementFile] = []
        for each in _listed(folder, mistakes):
            first = known.setdefault(each.id, each.path)
            if first != each.path:
                if not first.samefile(each.path):
                    mistakes.append(
                        StatementError(each.path, "id", f"“{each.id}” is the id of {first} already")
                    )
            elif any(fnmatchcase(each.id, pattern) for pattern in exclude):
                excluded.add(each.id)
            else:
                kept.append(each)
        files.append(tuple(kept))
    return Listing(tuple(files), frozenset(excluded), tuple(mistakes))


def _listed(folder: Path, mistakes: list[StatementError]) -> Iterator[StatementFile]:
    if not folder.is_dir():
        mistakes.append(StatementError(folder, "", "no such folder"))
        return
    for path in statement_files(folder):
        try:
            content = content_of(path, LARGEST)
        except OSError as error:
            mistakes.append(StatementError(path, "", error.strerror or "unreadable"))
        else:
            yield StatementFile(path, _id(content, path), digest_of(content), len(content))


def digest_of(content: bytes) -> str:
    """Return a name for some bytes."""
    return blake2b(content, digest_size=16).hexdigest()


def groups(files: Sequence[StatementFile]) -> Iterator[tuple[StatementFile, ...]]:
    """Part files into groups that are indexed together.

    A group ends after a file whose name has a certain hash, so that a file more or less
    changes its own group and at most the next, as in content-defined chunking.
    """
    group: list[StatementFile] = []
    size = 0
    for file in files:
        group.append(file)
        size += file.size
        ends_here = blake2b(file.id.encode(), digest_size=1).digest()[0] < _CHANCE
        if size > _MOST or (size > _LEAST and ends_here):
            yield tuple(group)
            group, size = [], 0
    if group:
        yield tuple(group)


_LEAST, _MOST = 32 << 20, 96 << 20  # bytes
_CHANCE = 32  # of 256


def _id(content: bytes, path: Path) -> str:
    """Return the id that a file has by its front matter, or else by its name, as `read_content` does."""
    fence, *lines = content[:4096].decode("utf-8-sig", "ignore").splitlines() or [""]
    if fence.rstrip() == "---":
        for line in lines:
            if line.rstrip() in {"---", "..."}:
                break
            match = _ID.match(line)
            if match:
                return match[1]
    return re.sub(r"[^\w.\-]+", "-", path.stem)


_ID = re.compile(r"id:\s+[\"']?([\w.\-]+)[\"']?\s*(?:#.*)?$")
