"""`precedent.toml`: the settings of a workspace, read from its root."""

import tomllib
from collections.abc import Collection
from pathlib import Path

from precedent_ls.settings import Layer, SettingsProblem, read_layer

NAME = "precedent.toml"


def read_workspace_file(folder: Path, rules: Collection[str] = ()) -> Layer | None:
    """Return what the folder's ``precedent.toml`` says; None where there is none."""
    path = folder / NAME
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return _unreadable(path, error.strerror or "cannot be read")
    try:
        return read_layer(tomllib.loads(raw.decode("utf-8-sig")), str(path), rules)
    except UnicodeDecodeError as error:
        return _unreadable(path, f"not UTF-8 at byte {error.start}")
    except tomllib.TOMLDecodeError as error:
        return _unreadable(path, str(error))
    except RecursionError:
        return _unreadable(path, "nested too deeply")


def workspace_of(file: Path) -> Path | None:
    """Return the nearest folder at or above `file` that has a ``precedent.toml``."""
    return next((folder for folder in file.absolute().parents if (folder / NAME).is_file()), None)


def _unreadable(path: Path, message: str) -> Layer:
    return Layer(problems=(SettingsProblem(str(path), "", message),))
