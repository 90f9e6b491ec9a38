"""A real Emacs: keys and screen through a terminal, its state through emacsclient."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from tests.editors.eventually import eventually
from tests.editors.terminal import Terminal
from tests.editors.terminal_editor import EDITORS, TerminalEditor
from tests.editors.tools.editors import emacsclient

PLUGIN = EDITORS / "emacs"


class Emacs(TerminalEditor):
    """Emacs with ``precedent.el`` alone, in `home` instead of the user's home, on one file."""

    folder = PLUGIN

    def __init__(self, program: Path, home: Path, file: Path, environment: Mapping[str, str]) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self._socket = home / "server/server"
        start = (
            f'(progn (setq server-socket-dir "{self._socket.parent}" create-lockfiles nil) (server-start))'
        )
        command = [str(program), "-nw", "-Q", "--eval", start, "-l", str(PLUGIN / "precedent.el"), str(file)]
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {**environment, "HOME": str(home), "PATH": path, "LC_ALL": "C.UTF-8"}
        super().__init__(Terminal(home, command, environment, cwd=file.parent))

    def lisp(self, code: str) -> Any:
        """Evaluate Lisp in the buffer that is shown; give its value, through JSON."""
        shown = f"(with-current-buffer (window-buffer) (decode-coding-string (json-serialize {code}) 'utf-8))"
        done = subprocess.run(
            [emacsclient(), "-s", self._socket, "--eval", shown],
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(json.loads(done.stdout, strict=False))

    def attached(self) -> Self:
        """Wait until Eglot manages the buffer."""
        eventually("Emacs's socket", self._socket.exists)
        eventually("Eglot", lambda: self.lisp("(if (eglot-managed-p) t :false)"))
        return self

    def text(self) -> str:
        """Give the whole buffer."""
        return str(self.lisp("(buffer-substring-no-properties (point-min) (point-max))"))

    def findings(self) -> list[str]:
        """Give the messages of the findings Flymake shows."""
        return list(self.lisp("(vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))"))

    def go_to(self, text: str) -> None:
        """Put the cursor on the first place of `text`."""
        self.lisp(f"(progn (goto-char (point-min)) (search-forward {json.dumps(text, ensure_ascii=False)})"
                  " (goto-char (match-beginning 0)) (set-window-point nil (point)) t)")  # fmt: skip
