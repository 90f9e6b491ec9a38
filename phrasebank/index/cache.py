"""Index files in a cache directory, each named by all that it was made from.

A name stands for one content, so any number of processes may write and read at once: the
last to finish puts the same file in place.
"""

import logging
import mmap
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile

from phrasebank.index.store import FORMAT, Store, StoreError, unpack

logger = logging.getLogger(__name__)

_SUFFIX = ".index"
_UNFINISHED = ".unfinished"
_DAY = 86_400.0  # seconds
_KEPT = 30 * _DAY  # since it was last used
_MOST = 4 << 30  # bytes, in all files together
_LARGE = 16 << 20  # bytes, from where on it matters which pages are in memory


def name_of(parts: Iterable[str]) -> str:
    """Return the name of the index file made from `parts`, by this version of the program."""
    name = blake2b(code().encode(), digest_size=16)
    for part in parts:
        name.update(f"{part}\n".encode())
    return f"{name.hexdigest()}{_SUFFIX}"


@cache
def code() -> str:
    """Return a name for the code that decides what is in an index: if it changes, so does the index."""
    package = Path(__file__).parent.parent
    name = blake2b(f"{FORMAT} {sys.version_info[:2]}".encode(), digest_size=16)
    for folder in (package, package / "index", package / "text"):
        for path in sorted(folder.glob("*.py")):
            with suppress(OSError):
                name.update(path.read_bytes())
    return name.hexdigest()


def load(path: Path) -> Store | None:
    """Map an index file; None if there is none that can be used."""
    try:
        file = path.open("rb")
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        logger.warning("the index %s cannot be read: %s", path, error)
        return None
    _advise(mapped, "MADV_RANDOM")  # reading ahead brings in more than is needed
    try:
        store = unpack(memoryview(mapped), file if hasattr(os, "pread") else None)
    except StoreError as error:
        logger.warning("the index %s is made anew: %s", path, error)
        return None
    _advise(mapped, "MADV_DONTNEED")  # what was checked need not be what is asked for
    _touch(path)
    return store


def _advise(mapped: mmap.mmap, advice: str) -> None:
    if len(mapped) > _LARGE and hasattr(mmap, advice):
        mapped.madvise(getattr(mmap, advice))


def save(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Write an index file in one step: it is there whole or not at all.

    Raises
    ------
    OSError
        If it can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=_UNFINISHED, delete=False) as file:
        try:
            for piece in pieces:
                file.write(piece)
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            file.close()
            with suppress(OSError):
                Path(file.name).unlink()
            raise


def prune(folder: Path) -> None:
    """Delete what was not used for a month, and the longest unused if there is too much of it."""
    now = time.time()
    room = _MOST
    for used, size, path in sorted(_files(folder), reverse=True):
        room -= size
        forgotten = now - used > (_DAY if path.suffix == _UNFINISHED else _KEPT)
        if forgotten or room < 0:
            with suppress(OSError):  # in use on Windows, or gone already
                path.unlink()


def _files(folder: Path) -> Iterator[tuple[float, int, Path]]:
    for path in folder.glob("*"):
        if path.suffix in (_SUFFIX, _UNFINISHED):
            with suppress(OSError):
                status = path.stat()
                yield status.st_mtime, status.st_size, path


def _touch(path: Path) -> None:
    """Note in its time of change that the file is in use."""
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > _DAY:
            os.utime(path)
