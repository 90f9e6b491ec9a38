"""What has to be the same in two languages, whatever words say it.

A token has a `value` that does not depend on the language, so that tokens of a draft and of
its twin can be held against each other.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from phrasebank.text.span import Span
from precedent_ls.draft.snapshot import Paragraph, Reading


class Token(NamedTuple):
    """Something said in a text, at the characters `span` of it."""

    value: Hashable
    span: Span


def unmatched(here: Sequence[Token], there: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Return the tokens, one for each value, that the other side does not have at all."""
    ours, theirs = {token.value for token in here}, {token.value for token in there}
    return (
        list({token.value: token for token in reversed(here) if token.value not in theirs}.values())[::-1],
        list({token.value: token for token in reversed(there) if token.value not in ours}.values())[::-1],
    )


def placed(paragraphs: Iterable[Paragraph], tokens: Callable[[Reading], Iterable[Token]]) -> list[Token]:
    """Return the tokens of some paragraphs, by their characters in the text."""
    return [
        Token(token.value, token.span.shifted(paragraph.start))
        for paragraph in paragraphs
        for token in tokens(paragraph.reading)
    ]
