"""The list, opened at a trigger character and kept through spaces."""

import pytest

from tests.editors.eventually import eventually

from .conftest import Opener

FORMULAS = [
    ("future.en.md", "## Online Crime", "Building on ", "the success of "),
    ("future.fr.md", "## Crimes en ligne", "Forts du ", "succès des "),
]


@pytest.mark.parametrize(("draft", "heading", "begun", "more"), FORMULAS)
def test_a_phrase_is_completed_across_a_space(
    open_neovim: Opener, agreed: dict[str, str], draft: str, heading: str, begun: str, more: str
) -> None:
    editor = open_neovim(draft).attached()
    editor.new_paragraph(heading)
    editor.terminal.type(begun)
    eventually("the list", editor.menu)
    editor.terminal.type(more)
    first = eventually("the phrase", editor.menu, lambda menu: menu and menu[0].startswith(begun + more))[0]
    editor.capture(f"list.{draft[7:9]}")
    editor.terminal.press("C-n", "C-y")
    editor.eventually_line(first)
    assert first in agreed[draft[7:9]]


def test_nothing_is_written_before_an_entry_is_chosen(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.terminal.type("Building on ")
    eventually("the list", editor.menu)
    assert editor.line() == "Building on "


def test_the_text_after_the_cursor_stays(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.terminal.type(" in the following areas:")
    editor.terminal.press("Home")
    editor.terminal.type("Building on the success of ")
    first = eventually("the list", editor.menu)[0]
    editor.terminal.press("C-n", "C-y")
    editor.eventually_line(first + " in the following areas:")


def test_undo_takes_the_phrase_back_in_one_step(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.terminal.type("Building on the success of ")
    eventually("the list", editor.menu)
    before = editor.text()
    editor.terminal.press("C-n", "C-y")
    eventually("the phrase", editor.text, lambda text: text != before)
    editor.terminal.press("Escape", "u")
    editor.eventually_line("## Online Crime")


def test_enter_ends_the_line_while_the_list_is_open(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.terminal.type("Building on ")
    eventually("the list", editor.menu)
    editor.terminal.press("Enter")
    editor.eventually_line("")


def test_the_list_opens_on_letters_where_that_is_wanted(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md", settings="vim.g.precedent = { letters = true }").attached()
    editor.new_paragraph("## Online Crime")
    editor.terminal.type("Royal Can")
    menu = eventually("the list", editor.menu)
    assert any(label.startswith("Royal Canadian Mounted Police") for label in menu)
