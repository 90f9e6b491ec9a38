"""Family: words that carry what a sentence says are in both languages."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from phrasebank.bank import Phrasebank
from phrasebank.register.lexicon import ContentWord
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import keys_of
from precedent_ls.checks.finding import Severity
from precedent_ls.checks.pair_facts import said_once
from precedent_ls.checks.pair_tokens import Token
from precedent_ls.checks.pairing import pairs
from precedent_ls.checks.rule import Context, InPair, Report, Rule
from precedent_ls.checks.translations import named
from precedent_ls.draft.snapshot import Draft, Paragraph, Reading


class Content(NamedTuple):
    """A content word in a text; one that is not `sought` may stand for the other language’s, no more.

    What is part of a name is `named`.
    """

    word: ContentWord
    span: Span
    sought: bool
    named: bool


def _meaning(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report a content word that one of two sentences lacks, and its paragraph says less often."""
    for pair in pairs(draft, twin):
        here, there = _placed(pair.here, context.bank), _placed(pair.there, context.bank)
        more, fewer = _excess(here, there), _excess(there, here)
        for ours, theirs in pair.sentences:
            if ours and theirs:
                mine = [each for each in here if _is_in(each.span, ours)]
                others = [each for each in there if _is_in(each.span, theirs)]
                yield from said_once(
                    pair, _alone(mine, others, more), _alone(others, mine, fewer), (draft, twin), context
                )


def _placed(paragraphs: Sequence[Paragraph], bank: Phrasebank) -> list[Content]:
    return [
        each._replace(span=each.span.shifted(paragraph.start))
        for paragraph in paragraphs
        for each in _contents(paragraph.reading, bank)
    ]


def _is_in(span: Span, sentences: Sequence[Span]) -> bool:
    return any(each.start <= span.start < each.end for each in sentences)


def _excess(here: Sequence[Content], there: Sequence[Content]) -> set[ContentWord]:
    """Return the words that one side has more often than the other says them in any way."""
    sought = Counter(each.word for each in here if each.sought and not each.named)
    said = Counter(each.word for each in there if not each.named)
    return {word for word, count in sought.items() if count > said[word]}


def _alone(mine: Sequence[Content], others: Sequence[Content], among: set[ContentWord]) -> list[Token]:
    """Return the sought words that the other side does not say, each once."""
    said = {each.word for each in others}
    found: dict[ContentWord, Token] = {}
    for each in mine:
        if each.sought and not each.named and each.word in among and each.word not in said:
            found.setdefault(each.word, Token(each.word, each.span))
    return list(found.values())


def _contents(reading: Reading, bank: Phrasebank) -> tuple[Content, ...]:
    known = _CONTENTS.get(reading)
    if known is None or known[0] is not bank:
        known = _CONTENTS[reading] = bank, tuple(_found(reading, bank))
    return known[1]


_CONTENTS: WeakKeyDictionary[Reading, tuple[Phrasebank, tuple[Content, ...]]] = WeakKeyDictionary()


def _found(reading: Reading, bank: Phrasebank) -> Iterator[Content]:
    """Yield the content words of a paragraph."""
    index = _stems(bank, reading.language)
    names = named(reading)
    words = reading.words
    for at, word in enumerate(words):
        for keys, content, sought in index.get(word.key[:2], ()):
            group = words[at : at + len(keys)]
            if (
                len(group) == len(keys)
                and all(each.key == key for each, key in zip(group[:-1], keys[:-1], strict=True))
                and group[-1].key.startswith(keys[-1])
            ):
                span = Span(word.start, group[-1].end)
                inside = any(name.start <= span.start and span.end <= name.end for name in names)
                yield Content(content, span, sought, inside)


@lru_cache(maxsize=4)
def _stems(
    bank: Phrasebank, language: Language
) -> Mapping[str, Sequence[tuple[tuple[str, ...], ContentWord, bool]]]:
    """Return the beginnings of words, by their first two letters."""
    index: dict[str, list[tuple[tuple[str, ...], ContentWord, bool]]] = {}
    for word in bank.register.lexicon.content:
        french = language is Language.FR
        for stems, sought in (
            (word.fr if french else word.en, True),
            (word.also_fr if french else word.also_en, False),
        ):
            for keys in map(keys_of, stems):
                index.setdefault(keys[0][:2], []).append((keys, word, sought))
    return index


RULES = (Rule("pair-meaning", Severity.INFORMATION, InPair(_meaning)),)
