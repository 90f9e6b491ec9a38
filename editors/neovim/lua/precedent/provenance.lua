--- Tint precedent wording by the year it comes from; new wording stays plain.
local server = require('precedent.server')

local M = {}

local namespace = vim.api.nvim_create_namespace('precedent.provenance')
local group = vim.api.nvim_create_augroup('precedent.provenance', {})

-- Newest first; older years than there are tints share the last one.
local TINTS = {
  { light = '#cfe8cf', dark = '#1f4d2b' },
  { light = '#cfe0f5', dark = '#1f3a5f' },
  { light = '#f3e3c3', dark = '#54431c' },
  { light = '#ecd3e6', dark = '#4a2847' },
}

---@param color string `#rrggbb`
---@return integer
local function number(color)
  return tonumber(color:sub(2), 16)
end

---@class precedent.Tinted
---@field range lsp.Range
---@field year integer
---@field statement string

--- Turn the tint on or off in the current buffer.
function M.toggle()
  local buf = vim.api.nvim_get_current_buf()
  if vim.b[buf].precedent_provenance then
    return M.clear(buf)
  end
  if not server.client() then
    return server.missing()
  end
  vim.b[buf].precedent_provenance = true
  vim.api.nvim_create_autocmd({ 'TextChanged', 'InsertLeave' }, {
    group = group,
    buffer = buf,
    callback = function()
      M.refresh(buf)
    end,
  })
  M.refresh(buf, true)
end

---@param buf integer
function M.clear(buf)
  vim.b[buf].precedent_provenance = nil
  vim.api.nvim_clear_autocmds({ group = group, buffer = buf })
  vim.api.nvim_buf_clear_namespace(buf, namespace, 0, -1)
end

---@param buf integer
---@param explain? boolean show the legend
function M.refresh(buf, explain)
  local version = vim.api.nvim_buf_get_changedtick(buf)
  local question = { uri = vim.uri_from_bufnr(buf) }
  server.command('provenance', question, function(provenance, client)
    local current = vim.api.nvim_buf_is_valid(buf)
      and vim.b[buf].precedent_provenance
      and vim.api.nvim_buf_get_changedtick(buf) == version
    if current then
      M.paint(buf, provenance.spans, client.offset_encoding)
      if explain then
        M.legend(provenance)
      end
    end
  end)
end

---@param buf integer
---@param spans precedent.Tinted[]
---@param encoding string
function M.paint(buf, spans, encoding)
  vim.api.nvim_buf_clear_namespace(buf, namespace, 0, -1)
  local tints = M.tints(spans)
  for _, span in ipairs(spans) do
    local row, column = M.place(buf, span.range.start, encoding)
    local end_row, end_column = M.place(buf, span.range['end'], encoding)
    vim.api.nvim_buf_set_extmark(buf, namespace, row, column, {
      end_row = end_row,
      end_col = end_column,
      hl_group = tints[span.year],
      strict = false,
    })
  end
end

--- The highlight group of every year there is.
---@param spans precedent.Tinted[]
---@return table<integer, string>
---@return integer[] years newest first
function M.tints(spans)
  M.define()
  local years, seen = {}, {}
  for _, span in ipairs(spans) do
    if not seen[span.year] then
      seen[span.year] = true
      table.insert(years, span.year)
    end
  end
  table.sort(years, function(one, other)
    return one > other
  end)
  local tints = {}
  for rank, year in ipairs(years) do
    tints[year] = 'PrecedentYear' .. math.min(rank, #TINTS)
  end
  return tints, years
end

--- Define the tints, unless the user's colors have them.
function M.define()
  for rank, tint in ipairs(TINTS) do
    local name = 'PrecedentYear' .. rank
    local current = vim.api.nvim_get_hl(0, { name = name, link = false })
    local ours = current.bg == number(tint.light) or current.bg == number(tint.dark)
    if ours or vim.tbl_isempty(current) then
      vim.api.nvim_set_hl(0, name, { bg = tint[vim.o.background] })
    end
  end
end

---@param provenance { spans: precedent.Tinted[], share: number }
function M.legend(provenance)
  local tints, years = M.tints(provenance.spans)
  local chunks = { { ('%.0f %% precedent wording'):format(100 * provenance.share) } }
  for _, year in ipairs(years) do
    table.insert(chunks, { '  ' })
    table.insert(chunks, { (' %d '):format(year), tints[year] })
  end
  vim.api.nvim_echo(chunks, false, {})
end

--- Show sentence, nearest precedent, score, changed words and twin as a table in a buffer of its own.
function M.table()
  server.command('provenance', { uri = vim.uri_from_bufnr(0) }, function(provenance)
    vim.cmd.new()
    vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile = 'nofile', 'wipe', false
    vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(provenance.table, '\n', { plain = true }))
    vim.bo.modified, vim.bo.filetype = false, 'markdown'
  end)
end

--- A position of the protocol as row and byte, both from 0.
---@param buf integer
---@param position lsp.Position
---@param encoding string
---@return integer row
---@return integer column
function M.place(buf, position, encoding)
  local line = vim.api.nvim_buf_get_lines(buf, position.line, position.line + 1, false)[1] or ''
  return position.line, vim.str_byteindex(line, encoding, position.character, false)
end

vim.api.nvim_create_autocmd('ColorScheme', { group = group, callback = M.define })
vim.api.nvim_create_autocmd('OptionSet', {
  group = group,
  pattern = 'background',
  callback = M.define,
})

return M
