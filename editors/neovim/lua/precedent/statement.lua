--- A new statement: front matter in a buffer of its own, and the skeleton of a statement after it.
local server = require('precedent.server')

local M = {}

local LANGUAGES = { en = 'English', fr = 'French' }

--- Ask for date and language, then open the draft.
---@param language? string
---@param date? string
function M.new(language, date)
  if not LANGUAGES[language] then
    local choice = {
      prompt = 'Language of the statement',
      format_item = function(code)
        return LANGUAGES[code]
      end,
    }
    vim.ui.select({ 'en', 'fr' }, choice, function(code)
      if code then
        M.new(code, date)
      end
    end)
    return
  end
  if not date then
    local today = os.date('%Y-%m-%d') --[[@as string]]
    vim.ui.input({ prompt = 'Date of the meeting: ', default = today }, function(typed)
      if typed then
        M.new(language, typed)
      end
    end)
    return
  end
  if not date:match('^%d%d%d%d%-%d%d%-%d%d$') then
    return server.warn(('“%s” is not a date like 2026-12-03'):format(date))
  end
  M.open(language, date)
end

---@param language string
---@param date string
function M.open(language, date)
  vim.cmd.edit(vim.fn.fnameescape(('statement-%s.%s.md'):format(date, language)))
  local buf = vim.api.nvim_get_current_buf()
  if vim.api.nvim_buf_line_count(buf) > 1 then
    return server.warn('this draft exists already')
  end
  local matter =
    { '---', 'statement: cbcf', 'date: ' .. date, 'language: ' .. language, '---', '', '' }
  vim.api.nvim_buf_set_lines(buf, 0, -1, false, matter)
  vim.api.nvim_win_set_cursor(0, { #matter, 0 })
  vim.cmd.startinsert()
  M.when_attached(buf, M.skeleton)
end

---@param buf integer
---@param continue fun(client: vim.lsp.Client, buf: integer)
function M.when_attached(buf, continue)
  local client = vim.lsp.get_clients({ name = server.NAME, bufnr = buf })[1]
  if client then
    return continue(client, buf)
  end
  vim.api.nvim_create_autocmd('LspAttach', {
    buffer = buf,
    callback = function(event)
      local attached = vim.lsp.get_client_by_id(event.data.client_id)
      if attached and attached.name == server.NAME then
        continue(attached, buf)
        return true
      end
    end,
  })
end

--- Insert the skeleton that the server offers for an empty draft: the first snippet of several lines.
---@param client vim.lsp.Client
---@param buf integer
function M.skeleton(client, buf)
  local parameters = vim.lsp.util.make_position_params(0, client.offset_encoding)
  client:request('textDocument/completion', parameters, function(_, result)
    for _, item in ipairs(result and (result.items or result) or {}) do
      local text = item.textEdit and item.textEdit.newText or item.insertText or ''
      if item.insertTextFormat == vim.lsp.protocol.InsertTextFormat.Snippet and text:find('\n') then
        return vim.snippet.expand(text)
      end
    end
  end, buf)
end

return M
