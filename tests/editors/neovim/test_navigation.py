"""Going to precedents and mentions, renaming, the outline."""

from pathlib import Path

from tests.editors.eventually import eventually

from .conftest import Opener
from .neovim import Neovim


def places(editor: Neovim, which: str) -> list[tuple[str, str]]:
    """Wait for the quickfix or location list; give file name and text of its entries."""
    what = "vim.fn.getqflist()" if which == "quickfix" else "vim.fn.getloclist(0)"
    entries = eventually(f"the {which} list", lambda: editor.lua(f"return {what}"))
    buffers = [each["bufnr"] for each in entries]
    names = editor.lua("return vim.tbl_map(vim.api.nvim_buf_get_name, ...)", buffers)
    return [(Path(name).name, each["text"]) for name, each in zip(names, entries, strict=True)]


def test_a_sentence_leads_to_its_precedent(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("close contact")
    editor.terminal.press("C-]")
    eventually("the statement", editor.line, lambda line: "both in the context of the CBCF" in line)
    assert editor.nvim.current.buffer.name.endswith("2024-washington.en.md")
    assert editor.nvim.current.buffer.options["readonly"]
    editor.terminal.press("C-t")
    eventually("the draft again", editor.line, lambda line: line.endswith("these critical issues."))


def test_all_mentions_of_an_agency_are_listed(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("Royal Canadian")
    editor.terminal.type("grr")
    found = places(editor, "quickfix")
    assert len([file for file, _ in found if file == "future.en.md"]) >= 2
    assert {"2023-ottawa.en.md", "2005-backgrounder.en.md"} <= {file for file, _ in found}


def test_a_defined_term_is_renamed_everywhere(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("CBCF")
    count = editor.text().count("CBCF")
    editor.terminal.type("grn")
    editor.eventually_shows("New Name: CBCF")
    editor.terminal.press("C-u")
    editor.terminal.type("Forum")
    editor.terminal.press("Enter")
    text = eventually("the new name", editor.text, lambda text: "CBCF" not in text)
    assert text.count("(Forum)") == 1
    assert text.count("Forum") >= count


def test_the_outline_lists_the_headings(open_neovim: Opener) -> None:
    editor = open_neovim("future.fr.md").attached()
    editor.terminal.type("gO")
    headings = " ".join(text for _, text in places(editor, "location"))
    assert "Crimes en ligne" in headings
    assert "Conclusion" in headings


def test_sections_of_all_statements_are_found_by_name(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.lua("vim.lsp.buf.workspace_symbol('Human Smuggling')")
    assert "2023-ottawa.en.md" in {file for file, _ in places(editor, "quickfix")}


def test_all_findings_with_one_sure_fix_are_mended_at_once(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.eventually_lua("the findings", "return #vim.diagnostic.get(0) > 0")
    editor.lua("vim.lsp.buf.code_action({ context = { only = { 'source.fixAll' } }, apply = true })")
    text = eventually("the fixes", editor.text, lambda text: "Alejandro N. Mayorkas" in text)
    assert "Canada Border Services Agency" in text
    assert "Trilateral Fentanyl Committee" in text
