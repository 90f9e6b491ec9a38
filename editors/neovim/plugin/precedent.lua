if vim.g.loaded_precedent then
  return
end
vim.g.loaded_precedent = true

vim.api.nvim_create_autocmd('LspAttach', {
  group = vim.api.nvim_create_augroup('precedent', {}),
  desc = 'Completion, ghost text and Tab for a draft',
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == 'precedent' then
      require('precedent').attach(client, event.buf)
    end
  end,
})

vim.api.nvim_create_user_command('Precedent', function(command)
  require('precedent.command').run(command)
end, {
  nargs = '*',
  desc = 'Search precedents, show where wording comes from, start a statement',
  complete = function(lead, line)
    return require('precedent.command').complete(lead, line)
  end,
})
