--- What happens in a buffer when the server attaches to it.
local M = {}

---@param client vim.lsp.Client
---@param buf integer
function M.attach(client, buf)
  local options = require('precedent.options').get()
  if options.ghost_text then
    require('precedent.ghost').enable(buf)
  end
  if options.tab then
    require('precedent.tab').map(buf)
  end
  M.when_inserting(buf, function()
    M.complete(client.id, buf)
  end)
end

---@param client_id integer
---@param buf integer
function M.complete(client_id, buf)
  local client = vim.lsp.get_client_by_id(client_id)
  local options = require('precedent.options').get()
  if client and options.completion then
    require('precedent.completion').enable(client, buf, options)
  end
end

--- Wait for Insert mode: only then it is known whether a completion plugin runs, as most are loaded there.
---@param buf integer
---@param act fun()
function M.when_inserting(buf, act)
  if vim.startswith(vim.api.nvim_get_mode().mode, 'i') then
    return act()
  end
  vim.api.nvim_create_autocmd('InsertEnter', { buffer = buf, once = true, callback = act })
end

return M
