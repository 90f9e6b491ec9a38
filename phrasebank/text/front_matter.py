"""Where the front matter of a document ends."""

import re

from phrasebank.text.lines import lines
from phrasebank.text.span import Span


def front_matter(source: str) -> Span | None:
    """Return the front matter of `source`, from its first ``---`` to the last, or None.

    Front matter that is not closed, as while it is being typed, ends before its first blank
    line. So does what goes on after a blank line with something that cannot be YAML, whatever
    ``---`` comes later: that one is a rule between paragraphs.
    """
    every = lines(source)
    last = next(every)
    if source[: last.end].removeprefix("\ufeff").rstrip() != "---":
        return None
    keyed = False
    unclosed: Span | None = None
    for line in every:
        text = source[line.start : line.end]
        if text.rstrip() in {"---", "..."}:
            return Span(0, line.end)
        if not text.strip():
            unclosed = unclosed or Span(0, last.end)
        elif unclosed and not _YAML.match(text):
            break
        keyed = keyed or (not unclosed and _KEY.match(text) is not None)
        last = line
    return (unclosed or Span(0, last.end)) if keyed else None


_KEY = re.compile(r"[\w.-]+[ \t]*:")
_YAML = re.compile(rf"[ \t#\]}}]|-[ \t]|{_KEY.pattern}")
