"""Going from place to place with Neovim's own keys."""

from .conftest import Opener
from .neovim import Neovim


def quickfix(editor: Neovim) -> list[str]:
    """Give the file and the line of each place in the list that Neovim has opened."""
    found = editor.eventually_lua(
        "the list",
        """
        local items = vim.fn.getloclist(0)
        items = #items > 0 and items or vim.fn.getqflist()
        return #items > 0 and vim.tbl_map(function(item)
          return vim.fs.basename(vim.fn.bufname(item.bufnr)) .. ': ' .. item.text
        end, items) or nil
        """,
    )
    return list(found)


def file_name(editor: Neovim) -> str:
    """Give the name of the file that is shown."""
    return str(editor.lua("return vim.fs.basename(vim.api.nvim_buf_get_name(0))"))


def arrived(editor: Neovim, name: str) -> None:
    """Wait until Neovim shows a file."""
    editor.eventually_lua(name, f"return vim.fs.basename(vim.api.nvim_buf_get_name(0)) == '{name}'")


def test_a_sentence_opens_the_statement(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("close contact")
    editor.terminal.press("C-]")
    arrived(editor, "2024-washington.en.md")
    assert editor.line()[editor.nvim.current.window.cursor[1] :].startswith("The Ministers plan to continue")
    assert editor.lua("return vim.bo.readonly")


def test_a_sentence_in_french_and_back(open_neovim: Opener) -> None:
    editor = open_neovim("future.fr.md").attached()
    editor.go_to("poursuivre leur")
    editor.terminal.press("C-]")
    arrived(editor, "2024-washington.fr.md")
    editor.terminal.press("C-t")
    arrived(editor, "future.fr.md")


def test_the_other_language(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("close contact")
    editor.terminal.type("grt")
    files = {place.partition(":")[0] for place in quickfix(editor)}
    assert files == {"future.fr.md", "2024-washington.fr.md"}


def test_an_acronym_leads_to_its_definition(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("RCMP will report")
    editor.terminal.press("C-]")
    editor.eventually_lua("the definition", "return vim.fn.expand('<cword>') == 'Royal'")
    assert file_name(editor) == "future.en.md"


def test_references(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("RCMP will report")
    editor.terminal.type("grr")
    files = {place.partition(":")[0] for place in quickfix(editor)}
    assert {"future.en.md", "bodies.toml", "2023-ottawa.en.md", "2005-backgrounder.en.md"} <= files


def test_rename(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("RCMP will report")
    editor.lua("vim.lsp.buf.rename('RMP')")
    editor.eventually_lua(
        "the new name", "return vim.api.nvim_get_current_line():find('The RMP will report') ~= nil"
    )
    assert "Royal Canadian Mounted Police (RMP)" in editor.text()


def test_rename_says_why_not(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("laboratories")
    editor.lua("vim.lsp.buf.rename('X')")
    editor.eventually_shows("Only an acronym or a defined term can be renamed")


def test_the_outline(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.lua("vim.lsp.buf.document_symbol()")  # gO is Neovim's own outline in Markdown
    places = quickfix(editor)
    assert any("Online Crime" in place for place in places)
    assert any("RCMP" in place for place in places)


def test_symbols_of_the_workspace(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.lua("vim.lsp.buf.workspace_symbol('gendarmerie royale')")
    assert any("Gendarmerie royale du Canada (GRC)" in place for place in quickfix(editor))
