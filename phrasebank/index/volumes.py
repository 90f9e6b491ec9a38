"""The segments of some statement files: from the cache, or built and cached."""

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TypeVar

from phrasebank.corpus import StatementError
from phrasebank.index import cache
from phrasebank.index.builders import BuildError, Builders
from phrasebank.index.listing import StatementFile
from phrasebank.index.segment import Segment
from phrasebank.index.store import Store, packed, unpack
from phrasebank.text.language import Language

logger = logging.getLogger(__name__)

#: Told, in bytes, how much is read of what has to be read; from any thread.
Progress = Callable[[int, int], None]

T = TypeVar("T")

Group = tuple[StatementFile, ...]

_SMALL = 4 << 20  # bytes that may be indexed in this process where no other can be started


@dataclass(frozen=True, slots=True)
class Volume:
    """The index of one group of files."""

    segments: dict[Language, Segment]
    mistakes: tuple[StatementError, ...]


def open_volumes(
    wanted: Sequence[Group], folder: Path, builders: Builders, progress: Progress
) -> tuple[Volume, ...]:
    """Return the index of each group, in the same order.

    Parameters
    ----------
    wanted
        Groups of files.
    folder
        The cache directory. If it can't be written, what is missing there is kept in memory.
    builders
        Start the processes that build what is missing.
    progress
        Not called at all if nothing is.
    """
    paths = [folder / cache.name_of(f"{file.digest} {file.path}" for file in group) for group in wanted]
    found = [cache.load(path) for path in paths]
    missing = [index for index, store in enumerate(found) if store is None]
    volumes = {index: _volume(store) for index, store in enumerate(found) if store is not None}
    if missing:
        count = _Count(sum(_size(wanted[index]) for index in missing), progress)
        with ThreadPoolExecutor(min(len(missing), os.cpu_count() or 1)) as threads:
            made = threads.map(
                lambda index: _made(wanted[index], paths[index], builders, count.of(index)), missing
            )
            volumes.update(zip(missing, made, strict=True))
        cache.prune(folder)
    return tuple(volumes[index] for index in range(len(wanted)))


def _made(group: Group, path: Path, builders: Builders, done: Callable[[int], None]) -> Volume:
    try:
        store = builders.build(group, path, done)
        if store is not None:
            logger.warning("the index is kept in memory: %s can't be written", path.parent)
        else:
            store = cache.load(path)
        if store is None:
            raise BuildError("it can't be read back")
    except BuildError as error:
        if builders.stopped or _size(group) > _SMALL:
            return Volume({}, (StatementError(group[0].path, "", f"can't be indexed: {error}"),))
        logger.warning("the index is built in this process: %s", error)
        store = _built_here(group)
    return _volume(store)


def _built_here(group: Group) -> Store:
    from phrasebank.index.build import build  # noqa: PLC0415, parsers load slowly

    return unpack(memoryview(packed(*build((file.path, file.digest) for file in group))))


def _volume(store: Store) -> Volume:
    segments = {
        Language(name): Segment(_under(name, store.searched), _under(name, store.quoted))
        for name in store.about["languages"]
    }
    return Volume(
        segments,
        tuple(StatementError(Path(file), key, message) for file, key, message in store.about["mistakes"]),
    )


def _under(prefix: str, arrays: Mapping[str, T]) -> dict[str, T]:
    """Return the arrays named ``prefix/…``, by the rest of their names."""
    start = f"{prefix}/"
    return {name.removeprefix(start): array for name, array in arrays.items() if name.startswith(start)}


def _size(group: Group) -> int:
    return sum(file.size for file in group)


class _Count:
    """Adds up what several builders have read."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total, self._progress = total, progress
        self._done: dict[int, int] = {}
        self._lock = Lock()

    def of(self, group: int) -> Callable[[int], None]:
        """Return what is to be told how much of one group is read."""

        def done(read: int) -> None:
            with self._lock:
                self._done[group] = read
                self._progress(sum(self._done.values()), self._total)

        return done
