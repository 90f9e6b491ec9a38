"""The index: continuations, maximal matches and similar passages from one structure."""
