"""One module for each family of requests; `precedent_ls.lsp.features` lists them."""
