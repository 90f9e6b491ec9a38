--- Tab: to the next slot of a snippet, else take the ghost text, else what Tab did before.
local M = {}

---@param buf integer
function M.map(buf)
  vim.keymap.set('i', '<Tab>', M.press, { buffer = buf, desc = 'Take the ghost text' })
end

function M.press()
  if vim.snippet.active({ direction = 1 }) then
    vim.snippet.jump(1)
  elseif not require('precedent.ghost').take() then
    M.otherwise()
  end
end

--- Do what the user's own mapping of Tab does, or insert a Tab.
function M.otherwise()
  for _, mapping in ipairs(vim.api.nvim_get_keymap('i')) do
    if mapping.lhs == '<Tab>' then
      return M.follow(mapping)
    end
  end
  M.feed('<Tab>', true)
end

---@param mapping vim.api.keyset.get_keymap
function M.follow(mapping)
  local keys ---@type any
  if mapping.callback then
    keys = mapping.callback()
  else
    keys = mapping.expr == 1 and vim.api.nvim_eval(mapping.rhs) or mapping.rhs
  end
  if type(keys) == 'string' and (mapping.expr == 1 or not mapping.callback) then
    M.feed(keys, mapping.noremap == 1)
  end
end

--- Put keys before whatever was typed since.
---@param keys string in the notation of mappings
---@param plain boolean without following mappings
function M.feed(keys, plain)
  local codes = vim.api.nvim_replace_termcodes(keys, true, true, true)
  vim.api.nvim_feedkeys(codes, plain and 'in' or 'im', false)
end

return M
