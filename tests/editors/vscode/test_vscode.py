"""The extension in VS Code itself: each scene asserts on the buffer or on what is shown."""

from pathlib import Path

from tests.editors.vscode.conftest import Start


def test_a_missing_server_is_explained_to_those_who_draft(start: Start, folder: Path) -> None:
    vscode = start(file=folder / "future.en.md", settings={})
    vscode.shown(vscode.notifications.filter(has_text="precedent-ls, and found none"))
    vscode.shown(vscode.status("no server"))
    vscode.picture("server-missing")
