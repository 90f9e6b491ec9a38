"""What to select around a place, ever wider: word, name or phrase, clause, sentence, paragraph, section."""

import re
from collections.abc import Iterator

from phrasebank.bank import Phrasebank
from phrasebank.text.block import MASK
from phrasebank.text.span import Span
from precedent_ls.assist.outline import sections_of
from precedent_ls.assist.phrase import phrase_at
from precedent_ls.assist.precedents import sentence_at
from precedent_ls.draft.snapshot import Draft, Paragraph

#: What parts clauses: a mark followed by a space, a dash between spaces, a bracket.
_BREAK = re.compile(r"[,;:](?=\s)|(?<=\s)[–—-](?=\s)|—|[()\[\]]")


def selections(draft: Draft, bank: Phrasebank, offset: int) -> tuple[Span, ...]:
    """Return what may be selected around `offset`, the smallest first, each within the next."""
    around = [Span(offset, offset)]
    for span in _candidates(draft, bank, offset):
        last = around[-1]
        if span != last and span.start <= last.start and last.end <= span.end:
            around.append(span)
    return tuple(around[1:] or around)


def _candidates(draft: Draft, bank: Phrasebank, offset: int) -> Iterator[Span]:
    paragraph = draft.paragraph_at(offset)
    within = offset - paragraph.start if paragraph else 0
    if paragraph and (paragraph.text[within : within + 1] or paragraph.text[-1:]) != MASK:
        inside = sorted(_in_paragraph(bank, paragraph, within), key=lambda span: span.end - span.start)
        yield from (span.shifted(paragraph.start) for span in inside)
        yield paragraph.span
    sections = [each.span for each in sections_of(draft) if each.span.start <= offset <= each.span.end]
    yield from sorted(sections, key=lambda span: span.end - span.start)
    yield Span(0, len(draft.text))


def _in_paragraph(bank: Phrasebank, paragraph: Paragraph, offset: int) -> Iterator[Span]:
    touching = [word for word in paragraph.words if word.start <= offset <= word.end]
    yield from (Span(word.start, word.end) for word in touching[-1:])
    yield from (each.span for each in paragraph.mentions if each.span.start <= offset <= each.span.end)
    sentence = sentence_at(paragraph, offset)
    if sentence is None:
        return
    phrase = phrase_at(bank, paragraph, sentence, offset)
    if phrase is not None:
        yield phrase.span
    yield _clause(paragraph.text, sentence, offset)
    yield sentence


def _clause(text: str, sentence: Span, offset: int) -> Span:
    """Return the part of a sentence between two marks that part clauses, without the marks."""
    start, end = sentence
    for match in _BREAK.finditer(text, *sentence):
        if match.end() <= offset:
            start = match.end()
        elif match.start() >= offset:
            end = match.start()
            break
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))
