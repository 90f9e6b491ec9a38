"""Show on a draft what an editor would show: findings, completion, ghost text, hover."""

import argparse
import asyncio
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from precedent_ls.checks.finding import Severity
from precedent_ls.cli.connection import Connection
from precedent_ls.cli.formats.text import COLORS
from precedent_ls.cli.style import Painter, Style
from precedent_ls.draft.files import read_file

Place = dict[str, int]

_CAPABILITIES: dict[str, Any] = {"textDocument": {"diagnostic": {}}}
_WIDTH = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("draft", metavar="DRAFT", type=Path, help="a draft of a statement")


def run(options: argparse.Namespace) -> int:
    """Start a server, ask it as an editor would, and print the answers."""
    text = read_file(options.draft).text.source
    return asyncio.run(_show(options.draft.absolute(), text, Painter(sys.stdout)))


async def _show(path: Path, text: str, paint: Painter) -> int:
    connection = await Connection.start()
    await connection.initialize(_CAPABILITIES, rootUri=path.parent.as_uri())
    document = {"uri": path.as_uri(), "languageId": "markdown", "version": 1, "text": text}
    connection.notify("textDocument/didOpen", {"textDocument": document})

    async def ask(method: str, **params: object) -> Any:  # noqa: ANN401 - JSON
        return await connection.request(f"textDocument/{method}", {"textDocument": document, **params})

    lines = text.splitlines()
    places = list(_places(lines))
    found = (await ask("diagnostic"))["items"]
    _print("Findings", (line for each in found for line in _finding(each, paint)), paint)
    names = [each["range"]["start"] for each in found]
    for title, candidates in (("Hover on a name", names), ("Hover on a sentence", places)):
        hovers = [(await ask("hover", position=place), place) for place in candidates]
        told = [(hover["contents"]["value"], place) for hover, place in hovers if hover]
        if told:
            value, place = told[0] if candidates is names else max(told, key=lambda each: _likeness(each[0]))
            _print(title, [_before(lines, place, paint), *_wrapped(value)], paint)

    typed = []
    for place in places:  # as if the draft were being typed and had come so far
        whole = {"text": "\n".join([*lines[: place["line"]], _beginning(lines, place)])}
        connection.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [whole]})
        context = {"triggerKind": 1}
        ghost = await ask("inlineCompletion", position=place, context=context)
        items = await ask("completion", position=place, context=context)
        if ghost["items"] and items:
            typed.append((ghost["items"][0]["insertText"], items["items"], place))
    if typed:
        ghost, items, place = max(typed, key=lambda each: max(len(item["label"]) for item in each[1]))
        before = _before(lines, place, paint)
        _print("Ghost text", [before + paint(ghost, Style.DIM)], paint)
        _print("Completion", [before, *_items(items, paint)], paint)
    return await connection.end()


def _print(title: str, lines: Iterator[str] | Sequence[str], paint: Painter) -> None:
    print(f"\n{paint(title, Style.BOLD, Style.CYAN)}")
    for line in lines:
        print(f"  {line}")


def _likeness(hover: str) -> int:
    """Return how alike the nearest precedent is, in percent."""
    found = re.search(r"(\d+)\s?%", hover)
    return int(found[1]) if found else 0


def _places(lines: Sequence[str]) -> Iterator[Place]:
    """Yield a place behind the fifth word of each line of prose."""
    start = lines.index("---", 1) + 1 if lines and lines[0] == "---" and "---" in lines[1:] else 0
    for number in range(start, len(lines)):
        match = re.match(r"(?:[^\W\d_]\S*\s+){5}", lines[number])
        if match:
            yield {"line": number, "character": len(match[0].encode("utf-16-le")) // 2}


def _beginning(lines: Sequence[str], place: Place) -> str:
    """Return the line up to a place."""
    return lines[place["line"]].encode("utf-16-le")[: 2 * place["character"]].decode("utf-16-le")


def _before(lines: Sequence[str], place: Place, paint: Painter) -> str:
    return paint(_beginning(lines, place)[-_WIDTH // 2 :], Style.BOLD) + paint("▏", Style.CYAN)


def _finding(diagnostic: dict[str, Any], paint: Painter) -> Iterator[str]:
    severity, start = Severity(diagnostic["severity"]), diagnostic["range"]["start"]
    where = f"{start['line'] + 1}:{start['character'] + 1}"
    name = paint(severity.name.lower(), Style.BOLD, COLORS[severity])
    code = paint(f"[{diagnostic['code']}]", Style.DIM)
    yield f"{where:>7} {name}: {diagnostic['message']} {code}"
    for fix in (diagnostic.get("data") or {}).get("fixes", ()):
        yield f"{'':8}{paint('fix:', Style.GREEN)} {fix['title']}"


def _items(items: Sequence[dict[str, Any]], paint: Painter) -> Iterator[str]:
    for item in items[:8]:
        label = textwrap.shorten(item["label"], 70, placeholder="…")
        yield f"  {label:72}{paint(item.get('detail') or '', Style.DIM)}"


def _wrapped(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from textwrap.wrap(line, _WIDTH, break_on_hyphens=False) or [""]
