"""Words that no style rule judges: registered names, quotations, press contacts, addresses."""

import re
from weakref import WeakKeyDictionary

from phrasebank.text.blocks import BlockKind
from phrasebank.text.span import Span
from precedent_ls.checks.contact import is_contact
from precedent_ls.draft.snapshot import Reading

#: A passage in quotation marks; apostrophes are no quotation marks. A curly one that is not closed goes on in
#: the next paragraph.
_QUOTED = re.compile(r"“[^”]{2,2000}(?:”|\Z)|«[^»]{2,2000}»|(?<![\w\d])\"[^\"]{2,1200}\"")
#: An address on the web or of a mailbox.
ADDRESS = re.compile(r"https?://\S+|www\.\S+|\b[\w.+-]+@[\w-]+\.[\w.]+")

_KNOWN: WeakKeyDictionary[Reading, tuple[Span, ...]] = WeakKeyDictionary()
_CITED: WeakKeyDictionary[Reading, tuple[Span, ...]] = WeakKeyDictionary()


def exempt(reading: Reading) -> tuple[Span, ...]:
    """Return the places of a paragraph that style rules leave alone, in order."""
    known = _KNOWN.get(reading)
    if known is None:
        names = [mention.span for mention in reading.mentions]
        known = _KNOWN[reading] = tuple(sorted((*cited(reading), *names)))
    return known


def is_exempt(reading: Reading, span: Span) -> bool:
    """Tell whether style rules leave these characters alone, or some of them."""
    return _overlaps(exempt(reading), span)


def cited(reading: Reading) -> tuple[Span, ...]:
    """Return the places whose words are not the draft's own: all that is exempt but the names."""
    known = _CITED.get(reading)
    if known is None:
        known = _CITED[reading] = tuple(_cited(reading))
    return known


def is_cited(reading: Reading, span: Span) -> bool:
    """Tell whether some of these characters are not the draft's own words."""
    return _overlaps(cited(reading), span)


def _overlaps(places: tuple[Span, ...], span: Span) -> bool:
    return any(each.start < span.end and span.start < each.end for each in places)


def _cited(reading: Reading) -> list[Span]:
    text = reading.text
    if reading.kind is BlockKind.QUOTATION or is_contact(reading):
        return [Span(0, len(text))]
    return sorted(Span(*match.span()) for pattern in (_QUOTED, ADDRESS) for match in pattern.finditer(text))
