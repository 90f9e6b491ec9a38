"""From place to place with VS Code's own keys: to precedents, mentions, headings and names; and renaming."""

from pathlib import Path

import pytest

from tests.editors.vscode.conftest import Start

#: Draft, a place in it, the file that F12 opens there, words that are shown of it.
PLACES = [
    ("future.en.md", "plan to continue their close", "2024-washington.en.md", "in other bilateral exchanges"),
    (
        "future.fr.md",
        "Les ministres ont l’intention",
        "2024-washington.fr.md",
        "autres échanges bilatéraux",
    ),
    (
        "future.en.md",
        "laboratories to the Royal Canadian Moun",
        "bodies.toml",
        "Royal Canadian Mounted Police",
    ),
]


@pytest.mark.parametrize(("draft", "place", "source", "words"), PLACES)
def test_a_place_leads_to_where_it_comes_from_which_cannot_be_edited(
    start: Start, workspace: Path, draft: str, place: str, source: str, words: str
) -> None:
    vscode = start(file=workspace / draft)
    vscode.shown(vscode.findings)
    vscode.place(workspace / draft, place)
    vscode.insist("F12", vscode.page.locator(".tab.active").filter(has_text=source))
    vscode.shown(vscode.page.locator(".view-line").filter(has_text=words))
    if draft.endswith("en.md") and source.endswith(".md"):
        vscode.picture("definition")
    vscode.edit()
    vscode.type("x")
    vscode.shown(vscode.message.filter(has_text="read-only"))


def test_an_agency_is_found_wherever_it_is_named(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.place(workspace / "future.en.md", "Royal Canadian Moun")
    peek = vscode.page.locator(".peekview-widget")
    vscode.insist("Shift+F12", peek)
    vscode.shown(peek.get_by_text("2023-ottawa.en.md"))
    vscode.shown(peek.get_by_text("future.en.md"))
    vscode.picture("references")


def test_defined_terms_are_renamed_everywhere(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    name = vscode.page.locator(".rename-box input")
    vscode.place(file, "(hereinafter “the Minis")
    vscode.insist("F2", name)
    name.fill(name.input_value().replace("Ministers", "Principals"))
    vscode.picture("rename")
    name.press("Enter")
    vscode.shown(vscode.changed)
    text = vscode.saved(file)
    assert "(hereinafter “the Principals”)" in text
    assert "The Principals welcomed the work" in text
    assert "the Ministers" not in text
    assert "The Ministers" not in text

    vscode.place(file, "The RCM")
    vscode.insist("F2", name)
    assert name.input_value() == "RCMP"
    name.fill("RMP")
    name.press("Enter")
    vscode.shown(vscode.changed)
    assert "Royal Canadian Mounted Police (RMP). The RMP will" in vscode.saved(file)


def test_renaming_anything_else_says_why_not(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.place(file, "its laborat")
    vscode.insist("F2", vscode.message.filter(has_text="Only an acronym"))


def test_the_outline_and_the_register_are_symbols(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.insist("Control+Shift+O", vscode.quick_input)
    vscode.shown(vscode.picks.filter(has_text="## Online Crime"))
    assert vscode.picks.filter(has_text="Online Crime").count() == 1  # not as ours and VS Code’s own
    vscode.press("Escape")
    vscode.insist("Control+T", vscode.quick_input)
    vscode.page.keyboard.insert_text("Gendarmerie")
    vscode.shown(vscode.picks.filter(has_text="Gendarmerie royale du Canada (GRC)"))
    vscode.picture("symbols")


def test_plain_text_has_an_outline_of_its_own(start: Start, workspace: Path) -> None:
    draft = (workspace / "future.en.md").rename(workspace / "future.en.txt")
    vscode = start(file=draft)
    vscode.shown(vscode.findings)
    vscode.insist("Control+Shift+O", vscode.quick_input)
    vscode.shown(vscode.picks.filter(has_text="RCMP"))
