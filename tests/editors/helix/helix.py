"""A real Helix: everything through the terminal, and the file it writes."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.editors.eventually import eventually
from tests.editors.terminal import Terminal

ROOT = Path(__file__).parents[3]
PLUGIN = ROOT / "editors/helix"


class Helix:
    """Helix with this ``languages.toml`` alone, in `home` instead of the user's home, on one file."""

    def __init__(self, program: Path, home: Path, file: Path, environment: Mapping[str, str]) -> None:
        (home / "config/helix").mkdir(parents=True)
        shutil.copy(PLUGIN / "languages.toml", home / "config/helix")
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {
            **environment, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "PATH": path,
            "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        self._file = file
        self.terminal = Terminal(home, [str(program), str(file)], environment, cwd=file.parent, columns=140)
        self.shows("●")  # the first finding: the server is there

    def shows(self, text: str) -> str:
        """Wait until `text` stands on the screen; give the screen."""
        return eventually(f"“{text}” on the screen", self.last_screen, lambda screen: text in screen)

    def command(self, line: str) -> None:
        """Run a typable command."""
        self.terminal.type(f":{line}")
        self.terminal.press("Enter")

    def go_to(self, text: str) -> None:
        """Select the next place of `text`."""
        self.terminal.type(f"/{text}")
        self.terminal.press("Enter")

    def written(self, text: str) -> None:
        """Write the file until it holds `text`."""

        def write() -> str:
            self.command("write")
            return self._file.read_text(encoding="utf-8")

        eventually(f"“{text}” in the file", write, lambda source: text in source)

    def capture(self, name: str) -> None:
        """Keep the screen beside the settings, if captures are asked for."""
        self.terminal.capture(PLUGIN / "captures" / f"{name}.txt")

    def last_screen(self) -> str:
        """Give what is shown."""
        return self.terminal.screen()

    def close(self) -> None:
        """End Helix, and the server with it."""
        self.terminal.close()
