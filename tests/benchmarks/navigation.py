"""Going from place to place: how long each request takes, with the five statements and with many more.

Every place of two drafts that are twins is asked about, and of made-up prose, and every answer
is made ready to be sent. Processor time is printed, and in brackets the clock's, in which
whatever else runs on the machine shows.

``python -m tests.benchmarks.navigation 1000000`` adds so many made-up passages.
"""

import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from lsprotocol import types

from phrasebank.bank import Phrasebank, Sources
from precedent_ls.checks.run import run as run_checks
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.lsp.client import Client
from precedent_ls.lsp.requests import links, navigation, ranges, references, symbols
from precedent_ls.lsp.view import View, WorkspaceView
from precedent_ls.settings import Settings
from tests.benchmarks.index import write_statements

DRAFTS = Path(__file__).parent.parent / "drafts"
MANY = 100_000
QUERIES = ("r", "rc", "rcmp", "royal can", "fentanyl", "mayorkaz", "2024", "conclusion", "zzzz", "")


def run(passages: int = MANY) -> None:
    """Print a table for each number of passages added to the shipped ones."""
    for count in (0, passages):
        with TemporaryDirectory() as name:
            folder = Path(name, "statements")
            write_statements(folder, count)
            bank = Phrasebank.open(Sources(folders=(folder,)), cache=Path(name, "cache"))
            made_up = sorted(folder.iterdir())[:1]
            print(f"{count:,} passages added: milliseconds, p50 and p99")
            _measure(bank, made_up[0] if made_up else None)


def _measure(bank: Phrasebank, made_up: Path | None) -> None:
    views = list(_views(bank, made_up))
    for view in views:
        run_checks(view.draft, bank, view.settings)  # as the server does when a draft is opened
    for name, ask in REQUESTS.items():
        taken = [_milliseconds(ask, view, position) for view in views for position in _positions(view.draft)]
        _print(name, taken)
    workspace = WorkspaceView((bank,), Client())
    symbols.find(workspace, types.WorkspaceSymbolParams("once"))
    _print(
        "workspace symbols",
        [
            _milliseconds(
                lambda view, query: symbols.find(view, types.WorkspaceSymbolParams(query)), workspace, query
            )
            for query in QUERIES * 5
        ],
    )


def _print(name: str, taken: list[tuple[float, float]]) -> None:
    (p50, p99), (clock_p50, clock_p99) = (
        (cuts[49], cuts[98]) for cuts in (quantiles(each, n=100) for each in zip(*taken, strict=True))
    )
    print(f"  {name:18} {len(taken):6} {p50:7.2f} {p99:7.2f}   ({clock_p50:.2f} {clock_p99:.2f})")


def _milliseconds(ask: Callable[..., object], *args: object) -> tuple[float, float]:
    """Return the processor's and the clock's time that a request takes."""
    clock, processor = time.perf_counter(), time.thread_time()
    ask(*args)
    return (time.thread_time() - processor) * 1000, (time.perf_counter() - clock) * 1000


def _views(bank: Phrasebank, made_up: Path | None) -> Iterator[View]:
    english, french = (_draft(bank, DRAFTS / f"future.{language}.md") for language in ("en", "fr"))
    yield _view(bank, english, french)
    yield _view(bank, french, english)
    if made_up is not None:
        text = made_up.read_text(encoding="utf-8").partition("\n---\n")[2]
        yield _view(bank, _read(bank, "file:///made-up.md", text[:8000]), None)


def _draft(bank: Phrasebank, path: Path) -> Draft:
    return _read(bank, path.as_uri(), path.read_text(encoding="utf-8"))


def _read(bank: Phrasebank, uri: str, text: str) -> Draft:
    source = Source.of(text, markdown=True)
    return read_draft(
        uri, 1, source, matcher=bank.matcher, defaults=Defaults(dt.date(2026, 12, 3)), listed=True
    )


def _view(bank: Phrasebank, draft: Draft, twin: Draft | None) -> View:
    return View(draft, twin, bank, Settings(), Client(), "", None, lambda: None)


def _positions(draft: Draft) -> Iterator[types.Position]:
    for paragraph in draft.paragraphs:
        for word in paragraph.words:
            yield types.Position(*draft.text.position(paragraph.start + word.start))


def _at(
    make: Callable[..., object], answer: Callable[..., object]
) -> Callable[[View, types.Position], object]:
    return lambda view, position: answer(
        view, make(text_document=types.TextDocumentIdentifier(view.draft.uri), position=position)
    )


def _of_document(answer: Callable[..., object]) -> Callable[[View, types.Position], object]:
    return lambda view, _: answer(view, None)


def _selections(view: View, position: types.Position) -> object:
    document = types.TextDocumentIdentifier(view.draft.uri)
    return ranges.selections(view, types.SelectionRangeParams(document, [position]))


def _references(view: View, position: types.Position) -> object:
    document, context = types.TextDocumentIdentifier(view.draft.uri), types.ReferenceContext(True)
    return references.references(view, types.ReferenceParams(context, document, position))


REQUESTS: dict[str, Callable[[View, types.Position], object]] = {
    "definition": _at(types.DefinitionParams, navigation.definition),
    "declaration": _at(types.DeclarationParams, navigation.declaration),
    "references": _references,
    "highlights": _at(types.DocumentHighlightParams, references.highlights),
    "selections": _selections,
    "outline": _of_document(symbols.outline),
    "folds": _of_document(ranges.folds),
    "links": _of_document(links.links),
}


if __name__ == "__main__":
    run(*map(int, sys.argv[1:]))
