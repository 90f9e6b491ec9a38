"""Drafts and their twins, read when asked for and kept until something they depend on changes."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from phrasebank.bank import Phrasebank
from precedent_ls.draft.files import NoTwin, no_twin, path_of, read_file, twin_path
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.lsp.documents import Document, Documents
from precedent_ls.workspace import Scope


@dataclass(frozen=True, slots=True)
class _OnDisk:
    stamp: tuple[int, int]
    source: Source
    serial: int


class Drafts:
    """Reads drafts; one read is kept for each document.

    Parameters
    ----------
    documents
        The open ones; a twin that is open is read as it stands there.
    scope_of
        Whose settings hold for a file.
    """

    def __init__(self, documents: Documents, scope_of: Callable[[Path | None], Scope]) -> None:
        self._documents = documents
        self._scope_of = scope_of
        self._read: dict[str, tuple[tuple[object, ...], Draft]] = {}
        self._disk: dict[Path, _OnDisk] = {}
        self._disk_serials = count(1)

    def draft(self, document: Document, bank: Phrasebank, today: dt.date) -> Draft:
        """Return what one version of an open document says."""
        return self._draft(document.uri, document.version, document.source, bank, today)

    def twin(self, draft: Draft, bank: Phrasebank, today: dt.date) -> tuple[Draft | NoTwin | None, str]:
        """Return the draft that `draft` names as its twin, or why there is none, and an identity of that."""
        path = twin_path(draft)
        if path is None:
            return no_twin(draft), "-"
        document = next((each for each in self._documents if path_of(each.uri) == path), None)
        if document is not None:
            return self.draft(document, bank, today), f"{document.serial}"
        file = self._file(path)
        if file is None:
            why = no_twin(draft)
            return why, why.value if why else "-"
        return self._draft(path.as_uri(), None, file.source, bank, today), f"disk{file.serial}"

    def tied_to(self, path: Path) -> list[str]:
        """Return the documents whose last version read names `path` as its twin."""
        return [uri for uri, (_, draft) in tuple(self._read.items()) if twin_path(draft) == path]

    def forget(self, uri: str) -> None:
        """Drop what was kept of a document."""
        self._read.pop(uri, None)

    def _draft(
        self, uri: str, version: int | None, source: Source, bank: Phrasebank, today: dt.date
    ) -> Draft:
        path = path_of(uri)
        scope = self._scope_of(path)
        defaults = Defaults(today, scope.settings.draft.date, scope.settings.draft.release)
        listed = scope.lists(path)
        key = (bank.matcher, defaults, listed, version)
        known = self._read.get(uri)
        if known is not None and known[1].source is source and known[0] == key:
            return known[1]
        draft = read_draft(
            uri,
            version,
            source,
            matcher=bank.matcher,
            defaults=defaults,
            listed=listed,
            previous=known[1] if known else None,
        )
        self._read[uri] = (key, draft)
        return draft

    def _file(self, path: Path) -> _OnDisk | None:
        try:
            about = path.stat()
            stamp = (about.st_mtime_ns, about.st_size)
            known = self._disk.get(path)
            if known is None or known.stamp != stamp:
                known = self._disk[path] = _OnDisk(stamp, read_file(path), next(self._disk_serials))
        except (OSError, ValueError):
            self._disk.pop(path, None)
            return None
        return known
