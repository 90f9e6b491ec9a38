"""Where a capital is a matter of course: at the beginning of a sentence, in a heading, in a name."""

import re

from phrasebank.text.blocks import BlockKind
from phrasebank.text.span import Span
from precedent_ls.draft.snapshot import Reading

_OPENED = re.compile(r"(?:^|[.!?:…]|[“«\"(\[•*–—]|\n\s*[-*])[\s\u00a0\u2060“«\"'’(\[]*$")
_CAPITAL_BEFORE = re.compile(
    r"(?P<word>[A-ZÀ-Ý][\w’.&]*)[\s\-‑–—]+(?:(?:of|and|for|the|to|on|in|&)\s+){0,3}$"
)
_CAPITAL_AFTER = re.compile(r"[\s\-‑–—]+(?:(?:of|and|for|the|to|on|in|&)\s+){0,3}[A-ZÀ-Ý\d]")


def is_title(reading: Reading) -> bool:
    """Tell whether most long words of a paragraph, those of names apart, have capitals, as in a heading."""
    words = [
        word
        for word in reading.words
        if word.end - word.start > 3
        and not any(mention.span.start <= word.start < mention.span.end for mention in reading.mentions)
    ]
    return 2 * sum(reading.text[word.start].isupper() for word in words) > len(words)


def begins(reading: Reading, span: Span) -> bool:
    """Tell whether something stands where a sentence, a quotation or an item begins."""
    return any(sentence.start == span.start for sentence in reading.sentences) or (
        _OPENED.search(reading.text, max(0, span.start - 12), span.start) is not None if span.start else True
    )


def in_name(reading: Reading, span: Span) -> bool:
    """Tell whether a word with a capital in running text may belong to a name."""
    if reading.kind is BlockKind.HEADING or not reading.text[span.start : span.start + 1].isupper():
        return False
    if begins(reading, span):
        return _CAPITAL_AFTER.match(reading.text, span.end) is not None
    return True


def stands_alone(reading: Reading, span: Span) -> bool:
    """Tell whether no other word in capitals stands beside something, demonyms before it excepted."""
    before = _CAPITAL_BEFORE.search(reading.text, max(0, span.start - 40), span.start)
    if before and not _DEMONYM.fullmatch(before["word"]) and not begins(reading, Span(before.start(), 0)):
        return False
    return _CAPITAL_AFTER.match(reading.text, span.end) is None and not _NAME_GOES_ON.match(
        reading.text, span.end
    )


#: What goes on with a name: Communities of Practice, Law Enforcement Agencies (LEAs).
_NAME_GOES_ON = re.compile(r"\sof\s|\s\([A-Z]")
_DEMONYM = re.compile(r"Canadian|American|Mexican|U\.S\.|US")
