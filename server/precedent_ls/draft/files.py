"""Drafts and their twins as files."""

import os
import re
from enum import Enum
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from phrasebank.files import content_of
from precedent_ls.draft.snapshot import Draft, Source

#: Bytes. What is longer is no draft.
LARGEST = 20_000_000

_DRIVE = re.compile(r"/[A-Za-z]:(?:/|$)")
_MARKDOWN = frozenset({".md", ".markdown"})


@lru_cache(maxsize=256)
def path_of(uri: str) -> Path | None:
    """Return the path of a ``file:`` address, None for any other."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file" or not parts.path:
        return None
    path = unquote(parts.path)
    if parts.netloc not in ("", "localhost"):
        return Path(f"//{parts.netloc}{path}")
    return Path(path[1:] if _DRIVE.match(path) else path)


def is_markdown(name: str) -> bool:
    """Tell a Markdown file by its name."""
    return os.path.splitext(name)[1].lower() in _MARKDOWN  # noqa: PTH122 - of a URI too


def read_file(path: Path) -> Source:
    """Read a file.

    Raises
    ------
    OSError
        It cannot be read, is no regular file, or is longer than any draft.
    ValueError
        It is not UTF-8.
    """
    content = content_of(path, LARGEST)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from None
    return Source.of(text, markdown=is_markdown(path.name))


class NoTwin(Enum):
    """Why there is no draft to compare with, though the front matter names one."""

    ITSELF = "itself"
    NOWHERE = "nowhere"  #: the draft is not saved, so that its folder is not known
    MISSING = "missing"
    UNREADABLE = "unreadable"


def no_twin(draft: Draft) -> NoTwin | None:
    """Return why a draft's twin was not found, by looking at the file it names; None if it names none."""
    if not draft.matter.twin:
        return None
    if path_of(draft.uri) is None:
        return NoTwin.NOWHERE
    path = twin_path(draft)
    if path is None:
        return NoTwin.ITSELF
    try:
        return NoTwin.UNREADABLE if path.exists() else NoTwin.MISSING
    except (OSError, ValueError):
        return NoTwin.UNREADABLE


def twin_path(draft: Draft) -> Path | None:
    """Return the file that a draft names as its twin; None if it names none, or itself."""
    return _path_from(draft.uri, draft.matter.twin) if draft.matter.twin else None


@lru_cache(maxsize=64)
def _path_from(uri: str, named: str) -> Path | None:
    """Return the path that a draft names, from its own folder; kept, since every request asks for it."""
    path = path_of(uri)
    if path is None:
        return None
    found = Path(os.path.normpath(path.parent / named))
    return None if found == path else found
