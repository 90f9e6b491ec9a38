--- The running server and what it can be asked.
local M = {}

M.NAME = 'precedent'

--- The client of the current buffer, else any.
---@return vim.lsp.Client?
function M.client()
  return vim.lsp.get_clients({ name = M.NAME, bufnr = 0 })[1]
    or vim.lsp.get_clients({ name = M.NAME })[1]
end

--- Ask the server to carry out one of its own commands.
---@param name string without `precedent.`
---@param argument table
---@param answer fun(result: any, client: vim.lsp.Client) called when it succeeded
function M.command(name, argument, answer)
  local client = M.client()
  if not client then
    return M.missing()
  end
  local command = 'precedent.' .. name
  local provider = client.server_capabilities.executeCommandProvider or {}
  if not vim.list_contains(provider.commands or {}, command) then
    return M.warn(('this server has no command %s; is it too old?'):format(command))
  end
  local parameters = { command = command, arguments = { argument } }
  client:request('workspace/executeCommand', parameters, function(problem, result)
    if problem then
      M.warn(problem.message)
    else
      answer(result, client)
    end
  end)
end

--- Start the server again, for its buffers.
function M.restart()
  vim.lsp.enable(M.NAME, false)
  for _, client in ipairs(vim.lsp.get_clients({ name = M.NAME })) do
    client:stop()
  end
  local function gone()
    return #vim.lsp.get_clients({ name = M.NAME }) == 0
  end
  if not vim.wait(3000, gone, 20) then
    for _, client in ipairs(vim.lsp.get_clients({ name = M.NAME })) do
      client:stop(true)
    end
    vim.wait(1000, gone, 20)
  end
  vim.lsp.enable(M.NAME)
end

--- The version of the server that runs, else of the one that would.
---@return string? version
---@return string? problem
function M.version()
  local client = M.client()
  local information = client and client.server_info
  if information and information.version then
    return information.version
  end
  local command = vim.lsp.config[M.NAME].cmd
  if type(command) ~= 'table' then
    return nil, 'the server is not running'
  end
  local started, process = pcall(vim.system, { command[1], '--version' }, { text = true })
  if not started then
    return nil, ('%s cannot be started'):format(command[1])
  end
  local done = process:wait(10000)
  if done.code ~= 0 then
    return nil, ('%s --version failed: %s'):format(command[1], vim.trim(done.stderr or ''))
  end
  return (vim.trim(done.stdout):match('%S+$'))
end

function M.missing()
  M.warn('the server is not running (:checkhealth precedent)')
end

---@param message string
function M.warn(message)
  vim.notify('Precedent: ' .. message, vim.log.levels.WARN)
end

return M
