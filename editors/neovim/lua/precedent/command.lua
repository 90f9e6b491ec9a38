--- `:Precedent`, one entry a subcommand.
local server = require('precedent.server')

local M = {}

---@param arguments string[]
---@return string
local function words(arguments)
  return table.concat(arguments, ' ')
end

---@type table<string, fun(arguments: string[])>
M.subcommands = {
  search = function(arguments)
    local search = require('precedent.search')
    search.passages(words(arguments), search.ask)
  end,
  insert = function(arguments)
    local search = require('precedent.search')
    search.passages(words(arguments), search.insert)
  end,
  open = function(arguments)
    local search = require('precedent.search')
    search.passages(words(arguments), search.open)
  end,
  here = function()
    local search = require('precedent.search')
    search.here(search.ask)
  end,
  provenance = function()
    require('precedent.provenance').toggle()
  end,
  table = function()
    require('precedent.provenance').table()
  end,
  new = function()
    require('precedent.statement').new()
  end,
  restart = function()
    server.restart()
  end,
  version = function()
    local version, problem = server.version()
    if version then
      vim.notify('precedent-ls ' .. version)
    else
      server.warn(problem or 'the version is unknown')
    end
  end,
}

---@param command vim.api.keyset.create_user_command.command_args
function M.run(command)
  local name = command.fargs[1] or 'search'
  local subcommand = M.subcommands[name]
  if not subcommand then
    return server.warn(('no such subcommand: %s (%s)'):format(name, table.concat(M.names(), ', ')))
  end
  subcommand(vim.list_slice(command.fargs, 2))
end

---@param lead string what stands before the cursor of the argument
---@param line string
---@return string[]
function M.complete(lead, line)
  local before = vim.trim(line:sub(1, #line - #lead))
  if not before:match('^%S*Precedent$') then
    return {}
  end
  return vim.tbl_filter(function(name)
    return vim.startswith(name, lead)
  end, M.names())
end

---@return string[]
function M.names()
  local names = vim.tbl_keys(M.subcommands)
  table.sort(names)
  return names
end

return M
