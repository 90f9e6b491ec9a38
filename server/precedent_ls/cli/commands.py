"""What is asked of `precedent-ls` in words: its options, and its commands, each in a module of its own."""

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

COMMANDS = {
    "check": "report what is not as it should be in drafts",
    "statements": "list the statements that are known",
    "search": "find earlier passages like a text",
    "demo": "show on a draft what an editor would show",
}


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        return _guarded(_serve, _parser().parse_args(arguments))
    name, *rest = arguments
    command = import_module(f"precedent_ls.cli.{name}")
    parser = argparse.ArgumentParser(prog=f"precedent-ls {name}", description=command.__doc__)
    command.add_arguments(parser)
    options = parser.parse_args(rest)
    for stream in (sys.stdout, sys.stderr):
        _widen(stream)

    def printed(options: argparse.Namespace) -> int:
        code: int = command.run(options)
        sys.stdout.flush()  # here, where a reader who has gone is no surprise
        return code

    return _guarded(printed, options)


def _serve(options: argparse.Namespace) -> int:
    from precedent_ls.cli.serve import serve  # noqa: PLC0415 - commands do without

    return serve(options.tcp, options.log_file)


def _guarded(command: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    try:
        return command(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us has had enough; nothing is left to flush into.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (OSError, ValueError) as error:
        place = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        print(f"precedent-ls: {place}{reason}", file=sys.stderr)
        return UNUSABLE


def _widen(stream: TextIO) -> None:
    """Let every character through: in UTF-8 to files and pipes, escaped to a terminal that lacks it."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:12}{purpose}" for name, purpose in COMMANDS.items())
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
