"""What all editors that run in a terminal have in common."""

from pathlib import Path
from typing import ClassVar

from .eventually import eventually
from .terminal import Terminal

EDITORS = Path(__file__).parents[2] / "editors"


class TerminalEditor:
    """An editor in a terminal.

    Attributes
    ----------
    folder
        What belongs to this editor in the repository; its captures are kept there.
    """

    folder: ClassVar[Path]

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def screen(self) -> str:
        """Give what is shown."""
        return self.terminal.screen()

    def eventually_shows(self, text: str) -> str:
        """Wait until `text` stands on the screen; give the screen."""
        return eventually(f"“{text}” on the screen", self.screen, lambda screen: text in screen)

    def capture(self, name: str) -> None:
        """Keep the screen beside what is shown there at work, if captures are asked for."""
        self.terminal.capture(self.folder / "captures" / f"{name}.txt")

    def close(self) -> None:
        """End the editor, and the server with it."""
        self.terminal.close()
