"""Words that no style rule judges: registered names, quotations, press contacts, addresses."""

import re
from weakref import WeakKeyDictionary

from phrasebank.text.blocks import BlockKind
from phrasebank.text.span import Span
from precedent_ls.checks.contact import is_contact
from precedent_ls.draft.snapshot import Reading

#: A passage in quotation marks; apostrophes are no quotation marks.
_QUOTED = re.compile(r"“[^”\n]{2,400}”|«[^»\n]{2,400}»|(?<![\w\d])\"[^\"\n]{2,400}\"")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\b[\w.+-]+@[\w-]+\.[\w.]+")

_KNOWN: WeakKeyDictionary[Reading, tuple[Span, ...]] = WeakKeyDictionary()


def exempt(reading: Reading) -> tuple[Span, ...]:
    """Return the places of a paragraph that style rules leave alone, in order."""
    known = _KNOWN.get(reading)
    if known is None:
        known = _KNOWN[reading] = tuple(_exempt(reading))
    return known


def is_exempt(reading: Reading, span: Span) -> bool:
    """Tell whether style rules leave these characters alone, or some of them."""
    return any(each.start < span.end and span.start < each.end for each in exempt(reading))


def _exempt(reading: Reading) -> list[Span]:
    text = reading.text
    if reading.kind is BlockKind.QUOTATION or is_contact(reading):
        return [Span(0, len(text))]
    places = [mention.span for mention in reading.mentions]
    for pattern in (_QUOTED, _ADDRESS):
        places += (Span(*match.span()) for match in pattern.finditer(text))
    return sorted(places)
