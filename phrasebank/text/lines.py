"""Lines as editors and Markdown count them."""

import re
from collections.abc import Iterator

from phrasebank.text.span import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")


def lines(text: str) -> Iterator[Span]:
    r"""Yield each line of `text` without its end: ``\n``, ``\r\n`` or ``\r``, nothing else."""
    start = 0
    while line := _LINE.match(text, start):
        yield Span(*line.span(1))
        if line.end() == line.end(1):
            return
        start = line.end()
