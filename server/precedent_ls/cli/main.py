"""The command `precedent-ls`: serve an editor, or do one thing and end."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TextIO

from precedent_ls import __version__

#: The exit code for what could not be done at all.
UNUSABLE = 2

_COMMANDS = {
    "check": "report what is not as it should be in drafts",
    "statements": "list the statements that are known",
    "search": "find earlier passages like a text",
    "demo": "show on a draft what an editor would show",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (the process's, by default) and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # A command's module is loaded for that command alone: an editor waits for the server to start.
    if given and given[0] in _COMMANDS:
        command = import_module(f"precedent_ls.cli.{given[0]}")
        parser = argparse.ArgumentParser(prog=f"precedent-ls {given[0]}", description=command.__doc__)
        command.add_arguments(parser)
        for stream in (sys.stdout, sys.stderr):
            _widen(stream)
        return _run(command.run, parser.parse_args(given[1:]))
    return _run(_serve, _parser().parse_args(given))


def _run(command: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    try:
        return command(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us has had enough; nothing is left to flush into.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print(f"precedent-ls: {place}{error.strerror or error}", file=sys.stderr)
        return UNUSABLE


def _widen(stream: TextIO) -> None:
    """Let every character through: in UTF-8 to files and pipes, escaped to a terminal that lacks it."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _serve(options: argparse.Namespace) -> int:
    import asyncio  # noqa: PLC0415 - with all that follows, for serving alone

    from precedent_ls.lsp.journal import open_journal  # noqa: PLC0415
    from precedent_ls.lsp.server import serve_pipes, serve_tcp  # noqa: PLC0415

    open_journal(options.log_file)
    if options.tcp:
        return asyncio.run(serve_tcp(*options.tcp))
    if sys.stdin.isatty():
        print("precedent-ls: waiting for an editor; precedent-ls --help says more", file=sys.stderr)
    sys.stdout, out = sys.stderr, sys.stdout  # a stray print must not get between two messages
    return asyncio.run(serve_pipes(sys.stdin.fileno(), out.fileno()))


def _parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:12}{purpose}" for name, purpose in _COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="precedent-ls",
        description="A language server for drafting joint statements of the Cross-Border Crime Forum.\n"
        "Without a command it serves an editor at standard input and output.",
        epilog=f"commands:\n{commands}\n\nprecedent-ls COMMAND --help says more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"precedent-ls {__version__}")
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--stdio", action="store_true", help="serve at standard input and output (the default)"
    )
    where.add_argument(
        "--tcp", metavar="HOST:PORT", type=_address, help="serve the first client to connect there"
    )
    parser.add_argument("--log-file", metavar="FILE", type=Path, help="log there; drafts are never quoted")
    return parser


def _address(text: str) -> tuple[str, int]:
    """Return host and port of ``HOST:PORT``; an IPv6 host stands in brackets."""
    host, colon, port = text.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST:PORT")
    return host.strip("[]") or "localhost", int(port)
