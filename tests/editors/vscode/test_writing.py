"""Ghost text and the list, while one writes."""

from pathlib import Path

import pytest

from tests.editors.vscode.conftest import Start

#: Draft, heading to write under, what is typed before the list is asked for, and after.
FORMULAS = [
    ("future.en.md", "## Online Crime", "Building on ", "the success of "),
    ("future.fr.md", "## Crimes en ligne", "Forts du ", "succès des "),
]


@pytest.mark.parametrize(("draft", "heading", "begun", "more"), FORMULAS)
def test_tab_takes_the_ghost_text(
    start: Start, workspace: Path, sources: dict[str, str], draft: str, heading: str, begun: str, more: str
) -> None:
    file = workspace / draft
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.new_paragraph(file, heading)
    vscode.type((begun + more).rstrip())
    vscode.shown(vscode.ghost)
    ghost = vscode.ghost.first.inner_text()
    vscode.picture("ghost-text" if draft.endswith("en.md") else "ghost-text-french")
    vscode.press("Tab")
    vscode.gone(vscode.ghost.filter(has_text=ghost))
    written = paragraph_under(heading, vscode.saved(file))
    assert written.startswith(begun + more)
    assert len(written) > len(begun + more)
    assert written in sources[draft[7:9]]


@pytest.mark.parametrize(("draft", "heading", "begun", "more"), FORMULAS)
def test_the_list_lives_on_across_a_space(
    start: Start, workspace: Path, sources: dict[str, str], draft: str, heading: str, begun: str, more: str
) -> None:
    file = workspace / draft
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.new_paragraph(file, heading)
    vscode.type(begun)
    vscode.shown(vscode.suggestions)
    vscode.type(more)
    vscode.shown(vscode.suggestions)
    vscode.picture("list" if draft.endswith("en.md") else "list-french")
    vscode.press("Enter")
    vscode.gone(vscode.suggestions)
    written = paragraph_under(heading, vscode.saved(file))
    assert written.startswith(begun + more)
    assert len(written) > len(begun + more)
    assert written in sources[draft[7:9]]


def paragraph_under(heading: str, text: str) -> str:
    """Return the first paragraph under a heading, white space evened out."""
    return " ".join(text.split(heading, 1)[1].strip().split("\n\n")[0].split())
