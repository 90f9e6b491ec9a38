"""Words in common, as stretches to be marked."""

from collections.abc import Iterable, Iterator

from phrasebank.text.span import Span


def runs(text: str, words: Iterable[Span]) -> Iterator[Span]:
    """Yield stretches of neighboring words: with nothing but a space or a hyphen between them."""
    run: Span | None = None
    for word in sorted(words):
        if run is not None and not text[run.end : word.start].strip(" \u00a0\u202f-‑–’'"):
            run = Span(run.start, word.end)
            continue
        if run is not None:
            yield run
        run = word
    if run is not None:
        yield run
