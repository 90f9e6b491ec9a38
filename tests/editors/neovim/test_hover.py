"""What stands under the cursor."""

from tests.editors.eventually import eventually

from .conftest import Opener


def test_a_sentence_shows_its_precedent_and_the_twin_wording(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("close contact")
    editor.terminal.press("K")
    hover = eventually("the hover", editor.floats)
    assert "2024" in hover
    assert "The Ministers plan to continue their close contact" in hover
    assert "Les ministres ont l'intention de poursuivre" in hover
    editor.eventually_shows("plan to continue their close contact on all these critical issues")
    editor.capture("hover.en")


def test_a_french_sentence_shows_its_english_twin(open_neovim: Opener) -> None:
    editor = open_neovim("future.fr.md").attached()
    editor.go_to("poursuivre leur")
    editor.terminal.press("K")
    hover = eventually("the hover", editor.floats)
    assert "The Ministers plan to continue their close contact" in hover
    editor.capture("hover.fr")


def test_a_name_shows_what_is_known_of_it(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("Royal Canadian")
    editor.terminal.press("K")
    hover = eventually("the hover", editor.floats)
    assert "RCMP" in hover
    assert "Gendarmerie royale du Canada" in hover
