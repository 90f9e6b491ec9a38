"""From place to place with VS Code's own keys: to precedents, mentions and names, and renaming."""

from pathlib import Path

import pytest

from tests.editors.vscode.conftest import Start


@pytest.mark.parametrize(
    ("draft", "place", "statement"),
    [
        ("future.en.md", "plan to continue their close", "2024-washington.en.md"),
        ("future.fr.md", "Les ministres ont l’intention", "2024-washington.fr.md"),
        ("future.en.md", "laboratories to the Royal Canadian Moun", "bodies.toml"),
    ],
)
def test_a_place_leads_to_where_it_comes_from_which_cannot_be_edited(
    start: Start, workspace: Path, draft: str, place: str, statement: str
) -> None:
    vscode = start(file=workspace / draft)
    vscode.shown(vscode.findings)
    vscode.place(workspace / draft, place)
    vscode.press("F12")
    vscode.shown(vscode.page.locator(".tab.active").filter(has_text=statement))
    vscode.edit()
    vscode.type("x")
    vscode.shown(vscode.message.filter(has_text="read-only"))


def test_mentions_renaming_and_names(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.place(file, "The RCM")
    vscode.press("Shift+F12")
    vscode.shown(vscode.page.locator(".reference-zone-widget .ref-tree").filter(has_text="2023-ottawa.en.md"))
    vscode.press("Escape")
    vscode.gone(vscode.page.locator(".reference-zone-widget"))

    vscode.press("F2")
    name = vscode.page.locator(".rename-box input")
    vscode.shown(name)
    assert name.input_value() == "RCMP"
    name.fill("RMP")
    name.press("Enter")
    vscode.gone(vscode.page.locator(".rename-box"))
    vscode.until(lambda: "RCMP" not in vscode.saved(file), "the new name")
    assert "Royal Canadian Mounted Police (RMP). The RMP will" in file.read_text(encoding="utf-8")

    vscode.press("Control+T")
    vscode.shown(vscode.quick_input)
    vscode.type("gendarmerie")
    vscode.shown(vscode.picks.filter(has_text="Gendarmerie royale du Canada (GRC)"))


def test_renaming_anything_else_says_why_not(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.place(file, "its laborat")
    vscode.press("F2")
    vscode.shown(vscode.message.filter(has_text="Only an acronym"))
