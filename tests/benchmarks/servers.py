"""The two servers that are measured in one run, and what both are asked alike."""

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any

from precedent_ls.cli.connection import SERVER, Connection

BARE = (sys.executable, str(Path(__file__).with_name("bare_server.py")))
SERVERS = {"bare pygls": BARE, "precedent": SERVER}

DRAFTS = Path(__file__).parent.parent / "drafts"
URI = "file:///drafts/draft.md"

CAPABILITIES = {
    "textDocument": {"diagnostic": {}, "completion": {"completionItem": {"snippetSupport": True}}},
}


class Draft:
    """A document open in a server, and a place in it where someone types."""

    def __init__(self, connection: Connection, text: str) -> None:
        self.connection = connection
        self.document: dict[str, Any] = {"uri": URI, "languageId": "markdown", "version": 1, "text": text}
        lines = text.split("\n")
        self.place = {"line": len(lines) - 1, "character": len(lines[-1])}
        connection.notify("textDocument/didOpen", {"textDocument": self.document})
        del self.document["text"]

    def type(self, text: str) -> None:
        """Put in `text`."""
        self.document["version"] += 1
        edit = {"range": {"start": self.place, "end": self.place}, "text": text}
        change = {"textDocument": self.document, "contentChanges": [edit]}
        self.connection.notify("textDocument/didChange", change)
        *before, last = text.split("\n")
        character = len(last) if before else self.place["character"] + len(text)
        self.place = {"line": self.place["line"] + len(before), "character": character}

    async def ask(self, method: str, **more: object) -> Any:
        """Ask for something at the place."""
        params = {"textDocument": self.document, "position": self.place, **more}
        return await self.connection.request(f"textDocument/{method}", params)


def percentiles(seconds: Sequence[float]) -> str:
    """Return median and 99th percentile in milliseconds."""
    cuts = quantiles(seconds, n=100)
    return f"{cuts[49] * 1000:6.2f} {cuts[98] * 1000:6.2f}"


def resident(process: int) -> float:
    """Return the memory of a process in MiB, mapped pages included; 0 where that can't be known."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024
