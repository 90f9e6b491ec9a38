"""The command `precedent-ls`."""

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (the process's, by default) and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # An editor waits for the server: whatever it does without is not loaded.
    if given in ([], ["--stdio"]):
        gc.disable()  # a sixth of the start went into looking for garbage; `Tidier` takes over
        from precedent_ls.cli.serve import serve  # noqa: PLC0415

        return serve()
    from precedent_ls.cli.commands import run  # noqa: PLC0415

    return run(given)
