"""VS Code's workbench, Chromium and Playwright, fetched once by `install.sh`, and the extension packed from its source."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
EXTENSION = ROOT / "editors" / "vscode"


@dataclass(frozen=True, slots=True)
class Tools:
    """Where the fetched programs are."""

    folder: Path

    @property
    def node(self) -> Path:
        return self.folder / "node" / "bin" / "node"

    @property
    def code_server(self) -> Path:
        return self.folder / "code-server" / "out" / "node" / "entry.js"

    @property
    def chromium(self) -> Path:
        return Path(shutil.which("chromium") or "/usr/bin/chromium")


@cache
def tools() -> Tools:
    """Fetch what is missing and make Playwright importable."""
    install = subprocess.run(
        [HERE / "install.sh"],
        env=os.environ | {"PYTHON": sys.executable},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    folder = Path(install.stdout.splitlines()[-1])
    sys.path.append(str(folder / "playwright"))
    return Tools(folder)


@cache
def vsix() -> Path:
    """Pack the extension in a copy of its source, so that the tree stays as it is."""
    copy = tools().folder / "extension"
    modules = copy / "node_modules"
    lock = (EXTENSION / "package-lock.json").read_bytes()
    stamp = copy / f".installed-{hashlib.sha256(lock).hexdigest()[:12]}"
    for old in copy.glob("*"):
        if old != modules:
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(
        EXTENSION, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules", "out", "*.vsix")
    )
    if not stamp.exists():
        _npm(copy, "ci", "--ignore-scripts", "--no-fund", "--no-audit")
        stamp.touch()
    _npm(copy, "run", "--silent", "package")
    return copy / "precedent.vsix"


def _npm(folder: Path, *arguments: str) -> None:
    """Run npm; what it printed is shown only when it failed."""
    done = subprocess.run(["npm", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"npm {' '.join(arguments)} failed:\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
