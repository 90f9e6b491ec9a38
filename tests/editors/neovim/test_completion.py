"""The list, opened at a trigger character and kept through spaces."""

import pytest

from tests.editors.eventually import eventually

from .conftest import Opener
from .neovim import Neovim

# Draft, heading to write under, what is typed in two goes, what the statements continue it with.
FORMULAS = [
    ("future.en.md", "## Online Crime", "Building on ", "the success of ", "previous CBCF meetings"),
    ("future.fr.md", "## Crimes en ligne", "Forts du ", "succès des ", "réunions précédentes du FCT"),
]


def take(editor: Neovim, begun: str = "") -> str:
    """Take the first entry of the open list that begins so; give the line as it is then."""
    number = next(number for number, label in enumerate(editor.menu(), start=1) if label.startswith(begun))
    before = editor.line()
    editor.terminal.press(*["C-n"] * number, "C-y")
    eventually("the list to close", editor.menu, lambda menu: not menu)
    return eventually("the phrase", editor.line, lambda line: line != before)


@pytest.mark.parametrize(("draft", "heading", "begun", "more", "continuation"), FORMULAS)
def test_a_phrase_is_completed_across_a_space(
    open_neovim: Opener, draft: str, heading: str, begun: str, more: str, continuation: str
) -> None:
    editor = open_neovim(draft).attached()
    editor.new_paragraph(heading)
    editor.write(begun)
    assert editor.menu()
    editor.write(more)
    editor.capture(f"list.{draft[7:9]}")
    assert take(editor, continuation).startswith(begun + more + continuation)


def test_nothing_is_written_before_an_entry_is_chosen(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("Building on ")
    assert editor.menu()
    assert editor.line() == "Building on "


def test_the_text_after_the_cursor_stays(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.write(" in the following areas:")
    editor.terminal.press("Home")
    eventually("the start of the line", editor.before_cursor, lambda text: text == "")
    editor.write("Building on the success of ")
    line = take(editor, "previous CBCF meetings")
    assert line.startswith("Building on the success of previous CBCF meetings")
    assert line.endswith(" in the following areas:")


def test_undo_takes_the_phrase_back_in_one_step(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("Building on the success of ")
    take(editor)
    editor.terminal.press("Escape", "u")
    editor.eventually_line("## Online Crime")


def test_enter_ends_the_line_while_the_list_is_open(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("Building on ")
    assert editor.menu()
    editor.terminal.press("Enter")
    editor.eventually_line("")


def test_other_case_finds_the_phrase(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("building on the ")
    assert take(editor, "success of").startswith("building on the success of")


def test_the_list_opens_on_letters_where_that_is_wanted(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md", settings="vim.g.precedent = { letters = true }").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("Buil")
    assert editor.menu()


def test_emoji_and_accents_before_the_cursor(open_neovim: Opener) -> None:
    editor = open_neovim("future.fr.md").attached()
    editor.new_paragraph("## Crimes en ligne")
    editor.write("🇨🇦 « Émus 🎉 », forts du succès des ")
    line = take(editor, "réunions précédentes du FCT")
    assert line.startswith("🇨🇦 « Émus 🎉 », forts du succès des réunions précédentes du FCT")


def test_a_word_without_its_accents_is_replaced_by_the_right_one(open_neovim: Opener) -> None:
    editor = open_neovim("future.fr.md").attached()
    editor.new_paragraph("## Crimes en ligne")
    editor.write("une menace en matière de ")
    assert editor.menu()
    editor.write("securit")
    assert take(editor, "sécurité") in {
        "une menace en matière de sécurité",
        "une menace en matière de sécurité publique",
    }


def test_a_file_whose_lines_end_as_windows_has_it(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md", settings="vim.o.fileformats = 'dos'").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("Building on the success of ")
    line = take(editor, "previous CBCF meetings")
    assert line.startswith("Building on the success of previous CBCF meetings")
    editor.terminal.press("Escape", "u")
    editor.eventually_line("## Online Crime")
