"""Where evidence stands, as something an editor can open.

What is installed is never opened itself, lest it be edited: the editor gets a read-only copy
in the cache directory, named by its content.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from weakref import ref

from lsprotocol import types
from platformdirs import user_cache_path

from phrasebank.bank import Phrasebank
from phrasebank.kept import kept
from phrasebank.register.load import shipped_registers
from phrasebank.text.span import Span
from precedent_ls.checks.finding import InDraft, InRegister, InStatement, InTwin
from precedent_ls.draft.text import Text
from precedent_ls.lsp.client import Client
from precedent_ls.lsp.view import View, range_in

logger = logging.getLogger(__name__)

Place = InDraft | InTwin | InStatement | InRegister


def location(view: View, place: Place) -> types.Location | None:
    """Return where a place is; None if it can't be opened."""
    match place:
        case InDraft(span):
            return types.Location(view.draft.uri, view.range(span))
        case InTwin(span):
            twin = view.twin
            if twin is None:
                return None
            return types.Location(twin.uri, range_in(twin.text, span, view.client))
        case InStatement(statement, span):
            return in_statement(view.bank, statement, span, view.client)
        case InRegister(entry):
            return in_register(view.bank, entry)


def locations(view: View, places: Iterable[Place]) -> list[types.Location]:
    """Return where places are, each once, without those that can't be opened."""
    found = (location(view, place) for place in dict.fromkeys(places))
    return [each for each in found if each is not None]


def in_statement(bank: Phrasebank, statement: str, span: Span, client: Client) -> types.Location | None:
    """Return some characters of a statement's source, in a copy of it."""
    copy = _opener(bank)(statement)
    if copy is None:
        return None
    if not copy.path.exists():  # someone emptied the cache
        _copy(copy.path.name, copy.text.source)
    return types.Location(copy.path.as_uri(), range_in(copy.text, span, client))


def in_register(bank: Phrasebank, entry: str) -> types.Location | None:
    """Return the line where a register entry begins, in a copy of its file if the file is installed."""
    found = bank.register.entries.get(entry)
    if found is None or not found.file:
        return None
    path = Path(found.file)
    if path.is_relative_to(shipped_registers()):
        copy = _register(path)
        if copy is not None and not copy.exists():
            _register.cache_clear()
            copy = _register(path)
        if copy is None:
            return None
        path = copy
    start = types.Position(found.line, 0)
    return types.Location(path.as_uri(), types.Range(start, start))


@dataclass(frozen=True, slots=True)
class _Copy:
    path: Path
    text: Text


@kept
def _opener(bank: Phrasebank) -> Callable[[str], _Copy | None]:
    """Return what opens the statements of a phrasebank; it remembers the last ones."""
    weak = ref(bank)  # what is kept for a phrasebank must not keep it

    @lru_cache(maxsize=32)
    def opened(statement: str) -> _Copy | None:
        bank = weak()
        source = bank.source(statement) if bank else None
        if source is None:
            return None
        path = _copy(f"{statement}.md", source)
        return _Copy(path, Text(source)) if path else None

    return opened


@cache
def _register(path: Path) -> Path | None:
    return _copy(path.name, path.read_text(encoding="utf-8"))


def _copy(name: str, content: str) -> Path | None:
    """Return a read-only file of this content; None if it can't be written."""
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    folder = user_cache_path("precedent-ls") / "sources" / digest
    path = folder / name
    if path.exists():
        return path
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", newline="", dir=folder, delete=False) as file:
            file.write(content)
        Path(file.name).chmod(0o444)
        Path(file.name).replace(path)
    except (OSError, UnicodeError):
        logger.warning("no copy of %s can be kept in the cache", name, exc_info=True)
        return None
    return path
