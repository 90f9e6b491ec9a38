"""Run a program, say so, and explain a failure in words a person can act on."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


class ToolError(Exception):
    """A tool could not be had; the message says which, and what was tried."""


def say(message: str) -> None:
    """Print a line of progress at once, so that a log shows what a slow step is doing."""
    print(message, file=sys.stderr, flush=True)


def run(
    *command: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None, attempts: int = 1
) -> str:
    """Run `command` to its end and give what it wrote to its standard output.

    Parameters
    ----------
    attempts
        How often to try in all, with a longer pause each time; more than once only for what fetches.

    Raises
    ------
    ToolError
        When the program is missing or its last attempt failed; with the end of what it printed.
    """
    words = [str(word) for word in command]
    for attempt in range(1, attempts + 1):
        try:
            done = subprocess.run(
                words, env=env, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
            )
        except FileNotFoundError as error:
            raise ToolError(f"{words[0]} is not installed") from error
        if done.returncode == 0:
            return done.stdout
        if attempt < attempts:
            say(f"{words[0]} failed (attempt {attempt} of {attempts}); trying again")
            time.sleep(3 * attempt)
    raise ToolError(_explained(words, done.returncode, done.stdout + done.stderr))


def _explained(words: Sequence[str], status: int, output: str) -> str:
    tail = "\n".join(f"    {line}" for line in output.strip().splitlines()[-15:])
    return f"`{' '.join(words)}` ended with status {status}:\n{tail}"
