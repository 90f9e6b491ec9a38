"""VS Code's workbench, Chromium and Playwright, fetched once by `install.sh`; the extension, packed."""

import fcntl
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
    """Pack the extension with the server in a copy of its source, so that the tree stays as it is."""
    copy = tools().folder / "extension"
    with copy.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two runs at once wait for each other
        wheel = _wheel(tools().folder / "wheel")
        packed = tools().folder / f"precedent-{_digest([*_sources('images'), wheel])}.vsix"
        if not packed.exists():
            _pack(copy, wheel).rename(packed)
    return packed


def _wheel(folder: Path) -> Path:
    """Build the server's package; what it is made of decides every byte of it."""
    shutil.rmtree(folder, ignore_errors=True)
    build = ("-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-build-isolation")
    subprocess.run([sys.executable, *build, "--no-deps", "--wheel-dir", folder, ROOT], check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def _pack(copy: Path, wheel: Path) -> Path:
    modules = copy / "node_modules"
    installed = modules / f".{_digest([EXTENSION / 'package-lock.json'])}"
    for old in set(copy.glob("*")) - {modules}:
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for source in _sources():
        target = copy / source.relative_to(EXTENSION)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    (copy / "wheel").mkdir()
    shutil.copy(wheel, copy / "wheel")
    if not installed.exists():
        _npm(copy, "ci", "--ignore-scripts", "--no-fund", "--no-audit")
        installed.touch()
    _npm(copy, "run", "--silent", "package")
    return copy / "precedent.vsix"


def _sources(*without: str) -> list[Path]:
    """Return the extension's files, but neither what is made from them nor the folders named."""
    made = {"node_modules", "out", "wheel", *without}
    return sorted(
        path
        for path in EXTENSION.rglob("*")
        if path.is_file() and path.suffix != ".vsix" and not made & set(path.relative_to(EXTENSION).parts)
    )


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _npm(folder: Path, *arguments: str) -> None:
    """Run npm; what it printed is shown only when it failed."""
    done = subprocess.run(["npm", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"npm {' '.join(arguments)} failed:\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
