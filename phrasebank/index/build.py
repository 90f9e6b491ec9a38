"""A group of statement files becomes the content of one index file, a segment for each language."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from phrasebank.corpus import StatementError, read_content
from phrasebank.index import assemble
from phrasebank.index.digest import Digest, digest
from phrasebank.index.listing import digest_of
from phrasebank.statement import Statement
from phrasebank.text.span import Span

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Built(NamedTuple):
    """What `store.pack` takes: a description, with the mistakes met, and the arrays of the segments."""

    about: dict[str, Any]
    searched: dict[str, "ReadableBuffer"]
    quoted: dict[str, "ReadableBuffer"]


def build(files: Iterable[tuple[Path, str]], done: Callable[[int], None] = lambda _: None) -> Built:
    """Read and index some files.

    Parameters
    ----------
    files
        Their paths and the digests of their content; one that was changed since is left out.
    done
        Told the bytes read so far.
    """
    digests: dict[str, list[Digest]] = {}
    mistakes: list[StatementError] = []
    total = 0
    for path, expected in files:
        try:
            content = path.read_bytes()
        except OSError as error:
            mistakes.append(StatementError(path, "", error.strerror or "unreadable"))
            continue
        if digest_of(content) != expected:
            mistakes.append(StatementError(path, "", "changed while it was being read"))
            continue
        reading = read_content(content, path)
        mistakes += reading.mistakes
        for statement in reading.statements:
            made = digest(statement, str(path))
            mistakes += _damage(statement, path, made.damaged)
            digests.setdefault(statement.metadata.language, []).append(made)
        total += len(content)
        done(total)
    about = {
        "languages": list(digests),
        "mistakes": [(str(each.file), each.key, each.message) for each in mistakes],
    }
    built = Built(about, {}, {})
    for language, of_language in digests.items():
        searched, quoted = assemble.arrays(of_language)
        built.searched.update({f"{language}/{name}": array for name, array in searched.items()})
        built.quoted.update({f"{language}/{name}": array for name, array in quoted.items()})
    return built


def _damage(statement: Statement, path: Path, damaged: Sequence[Span]) -> Iterator[StatementError]:
    if damaged:
        line = statement.source.count("\n", 0, damaged[0].start) + 1
        many = "1 sentence is" if len(damaged) == 1 else f"{len(damaged)} sentences are"
        yield StatementError(path, "", f"{many} not indexed for broken words, the first in line {line}")
