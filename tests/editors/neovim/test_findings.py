"""Warnings as a drafter sees them, and their fixes."""

import pytest

from tests.editors.eventually import eventually

from .conftest import Opener
from .neovim import Neovim

WRONG = [
    ("future.en.md", "Alejandro Mayorkas", "Alejandro N. Mayorkas"),
    ("future.en.md", "Canada Border Service Agency", "Canada Border Services Agency"),
    ("future.fr.md", "Alejandro Mayorkas", "Alejandro N. Mayorkas"),
    ("future.fr.md", "trans-frontalière", "transfrontalière"),
]


def finding_on(editor: Neovim, text: str) -> str:
    """Wait until a finding stands on `text`; give its message. The cursor is there afterwards."""
    editor.go_to(text)
    row, column = editor.nvim.current.window.cursor
    found = eventually(
        f"a finding on “{text}”",
        editor.diagnostics,
        lambda all_: [each for each in all_ if each["lnum"] == row - 1 and covers(each, column)],
    )
    return next(str(each["message"]) for each in found if each["lnum"] == row - 1 and covers(each, column))


def covers(finding: dict[str, int], column: int) -> bool:
    return finding["col"] <= column < finding["end_col"]


@pytest.mark.parametrize(("draft", "wrong", "right"), WRONG)
def test_a_wrong_form_is_shown_and_mended_with_its_fix(
    open_neovim: Opener, draft: str, wrong: str, right: str
) -> None:
    editor = open_neovim(draft).attached()
    message = finding_on(editor, wrong)
    assert right in message
    editor.terminal.press("C-w", "d")
    editor.eventually_shows(message.split(right)[0].split("\n")[0][:40].strip())
    editor.capture(f"finding.{draft[7:9]}")
    editor.terminal.type("gra")
    editor.eventually_shows("Code actions")
    editor.terminal.press("1", "Enter")
    eventually("the right form", editor.text, lambda text: right in text and wrong not in text)


def test_all_findings_with_one_sure_fix_are_mended_at_once(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.eventually_lua("the findings", "return #vim.diagnostic.get(0) > 0")
    editor.lua("vim.lsp.buf.code_action({ context = { only = { 'source.fixAll' } }, apply = true })")
    text = eventually("the fixes", editor.text, lambda text: "Alejandro N. Mayorkas" in text)
    assert "Canada Border Services Agency" in text
    assert "Trilateral Fentanyl Committee" in text


def test_someone_who_has_left_the_office_is_an_error(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    message = finding_on(editor, "Marco Mendicino")
    assert "2023-07-26" in message or "July 26, 2023" in message


def test_each_finding_is_there_once(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    finding_on(editor, "Alejandro Mayorkas")
    found = [(each["lnum"], each["col"], each.get("code")) for each in editor.diagnostics()]
    assert len(found) == len(set(found))


def test_a_file_that_is_no_draft_is_left_in_peace(open_neovim: Opener) -> None:
    editor = open_neovim("notes.md").attached()
    editor.terminal.type("iAlejandro Mayorkas and the Cross Border Crime Forum")
    editor.terminal.press("Escape", "o")
    editor.terminal.type("Building on the success of ")
    # The answer to what is asked for comes after what would have come by itself.
    editor.lua("vim.lsp.buf.hover()")
    assert not editor.diagnostics()
    assert not editor.menu()
    assert not editor.ghost()
