"""The best continuation behind the cursor, and Tab."""

import pytest

from tests.editors.eventually import eventually

from .conftest import Opener

FORMULAS = [
    ("future.en.md", "## Online Crime", "The Ministers plan to continue"),
    ("future.fr.md", "## Crimes en ligne", "Les ministres ont l'intention de"),
]


@pytest.mark.parametrize(("draft", "heading", "typed"), FORMULAS)
def test_tab_takes_the_ghost_text(
    open_neovim: Opener, sources: dict[str, str], draft: str, heading: str, typed: str
) -> None:
    editor = open_neovim(draft).attached()
    editor.new_paragraph(heading)
    editor.write(typed)
    ghost = editor.ghost()
    assert ghost
    editor.eventually_shows((typed + ghost)[: len(typed) + 10])
    editor.capture(f"ghost-text.{draft[7:9]}")
    editor.terminal.press("Tab")
    editor.eventually_line(typed + ghost)
    assert (typed + ghost).strip() in sources[draft[7:9]]


def test_the_next_stretch_follows_at_once(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("The Ministers plan to continue")
    first = editor.ghost()
    assert first
    editor.terminal.press("Tab")
    second = eventually("more ghost text", editor.ghost, lambda ghost: ghost not in ("", first))
    editor.terminal.press("Tab")
    editor.eventually_line("The Ministers plan to continue" + first + second)


def test_keys_typed_on_before_tab_are_not_doubled(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("The Ministers plan to continue")
    ghost = editor.ghost()
    assert ghost
    # All in one go, so that the ghost text is still the one from before.
    editor.terminal.press(*("Space" if key == " " else key for key in ghost[:3]), "Tab")
    editor.eventually_line("The Ministers plan to continue" + ghost)


def test_tab_is_a_tab_when_something_else_was_typed(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md", settings="vim.o.shiftwidth = 4").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("The Ministers plan to continue")
    assert editor.ghost()
    editor.terminal.press("z", "Tab", "q")
    eventually("a tab", editor.line, lambda line: line.endswith("q"))
    assert editor.line().expandtabs(4).rstrip("q").rstrip() == "The Ministers plan to continuez"


def test_tab_does_what_the_user_mapped_it_to(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md", settings="vim.keymap.set('i', '<Tab>', '<C-v>u2192')").attached()
    editor.new_paragraph("## Online Crime")
    editor.terminal.press("Tab")
    editor.eventually_line("→")


def test_ghost_text_is_taken_while_the_list_is_open(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("Building on the success of ")
    assert editor.menu()
    ghost = editor.ghost()
    assert ghost
    editor.terminal.press("Tab")
    editor.eventually_line("Building on the success of " + ghost)
    eventually("the list to close", editor.menu, lambda menu: not menu)


def test_undo_takes_the_ghost_text_back_alone(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.new_paragraph("## Online Crime")
    editor.write("The Ministers plan to continue")
    ghost = editor.ghost()
    assert ghost
    editor.terminal.press("Tab")
    editor.eventually_line("The Ministers plan to continue" + ghost)
    editor.terminal.press("Escape", "u")
    editor.eventually_line("The Ministers plan to continue")
