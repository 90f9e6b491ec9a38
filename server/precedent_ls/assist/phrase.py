"""The words under the cursor, as far as a statement has them word for word."""

from collections.abc import Sequence
from dataclasses import dataclass

from phrasebank.bank import Phrasebank
from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.index.occurrence import Occurrence
from phrasebank.register.content_words import COUNTRY
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from phrasebank.text.words import Word
from precedent_ls.assist.precedents import words_in
from precedent_ls.draft.snapshot import Paragraph

#: Words of a phrase at least: shorter ones are everywhere.
LEAST = 3

#: Words on either side of the cursor that a phrase may have.
_LONGEST = 100

#: Occurrences that are looked at to name the statements.
_LOOKED_AT = 64


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words of a paragraph that occurs in statements.

    `span` counts from the paragraph's beginning. `occurrences` are the newest first, none of
    them in a statement that does not count; of very many only some are there, while `count`
    is exact.
    """

    span: Span
    size: int  #: words
    content: int  #: words that are neither function words nor name one of the two countries
    count: int
    occurrences: tuple[Occurrence, ...]


def phrase_at(
    bank: Phrasebank, paragraph: Paragraph, sentence: Span, offset: int, own: frozenset[str] = frozenset()
) -> Phrase | None:
    """Return the longest phrase of a sentence that has the word at `offset`, counted from the paragraph.

    Statements that the draft itself is, `own`, don't count.
    """
    inside = words_in(paragraph.words, sentence)
    at = _word_at(inside, offset)
    if at is None:
        return None
    inside = inside[max(at - _LONGEST, 0) : at + _LONGEST]
    at = min(at, _LONGEST)
    keys = [word.key for word in inside]
    phrases = bank.phrases(paragraph.reading.language)
    around = [match for match in phrases.matches(keys, LEAST, own) if match.start <= at < match.end]
    if not around:
        return None
    start, end = max(around, key=lambda match: match.end - match.start)
    context = phrases.find(keys[start:end])
    span = _whole(paragraph.text, Span(inside[start].start, inside[end - 1].end))
    occurrences = (each for each in context.occurrences(_LOOKED_AT) if each.metadata.id not in own)
    content = sum(key not in FUNCTION_WORDS and key not in COUNTRY for key in keys[start:end])
    return Phrase(span, end - start, content, context.count_without(own), tuple(occurrences))


def telling_phrase_at(
    bank: Phrasebank, paragraph: Paragraph, sentence: Span, offset: int, own: frozenset[str] = frozenset()
) -> Phrase | None:
    """Return the phrase at `offset` if two of its words are no function words."""
    phrase = phrase_at(bank, paragraph, sentence, offset, own)
    if phrase is None:
        return None
    content = [word for word in words_in(paragraph.words, phrase.span) if word.key not in FUNCTION_WORDS]
    return phrase if len(content) > 1 else None


def is_written(occurrence: Occurrence, acronym: str) -> bool:
    """Tell whether an acronym stands at a place, and no word of the same letters, such as `ice`."""
    written = occurrence.precedent.passage.text[slice(*occurrence.span)]
    return surface(written).replace(".", "") == surface(acronym).replace(".", "")


_BRACKETS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def _whole(text: str, span: Span) -> Span:
    """Return a span with the bracket beside it whose other half it holds."""
    start, end = span
    inner = text[start:end]
    for opening, closing in _BRACKETS:
        balance = inner.count(opening) - inner.count(closing)
        if balance > 0 and text[end:].lstrip().startswith(closing):
            end = text.index(closing, end) + 1
        elif balance < 0 and text[:start].rstrip().endswith(opening):
            start = text.rindex(opening, 0, start)
    return Span(start, end)


def _word_at(inside: Sequence[Word], offset: int) -> int | None:
    touching = [number for number, word in enumerate(inside) if word.start <= offset <= word.end]
    return touching[-1] if touching else None
