"""What an acronym looks like, and how it stands in brackets behind its name."""

import re

#: One word in capitals, with points or without, perhaps a plural.
TOKEN = r"(?:[A-ZÀ-Ý]{2,}\d*|[A-ZÀ-Ý](?:\.[A-ZÀ-Ý])+\.?|[A-ZÀ-Ý]+(?:&|/)[A-ZÀ-Ý]+|[A-ZÀ-Ý]\d{1,2})s?"
#: The same, or with a number or Act behind it: SDG 16, CLOUD Act.
SHORT = rf"{TOKEN}(?:\s(?:\d{{1,3}}|Act|Loi))?"
#: An acronym in brackets, in quotation marks or not.
BRACKET = re.compile(
    r"\s?\(\s?(?:(?:hereinafter|hereafter|ci-après)(?:\s+appelée?s?)?,?\s+)?(?:(?:the|le|la|les)\s+|l[’'])?[“«\"‘']?[\s\u00a0]?"
    rf"(?P<acronym>{SHORT})[\s\u00a0]?[”»\"’']?\s?\)"
)


def acronym_key(written: str) -> str:
    """Return what all ways to write an acronym have in common: IBET (IBETs), US (U.S.), SDG (SDG 16)."""
    key = re.sub(r"[^\w]", "", written)
    key = re.sub(r"(?<=[A-ZÀ-Ý\d])s$", "", key)
    letters = re.sub(r"\d+$", "", key)
    return (letters if len(letters) > 1 else key).upper()
