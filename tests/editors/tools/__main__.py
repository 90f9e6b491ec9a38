"""Fetch what the editor tests and the linters need, or lint the Lua code.

Usage: ``python -m tests.editors.tools [fetch | lint | format]``
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from . import editors, lua
from .process import ToolError, say

PLUGIN = Path("editors/neovim")
NEEDED: dict[str, Callable[[], Path]] = {"Neovim": editors.neovim, "tmux": editors.tmux}
OPTIONAL: dict[str, Callable[[], Path]] = {"Helix": editors.helix, "Emacs": editors.emacs}


def main(arguments: list[str]) -> int:
    """Do what the arguments ask; gives the exit status."""
    match arguments or ["fetch"]:
        case ["fetch"]:
            return fetch()
        case ["lint"]:
            return lint()
        case ["format"]:
            lua.misformatted(_lua_files(), PLUGIN / "stylua.toml", mend=True)
            return 0
    say(__doc__)
    return 2


def fetch() -> int:
    """Have every editor at hand and say where it is; fails if one that is needed cannot be had."""
    missing = [name for name, get in (NEEDED | OPTIONAL).items() if not _at_hand(name, get)]
    return int(any(name in NEEDED for name in missing))


def lint() -> int:
    """Check the format of the Lua code with StyLua and the code itself with luacheck."""
    unformatted = lua.misformatted(_lua_files(), PLUGIN / "stylua.toml", mend=False)
    for file in unformatted:
        say(f"{file}: not formatted (python -m tests.editors.tools format)")
    checked = subprocess.run([lua.luacheck(), "--quiet", "."], cwd=PLUGIN, check=False)
    return min(len(unformatted) + checked.returncode, 1)


def _at_hand(name: str, get: Callable[[], Path]) -> bool:
    try:
        say(f"{name}: {get()}")
    except ToolError as error:
        say(f"{name} CANNOT BE HAD, and is not tested: {error}")
        return False
    return True


def _lua_files() -> list[Path]:
    return sorted(PLUGIN.rglob("*.lua"))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ToolError as error:
        sys.exit(str(error))
