"""Going where wording comes from, and renaming what is named."""

from pathlib import Path

from tests.editors.vscode.conftest import Start


def test_a_sentence_leads_to_its_precedent(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.place(workspace / "future.en.md", "plan to continue their close")
    vscode.press("F12")
    vscode.shown(vscode.page.locator(".tab, .peekview-widget").filter(has_text="2024-washington.en"))
    vscode.shown(vscode.page.locator(".view-line").filter(has_text="in other bilateral exchanges"))
    vscode.picture("definition")


def test_an_agency_is_found_wherever_it_is_named(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.place(workspace / "future.en.md", "Royal Canadian Moun")
    vscode.press("Shift+F12")
    peek = vscode.page.locator(".peekview-widget")
    vscode.shown(peek.get_by_text("2023-ottawa.en.md"))
    vscode.shown(peek.get_by_text("future.en.md"))
    vscode.picture("references")


def test_a_defined_term_is_renamed_everywhere(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.place(file, "(hereinafter “the Minis")
    vscode.press("F2")
    name = vscode.page.locator(".rename-box input")
    vscode.shown(name)
    name.fill(name.input_value().replace("Ministers", "Principals"))
    vscode.picture("rename")
    vscode.press("Enter")
    vscode.gone(name)
    vscode.shown(vscode.page.locator(".tab.active.dirty"))
    text = vscode.saved(file)
    assert "(hereinafter “the Principals”)" in text
    assert "The Principals welcomed the work" in text
    assert "the Ministers" not in text
    assert "The Ministers" not in text


def test_the_outline_and_the_register_are_symbols(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.press("Control+Shift+O")
    vscode.shown(vscode.picks.filter(has_text="## Online Crime"))
    assert vscode.picks.filter(has_text="Online Crime").count() == 1  # not as ours and VS Code’s own
    vscode.press("Escape")
    vscode.press("Control+T")
    vscode.page.keyboard.insert_text("Gendarmerie")
    vscode.shown(vscode.picks.filter(has_text="Gendarmerie royale du Canada"))
    vscode.picture("symbols")


def test_plain_text_has_an_outline_of_its_own(start: Start, workspace: Path) -> None:
    draft = (workspace / "future.en.md").rename(workspace / "future.en.txt")
    vscode = start(file=draft)
    vscode.shown(vscode.findings)
    vscode.press("Control+Shift+O")
    vscode.shown(vscode.picks.filter(has_text="RCMP"))
