"""Serve an editor."""

import asyncio
import sys
from pathlib import Path

from precedent_ls.lsp.journal import open_journal
from precedent_ls.lsp.server import serve_pipes, serve_tcp


def serve(address: tuple[str, int] | None = None, log: Path | None = None) -> int:
    """Serve one client until it is done; return the exit code that the protocol asks for.

    Parameters
    ----------
    address
        Host and port to listen at; standard input and output if there is none.
    log
        A file to log to.

    Raises
    ------
    OSError
        The address cannot be listened at, or the file cannot be written.
    """
    open_journal(log)
    try:
        if address is not None:
            return asyncio.run(serve_tcp(*address))
        if sys.stdin.isatty():
            print("precedent-ls: waiting for an editor; precedent-ls --help says more", file=sys.stderr)
        sys.stdout, out = sys.stderr, sys.stdout  # a stray print must not get between two messages
        return asyncio.run(serve_pipes(sys.stdin.fileno(), out.fileno()))
    except KeyboardInterrupt:
        return 130
