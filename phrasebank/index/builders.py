"""The processes that build index files, seen from outside."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

from phrasebank.index.listing import StatementFile
from phrasebank.index.store import Store, unpack

# The same modules are found there as here, wherever they come from.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from phrasebank.index.builder import main; main()"
)


class BuildError(Exception):
    """An index could not be built."""


class Builders:
    """Starts builders and can stop them, from another thread too."""

    def __init__(self) -> None:
        self._running: set[subprocess.Popen[bytes]] = set()
        self.stopped = False
        self._lock = Lock()

    def build(
        self, files: Sequence[StatementFile], target: Path | None, done: Callable[[int], None]
    ) -> Store | None:
        """Have some files indexed.

        Parameters
        ----------
        files
            What to read.
        target
            Where to write the index.
        done
            Told the bytes read so far.

        Returns
        -------
        Store or None
            The index, if it could not be written to `target`; else None.

        Raises
        ------
        BuildError
            If the builder can't be started, fails or is stopped.
        """
        process = self._start()
        try:
            job = {
                "files": [(str(file.path), file.digest) for file in files],
                "bytes": sum(file.size for file in files),
                "target": target and str(target),
            }
            return _converse(process, job, done)
        except (OSError, ValueError) as error:
            raise BuildError(str(error)) from error
        finally:
            self._running.discard(process)
            process.kill()
            process.communicate()

    def stop(self) -> None:
        """Stop all builders and start no more."""
        with self._lock:
            self.stopped = True
            for process in tuple(self._running):
                process.kill()

    def _start(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self.stopped or not sys.executable:
                raise BuildError("no builder is started any more")
            try:
                process = subprocess.Popen(
                    [sys.executable, "-P", "-c", _START, json.dumps(sys.path)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise BuildError(f"it does not start: {error}") from error
            self._running.add(process)
            return process


def _converse(process: "subprocess.Popen[bytes]", job: object, done: Callable[[int], None]) -> Store | None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(job).encode() + b"\n")
    process.stdin.flush()
    for line in process.stdout:
        match json.loads(line):
            case {"done": int(read)}:
                done(read)
            case {"written": True}:
                return None
            case {"follow": int(length)}:
                return unpack(memoryview(process.stdout.read(length)))
            case {"failed": str(reason)}:
                raise BuildError(reason)
    raise BuildError("it was ended")
