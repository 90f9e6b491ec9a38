--- Finding a passage of an earlier statement, and using it.
local server = require('precedent.server')

local M = {}

local MOST = 20
local SECTION = 24 -- columns; what a section's name may take of the line

---@class precedent.Passage
---@field text string
---@field snippet? string the passage with its variable parts as tab stops
---@field statement string the statement's id
---@field section? string
---@field title? string
---@field date? string
---@field place? string
---@field trust? string
---@field uri string a read-only copy of the statement
---@field range lsp.Range where the passage stands in it

---@alias precedent.Use fun(passage: precedent.Passage, client: vim.lsp.Client)

--- Pick one of the passages that are like `text` and do `use` with it.
---@param text string if empty, it is asked for
---@param use precedent.Use
function M.passages(text, use)
  if text == '' then
    vim.ui.input({ prompt = 'Search precedents: ' }, function(typed)
      if typed and vim.trim(typed) ~= '' then
        M.passages(typed, use)
      end
    end)
    return
  end
  local question = { text = text, language = M.language() or vim.NIL, limit = M.limit() }
  server.command('search', question, function(passages, client)
    M.pick(passages, ('Precedents for “%s”'):format(text), client, use)
  end)
end

--- The language that the front matter of the current buffer names.
---@return string?
function M.language()
  local lines = vim.api.nvim_buf_get_lines(0, 0, 40, false)
  if lines[1] ~= '---' then
    return nil
  end
  for index = 2, #lines do
    local language = lines[index]:match('^language%s*:%s*["\']?(%a%a)%f[%A]')
    if language or lines[index] == '---' then
      return language
    end
  end
end

--- Pick one of the precedents of the sentence under the cursor and do `use` with it.
---@param use precedent.Use
function M.here(use)
  local client = server.client()
  if not client then
    return server.missing()
  end
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local question = { uri = place.textDocument.uri, position = place.position }
  server.command('precedents', question, function(result, answering)
    M.pick(result.precedents, 'Precedents for this sentence', answering, use)
  end)
end

---@param passages precedent.Passage[]
---@param prompt string
---@param client vim.lsp.Client
---@param use precedent.Use
function M.pick(passages, prompt, client, use)
  if #passages == 0 then
    return vim.notify('Precedent: nothing like this in the statements')
  end
  local choice = { prompt = prompt, kind = 'precedent', format_item = M.line }
  vim.ui.select(passages, choice, function(passage)
    if passage then
      use(passage, client)
    end
  end)
end

--- A passage on one line: where it is from, then its words.
---@param passage precedent.Passage
---@return string
function M.line(passage)
  local from = passage.statement
  if passage.section and passage.section ~= '' then
    from = from .. ' · ' .. M.cut(passage.section, SECTION)
  end
  if passage.trust and passage.trust ~= 'agreed' then
    from = ('%s (%s)'):format(from, passage.trust)
  end
  -- What fits beside the number that Neovim's own list puts before it.
  return M.cut(('%s │ %s'):format(from, (passage.text:gsub('%s+', ' '))), vim.o.columns - 5)
end

--- As many passages as Neovim's own list can show without turning pages.
---@return integer
function M.limit()
  return math.max(5, math.min(MOST, vim.o.lines - 6))
end

---@param text string
---@param width integer columns
---@return string
function M.cut(text, width)
  if vim.fn.strdisplaywidth(text) <= width then
    return text
  end
  return vim.fn.strcharpart(text, 0, width - 1) .. '…'
end

--- Offer what can be done with the passage that was picked.
---@type precedent.Use
function M.ask(passage, client)
  local uses = {
    { 'Insert at the cursor', M.insert },
    { 'Open the statement', M.open },
    { 'Copy', M.copy },
  }
  local choice = {
    prompt = M.line(passage),
    format_item = function(use)
      return use[1]
    end,
  }
  vim.ui.select(uses, choice, function(use)
    if use then
      use[2](passage, client)
    end
  end)
end

--- Insert the passage after the cursor, its variable parts as slots to be filled in.
---@type precedent.Use
function M.insert(passage)
  local keys = vim.api.nvim_get_mode().mode:sub(1, 1) == 'i' and '' or 'a'
  local expand = '<Cmd>lua require("precedent.search").expand()<CR>'
  M.pending = passage
  require('precedent.tab').feed(keys .. expand, true)
end

--- Expand what `insert` put aside, once Neovim is in Insert mode.
function M.expand()
  local passage = M.pending
  M.pending = nil
  local before = vim.api.nvim_get_current_line():sub(1, vim.api.nvim_win_get_cursor(0)[2])
  local space = before:match('%S$') and ' ' or ''
  if passage.snippet then
    vim.snippet.expand(space .. passage.snippet)
  else
    vim.api.nvim_put(vim.split(space .. passage.text, '\n', { plain = true }), 'c', false, true)
  end
end

--- Open the read-only copy of the statement at the passage.
---@type precedent.Use
function M.open(passage, client)
  local place = { uri = passage.uri, range = passage.range }
  if vim.lsp.util.show_document(place, client.offset_encoding, { focus = true }) then
    vim.bo.readonly, vim.bo.modifiable = true, false
  end
end

---@type precedent.Use
function M.copy(passage)
  vim.fn.setreg('"', passage.text)
  vim.notify('Precedent: copied')
end

return M
