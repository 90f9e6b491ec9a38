"""A terminal nobody looks at: tmux, with keys going in and the screen's text coming out."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from .tools.editors import tmux

CAPTURES = "PRECEDENT_CAPTURES"


class Terminal:
    """One program in a terminal of its own, on a tmux server of its own.

    Parameters
    ----------
    folder
        An empty folder for the terminal's socket.
    environment
        Set for the program in addition to the environment of the tests.
    """

    def __init__(
        self,
        folder: Path,
        command: list[str],
        environment: Mapping[str, str],
        *,
        cwd: Path,
        columns: int = 120,
        rows: int = 36,
    ) -> None:
        self._tmux = [str(tmux()), "-S", str(folder / "tmux"), "-f", os.devnull]
        settings = [f"{name}={value}" for name, value in environment.items()]
        program = shlex.join(["env", *settings, *command])
        size = ["-x", str(columns), "-y", str(rows)]
        # The options go first: they hold for what is started after them.
        self._run("start-server", ";", "set-option", "-g", "remain-on-exit", "on", ";", "set-option", "-g",
                  "default-terminal", "tmux-256color", ";", "set-option", "-g", "escape-time", "0", ";",
                  "new-session", "-d", *size, "-c", str(cwd), program)  # fmt: skip

    def type(self, text: str) -> None:
        """Type `text`, character for character."""
        self._run("send-keys", "-l", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names: ``Enter``, ``Tab``, ``C-n``, ``Escape``."""
        self._run("send-keys", "--", *keys)

    def screen(self) -> str:
        """Give what is shown, one line a row, without white space at the rows' ends."""
        return self._run("capture-pane", "-p")

    def capture(self, path: Path) -> None:
        """Keep the screen in a file, if `$PRECEDENT_CAPTURES` asks for captures."""
        if os.environ.get(CAPTURES):
            path.parent.mkdir(parents=True, exist_ok=True)
            rows = [row.rstrip() for row in self.screen().rstrip().splitlines()]
            path.write_text("\n".join(rows) + "\n", encoding="utf-8")

    def close(self) -> None:
        """End the program with its terminal."""
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self, *arguments: str) -> str:
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [*self._tmux, *arguments], env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"tmux {arguments[0]}: {done.stderr}"
        return done.stdout
