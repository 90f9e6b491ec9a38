"""A real Helix: everything through the terminal, and the file it writes."""

import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from tests.editors.eventually import eventually
from tests.editors.terminal import Terminal
from tests.editors.terminal_editor import EDITORS, TerminalEditor

PLUGIN = EDITORS / "helix"


class Helix(TerminalEditor):
    """Helix with this ``languages.toml`` alone, in `home` instead of the user's home, on one file."""

    folder = PLUGIN

    def __init__(self, program: Path, home: Path, file: Path, environment: Mapping[str, str]) -> None:
        (home / "config/helix").mkdir(parents=True)
        shutil.copy(PLUGIN / "languages.toml", home / "config/helix")
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {
            **environment, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "PATH": path,
            "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        self._file = file
        super().__init__(Terminal(home, [str(program), str(file)], environment, cwd=file.parent, columns=140))

    def attached(self) -> Self:
        """Wait until the server is there: until the first finding is shown."""
        self.eventually_shows("●")
        return self

    def command(self, line: str) -> None:
        """Run a typable command."""
        self.terminal.type(f":{line}")
        self.terminal.press("Enter")

    def go_to(self, text: str) -> None:
        """Select the next place of `text`."""
        self.terminal.type(f"/{text}")
        self.terminal.press("Enter")

    def choose(self, entry: str) -> None:
        """Take the first entry of a menu that shows `entry`.

        Helix now and then loses a key that comes as a menu opens, and Enter does nothing where there is none.
        """
        self.eventually_shows(entry)

        def press() -> str:
            self.terminal.press("Enter")
            return self.screen()

        eventually(f"the menu with “{entry}” to close", press, lambda screen: entry not in screen)

    def choose_in_list(self, typed: str) -> None:
        """Take an entry of the list that continues `typed`; the first, unless Helix loses a key."""

        def press() -> str:
            self.terminal.press("C-n")
            return self.screen()

        eventually("an entry in the text", press, lambda screen: re.search(rf"{typed}\S", screen))
        self.terminal.press("Enter", "Escape")

    def eventually_written(self, pattern: str) -> None:
        """Write the file until something in it matches the regular expression `pattern`."""

        def write() -> str:
            self.command("write")
            try:
                return self._file.read_text(encoding="utf-8")
            except FileNotFoundError:  # Helix replaces the file: for a moment there is none
                return ""

        eventually(f"“{pattern}” in the file", write, lambda source: re.search(pattern, source))
