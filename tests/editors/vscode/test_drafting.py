"""Beginning: a new statement, and a workspace set up for drafting."""

import json
from pathlib import Path

from tests.editors.vscode.conftest import Start


def test_a_pair_of_drafts_is_begun(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.run("Precedent: New Statement")
    vscode.answer("New statement (1 of 4)", "Both")
    vscode.answer("New statement (2 of 4)", "2027-05-06")
    vscode.answer("New statement (3 of 4)", "Canada")
    vscode.answer("New statement (4 of 4)", "Montréal")
    english, french = (workspace / f"2027-05-06-montreal.{language}.md" for language in ("en", "fr"))
    vscode.shown(vscode.page.locator(".tab").filter(has_text=english.name))
    vscode.shown(vscode.page.locator(".tab.active").filter(has_text=french.name))
    vscode.shown(vscode.changed.filter(has_text=french.name))
    vscode.picture("new-statement")
    assert vscode.saved(french).count("\n## ") >= 3  # the skeleton
    assert front_matter(english) == {
        "statement": "cbcf",
        "date": "2027-05-06",
        "language": "en",
        "host": "canada",
        "place": '"Montréal"',
        "twin": french.name,
    }
    assert front_matter(french)["twin"] == english.name


def test_turning_back_or_naming_no_day_begins_nothing(start: Start, workspace: Path) -> None:
    before = set(workspace.iterdir())
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.run("Precedent: New Statement")
    vscode.answer("New statement (1 of 4)")
    question = vscode.quick_input.filter(has_text="New statement (2 of 4)")
    vscode.shown(question)
    question.locator(".quick-input-box input").fill("2027-02-30")
    vscode.shown(question.filter(has_text="A day of the calendar is needed"))
    vscode.press("Enter", "Escape")
    vscode.gone(vscode.quick_input)
    assert set(workspace.iterdir()) == before


def test_a_draft_takes_no_other_files_place(start: Start, workspace: Path) -> None:
    taken = workspace / "2027-05-07-ottawa.fr.md"
    taken.write_text("Mine.")
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.run("Precedent: New Statement")
    vscode.answer("New statement (1 of 4)", "Français")
    vscode.answer("New statement (2 of 4)", "2027-05-07")
    vscode.answer("New statement (3 of 4)", "United States")
    vscode.answer("New statement (4 of 4)", "Ottawa")
    vscode.shown(vscode.changed.filter(has_text="2027-05-07-ottawa-2.fr.md"))
    draft = workspace / "2027-05-07-ottawa-2.fr.md"
    assert "\n# Forum sur la criminalité transfrontalière" in vscode.saved(draft)
    assert front_matter(draft)["host"] == "united-states"
    assert taken.read_text() == "Mine."


def test_a_workspace_is_set_up(start: Start, workspace: Path) -> None:
    (workspace / "precedent.toml").unlink()
    vscode = start(file=workspace / "future.en.md")
    vscode.run("Precedent: Set This Workspace Up")
    vscode.shown(vscode.picks.filter(has_text="editor.wordWrap"))
    vscode.picture("set-up")
    vscode.answer("(1 of 2)")
    vscode.answer("(2 of 2)", "Canada")
    vscode.shown(vscode.page.locator(".tab.active").filter(has_text="precedent.toml"))
    settings = json.loads((workspace / ".vscode" / "settings.json").read_text())
    assert settings["[markdown]"]["editor.wordWrap"] == "on"
    assert settings["[plaintext]"]["editor.wordBasedSuggestions"] == "off"
    assert 'release = "canada"' in (workspace / "precedent.toml").read_text()
    assert (workspace / ".vscode" / "precedent.schema.json").exists()


def front_matter(draft: Path) -> dict[str, str]:
    lines = draft.read_text(encoding="utf-8").split("---\n")[1].splitlines()
    return dict(line.split(": ", 1) for line in lines)
