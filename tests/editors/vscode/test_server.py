"""Finding the server, losing it, and what is run in a folder that is not trusted."""

import json
import os
import re
import signal
import sys
import zipfile
from pathlib import Path

from tests.editors.vscode.conftest import SERVER, Start
from tests.editors.vscode.workbench import Workbench

OLD = f"""#!{sys.executable}
from pygls.lsp.server import LanguageServer
LanguageServer("precedent-ls", "0.0.9").start_io()
"""

#: Passes for uv: notes what it is asked for and installs the server.
UV = """#!/bin/sh
echo "$@" > {asked}
ln -s {server} {programs}/precedent-ls
"""


def test_a_missing_server_is_explained_to_those_who_draft(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md", settings={})
    vscode.shown(vscode.notifications.filter(has_text="precedent-ls, and found none"))
    vscode.shown(vscode.status("no server"))
    vscode.picture("server-missing")


def test_a_missing_server_is_explained_in_french(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.fr.md", settings={}, language="fr")
    vscode.shown(vscode.notifications.filter(has_text="Precedent a besoin de son serveur"))
    vscode.shown(vscode.status("aucun serveur"))
    vscode.run("Precedent: Nouvelle déclaration")
    vscode.shown(vscode.quick_input.filter(has_text="Nouvelle déclaration (1 de 4)"))
    vscode.picture("french")


def test_a_missing_server_is_no_matter_elsewhere(start: Start, workspace: Path) -> None:
    notes = workspace / "notes.md"
    notes.write_text("Some notes.\n")
    (workspace / "precedent.toml").unlink()  # or else it is a folder to draft in
    vscode = start(file=notes, settings={})
    vscode.shown(vscode.status("no server"))
    vscode.run("Precedent: Show the Version")
    vscode.shown(vscode.notifications.filter(has_text="no server is running"))
    assert vscode.notifications.filter(has_text="precedent-ls, and found none").count() == 0


def test_a_setting_that_points_nowhere_is_named(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md", settings={"precedent.server.command": "/nowhere/it"})
    vscode.shown(vscode.notifications.filter(has_text="/nowhere/it"))


def test_a_server_that_is_too_old_is_named(start: Start, workspace: Path, tmp_path: Path) -> None:
    old = script(tmp_path / "old", OLD)
    vscode = start(file=workspace / "future.en.md", settings={"precedent.server.command": str(old)})
    vscode.shown(vscode.notifications.filter(has_text="0.0.9").filter(has_text="Update"))


def test_a_server_that_cannot_start_is_reported(start: Start, workspace: Path, tmp_path: Path) -> None:
    broken = script(tmp_path / "broken", "#!/bin/sh\nexit 3\n")
    vscode = start(file=workspace / "future.en.md", settings={"precedent.server.command": str(broken)})
    vscode.shown(vscode.notifications.filter(has_text=f"{broken} ended by itself"))
    vscode.shown(vscode.status("server failed"))
    assert vscode.notifications.filter(has_text="Precedent").count() == 1


def test_a_server_on_the_path_is_found(start: Start, workspace: Path, tmp_path: Path) -> None:
    programs = tmp_path / "home" / ".local" / "bin"  # where uv and pipx put them
    programs.mkdir(parents=True)
    (programs / "precedent-ls").symlink_to(SERVER)
    vscode = start(file=workspace / "future.en.md", settings={})
    vscode.run("Precedent: Show the Version")
    vscode.shown(vscode.notifications.filter(has_text=str(programs)))


def test_a_missing_server_is_installed_by_a_command_that_is_shown_first(
    start: Start, workspace: Path, tmp_path: Path
) -> None:
    asked = passing_for_uv(tmp_path)
    vscode = start(file=workspace / "future.en.md", settings={})
    vscode.notifications.get_by_role("button", name="Install…").click()
    vscode.shown(vscode.picks.filter(has_text=re.compile(r"uv tool install ~/\S+/precedent_ls-\S+\.whl")))
    assert not asked.exists()
    vscode.picture("install")
    vscode.press("Enter")
    vscode.shown(vscode.findings)
    *command, package = lines(asked)
    assert command == ["tool", "install"]
    assert Path(package).is_file()


def test_it_is_installed_from_a_window_without_a_folder(start: Start, tmp_path: Path) -> None:
    asked = passing_for_uv(tmp_path)
    vscode = start(folder=None, settings={})
    vscode.run("Precedent: Install the Server")
    vscode.answer("Install the Precedent server")
    vscode.until(asked.exists, "the command")
    vscode.until(lambda: runs_from(vscode, tmp_path / "home"), "the server")


def test_where_nothing_can_install_the_server_the_command_is_told(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md", settings={})
    vscode.notifications.get_by_role("button", name="Install…").click()
    vscode.shown(vscode.notifications.filter(has_text="Neither uv nor pipx").filter(has_text=".whl"))


def test_a_server_in_the_selected_python_environment_is_found(
    start: Start, workspace: Path, tmp_path: Path
) -> None:
    programs = tmp_path / "env" / "bin"
    programs.mkdir(parents=True)
    (programs / "precedent-ls").symlink_to(SERVER)
    chosen = python_extension(tmp_path / "python.vsix", programs / "python")
    vscode = start(file=workspace / "future.en.md", settings={}, extensions=(chosen,))
    vscode.run("Precedent: Show the Version")
    vscode.shown(vscode.notifications.filter(has_text=str(programs)))


def test_a_server_that_is_killed_comes_back(start: Start, workspace: Path, tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    server = script(tmp_path / "server", f'#!/bin/sh\necho $$ >> {pids}\nexec {SERVER} "$@"\n')
    vscode = start(file=workspace / "future.en.md", settings={"precedent.server.command": str(server)})
    vscode.until(lambda: len(lines(pids)) == 1, "the server")
    vscode.run("Precedent: Show the Version")
    vscode.shown(vscode.notifications.filter(has_text=str(server)))

    os.kill(int(lines(pids)[0]), signal.SIGKILL)

    vscode.until(lambda: len(lines(pids)) == 2, "the server anew")
    vscode.shown(vscode.findings)
    assert not vscode.notifications.filter(has_text="ended by itself").count()
    vscode.run("Precedent: Restart the Server")
    vscode.until(lambda: len(lines(pids)) == 3, "the server restarted by command")


def test_restricted_mode_runs_nothing_of_the_folder(start: Start, workspace: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    theirs = script(workspace / "server", f'#!/bin/sh\ntouch {ran}\nexec {SERVER} "$@"\n')
    (workspace / ".vscode").mkdir()
    (workspace / ".vscode" / "settings.json").write_text(
        json.dumps({"precedent.server.command": str(theirs)})
    )
    vscode = start(
        file=workspace / "future.en.md",
        settings={
            "security.workspace.trust.enabled": True,
            "security.workspace.trust.startupPrompt": "never",
            "security.workspace.trust.untrustedFiles": "open",
            "precedent.server.command": str(SERVER),
        },
    )
    vscode.shown(vscode.status("Restricted Mode"))
    vscode.run("Precedent: Show the Version")
    vscode.shown(vscode.notifications.filter(has_text=str(SERVER)))
    vscode.picture("restricted-mode")
    assert not ran.exists()

    vscode.status("Restricted Mode").first.click()
    vscode.page.get_by_role("button", name="Trust", exact=True).click()
    vscode.until(ran.exists, "the folder's own server, once it is trusted")


def passing_for_uv(folder: Path) -> Path:
    """Put a program where uv would be; give the file that says what it was asked for."""
    programs = folder / "home" / ".local" / "bin"
    programs.mkdir(parents=True)
    asked = folder / "asked"
    script(programs / "uv", UV.format(asked=asked, server=SERVER, programs=programs))
    return asked


def runs_from(vscode: Workbench, folder: Path) -> bool:
    """Tell whether the extension says that it runs a server from there."""
    vscode.run("Precedent: Show the Version")
    return vscode.seen(vscode.notifications.filter(has_text=str(folder)).first)


def python_extension(vsix: Path, python: Path) -> Path:
    """Pack an extension that passes for the Python extension, with an environment selected."""
    manifest = {
        "name": "python",
        "publisher": "ms-python",
        "version": "2026.0.0",
        "engines": {"vscode": "^1.91.0"},
        "main": "main.js",
        "activationEvents": [],
    }
    code = f"""
        const uri = require("vscode").Uri.file({json.dumps(str(python))});
        const environment = {{ path: uri.fsPath, executable: {{ uri }} }};
        const getActiveEnvironmentPath = () => environment;
        const resolveEnvironment = async () => environment;
        exports.activate = () => ({{ environments: {{ getActiveEnvironmentPath, resolveEnvironment }} }});
    """
    identity = '<Identity Language="en-US" Id="python" Version="2026.0.0" Publisher="ms-python"/>'
    with zipfile.ZipFile(vsix, "w") as file:
        file.writestr("extension/package.json", json.dumps(manifest))
        file.writestr("extension/main.js", code)
        file.writestr(
            "extension.vsixmanifest", f"<PackageManifest><Metadata>{identity}</Metadata></PackageManifest>"
        )
    return vsix


def script(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path


def lines(path: Path) -> list[str]:
    return path.read_text().split() if path.exists() else []
