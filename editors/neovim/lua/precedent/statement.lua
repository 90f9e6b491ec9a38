--- A new statement: front matter from a few answers, the skeleton from the server.
local ask = require('precedent.ask')
local server = require('precedent.server')

local M = {}

---@class precedent.Answers
---@field languages string[]
---@field date string
---@field host string
---@field place string

--- Ask what has to be known, then open the draft, or an English and a French one side by side.
function M.new()
  coroutine.wrap(function()
    local answers = M.ask()
    if answers then
      M.open(answers)
    end
  end)()
end

---@async
---@return precedent.Answers? nothing if the user turned back
function M.ask()
  local language = ask.select('Language', { 'English', 'French', 'Both, as a pair' })
  local languages = language and ({ { 'en' }, { 'fr' }, { 'en', 'fr' } })[language]
  local date = languages and ask.input('Day of the meeting: ', os.date('%Y-%m-%d') --[[@as string]])
  if date and not M.is_day(date) then
    return server.warn(('“%s” is not a day written YYYY-MM-DD'):format(date))
  end
  local host = date and ask.select('Host', { 'Canada', 'United States' })
  local place = host and ask.input('City (may be left open): ', '')
  return place
    and {
      languages = languages,
      date = date,
      host = ({ 'canada', 'united-states' })[host],
      place = vim.trim(place),
    }
end

---@param answers precedent.Answers
function M.open(answers)
  local names = M.free_names(answers)
  for index, language in ipairs(answers.languages) do
    vim.cmd[index == 1 and 'edit' or 'vsplit'](vim.fn.fnameescape(names[index]))
    local buf = vim.api.nvim_get_current_buf()
    local twin = names[3 - index]
    vim.api.nvim_buf_set_lines(buf, 0, -1, false, M.front_matter(answers, language, twin))
    vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(buf), 0 })
    M.when_attached(buf, M.skeleton)
  end
end

--- A file name for each language, the same but for the language, none of them taken.
---@param answers precedent.Answers
---@return string[]
function M.free_names(answers)
  local plain = vim.fn.iconv(answers.place:lower(), 'utf-8', 'ascii//TRANSLIT')
  local slug = plain:gsub('[^%w]+', '-'):gsub('^%-', ''):gsub('%-$', '')
  local stem = slug == '' and answers.date or answers.date .. '-' .. slug
  for copy = 1, math.huge do
    local names, taken = {}, false
    for _, language in ipairs(answers.languages) do
      local name = ('%s%s.%s.md'):format(stem, copy > 1 and '-' .. copy or '', language)
      taken = taken or vim.uv.fs_stat(name) ~= nil or vim.fn.bufexists(name) == 1
      table.insert(names, name)
    end
    if not taken then
      return names
    end
  end
end

---@param answers precedent.Answers
---@param language string
---@param twin? string the file of the other language
---@return string[] lines
function M.front_matter(answers, language, twin)
  local lines = { '---', 'statement: cbcf', 'date: ' .. answers.date, 'language: ' .. language }
  table.insert(lines, 'host: ' .. answers.host)
  if answers.place ~= '' then
    table.insert(lines, 'place: ' .. vim.json.encode(answers.place))
  end
  if twin then
    table.insert(lines, 'twin: ' .. twin)
  end
  return vim.list_extend(lines, { '---', '', '' })
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

--- Insert the skeleton that the server offers for an empty draft: the one thing it offers that has
--- several paragraphs.
---@param client vim.lsp.Client
---@param buf integer
function M.skeleton(client, buf)
  local last = vim.api.nvim_buf_line_count(buf) - 1
  local parameters = {
    textDocument = { uri = vim.uri_from_bufnr(buf) },
    position = { line = last, character = 0 },
  }
  client:request('textDocument/completion', parameters, function(_, result)
    for _, item in ipairs(result and (result.items or result) or {}) do
      local text = item.textEdit and item.textEdit.newText or item.insertText or ''
      local is_snippet = item.insertTextFormat == vim.lsp.protocol.InsertTextFormat.Snippet
      if is_snippet and text:find('\n\n', 1, true) then
        return M.expand(buf, text)
      end
    end
  end, buf)
end

---@param buf integer
---@param snippet string
function M.expand(buf, snippet)
  local window = vim.fn.bufwinid(buf)
  if window ~= -1 then
    vim.api.nvim_win_call(window, function()
      vim.snippet.expand(snippet)
    end)
  end
end

---@param date string
---@return boolean
function M.is_day(date)
  local year, month, day = date:match('^(%d%d%d%d)%-(%d%d)%-(%d%d)$')
  if not year then
    return false
  end
  -- A day that does not exist comes back as another one.
  local time = os.time({ year = year, month = month, day = day, hour = 12 })
  return os.date('%Y-%m-%d', time) == date
end

return M
