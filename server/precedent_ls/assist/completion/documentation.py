"""What is shown of one item when it is looked at: where its words are from."""

import datetime as dt
from collections.abc import Mapping

from phrasebank.bank import Phrasebank
from phrasebank.text.language import Language
from precedent_ls.assist.card import card
from precedent_ls.assist.cite import escaped, source_line
from precedent_ls.assist.twin import official_wording


def document(bank: Phrasebank, data: Mapping[str, object], language: Language) -> str:
    """Return in Markdown where a suggestion comes from.

    For words of a statement that is the whole sentence with the words marked, which
    statement it is, and the other language's wording; for a name its card.

    Parameters
    ----------
    bank
        The phrasebank that the suggestion came from, or a later one.
    data
        The suggestion's own `data`, as it came back from the editor: nothing in it is taken for granted.
    language
        The draft's.
    """
    entry = bank.register.entries.get(str(data.get("entry", "")))
    if entry is not None:
        return card(entry, bank, language, _day(data.get("day")))
    statement, start = data.get("statement"), data.get("at")
    if not isinstance(statement, str) or not isinstance(start, int):
        return ""
    precedent = bank.precedent(statement, start)
    if precedent is None:
        return ""
    lines = [_marked(precedent.passage.text, data.get("marked")), f"— {source_line(precedent, language)}"]
    twin = official_wording(bank, precedent)
    if twin is not None:
        lines.append(f"*{twin.metadata.language}*: {escaped(twin.text)}")
    return "\n\n".join(lines)


def _marked(text: str, marked: object) -> str:
    match marked:
        case [int(start), int(end)] if 0 <= start < end <= len(text):
            return f"{escaped(text[:start])}**{escaped(text[start:end])}**{escaped(text[end:])}"
        case _:
            return escaped(text)


def _day(written: object) -> dt.date:
    try:
        return dt.date.fromisoformat(str(written))
    except ValueError:
        return dt.date.max
