"""The two languages of the Forum."""

import re
from enum import StrEnum


class Language(StrEnum):
    """An official language, by its ISO 639-1 code."""

    EN = "en"
    FR = "fr"

    @property
    def other(self) -> "Language":
        """The language of the twin."""
        return Language.FR if self is Language.EN else Language.EN


def guess_language(text: str) -> Language:
    """Tell the language of `text` by its small words and its accents; English when in doubt."""
    beginning = text[:20_000].lower()
    english = sum(1 for _ in _ENGLISH.finditer(beginning))
    french = sum(1 for _ in _FRENCH.finditer(beginning))
    return Language.FR if french > english else Language.EN


_ENGLISH = re.compile(r"\b(?:the|and|of|to|in|that|with|for|on|by|is|are|was|were|this|their|has|have)\b")
_FRENCH = re.compile(
    r"\b(?:le|la|les|des|du|un|une|et|de|en|que|qui|dans|pour|sur|par|aux|au|est|sont|ont|ce|cette|leur)\b"
    r"|\b(?:l|d|qu|n|s)['’]"
    r"|\b\w*[àâçéèêëîïôùûœ]"
)
