"""nvim-cmp and blink.cmp, each with the one line that the README gives.

They come from no package registry, so this runs where a folder with their checkouts is named:
``PRECEDENT_NVIM_PLUGINS=… pytest tests/editors/neovim/test_completion_plugins.py``.
"""

import os
from pathlib import Path

import pytest

from .conftest import Opener

NVIM_CMP = """
vim.opt.rtp:prepend('{folder}/nvim-cmp')
vim.opt.rtp:prepend('{folder}/cmp-nvim-lsp')
vim.opt.rtp:append('{folder}/cmp-nvim-lsp/after')
local cmp = require('cmp')
cmp.setup({{
  sources = {{ {{ name = 'nvim_lsp' }} }},
  mapping = {{ ['<C-y>'] = cmp.mapping.confirm({{ select = true }}) }},
}})
cmp.setup.filetype({{ 'markdown', 'text' }},
  {{ sorting = {{ comparators = {{ cmp.config.compare.sort_text }} }} }})
"""
BLINK_CMP = """
vim.opt.rtp:prepend('{folder}/blink.cmp')
require('blink.cmp').setup({{
  fuzzy = {{ implementation = 'lua' }},
  sources = {{ default = {{ 'lsp' }} }},
  completion = {{ trigger = {{ show_on_blocked_trigger_characters = {{}} }} }},
}})
"""


@pytest.fixture
def plugins() -> Path:
    """Give the folder with the plugins' checkouts."""
    folder = os.environ.get("PRECEDENT_NVIM_PLUGINS")
    if not folder:
        pytest.skip("PRECEDENT_NVIM_PLUGINS names no folder with nvim-cmp, cmp-nvim-lsp and blink.cmp")
    return Path(folder)


@pytest.mark.parametrize("settings", [NVIM_CMP, BLINK_CMP], ids=["nvim-cmp", "blink.cmp"])
def test_a_phrase_is_completed_across_a_space(open_neovim: Opener, plugins: Path, settings: str) -> None:
    editor = open_neovim("future.en.md", settings=settings.format(folder=plugins)).attached()
    editor.new_paragraph("## Online Crime")
    editor.write("Building ")
    editor.write("on the success of ")
    editor.terminal.press("C-y")
    editor.eventually_lua(
        "a phrase", "return vim.api.nvim_get_current_line():find('^Building on the success of %w') ~= nil"
    )
