"""A VS Code of its own for each scene: fresh settings, the extension installed from its package."""

import json
import socket
import subprocess
import urllib.parse
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.editors.vscode.tools import tools

#: Nothing that asks, tips, moves or phones home.
QUIET: Mapping[str, object] = {
    "security.workspace.trust.enabled": False,
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "workbench.reduceMotion": "on",
    "workbench.enableExperiments": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "telemetry.telemetryLevel": "off",
    "extensions.autoCheckUpdates": False,
    "extensions.ignoreRecommendations": True,
    "chat.disableAIFeatures": True,
    "editor.minimap.enabled": False,
    "editor.cursorBlinking": "solid",
    "editor.wordWrap": "on",
    "files.autoSave": "off",
    "git.enabled": False,
    "window.restoreWindows": "none",
}


@dataclass(frozen=True, slots=True)
class CodeServer:
    """One that is running."""

    address: str
    folder: Path | None

    def url(self, *, file: Path | None = None) -> str:
        """Return the address that opens the folder or the workspace file, if any, and `file`."""
        query = {"ew": "true"}
        if self.folder:
            query = {"folder" if self.folder.is_dir() else "workspace": str(self.folder)}
        if file:
            host = self.address.removeprefix("http://")
            query["payload"] = json.dumps([["openFile", f"vscode-remote://{host}{file}"]])
        return f"{self.address}/?{urllib.parse.urlencode(query)}"


@contextmanager
def code_server(
    home: Path,
    folder: Path | None,
    settings: Mapping[str, object],
    cache: Path,
    extensions: Sequence[Path],
    language: str,
) -> Iterator[CodeServer]:
    """Run one that keeps everything under `home`, but for what its programs keep in `cache`.

    `settings` are the user's, on top of the quiet ones; `extensions` are packages to install.
    """
    user = home / "data" / "User" / "settings.json"
    user.parent.mkdir(parents=True)
    user.write_text(json.dumps({**QUIET, **settings}))
    _add_language(home / "data", language)
    config = home / "config.yaml"
    config.touch()
    port = _free_port()
    command: list[str | Path] = [
        tools().node,
        tools().code_server,
        *("--config", config, "--user-data-dir", home / "data", "--extensions-dir", home / "extensions"),
    ]
    environment = {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": f"{tools().node.parent}:/usr/bin:/bin",
        "XDG_CACHE_HOME": str(cache),
    }
    installing = [argument for package in extensions for argument in ("--install-extension", package)]
    subprocess.run([*command, *installing], env=environment, capture_output=True, check=True)
    serve = [
        *command,
        *("--auth", "none", "--bind-addr", f"127.0.0.1:{port}", "--disable-telemetry"),
        *("--disable-update-check", "--disable-getting-started-override", "--locale", language),
    ]
    with subprocess.Popen(
        serve, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            _await_listening(process)
            yield CodeServer(f"http://127.0.0.1:{port}", folder)
        finally:
            process.terminate()


def _add_language(data: Path, language: str) -> None:
    """Have VS Code take a language for installed: its own texts stay as they are, extensions use theirs."""
    texts = data / f"{language}.json"
    texts.write_text(json.dumps({"version": "1.0.0", "contents": {}}))
    pack = {
        "hash": language,
        "extensions": [{"extensionIdentifier": {"id": f"tests.{language}"}, "version": "1.0.0"}],
        "translations": {"vscode": str(texts)},
        "label": language,
    }
    (data / "languagepacks.json").write_text(json.dumps({language: pack}))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_listening(process: "subprocess.Popen[str]") -> None:
    assert process.stdout
    seen = []
    for line in process.stdout:
        seen.append(line)
        if "HTTP server listening" in line:
            return
    raise RuntimeError("code-server ended before it listened:\n" + "".join(seen))
