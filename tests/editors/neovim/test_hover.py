"""What stands under the cursor."""

import pytest

from tests.editors.eventually import eventually

from .conftest import Opener

SENTENCES = [
    ("future.en.md", "close contact", "bilateral exchanges", "échanges bilatéraux"),
    ("future.fr.md", "poursuivre leur", "échanges bilatéraux", "bilateral exchanges"),
]
NAMES = [("future.en.md", "Royal Canadian"), ("future.fr.md", "Gendarmerie royale")]


@pytest.mark.parametrize(("draft", "sentence", "precedent", "twin"), SENTENCES)
def test_a_sentence_shows_its_precedent_and_the_twin_wording(
    open_neovim: Opener, draft: str, sentence: str, precedent: str, twin: str
) -> None:
    editor = open_neovim(draft).attached()
    editor.go_to(sentence)
    editor.terminal.press("K")
    hover = eventually("the hover", editor.floats)
    assert "2024" in hover
    assert precedent in hover
    assert twin in hover
    editor.eventually_shows(precedent)
    editor.capture(f"hover.{draft[7:9]}")


@pytest.mark.parametrize(("draft", "name"), NAMES)
def test_a_name_shows_what_is_known_of_it(open_neovim: Opener, draft: str, name: str) -> None:
    editor = open_neovim(draft).attached()
    editor.go_to(name)
    editor.terminal.press("K")
    hover = eventually("the hover", editor.floats)
    assert "Royal Canadian Mounted Police" in hover
    assert "Gendarmerie royale du Canada" in hover


def test_nothing_is_shown_outside_the_text(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("release: canada")
    editor.terminal.press("K")
    editor.eventually_shows("No information available")
    assert not editor.floats()
