"""Programs that come in a Python package, kept apart from the project's environment."""

import sys
from pathlib import Path

from .cache import kept
from .process import run, say


def installed(requirement: str) -> Path:
    """Give a folder with the package that `requirement` (``name==version``) names; programs in ``bin``."""

    def make(folder: Path) -> None:
        say(f"Fetching {requirement} into {folder}")
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
        run(*pip, "install", "--quiet", "--no-deps", "--target", folder, requirement, attempts=3)

    return kept(requirement.replace("==", "-"), make)
