--- `:checkhealth precedent`
local server = require('precedent.server')

local M = {}

local health = vim.health

function M.check()
  M.check_neovim()
  M.check_server()
  M.check_buffers()
  M.check_options()
end

function M.check_neovim()
  health.start('Neovim')
  if vim.fn.has('nvim-0.11') == 0 then
    health.error('Neovim 0.11 or newer is needed')
  elseif not require('precedent.ghost').available() then
    health.warn('completion, hover and findings work; ghost text needs Neovim 0.12')
  else
    health.ok('completion and ghost text are available')
  end
end

function M.check_server()
  health.start('Server')
  local configuration = vim.lsp.config[server.NAME]
  if not configuration then
    return health.error('lsp/precedent.lua is not on the runtimepath')
  end
  local command = configuration.cmd
  if type(command) == 'table' and vim.fn.executable(command[1]) == 0 then
    return health.error(('%s is not on PATH'):format(command[1]), {
      'Install it: uv tool install ' .. (M.clone() or '. in a clone of its repository'),
      "or name it: vim.lsp.config('precedent', { cmd = { '/path/to/precedent-ls' } })",
    })
  end
  local version, problem = server.version()
  if version then
    health.ok('precedent-ls ' .. version)
  else
    health.error(problem or 'the version is unknown')
  end
end

--- The folder of the repository that this plugin is part of, if it is.
---@return string?
function M.clone()
  local source = debug.getinfo(1, 'S').source:sub(2)
  local root = vim.fs.root(source, 'pyproject.toml')
  return root and vim.fn.shellescape(root)
end

function M.check_buffers()
  health.start('Buffers')
  local clients = vim.lsp.get_clients({ name = server.NAME })
  if #clients == 0 then
    health.warn('the server is not running', {
      "Enable it once, in init.lua: vim.lsp.enable('precedent')",
      'It starts with the first Markdown or text file.',
    })
  end
  for _, client in ipairs(clients) do
    local count = vim.tbl_count(client.attached_buffers)
    health.ok(('%d buffer(s) below %s'):format(count, client.root_dir or 'no folder in particular'))
  end
end

function M.check_options()
  health.start('Options')
  local options = require('precedent.options')
  local problems = options.problems()
  for _, problem in ipairs(problems) do
    health.warn(problem)
  end
  local plugin = options.completion_plugin()
  local chosen = options.get()
  if plugin and chosen.completion then
    health.warn(
      plugin .. ' runs too: vim.g.precedent = { completion = false } leaves the list to it'
    )
  elseif #problems == 0 then
    health.ok(plugin and ('the list is left to ' .. plugin) or "the list is Neovim's own")
  end
end

return M
