--- What happens in a buffer when the server attaches to it.
local M = {}

---@param client vim.lsp.Client
---@param buf integer
function M.attach(client, buf)
  local options = require('precedent.options').get()
  if options.completion then
    require('precedent.completion').enable(client, buf, options)
  end
  if options.ghost_text then
    require('precedent.ghost').enable(buf)
  end
  if options.tab then
    require('precedent.tab').map(buf)
  end
end

return M
