"""The text layer: folding, words, sentences and Markdown blocks, used by everyone.

All offsets are counted in characters (Unicode code points) of a Python string; only
`precedent_ls.draft.text` and `precedent_ls.lsp` know other units.
"""
