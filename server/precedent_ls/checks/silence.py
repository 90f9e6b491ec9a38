"""Where a draft asks that nothing be said: comments in it, and forms it accepts.

``<!-- precedent: ignore RULE -->`` silences a rule on the line it ends or, alone on a line,
on the next; ``precedent: ignore-file RULE`` at the top silences it in the whole file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from phrasebank.text.blocks import BlockKind
from phrasebank.text.fold import fold, folded
from phrasebank.text.span import Span
from precedent_ls.checks.ledger import Quiet
from precedent_ls.draft.snapshot import Draft, Reading

_COMMENT = re.compile(r"<!--[^\S\n]*precedent:[^\S\n]*(?P<verb>[\w-]*)(?P<codes>[^\n>]*?)[^\S\n]*-->")
_BARE = re.compile(r"^[^\S\n]*precedent:[^\S\n]*(?P<verb>ignore-file)(?P<codes>[^\n<>]*)$", re.MULTILINE)
_CODE = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment addressed to Precedent; `codes` are the rules it names, with their places."""

    span: Span
    verb: str
    codes: tuple[tuple[str, Span], ...]
    at_top: bool
    line: Span  #: the characters of the line it speaks of

    def silences(self, code: str, offset: int) -> bool:
        """Tell whether it keeps a rule silent about what begins at `offset`."""
        return (
            self.verb == "ignore"
            and self.line.start <= offset < self.line.end
            and any(code == named for named, _ in self.codes)
        )


def read_comments(draft: Draft) -> tuple[Comment, ...]:
    """Return the comments of a draft in order."""
    source = draft.text.source
    if "precedent:" not in source:
        return ()
    top = draft.paragraphs[0].span.end if draft.paragraphs else len(source)
    matches = [match for match in _COMMENT.finditer(source) if not _in_code(draft, match.start())]
    matches += _BARE.finditer(source, 0, top)
    return tuple(_comment(match, source, top) for match in sorted(matches, key=lambda match: match.start()))


def _in_code(draft: Draft, offset: int) -> bool:
    blocks = draft.source.blocks
    index = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    return index >= 0 and blocks[index].kind is BlockKind.CODE and offset < blocks[index].span.end


def _comment(match: re.Match[str], source: str, top: int) -> Comment:
    codes = tuple((code[0], Span(*code.span())) for code in _CODE.finditer(source, *match.span("codes")))
    line_start = source.rfind("\n", 0, match.start()) + 1
    if source[line_start : match.start()].strip(" \t>-*+"):
        line = Span(line_start, _line_end(source, match.end()))
    else:
        rest = source[match.end() :]
        start = match.end() + len(rest) - len(rest.lstrip())
        line = Span(start, _line_end(source, start))
    return Comment(Span(*match.span()), match["verb"], codes, match.start() <= top, line)


def _line_end(source: str, offset: int) -> int:
    end = source.find("\n", offset)
    return len(source) if end < 0 else end


def silenced_in_file(comments: Sequence[Comment]) -> frozenset[str]:
    """Return the rules that are silent in the whole file."""
    return frozenset(
        code
        for comment in comments
        if comment.verb == "ignore-file" and comment.at_top
        for code, _ in comment.codes
    )


def quiet_places(
    draft: Draft, comments: Sequence[Comment], accept: frozenset[str]
) -> dict[int, tuple[Quiet, ...]]:
    """Return, by the number of its paragraph, each place where nothing is said.

    `accept` holds the accepted forms, folded.
    """
    quiet: dict[int, tuple[Quiet, ...]] = {}
    for comment in comments:
        if comment.verb == "ignore":
            codes = frozenset(code for code, _ in comment.codes)
            for number, start in _touched(draft, comment.line):
                quiet[number] = (*quiet.get(number, ()), Quiet(comment.line.shifted(-start), codes))
    if accept:
        for number, paragraph in enumerate(draft.paragraphs):
            if accepted := _accepted(paragraph.reading, accept):
                quiet[number] = (*quiet.get(number, ()), *accepted)
    return quiet


def _touched(draft: Draft, line: Span) -> Iterator[tuple[int, int]]:
    """Yield number and start of each paragraph that has something on `line`."""
    index = bisect_right(draft.paragraphs, line.start, key=lambda paragraph: paragraph.start) - 1
    for number in range(max(index, 0), len(draft.paragraphs)):
        span = draft.paragraphs[number].span
        if span.start >= line.end:
            return
        if span.end > line.start:
            yield number, span.start


_ACCEPTED: WeakKeyDictionary[Reading, tuple[frozenset[str], tuple[Quiet, ...]]] = WeakKeyDictionary()


def _accepted(reading: Reading, accept: frozenset[str]) -> tuple[Quiet, ...]:
    known = _ACCEPTED.get(reading)
    if known is not None and known[0] == accept:
        return known[1]
    text = fold(reading.text)
    quiet = tuple(
        Quiet(text.source_span(match.start(), match.end()), None)
        for form in sorted(accept)
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text.text)
    )
    _ACCEPTED[reading] = (accept, quiet)
    return quiet


def folded_forms(*lists: Sequence[str]) -> frozenset[str]:
    """Return the forms of all lists, folded."""
    return frozenset(folded(form) for forms in lists for form in forms if form.strip())
