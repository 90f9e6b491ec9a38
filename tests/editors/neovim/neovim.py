"""A real Neovim: keys and screen through a terminal, its state through its own socket."""

import os
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import pynvim  # type: ignore[import-untyped]

from tests.editors.eventually import eventually
from tests.editors.terminal import Terminal
from tests.editors.terminal_editor import EDITORS, TerminalEditor
from tests.editors.tools.editors import neovim

PLUGIN = EDITORS / "neovim"
BIN = Path(sys.executable).parent

# What a user has in init.lua, and no more.
INIT = f"""
vim.opt.runtimepath:prepend('{PLUGIN}')
vim.lsp.enable('precedent')
"""

# Not a user's: lets the tests see when nothing more is on its way, and keeps words whole on the screen.
WATCH = """
vim.o.linebreak = true
vim.api.nvim_create_autocmd('LspAttach', {
  callback = function(event)
    vim.b[event.buf].attached = true
  end,
})
vim.api.nvim_create_autocmd({ 'LspRequest', 'TextChangedI', 'TextChangedP' }, {
  callback = function()
    vim.g.last_stir = vim.uv.now()
  end,
})
"""

# Neovim asks for ghost text 200 ms after a key; so this long after all that it has asked.
QUIET = 350  # milliseconds


class Neovim(TerminalEditor):
    """Neovim with this plugin alone, in `home` instead of the user's home, on one file.

    Parameters
    ----------
    settings
        Lua that comes before what a user needs in ``init.lua``.
    """

    folder = PLUGIN

    def __init__(self, home: Path, file: Path, environment: Mapping[str, str], settings: str = "") -> None:
        home.mkdir(parents=True, exist_ok=True)
        (home / "init.lua").write_text(settings + INIT + WATCH)
        self._socket = home / "socket"
        command = [str(neovim()), "--listen", str(self._socket), "-u", str(home / "init.lua"), str(file)]
        super().__init__(Terminal(home, command, {**environment, **_environment(home)}, cwd=file.parent))

    @property
    def nvim(self) -> Any:
        """The connection, once Neovim waits for nothing else: asked during a prompt it would never answer."""
        eventually("Neovim to be free", lambda: not self._connection.api.get_mode()["blocking"])
        return self._connection

    @cached_property
    def _connection(self) -> Any:
        return eventually("Neovim's socket", lambda: _connected(self._socket))

    def attached(self) -> Self:
        """Wait until the server serves the buffer and has read the statements: until it answers a hover."""
        self.eventually_lua("the server to attach", "return vim.b.attached")
        self.eventually_lua(
            "the server's first answer",
            """
            local place = vim.lsp.util.make_position_params(0, 'utf-8')
            return vim.lsp.buf_request_sync(0, 'textDocument/hover', place, 500) ~= nil
            """,
        )
        return self

    def lua(self, code: str, *arguments: object) -> Any:
        """Run Lua in Neovim; give what it returns."""
        return self.nvim.exec_lua(code, *arguments)

    def eventually_lua(self, what: str, code: str) -> Any:
        """Wait until Lua returns something true; give it."""
        return eventually(what, lambda: self.lua(code))

    def write(self, text: str) -> None:
        """Type `text` in Insert mode; wait until it is there and Neovim has its answers."""
        before = self.before_cursor()
        self.terminal.type(text)
        eventually(f"“{text}” before the cursor", self.before_cursor, lambda now: now == before + text)
        self.quiet()

    def quiet(self) -> None:
        """Wait until Neovim has asked all it will ask about the text as it is, and has the answers."""
        self.eventually_lua(
            "the server's answers",
            f"""
            local stirred = vim.uv.now() - (vim.g.last_stir or 0) < {QUIET}
            local client = vim.lsp.get_clients({{ bufnr = 0 }})[1]
            return not stirred and next(client.requests) == nil
            """,
        )

    def before_cursor(self) -> str:
        """Give what stands on the cursor's line before it."""
        column = self.nvim.current.window.cursor[1]
        return self.line().encode()[:column].decode()

    def line(self) -> str:
        """Give the line the cursor is on."""
        return str(self.nvim.current.line)

    def eventually_line(self, text: str) -> None:
        """Wait until the cursor's line is exactly `text`."""
        eventually(f"the line “{text}”", self.line, lambda line: line == text)

    def text(self) -> str:
        """Give the whole buffer."""
        return "\n".join(self.nvim.current.buffer[:])

    def diagnostics(self) -> list[dict[str, Any]]:
        """Give the findings Neovim knows for the buffer."""
        return list(self.lua("return vim.diagnostic.get(0)"))

    def ghost(self) -> str:
        """Give the ghost text behind the cursor, "" if there is none."""
        return str(
            self.lua("""
            local namespace = vim.api.nvim_get_namespaces()['nvim.lsp.inline_completion']
            local marks = namespace
              and vim.api.nvim_buf_get_extmarks(0, namespace, 0, -1, { details = true }) or {}
            return marks[1] and marks[1][4].virt_text[1][1] or ''
            """)
        )

    def menu(self) -> list[str]:
        """Give the labels in the open list, best first."""
        info = self.lua("return vim.fn.complete_info({'pum_visible', 'items', 'matches'})")
        items = info.get("matches") or info.get("items", [])
        return [item["abbr"] or item["word"] for item in items] if info["pum_visible"] else []

    def floats(self) -> str:
        """Give the text of all floating windows."""
        return str(
            self.lua("""
            local texts = {}
            for _, window in ipairs(vim.api.nvim_list_wins()) do
              if vim.api.nvim_win_get_config(window).relative ~= '' then
                local buffer = vim.api.nvim_win_get_buf(window)
                table.insert(texts, table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\\n'))
              end
            end
            return table.concat(texts, '\\n')
            """)
        )

    def go_to(self, text: str) -> None:
        """Put the cursor on the first place of `text` in the buffer, in Normal mode."""
        for row, line in enumerate(self.nvim.current.buffer[:], start=1):
            if text in line:
                column = len(line[: line.index(text)].encode())
                self.nvim.current.window.cursor = (row, column)
                return
        raise AssertionError(f"no “{text}” in the buffer")

    def new_paragraph(self, heading: str) -> None:
        """Open an empty paragraph below `heading` and go to Insert mode there."""
        self.go_to(heading)
        self.terminal.press("o", "Enter")
        eventually("Insert mode", lambda: self.nvim.api.get_mode()["mode"] == "i")

    def messages(self) -> str:
        """Give what Neovim has told the user."""
        return str(self.nvim.command_output("messages"))

    def close(self) -> None:
        """End Neovim, and the server with it."""
        if "_connection" in self.__dict__:
            self._connection.close()
        super().close()


def _connected(socket: Path) -> Any:
    """Connect, or give None while nobody listens: the file is there a moment earlier."""
    try:
        return pynvim.attach("socket", path=str(socket))
    except (FileNotFoundError, ConnectionRefusedError):
        return None


def _environment(home: Path) -> dict[str, str]:
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}
    return {**folders, "NVIM_APPNAME": "nvim", "LC_ALL": "C.UTF-8", "PATH": f"{BIN}:{os.environ['PATH']}"}
