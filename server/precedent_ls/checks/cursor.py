"""What is not said yet: nothing about a word that is still being typed."""

from collections.abc import Iterable

from phrasebank.text.span import Span
from precedent_ls.checks.finding import Finding, InDraft


def settled(findings: Iterable[Finding], text: str, offset: int | None) -> tuple[Finding, ...]:
    """Return the findings that do not hang on the word being typed.

    Parameters
    ----------
    findings
        On the draft as it is now.
    text
        The draft's source.
    offset
        Where the last edit ended, in characters of `text`; None when the cursor has left that place.
    """
    if offset is None:
        return tuple(findings)
    word = word_at(text, offset)
    if word is None:
        return tuple(findings)
    return tuple(finding for finding in findings if not _hangs_on(finding, word))


def word_at(text: str, offset: int) -> Span | None:
    """Return the run of letters, digits and what joins them that `offset` touches, if there is one."""
    start = end = offset
    while start > 0 and _joins(text[start - 1]):
        start -= 1
    while end < len(text) and _joins(text[end]):
        end += 1
    return Span(start, end) if start < end else None


def _joins(character: str) -> bool:
    return character.isalnum() or character in "-‐‑–’'&"


def _hangs_on(finding: Finding, word: Span) -> bool:
    if _touch(finding.span, word):
        return True
    places = [each.place.span for each in finding.evidence if isinstance(each.place, InDraft)]
    return len(places) == 1 and _touch(places[0], word)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
