"""Neovim, opened on a draft and closed after the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .neovim import Neovim


class Opener:
    """Opens Neovim as often as a test needs it; remembers them all, to close them."""

    def __init__(self, workspace: Path, cache: Path) -> None:
        self._workspace = workspace
        self._cache = cache
        self._opened: list[Neovim] = []

    def __call__(self, file: str, *, settings: str = "") -> Neovim:
        """Open `file` of the workspace; `settings` is Lua before what a user needs in ``init.lua``."""
        home = self._workspace.parent / f"home{len(self._opened)}"
        environment = {"XDG_CACHE_HOME": str(self._cache)}
        self._opened.append(Neovim(home, self._workspace / file, environment, settings))
        return self._opened[-1]

    def screen(self) -> str:
        """Give what the last Neovim shows."""
        return self._opened[-1].screen() if self._opened else ""

    def close(self) -> None:
        """Close them all."""
        for editor in self._opened:
            editor.close()


@pytest.fixture
def open_neovim(workspace: Path, index_cache: Path) -> Iterator[Opener]:
    """Give a way to open a draft in Neovim."""
    opener = Opener(workspace, index_cache)
    yield opener
    opener.close()
