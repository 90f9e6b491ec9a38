"""Color, where the output is a terminal and nobody asked for none (https://no-color.org)."""

import os
from enum import StrEnum
from typing import TextIO


class Style(StrEnum):
    """How a piece of output looks, as ANSI parameters."""

    BOLD = "1"
    DIM = "2"
    RED = "31"
    YELLOW = "33"
    BLUE = "34"
    GREEN = "32"
    CYAN = "36"


class Painter:
    """Styles text for one output; does nothing unless it is `on`."""

    def __init__(self, out: TextIO) -> None:
        self.on = out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def __call__(self, text: str, *styles: Style) -> str:
        """Return `text` in the styles."""
        return f"\033[{';'.join(styles)}m{text}\033[0m" if self.on and styles else text
