"""The pages of the rules as tests.

A page (``server/precedent_ls/checks/pages/CODE.md``) is documentation first: what, why, examples,
source, how to turn it off. Its examples are fenced blocks whose info string says what they are:

``draft``
    A draft, front matter allowed. Under a line of it, carets draw what the rule finds there, and
    words after them are part of the message; tildes draw the other places that a finding points to.
    A draft without carets has nothing for the rule to find. ``draft plain`` is a plain text file.
``twin``
    The draft's twin, for a rule on the pair. Follows the draft.
``fixed``
    The draft after the preferred (else the first) fix of each of the rule's findings; none may be
    left then, and fixing again changes nothing. Follows the draft (or its twin).

Only the page's own rule is looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from phrasebank.text.span import Span

_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[a-z ]+)\n(?P<body>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
_MARK = re.compile(r"^ *(?P<mark>\^+|~+)(?: +(?P<words>.*))?$")


@dataclass(frozen=True)
class Expected:
    span: Span
    words: str


@dataclass(frozen=True)
class Example:
    line: int
    draft: str
    markdown: bool
    findings: tuple[Expected, ...]
    others: tuple[Span, ...]
    twin: str | None = None
    fixed: str | None = None


def examples(page: Path) -> Iterator[Example]:
    """Yield the examples of a page."""
    text = page.read_text(encoding="utf-8")
    example: Example | None = None
    for match in _FENCE.finditer(text):
        body = match["body"]
        match match["info"].split():
            case ["draft", *rest]:
                if example:
                    yield example
                line = text.count("\n", 0, match.start()) + 1
                example = _drawn(body, line, markdown="plain" not in rest)
            case ["twin"]:
                assert example, f"{page.name}: a twin without a draft"
                example = Example(**{**vars(example), "twin": body})
            case ["fixed"]:
                assert example, f"{page.name}: a fixed text without a draft"
                example = Example(**{**vars(example), "fixed": body})
    if example:
        yield example


def _drawn(body: str, line: int, *, markdown: bool) -> Example:
    """Read a draft and the spans drawn in it."""
    kept: list[str] = []
    findings: list[Expected] = []
    others: list[Span] = []
    start = 0
    for text in body.splitlines(keepends=True):
        mark = _MARK.match(text.rstrip("\n"))
        if mark is None:
            start = sum(map(len, kept))
            kept.append(text)
            continue
        span = Span(*mark.span("mark")).shifted(start)
        if mark["mark"].startswith("^"):
            findings.append(Expected(span, (mark["words"] or "").strip()))
        else:
            others.append(span)
    return Example(line, "".join(kept), markdown, tuple(findings), tuple(others))
