"""Neovim, Helix, Emacs and tmux: the machine's own where it is new enough, else Debian's, fetched."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from .debian import unpacked
from .process import ToolError, run


def neovim() -> Path:
    """Give a Neovim 0.12 or newer, the first with inline completion."""
    return _own("nvim", "PRECEDENT_NVIM", (0, 12)) or unpacked("neovim", "usr/bin/nvim") / "usr/bin/nvim"


def helix() -> Path:
    """Give a Helix 25 or newer."""
    if own := _own("hx", "PRECEDENT_HELIX", (25,)):
        return own
    root = unpacked("hx", "usr/bin/hx")
    return launcher(root / "hx", root / "usr/bin/hx", {"HELIX_RUNTIME": root / "usr/lib/hx/runtime"})


def emacs() -> Path:
    """Give an Emacs 30 or newer; Eglot comes with it."""
    if own := _own("emacs", "PRECEDENT_EMACS", (30,)):
        return own
    root = unpacked("emacs-nox", "usr/bin/emacs-nox", "usr/bin/emacsclient.emacs")
    (lisp,) = root.glob("usr/share/emacs/*/lisp")
    (image,) = root.glob("usr/libexec/emacs/*/*/emacs-*.pdmp")
    data = lisp.with_name("etc")
    places = {"EMACSLOADPATH": lisp, "EMACSDATA": data, "EMACSDOC": data, "EMACSPATH": image.parent}
    return launcher(root / "emacs", root / "usr/bin/emacs-nox", places, f"--dump-file={image}")


def emacsclient() -> Path:
    """Give the program that talks to a running :func:`emacs`."""
    beside = emacs().with_name("emacsclient")
    return beside if beside.exists() else emacs().parent / "usr/bin/emacsclient.emacs"


def tmux() -> Path:
    """Give a tmux that can pass extended keys and true colors on."""
    return _own("tmux", "PRECEDENT_TMUX", (3, 2)) or unpacked("tmux", "usr/bin/tmux") / "usr/bin/tmux"


def launcher(script: Path, program: Path, environment: Mapping[str, Path | str], *arguments: str) -> Path:
    """Write a script that starts `program` with `environment`, for a program not where it was built to be."""
    exports = "".join(f"export {name}='{value}'\n" for name, value in environment.items())
    options = "".join(f" '{argument}'" for argument in arguments)
    text = f"#!/bin/sh\n{exports}exec '{program}'{options} \"$@\"\n"
    if not script.exists() or script.read_text() != text:
        fresh = script.with_name(f"{script.name}.{os.getpid()}")
        fresh.write_text(text)
        fresh.chmod(0o755)
        fresh.rename(script)  # another process may be starting it
    return script


def _own(program: str, variable: str, least: tuple[int, ...]) -> Path | None:
    """Give the program an environment variable names, or the one on PATH if it is not older than `least`."""
    if chosen := os.environ.get(variable):
        return Path(chosen)
    path = shutil.which(program)
    if path is None:
        return None
    try:
        version = re.search(r"\d+(?:\.\d+)*", run(path, "-V" if program == "tmux" else "--version"))
    except ToolError:
        return None
    return Path(path) if version and tuple(map(int, version[0].split("."))) >= least else None
