"""What is set, where, and whether it counts."""

import json
from pathlib import Path
from typing import Any

from tests.editors.vscode.conftest import SERVER, Start
from tests.editors.vscode.workbench import Workbench

#: Rules that are turned off here; the draft breaks both.
NAME, HOLDER = "person-name", "holder-out"


#: One row for each finding, so that all are seen.
SETTINGS = {"precedent.server.command": str(SERVER), "problems.defaultViewMode": "table"}

#: Says that a form is right that the register that comes with the server has for a variant.
REGISTER = """
[[person]]
id = "mayorkas"
extends = true
both.accepted = ["Alejandro Mayorkas"]
"""


def problems(vscode: Workbench, rule: str) -> Any:
    return vscode.page.locator(".markers-panel .monaco-list-row").filter(has_text=rule)


def test_what_precedent_toml_says_counts_beside_the_defaults(start: Start, workspace: Path) -> None:
    (workspace / "precedent.toml").write_text(f'[checks.severity]\n{NAME} = "off"\n')
    vscode = start(file=workspace / "future.en.md", settings=SETTINGS)
    vscode.run("View: Focus Problems")
    vscode.shown(problems(vscode, HOLDER))
    assert not problems(vscode, NAME).count()


def test_a_setting_that_changes_counts_at_once(start: Start, workspace: Path) -> None:
    settings = workspace / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text("{}")  # what is put into a folder just made may escape an editor that watches
    vscode = start(file=workspace / "future.en.md", settings=SETTINGS)
    vscode.run("View: Focus Problems")
    vscode.shown(problems(vscode, NAME))
    settings.write_text(json.dumps({"precedent.checks.severity": {NAME: "off"}}))
    vscode.gone(problems(vscode, NAME))
    vscode.shown(problems(vscode, HOLDER))
    settings.write_text("{}")
    vscode.shown(problems(vscode, NAME))


def test_each_folder_of_a_workspace_has_its_own(start: Start, workspace: Path, tmp_path: Path) -> None:
    lenient = tmp_path / "lenient"
    lenient.mkdir()
    draft = (workspace / "future.en.md").rename(lenient / "lenient.md")
    (lenient / "precedent.toml").write_text(f'[checks.severity]\n{HOLDER} = "off"\n')
    both = tmp_path / "both.code-workspace"
    both.write_text(json.dumps({"folders": [{"path": str(workspace)}, {"path": str(lenient)}]}))
    vscode = start(file=draft, settings=SETTINGS, folder=both)
    vscode.run("View: Focus Problems")
    vscode.shown(problems(vscode, NAME))
    assert not problems(vscode, HOLDER).count()
    vscode.open(workspace / "future.fr.md")
    vscode.shown(problems(vscode, HOLDER))


def test_restricted_mode_reads_no_register_of_the_folder(start: Start, workspace: Path) -> None:
    (workspace / "register.toml").write_text(REGISTER)
    (workspace / "precedent.toml").write_text('[register]\nfiles = ["register.toml"]\n')
    trust = {
        "security.workspace.trust.enabled": True,
        "security.workspace.trust.startupPrompt": "never",
        "security.workspace.trust.untrustedFiles": "open",
    }
    vscode = start(file=workspace / "future.en.md", settings=SETTINGS | trust)
    vscode.shown(vscode.status("Restricted Mode"))
    vscode.run("View: Focus Problems")
    vscode.shown(problems(vscode, NAME))
    vscode.status("Restricted Mode").first.click()
    vscode.page.get_by_role("button", name="Trust", exact=True).click()
    vscode.gone(problems(vscode, NAME))


def test_lines_above_headings_are_shown_when_asked_for(start: Start, workspace: Path) -> None:
    (workspace / "precedent.toml").write_text("[code_lens]\nenabled = true\n")
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.page.locator(".codelens-decoration"))
    vscode.picture("code-lens")
