"""A workspace: a folder with a `precedent.toml`, its settings, the files it calls drafts."""

import re
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from phrasebank.bank import Sources
from phrasebank.corpus import StatementError
from phrasebank.files import content_of
from phrasebank.register.model import Problem
from phrasebank.toml import parse_toml
from precedent_ls.settings import Layer, Rules, Settings, SettingsProblem, read_layer

NAME = "precedent.toml"

#: Bytes. Longer settings are refused.
LARGEST = 1_000_000


@dataclass(frozen=True)
class Scope:
    """A folder, or all that lies in none (`path` is None), and the settings that hold there."""

    path: Path | None
    settings: Settings
    has_file: bool = False  #: whether the folder has a ``precedent.toml``

    def lists(self, file: Path | None) -> bool:
        """Tell whether the settings count `file`, which lies in the folder, as a draft."""
        if file is None or self.path is None or not self.has_file:
            return False
        relative = file.relative_to(self.path).as_posix()
        return any(pattern.fullmatch(relative) for pattern in self._patterns)

    @cached_property
    def sources(self) -> Sources:
        """The files that make the phrasebank; relative ones count from the folder."""
        settings = self.settings
        return Sources(
            folders=tuple(map(self._under, settings.phrasebank.statements)),
            exclude=settings.phrasebank.exclude,
            registers=tuple(map(self._under, settings.register.files)),
        )

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return [glob(each) for each in self.settings.draft.files]

    def _under(self, written: str) -> Path:
        path = Path(written)
        with suppress(RuntimeError):  # no such user
            path = path.expanduser()
        return (self.path or Path.home()) / path


def workspace_of(file: Path) -> Path | None:
    """Return the nearest folder above `file` that has a ``precedent.toml``."""
    return next((folder for folder in file.absolute().parents if (folder / NAME).is_file()), None)


def read_workspace_file(folder: Path, rules: Rules = frozenset) -> Layer | None:
    """Return what the folder's ``precedent.toml`` says; None where there is none.

    `rules` returns the codes that a severity may be given for.
    """
    path = folder / NAME
    try:
        raw = content_of(path, LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return _unreadable(path, error.strerror or "cannot be read")
    try:
        return read_layer(parse_toml(raw.decode("utf-8-sig")), str(path), rules)
    except UnicodeDecodeError as error:
        return _unreadable(path, f"not UTF-8 at byte {error.start}")
    except tomllib.TOMLDecodeError as error:
        return _unreadable(path, str(error))


def described(problem: StatementError | Problem) -> str:
    """Return in one line a mistake in a file: which, where in it, and what."""
    if isinstance(problem, StatementError):
        return str(problem)
    place = f"{problem.file}:{problem.line + 1}"
    return ": ".join(part for part in (place, problem.entry, problem.key, problem.message) if part)


def glob(pattern: str) -> re.Pattern[str]:
    """Return the expression for a pattern of relative paths; only ``**`` goes beyond a folder."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./"))
    meaning = {"**/": r"(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(meaning.get(part) or re.escape(part) for part in parts), re.DOTALL)


def _unreadable(path: Path, message: str) -> Layer:
    return Layer(problems=(SettingsProblem(str(path), "", message),))
