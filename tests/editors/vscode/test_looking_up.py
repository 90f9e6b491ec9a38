"""What earlier statements said: in a hover, in a search, in the side bar, in colors."""

from pathlib import Path

import pytest

from tests.editors.vscode.conftest import SERVER, Start

#: Draft, a place in a sentence with a precedent, words of that precedent, and of where it is from.
SENTENCES = [
    ("future.en.md", "plan to continue their close", "critical issues", "2024"),
    ("future.fr.md", "Les ministres ont l’intention", "étroite collaboration", "2024"),
]


@pytest.mark.parametrize(("draft", "place", "words", "source"), SENTENCES)
def test_hovering_a_sentence_shows_its_precedent(
    start: Start, workspace: Path, draft: str, place: str, words: str, source: str
) -> None:
    vscode = start(file=workspace / draft)
    vscode.shown(vscode.findings)
    vscode.place(workspace / draft, place)
    vscode.run("Show or Focus Hover")
    vscode.shown(vscode.hover.filter(has_text=words).filter(has_text=source))
    vscode.picture("hover" if draft.endswith("en.md") else "hover-french")


def test_hovering_a_name_shows_who_it_is(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.place(workspace / "future.en.md", "Royal Canadian Moun")
    vscode.run("Show or Focus Hover")
    vscode.shown(vscode.hover.filter(has_text="Gendarmerie royale du Canada"))
    vscode.picture("hover-name")


def test_a_passage_is_searched_and_inserted(start: Start, workspace: Path, sources: dict[str, str]) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.new_paragraph(file, "## Online Crime")
    vscode.search("human smuggling networks")
    vscode.shown(vscode.picks.filter(has_text="human smuggling"))
    vscode.shown(vscode.page.locator(".tab").filter(has_text=".en.md").nth(1))
    vscode.picture("search")
    vscode.press("Enter")
    vscode.gone(vscode.quick_input)
    vscode.gone(vscode.page.locator(".tab").nth(1))
    written = " ".join(vscode.saved(file).split("## Online Crime\n\n", 1)[1].split("\n\n")[0].split())
    assert "smuggling" in written
    assert written in sources["en"]


def test_a_search_that_finds_nothing_says_so(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.search("zebras and xylophones")
    vscode.shown(vscode.picks.filter(has_text="No earlier statement says anything like this."))
    vscode.press("Enter")
    vscode.press("Escape")
    vscode.gone(vscode.quick_input)
    assert vscode.saved(file) == file.read_text(encoding="utf-8")


def test_a_passage_found_leads_to_its_statement(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.fr.md")
    vscode.shown(vscode.findings)
    vscode.search("passage transfrontalier de clandestins")
    vscode.shown(vscode.picks.filter(has_text="clandestins"))
    vscode.press("Control+Enter")
    vscode.gone(vscode.quick_input)
    vscode.shown(vscode.page.locator(".tab.active").filter(has_text="2024-washington.fr.md"))
    vscode.shown(vscode.page.locator(".view-line").filter(has_text="clandestins"))
    vscode.picture("statement")


def test_the_precedents_follow_the_cursor(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.place(file, "plan to continue their close")
    vscode.run("Precedent: Focus on Precedents View")
    page = vscode.precedents_view
    first = page.get_by_role("article").first
    vscode.shown(
        first.filter(has_text="2024 Washington · Conclusion").filter(has_text="in the context of the CBCF")
    )
    vscode.shown(first.filter(has_text="In the other language"))
    vscode.picture("precedents")

    vscode.edit()
    vscode.place(file, "Building on the suc")
    vscode.shown(first.filter(has_text="Building on the success of"))

    vscode.place(file, "extortion schemes that target children.")
    vscode.place(file, "plan to continue their close contact on all these critical issues.")
    vscode.shown(first.filter(has_text="2024 Washington · Conclusion"))
    first.get_by_role("button", name="Insert: 2024 Washington · Conclusion").click()
    vscode.shown(vscode.changed)
    assert "issues. The Ministers plan to continue their close contact" in vscode.saved(file)


def test_the_precedents_can_be_used_with_the_keyboard_and_in_high_contrast(
    start: Start, workspace: Path
) -> None:
    file = workspace / "future.en.md"
    settings = {"precedent.server.command": str(SERVER), "workbench.colorTheme": "Default High Contrast"}
    vscode = start(file=file, settings=settings)
    vscode.shown(vscode.findings)
    vscode.place(file, "plan to continue their close contact on all these critical issues.")
    vscode.run("Precedent: Focus on Precedents View")
    page = vscode.precedents_view
    vscode.shown(page.get_by_role("article").filter(has_text="2024 Washington · Conclusion"))
    vscode.run("Precedent: Tint Precedent Wording by Year")
    vscode.shown(vscode.tints)
    vscode.run("Precedent: Focus on Precedents View")
    vscode.insist("Tab", page.locator("article:focus"))
    vscode.picture("high-contrast")
    vscode.insist("Tab", page.locator("button:focus"))
    vscode.press("Enter")
    vscode.shown(vscode.changed)
    assert "issues. The Ministers plan to continue their close contact" in vscode.saved(file)


def test_precedent_wording_is_tinted_by_year(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.shown(vscode.status("%"))
    vscode.run("Precedent: Focus on Precedents View")
    vscode.shown(vscode.precedents_view.locator("body"))
    vscode.edit()
    vscode.place(workspace / "future.en.md", "Building on the success of prev")
    vscode.shown(vscode.precedents_view.get_by_role("article"))
    vscode.run("Precedent: Tint Precedent Wording by Year")
    vscode.shown(vscode.tints)
    vscode.shown(vscode.precedents_view.get_by_role("listitem").filter(has_text="2024"))
    vscode.picture("provenance")
    vscode.run("Precedent: Tint Precedent Wording by Year")
    vscode.gone(vscode.tints)


def test_the_provenance_table_is_written(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.run("Precedent: Open the Provenance Table")
    vscode.shown(vscode.page.locator(".view-line").filter(has_text="|").filter(has_text="Washington"))
    vscode.picture("provenance-table")


def test_the_statements_are_a_tree(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.run("Precedent: Focus on Statements View")
    vscode.page.get_by_role("button", name="Precedents Section").click()  # folded, to make room
    tree = vscode.page.get_by_role("treeitem")
    for label in ("2024 Washington (en)", "Online Crime and Hate Crimes", "The Ministers then turned to"):
        row = tree.filter(has_text=label).first
        vscode.shown(row)
        row.click()
    vscode.shown(vscode.page.locator(".tab.active").filter(has_text="2024-washington.en.md"))
    vscode.picture("statements")
