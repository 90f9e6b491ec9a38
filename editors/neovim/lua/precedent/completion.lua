--- Neovim's own completion, made fit for phrases.
local M = {}

-- With the default (`menu,popup`) the first item would be written into the text as soon as the list opens;
-- with `noinsert` Enter would take an item instead of ending the line.
local COMPLETEOPT = 'menuone,noselect,popup'

local LETTERS = vim.fn.split('abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ', [[\zs]])

---@param client vim.lsp.Client
---@param buf integer
---@param options precedent.Options
function M.enable(client, buf, options)
  local provider = client.server_capabilities.completionProvider
  if not provider then
    return
  end
  vim.bo[buf].completeopt = COMPLETEOPT
  if options.letters then
    provider.triggerCharacters = M.with_letters(provider.triggerCharacters or {})
  end
  vim.lsp.completion.enable(true, client.id, buf, { autotrigger = true })
end

---@param characters string[]
---@return string[]
function M.with_letters(characters)
  local seen = {}
  for _, character in ipairs(characters) do
    seen[character] = true
  end
  for _, letter in ipairs(LETTERS) do
    seen[letter], seen[vim.fn.toupper(letter)] = true, true
  end
  return vim.tbl_keys(seen)
end

return M
