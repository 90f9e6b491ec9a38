"""A word that nothing is known to follow, told by that word alone: before anything of the draft is read."""

from phrasebank.bank import Phrasebank
from phrasebank.kept import kept
from phrasebank.text.words import words

#: Characters before the cursor that are looked at; a longer word is not judged.
_LOOK = 40


def is_unheard_of(text: str, offset: int, bank: Phrasebank) -> bool:
    """Tell whether the word before the space at `offset` stands nowhere else.

    Parameters
    ----------
    text, offset
        The document's source and the cursor, in characters.
    bank
        Its statements, in any language, and its register are where else it might stand.
    """
    if text[offset - 1 : offset] != " " or text[offset : offset + 1].isalnum():
        return False
    start = max(0, offset - _LOOK)
    before = text[start : offset - 1]
    found = words(before)
    if not found or found[-1].end != len(before) or (start and not found[-1].start):
        return False
    word = found[-1]
    if word.key in registered_words(bank) or any(
        segment.number(word.key) is not None for segments in bank.segments.values() for segment in segments
    ):
        return False
    return text.lower().count(before[word.start :].lower()) == 1


@kept
def registered_words(bank: Phrasebank) -> frozenset[str]:
    """Return the words of the register's names."""
    return frozenset(
        word.key
        for entry in bank.register.entries.values()
        for form in entry.forms
        for word in words(form.text)
    )
