--- Ghost text: the best continuation, shown behind the cursor, and taking it safely.
local M = {}

local inline_completion = vim.lsp.inline_completion -- since Neovim 0.12

---@return boolean
function M.available()
  return inline_completion ~= nil
end

---@param buf integer
function M.enable(buf)
  if M.available() then
    -- By buffer, not by client: Neovim 0.12 forgets to detach a client it was enabled for.
    inline_completion.enable(true, { bufnr = buf })
  end
end

--- Take the ghost text if it still fits what was typed since it was asked for.
---
--- Neovim asks for ghost text 200 ms after a key and would insert it where the cursor was then. So what
--- stands between that place and the cursor has to be how the ghost text begins, and is replaced with it.
---@return boolean taken
function M.take()
  local buf = vim.api.nvim_get_current_buf()
  local item = M.withdraw(buf)
  local change = item
    and M.change(item, vim.api.nvim_win_get_cursor(0), vim.api.nvim_get_current_line())
  if not change then
    return false
  end
  M.close_menu()
  -- Undo takes back the ghost text alone, not what was typed before it.
  vim.bo[buf].undolevels = vim.bo[buf].undolevels
  vim.api.nvim_buf_set_text(buf, change.row, change.start, change.row, change.stop, change.lines)
  local last = #change.lines
  local column = #change.lines[last] + (last == 1 and change.start or 0)
  vim.api.nvim_win_set_cursor(0, { change.row + last, column })
  return true
end

--- What to put where so that `item` stands in the text; nil when it does not belong there.
---@param item vim.lsp.inline_completion.Item
---@param cursor [integer, integer] (1,0)-indexed, in bytes
---@param line string the cursor's
---@return { row: integer, start: integer, stop: integer, lines: string[] }?
function M.change(item, cursor, line)
  local text = item.insert_text
  if type(text) ~= 'string' or not item.range then
    return nil
  end
  local row, start = item.range:to_extmark()
  local column = cursor[2]
  if row ~= cursor[1] - 1 or start > column then
    return nil
  end
  local typed = line:sub(start + 1, column)
  if typed == text or not vim.startswith(text, typed) then
    return nil
  end
  return { row = row, start = start, stop = column, lines = vim.split(text, '\n', { plain = true }) }
end

--- Hide the ghost text of `buf` and give what it was.
---@param buf integer
---@return vim.lsp.inline_completion.Item?
function M.withdraw(buf)
  if not M.available() then
    return nil
  end
  local item ---@type vim.lsp.inline_completion.Item?
  local shown = inline_completion.get({
    bufnr = buf,
    on_accept = function(current)
      item = current -- and nothing is returned, so that nothing is inserted
    end,
  })
  -- Neovim hands it over a moment later; a key typed in between would come first.
  if shown then
    vim.wait(100, function()
      return item ~= nil
    end, 1)
  end
  return item
end

function M.close_menu()
  if vim.fn.pumvisible() == 1 then
    vim.fn.complete(vim.fn.col('.'), {})
  end
end

return M
