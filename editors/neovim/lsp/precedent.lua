-- `vim.lsp.enable('precedent')` starts the server with this; `vim.lsp.config('precedent', …)` adds to it.
---@type vim.lsp.Config
return {
  cmd = { 'precedent-ls' },
  filetypes = { 'markdown', 'text' },
  root_markers = { 'precedent.toml', '.git' },
  capabilities = {
    workspace = {
      -- Neovim leaves this off on Linux; without it a changed statement is not seen before a restart.
      didChangeWatchedFiles = { dynamicRegistration = true },
    },
  },
}
