"""The process that builds one index file, seen from inside.

It reads its job, a line of JSON, from standard input, and dies when that is closed: it never
outlives who started it. On standard output it writes a line of JSON for each file done and
a last one that says how it went; where the index can't be written to disk, its bytes follow.
"""

import json
import os
import sys
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from phrasebank.index import cache, store
from phrasebank.index.build import build

_LONG = 4 << 20  # bytes that take more than a moment


def main() -> None:
    """Do the job: ``{"files": [[path, digest], …], "bytes": theirs, "target": path or null}``."""
    job = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_die_with_parent, daemon=True).start()
    if job["bytes"] > _LONG and hasattr(os, "nice"):
        os.nice(5)  # whoever types meanwhile goes first
    try:
        _work([(Path(path), digest) for path, digest in job["files"]], job["target"])
    except Exception as error:
        _say({"failed": f"{type(error).__name__}: {error}"})
        raise


def _work(files: Sequence[tuple[Path, str]], target: str | None) -> None:
    built = build(files, lambda done: _say({"done": done}))
    pieces = list(store.pack(*built))
    if target is not None and _saved(Path(target), pieces):
        _say({"written": True})
        return
    _say({"follow": sum(map(len, pieces))})
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def _saved(target: Path, pieces: Iterable[bytes | memoryview]) -> bool:
    try:
        cache.save(target, pieces)
    except OSError:
        return False
    return True


def _say(message: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(message).encode() + b"\n")
    sys.stdout.buffer.flush()


def _die_with_parent() -> None:
    while os.read(0, 4096):  # not sys.stdin: its lock, held here, would break a normal exit
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
