"""`:Precedent` and `:checkhealth precedent`."""

import os
import shutil
import signal
from pathlib import Path

from tests.editors.conftest import ROOT
from tests.editors.eventually import eventually
from tests.editors.terminal_editor import EDITORS
from tests.editors.tools.editors import neovim
from tests.editors.tools.process import run

from .conftest import Opener
from .neovim import Neovim


def command(editor: Neovim, line: str) -> None:
    editor.terminal.type(f":{line}")
    editor.terminal.press("Enter")


def answer(editor: Neovim, prompt: str, text: str) -> None:
    editor.eventually_shows(prompt)
    editor.terminal.type(text)
    editor.terminal.press("Enter")


def test_a_passage_is_found_and_inserted(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("target children.")
    editor.terminal.press("$")
    command(editor, "Precedent search hate crimes erode communities")
    editor.eventually_shows("Precedents for “hate crimes erode communities”")
    editor.capture("search.en")
    answer(editor, "2024-washington.en", "1")
    answer(editor, "Insert at the cursor", "1")
    eventually("the passage", editor.line, lambda line: "hate crimes erode communities" in line)
    assert "children. " in editor.line()


def test_a_statement_is_opened_at_the_passage_and_cannot_be_changed(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    command(editor, "Precedent open hate crimes erode communities")
    answer(editor, "Precedents for", "1")
    eventually("the statement", editor.line, lambda line: "hate crimes erode communities" in line)
    assert "2024-washington.en" in editor.nvim.current.buffer.name
    assert not editor.nvim.current.buffer.options["modifiable"]


def test_a_french_draft_finds_french_passages(open_neovim: Opener) -> None:
    editor = open_neovim("future.fr.md").attached()
    command(editor, "Precedent insert crimes haineux minent les communautés")
    editor.eventually_shows(
        "1: 2024-washington.fr · Crimes en ligne et crim… │ "
    )  # a long section leaves room
    answer(editor, "2024-washington.fr", "1")
    eventually("the passage", editor.line, lambda line: "minent les communautés" in line)


def test_precedents_of_the_sentence_are_listed(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    editor.go_to("close contact")
    command(editor, "Precedent here")
    editor.eventually_shows("2024-washington.en")


def test_precedent_wording_is_tinted_by_year(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    command(editor, "Precedent provenance")
    editor.eventually_shows("% precedent wording")
    tints = editor.lua("""
        local namespace = vim.api.nvim_get_namespaces()['precedent.provenance']
        local marks = vim.api.nvim_buf_get_extmarks(0, namespace, 0, -1, { details = true })
        return vim.tbl_map(function(mark)
          local text = vim.api.nvim_buf_get_text(0, mark[2], mark[3], mark[4].end_row, mark[4].end_col, {})
          return { table.concat(text, '\\n'), mark[4].hl_group }
        end, marks)
    """)
    assert any("continue their close contact" in text for text, _ in tints)
    assert all(group.startswith("PrecedentYear") for _, group in tints)
    editor.capture("provenance.en")
    command(editor, "Precedent provenance")
    eventually(
        "no tint",
        lambda: editor.lua("""
            local namespace = vim.api.nvim_get_namespaces()['precedent.provenance']
            return #vim.api.nvim_buf_get_extmarks(0, namespace, 0, -1, {})
        """),
        lambda count: count == 0,
    )


def test_the_tint_follows_the_background(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md", settings="vim.o.background = 'dark'").attached()
    command(editor, "Precedent provenance")
    editor.eventually_shows("% precedent wording")
    tint = "return vim.api.nvim_get_hl(0, { name = 'PrecedentYear1' }).bg"
    dark = editor.lua(tint)
    command(editor, "set background=light")
    light = eventually("another tint", lambda: editor.lua(tint), lambda now: now not in (None, dark))
    command(editor, "colorscheme quiet")
    eventually("the colors", lambda: editor.lua("return vim.g.colors_name"), lambda name: name == "quiet")
    assert editor.lua(tint) == light


def test_the_clearance_table_opens(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    command(editor, "Precedent table")
    eventually("the table", editor.text, lambda text: text.startswith("|"))


def test_a_new_pair_has_front_matter_and_a_skeleton(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    command(editor, "Precedent new")
    answer(editor, "Both, as a pair", "3")
    answer(editor, "Day of the meeting", "")
    answer(editor, "United States", "1")
    answer(editor, "City", "Ottawa")
    eventually("both drafts", lambda: len(editor.nvim.windows), lambda count: count == 2)
    drafts = {
        Path(window.buffer.name).name.rpartition("-")[2]: window.buffer for window in editor.nvim.windows
    }
    assert set(drafts) == {"ottawa.en.md", "ottawa.fr.md"}
    french = drafts["ottawa.fr.md"]
    assert "language: fr" in french[:]
    assert any(line.startswith("twin: ") and line.endswith("ottawa.en.md") for line in french[:])
    eventually(
        "both skeletons",
        lambda: [draft[:] for draft in drafts.values()],
        lambda texts: all(sum(line.startswith("## ") for line in lines) >= 3 for lines in texts),
    )


def test_an_unknown_subcommand_is_told(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    command(editor, "Precedent sarch")
    editor.eventually_shows("no such subcommand: sarch")


def test_a_server_that_was_killed_is_started_again(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    for child in editor.lua("return vim.api.nvim_get_proc_children(vim.fn.getpid())"):
        os.kill(child, signal.SIGKILL)
    editor.eventually_shows("Client precedent quit")
    editor.terminal.press("Enter")  # Neovim may ask for it below its message
    command(editor, "Precedent restart")
    editor.attached()
    editor.new_paragraph("## Online Crime")
    editor.write("The Ministers plan to continue")
    assert editor.ghost()


def test_health_says_that_all_is_well(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md").attached()
    command(editor, "checkhealth precedent")
    editor.eventually_shows("completion and ghost text are available")
    editor.eventually_shows("1 buffer(s) below")
    assert "ERROR" not in editor.text()


def test_health_says_what_is_missing(open_neovim: Opener) -> None:
    settings = "vim.lsp.config('precedent', { cmd = { 'precedent-ls-that-is-not-there' } })"
    settings += "\nvim.g.precedent = { letter = true, tab = 1 }"
    editor = open_neovim("future.en.md", settings=settings)
    command(editor, "checkhealth precedent")
    editor.eventually_shows("precedent-ls-that-is-not-there is not on PATH")
    editor.eventually_shows(f"uv tool install '{ROOT}'")  # the clone that the plugin lies in
    editor.eventually_shows("vim.g.precedent.letter: there is no such option")
    editor.eventually_shows("vim.g.precedent.tab: a boolean is wanted, not a number")


def test_help_is_found_without_a_plugin_manager(open_neovim: Opener) -> None:
    editor = open_neovim("future.en.md")
    command(editor, "help :Precedent")
    editor.eventually_shows("Find passages of earlier statements.")


def test_the_index_of_the_help_is_up_to_date(tmp_path: Path) -> None:
    kept = EDITORS / "neovim/doc"
    made = shutil.copytree(kept, tmp_path / "doc")
    run(neovim(), "--clean", "--headless", "-c", f"helptags {made}", "-c", "quit")
    assert (made / "tags").read_text(encoding="utf-8") == (kept / "tags").read_text(encoding="utf-8")


def test_without_a_server_nothing_is_half_done(open_neovim: Opener) -> None:
    settings = "vim.lsp.config('precedent', { cmd = { 'precedent-ls-that-is-not-there' } })"
    editor = open_neovim("future.en.md", settings=settings)
    for asked in ("search fentanyl", "here", "provenance", "table"):
        command(editor, f"Precedent {asked}")
        editor.eventually_shows("the server is not running")
        editor.terminal.press("C-l")
    assert not editor.lua("return vim.b.precedent_provenance")
