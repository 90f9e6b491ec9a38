"""Fetch what the editor tests and the linters need, or lint the Lua code.

Usage: ``python -m tests.editors.tools [fetch | lint | format]``
"""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from . import editors, lua
from .process import ToolError, say

PLUGIN = Path("editors/neovim")
EDITORS: Mapping[str, Callable[[], Path]] = {
    "Neovim": editors.neovim,
    "Helix": editors.helix,
    "Emacs": editors.emacs,
    "tmux": editors.tmux,
}


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
    """Have every editor at hand and say where it is; one that cannot be had does not keep the others away."""
    missing = 0
    for name, get in EDITORS.items():
        try:
            say(f"{name}: {get()}")
        except ToolError as error:
            missing += 1
            say(f"{name} CANNOT BE HAD: {error}")
    return min(missing, 1)


def lint() -> int:
    """Check the format of the Lua code with StyLua and the code itself with luacheck."""
    unformatted = lua.misformatted(_lua_files(), PLUGIN / "stylua.toml", mend=False)
    for file in unformatted:
        say(f"{file}: not formatted (python -m tests.editors.tools format)")
    checked = subprocess.run([lua.luacheck(), "--quiet", "."], cwd=PLUGIN, check=False)
    return min(len(unformatted) + checked.returncode, 1)


def _lua_files() -> list[Path]:
    return sorted(PLUGIN.rglob("*.lua"))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ToolError as error:
        sys.exit(str(error))
