"""Finding passages by some of their words, while these are being typed."""

from collections.abc import Iterator, Sequence

from phrasebank.bank import Phrasebank
from phrasebank.index.phrases import Phrases
from phrasebank.statement import Precedent
from phrasebank.text.language import Language
from phrasebank.text.words import keys_of

#: How a word that is not finished may end.
_ENDINGS = 3

#: What is typed is not compared beyond so many characters.
_LONGEST = 2000


def search(bank: Phrasebank, text: str, language: Language, limit: int) -> Iterator[tuple[float, Precedent]]:
    """Yield passages with how well they fit, 0 to 1: those with the words as a run, then those like them.

    The last word may be unfinished, unless white space follows it.
    """
    text = text[:_LONGEST]
    keys = keys_of(text)
    phrases = bank.phrases(language)
    seen: set[Precedent] = set()
    for wanted in _readings(phrases, keys, finished=text[-1:].isspace()):
        for score, precedent in _found(bank, phrases, wanted, language, limit):
            if precedent not in seen:
                seen.add(precedent)
                yield score, precedent
            if len(seen) == limit:
                return


def _found(
    bank: Phrasebank, phrases: Phrases, keys: Sequence[str], language: Language, limit: int
) -> Iterator[tuple[float, Precedent]]:
    for occurrence in phrases.find(keys).occurrences(limit) if keys else ():
        yield 1.0, occurrence.precedent
    for each in bank.passages(language).similar(keys, limit):
        yield each.score, each.precedent


def _readings(phrases: Phrases, keys: Sequence[str], *, finished: bool) -> Iterator[list[str]]:
    """Yield the words as they stand, and with the last one as the statements may finish it."""
    if not keys:
        return
    *before, last = keys
    if finished or phrases.find([last]).count:
        yield [*keys]
    if not finished:
        context = phrases.find(before)
        endings = context.followers(last, _ENDINGS) or phrases.find(()).followers(last, _ENDINGS)
        for follower in endings:
            if follower.key != last:
                yield [*before, follower.key]
