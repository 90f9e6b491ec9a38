"""What earlier statements said: in a hover, in a search, in the side bar, in colors."""

from pathlib import Path

import pytest

from tests.editors.vscode.conftest import Start

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
