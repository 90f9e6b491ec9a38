"""What sets a draft's sentence apart from its precedent, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise
from typing import NamedTuple

from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.text.words import words
from precedent_ls.assist.cite import escaped


class Kind(StrEnum):
    """Which of the two texts has a run of words."""

    SAME = "same"  #: both
    ADDED = "added"  #: the draft only
    REMOVED = "removed"  #: the precedent only


class Change(NamedTuple):
    """A run of words. Without the added ones, the texts put together are the precedent."""

    kind: Kind
    text: str


def difference(precedent: str, draft: str) -> tuple[Change, ...]:
    """Return how `draft` differs from `precedent`; case, accents and punctuation count for nothing."""
    old, new = _tokens(precedent), _tokens(draft)
    matcher = SequenceMatcher(None, [key for key, _ in old], [key for key, _ in new], autojunk=False)
    return tuple(_spaced(_changes(old, new, _readable(matcher.get_opcodes(), old))))


def markdown(changes: Sequence[Change]) -> str:
    """Return the changes for Markdown: the precedent's own words in bold, the draft's struck out in braces.

    Of long runs of common words only the ends next to a change are given.
    """
    last = len(changes) - 1
    return "".join(
        _marked(change, first=number == 0, last=number == last) for number, change in enumerate(changes)
    ).strip()


def changed(changes: Iterable[Change]) -> str:
    """Return for Markdown nothing but the words that differ, an ellipsis where others stand between."""
    runs = (
        " ".join(
            _marked(Change(each.kind, inside[0])).strip()
            for each in run
            if (inside := _WORDS.search(each.text))
        )
        for same, run in groupby(changes, key=lambda change: change.kind is Kind.SAME)
        if not same
    )
    return " … ".join(filter(None, runs))


class _Token(NamedTuple):
    key: str
    text: str  # the word with the marks that open before it, and what stands between it and the next


#: The end of what stands between two words, from a mark on that opens something.
_OPENING = re.compile(r"(?:(?<=\s)[(\[“«\"‘][^\w\s]*\s?)?\Z")

Opcode = tuple[str, int, int, int, int]


def _tokens(text: str) -> list[_Token]:
    found = words(text)
    if not found:
        return []
    gaps = (_OPENING.search(text, word.end, after.start) for word, after in pairwise(found))
    starts = [0, *(gap.start() for gap in gaps if gap), len(text)]
    return [
        _Token(word.key, text[start:end]) for word, (start, end) in zip(found, pairwise(starts), strict=True)
    ]


def _readable(opcodes: Iterable[Opcode], old: Sequence[_Token]) -> Iterator[tuple[bool, range, range]]:
    """Yield runs as (whether they are the same, words of the old, words of the new).

    Small words between two longer changes, such as `of the`, are taken for changed: they only
    cut what is easier read in one piece.
    """
    runs = [(tag == "equal", range(a, b), range(c, d)) for tag, a, b, c, d in opcodes]
    sizes = [max(len(before), len(after)) for _, before, after in runs]
    for number in range(1, len(runs) - 1):
        same, before, after = runs[number]
        small = same and all(_is_small(old[each].key) for each in before)
        if small and len(before) <= min(sizes[number - 1], sizes[number + 1]):
            runs[number] = (False, before, after)
    pending: tuple[range, range] | None = None
    for same, before, after in runs:
        if not same:
            pending = (
                range(pending[0].start if pending else before.start, before.stop),
                range(pending[1].start if pending else after.start, after.stop),
            )
            continue
        if pending is not None:
            yield False, *pending
            pending = None
        yield True, before, after
    if pending is not None:
        yield False, *pending


def _is_small(key: str) -> bool:
    return len(key) <= 3 or key in FUNCTION_WORDS


def _changes(
    old: Sequence[_Token], new: Sequence[_Token], runs: Iterable[tuple[bool, range, range]]
) -> Iterator[Change]:
    for same, before, after in runs:
        earlier = "".join(token.text for token in old[before.start : before.stop])
        if same:
            yield Change(Kind.SAME, earlier)
            continue
        if after:
            yield Change(Kind.ADDED, "".join(token.text for token in new[after.start : after.stop]))
        if before:
            yield Change(Kind.REMOVED, earlier)


def _spaced(changes: Iterable[Change]) -> Iterator[Change]:
    """Part the draft's words from the precedent's around them; these stay as they are."""
    before = " "
    for change in changes:
        text = change.text
        if change.kind is Kind.ADDED:
            text = f"{'' if before[-1:].isspace() else ' '}{text.strip()} "
        yield Change(change.kind, text)
        before = text or before


def _marked(change: Change, *, first: bool = False, last: bool = False) -> str:
    text = change.text
    if change.kind is Kind.SAME:
        return escaped(_shortened(text, first=first, last=last))
    if change.kind is Kind.ADDED:
        inside = _DRAFTS_WORDS.search(text)
        space = " " if text[:1].isspace() else ""
        return f"{space}{{~~{escaped(inside[0])}~~}} " if inside else escaped(text)
    inside = _WORDS.search(text)
    if inside is None:
        return escaped(text)
    before, after = text[: inside.start()], text[inside.end() :]
    return f"{escaped(before)}**{escaped(inside[0])}**{escaped(after)}"


_END = r"(?:.*\w(?:(?<=\.\w)\.(?=\s|\Z))?)?"

#: Words without the punctuation around them, but for the last point of `U.S.`: a mark beside an
#: apostrophe (`**l’**échange`) would be none for Markdown.
_WORDS = re.compile(rf"\w{_END}", re.DOTALL)

#: The same with an apostrophe: the braces keep it from what stands beside it.
_DRAFTS_WORDS = re.compile(rf"[’']?\w{_END}[’']?", re.DOTALL)


#: Words of a long common run that are given beside a change.
_BESIDE = 5


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Return a common run with its middle left out, or its beginning or end where no change is."""
    parts = re.findall(r"\S+\s*|\s+", text)
    head, tail = (0 if first else _BESIDE), (0 if last else _BESIDE)
    if len(parts) <= head + tail + 2 or (first and last):
        return text
    return "".join([*parts[:head], "… ", *parts[len(parts) - tail :]])
