"""The surface of a text: what a reader sees, whatever keyboard it was typed on.

Two texts with the same surface are written the same way. Unlike a folding it keeps case,
accents and the difference between a hyphen and a dash.
"""

import unicodedata

from phrasebank.text.block import MASK
from phrasebank.text.fold import APOSTROPHES, INVISIBLE, QUOTES

_TABLE = str.maketrans(
    {
        **dict.fromkeys(INVISIBLE + MASK, ""),
        **dict.fromkeys(QUOTES, '"'),
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-"),
    }
)


def surface(text: str) -> str:
    """Return `text` with one kind of quotes, apostrophes, spaces and hyphens, composed."""
    reading = " ".join(text.translate(_TABLE).split())
    return reading if reading.isascii() else unicodedata.normalize("NFC", reading)
