"""A folder outside the tree where fetched things are kept."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

READY = ".ready"


def kept(name: str, make: Callable[[Path], None]) -> Path:
    """Give the folder called `name` in the cache, made by `make` if it is not there whole.

    The name has to say everything the contents depend on (a version, a recipe's number): a folder that is
    ready is never looked into again. Half-made folders, left by a run that was interrupted, are made anew.
    Two processes asking at once wait for each other.
    """
    folder = cache() / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _locked(folder.with_name(f"{folder.name}.lock")):
        if not (folder / READY).exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            (folder / READY).touch()
    return folder


def cache() -> Path:
    """Where everything is kept: `$PRECEDENT_EDITORS_CACHE`, or a folder in the user's cache directory."""
    chosen = os.environ.get("PRECEDENT_EDITORS_CACHE")
    return Path(chosen).absolute() if chosen else platformdirs.user_cache_path("precedent-editors")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
