"""The language server: what is being written now."""

__version__ = "0.1.0"
