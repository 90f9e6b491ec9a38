--- What a user may choose in `vim.g.precedent`. The server's own settings go to `vim.lsp.config` instead.
local M = {}

---@class precedent.Options
---@field completion boolean Neovim's own completion; off by default where nvim-cmp or blink.cmp runs
---@field letters boolean open the list while letters are typed, not at the server's characters only
---@field ghost_text boolean show the best continuation behind the cursor (Neovim 0.12)
---@field tab boolean let Tab take the ghost text

---@type precedent.Options
local defaults = { completion = true, letters = false, ghost_text = true, tab = true }

---@return precedent.Options
function M.get()
  local chosen = vim.g.precedent or {}
  local options = vim.tbl_extend('force', defaults, chosen)
  if chosen.completion == nil then
    options.completion = M.completion_plugin() == nil
  end
  return options
end

--- The completion plugin that is running, if there is one.
---@return string?
function M.completion_plugin()
  for module, name in pairs({ cmp = 'nvim-cmp', ['blink.cmp'] = 'blink.cmp' }) do
    if package.loaded[module] then
      return name
    end
  end
end

--- One line for every entry of `vim.g.precedent` that means nothing or has the wrong type.
---@return string[]
function M.problems()
  local problems = {}
  for key, value in pairs(vim.g.precedent or {}) do
    local default = defaults[key]
    if default == nil then
      table.insert(problems, ('vim.g.precedent.%s: there is no such option'):format(key))
    elseif type(value) ~= type(default) then
      table.insert(
        problems,
        ('vim.g.precedent.%s: a %s is wanted, not a %s'):format(key, type(default), type(value))
      )
    end
  end
  table.sort(problems)
  return problems
end

return M
