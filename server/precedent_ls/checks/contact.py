"""Press contacts: names, titles and numbers in a form of their own, which no style rule judges."""

import re
from weakref import WeakKeyDictionary

from precedent_ls.draft.snapshot import Reading

_HEAD = re.compile(
    r"\s*(?:(?:for\s+more\s+information|media|press|news)?\s*(?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|relations)"
    r"|for\s+(?:more|further)\s+information|personnes?.ressources?|renseignements|relations\s+avec\s+les\s+m[ée]dias"
    r"|contacts?\s+(?:m[ée]dias?|presse)|pour\s+(?:plus\s+d.information|obtenir|de\s+plus\s+amples)|source)\b.{0,40}[:,]",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = re.compile(
    r"\b\d{3}[-.\s\u2011]\d{3}[-.\s\u2011]\d{4}\b|\(\d{3}\)\s*\d{3}.\d{4}|\b[\w.+-]+@[\w-]+\.\w+|\[email\W+protected\]"
)

_KNOWN: WeakKeyDictionary[Reading, bool] = WeakKeyDictionary()


def is_contact(reading: Reading) -> bool:
    """Tell whether a paragraph is a block of contacts."""
    known = _KNOWN.get(reading)
    if known is None:
        text = reading.text
        known = _ADDRESS.search(text) is not None and (
            _HEAD.match(text) is not None or len(_ADDRESS.findall(text)) >= 2 or len(text) < 160
        )
        known = _KNOWN[reading] = known or text.startswith("SOURCE ")
    return known
