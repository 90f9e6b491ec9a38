"""Ghost text and the list, while one writes."""

from pathlib import Path

import pytest

from tests.editors.vscode.conftest import Start

#: Draft, heading to write under, what opens the list, what is typed while it is open, what is then chosen.
FORMULAS = [
    ("future.en.md", "## Online Crime", "Building on ", "the success of ", "previous CBCF meetings"),
    ("future.fr.md", "## Crimes en ligne", "Forts du ", "succès des ", "réunions précédentes"),
]


@pytest.mark.parametrize(("draft", "heading", "begun", "more", "phrase"), FORMULAS)
def test_tab_takes_the_ghost_text_beside_the_list(
    start: Start, workspace: Path, draft: str, heading: str, begun: str, more: str, phrase: str
) -> None:
    file = workspace / draft
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.new_paragraph(file, heading)
    vscode.type(begun + more)
    vscode.shown(vscode.ghost)
    vscode.shown(vscode.suggestions)
    vscode.picture("ghost-text" if draft.endswith("en.md") else "ghost-text-french")
    written = begun
    while len(written) < len(begun + more + phrase):  # what follows is offered once a stretch is taken
        vscode.shown(vscode.ghost)
        vscode.press("Tab")
        assert paragraph_under(heading, vscode.saved(file)) != written
        written = paragraph_under(heading, vscode.saved(file))
    assert written.startswith(begun + more + phrase)


@pytest.mark.parametrize(("draft", "heading", "begun", "more", "phrase"), FORMULAS)
def test_the_list_lives_on_across_a_space(
    start: Start,
    workspace: Path,
    sources: dict[str, str],
    draft: str,
    heading: str,
    begun: str,
    more: str,
    phrase: str,
) -> None:
    file = workspace / draft
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.new_paragraph(file, heading)
    vscode.type(begun)
    vscode.shown(vscode.suggestions)
    vscode.type(more)
    vscode.shown(vscode.suggestions.filter(has_text=phrase))
    vscode.picture("list" if draft.endswith("en.md") else "list-french")
    chosen = vscode.suggestions.and_(vscode.page.locator(".focused")).filter(has_text=phrase)
    for _ in range(vscode.suggestions.count()):
        vscode.press("ArrowDown")
        if chosen.count():
            break
    vscode.press("Enter")
    vscode.gone(vscode.suggestions)
    written = paragraph_under(heading, vscode.saved(file))
    assert written.startswith(begun + more + phrase)
    assert written in sources[draft[7:9]]


def test_the_acronym_in_the_brackets_that_the_editor_closes(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.new_paragraph(file, "## Online Crime")
    vscode.type("They thanked the Drug Enforcement Administration (")
    vscode.shown(vscode.ghost)
    vscode.picture("acronym")
    vscode.press("Tab")
    assert paragraph_under("## Online Crime", vscode.saved(file)) == (
        "They thanked the Drug Enforcement Administration (DEA)"
    )


def test_words_of_the_ghost_text_are_taken_one_by_one(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.new_paragraph(file, "## Online Crime")
    vscode.type("The Ministers plan to continue their close")
    vscode.shown(vscode.ghost)
    vscode.press("Control+ArrowRight", "Control+ArrowRight")
    assert paragraph_under("## Online Crime", vscode.saved(file)) == (
        "The Ministers plan to continue their close contact"
    )


def test_enter_ends_the_line_unless_an_item_was_chosen(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.new_paragraph(file, "## Online Crime")
    vscode.type("Building on the ")
    vscode.shown(vscode.suggestions)
    vscode.press("Enter")
    vscode.gone(vscode.suggestions)
    assert "\nBuilding on the \n" in vscode.saved(file)


def test_where_no_ghost_text_can_be_tab_takes_the_first_item(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.place(file, "The Ministers plan to continue", after=False)
    vscode.type("Building on the success of ")
    vscode.shown(vscode.suggestions.filter(has_text="2024 Washington"))  # each says where it is from
    first = str(vscode.suggestions.first.locator(".label-name").text_content())
    vscode.press("Tab")
    vscode.gone(vscode.suggestions)
    assert f"Building on the success of {first}The Ministers plan" in vscode.saved(file)


def paragraph_under(heading: str, text: str) -> str:
    """Return the first paragraph under a heading, white space evened out."""
    return " ".join(text.split(heading, 1)[1].strip().split("\n\n")[0].split())
