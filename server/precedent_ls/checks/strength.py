"""Family: how strongly a text commits, beside the statement it goes back to."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from phrasebank.bank import Phrasebank
from phrasebank.statement import Precedent
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.exempt import is_exempt
from precedent_ls.checks.finding import Evidence, InStatement, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Context, InParagraph, Report, Rule
from precedent_ls.draft.snapshot import Reading

#: How like a passage has to be to be what a sentence goes back to (`phrasebank.index.likeness`).
_LIKE = 0.6


class _Verb(NamedTuple):
    span: Span
    rung: int


def _strength_drift(reading: Reading, context: Context) -> Iterator[Report]:
    pattern, rungs = _ladder(context.bank, context.language)
    if pattern is None:
        return
    for sentence in reading.sentences:
        verb = _verb(reading.text, pattern, rungs, sentence)
        if verb is None or is_exempt(reading, verb.span):
            continue
        keys = [word.key for word in reading.words if sentence.start <= word.start < sentence.end]
        for similar in context.bank.passages(context.language).similar(keys, 4):
            precedent = similar.precedent
            if similar.score < _LIKE or precedent.metadata.date == context.date:
                continue
            text = precedent.passage.text
            other = _verb(text, pattern, rungs, Span(0, len(text)))
            if other is not None and other.rung != verb.rung:
                yield _report(reading, verb, other, precedent, context)
            break


def _report(reading: Reading, verb: _Verb, other: _Verb, precedent: Precedent, context: Context) -> Report:
    theirs = precedent.passage.text[other.span.start : other.span.end]
    ours, cited = (
        quoted(text, context.language) for text in (reading.text[verb.span.start : verb.span.end], theirs)
    )
    stronger = verb.rung > other.rung
    statement = precedent.metadata.id
    return Report(
        verb.span,
        context.say(
            f"{ours} is {'stronger' if stronger else 'weaker'} than {cited} in {statement}.",
            f"{ours} est plus {'fort' if stronger else 'faible'} que {cited} dans {statement}.",
        ),
        evidence=(Evidence(precedent.passage.plain, InStatement(statement, precedent.passage.span)),),
        fixes=(
            replace_by(reading.text, verb.span, Name(theirs), context.language, preferred=False, exact=False),
        ),
    )


def _verb(text: str, pattern: re.Pattern[str], rungs: Mapping[str, int], where: Span) -> _Verb | None:
    """Return the first verb of the ladder in a part of a text."""
    match = pattern.search(text, where.start, where.end)
    return _Verb(Span(*match.span()), rungs[match[0].casefold()]) if match else None


@lru_cache(maxsize=4)
def _ladder(bank: Phrasebank, language: Language) -> tuple[re.Pattern[str] | None, Mapping[str, int]]:
    rungs = {
        word.casefold(): number
        for ladder in bank.register.lexicon.ladders
        if ladder.language is language
        for number, rung in enumerate(ladder.rungs)
        for word in rung
    }
    if not rungs:
        return None, rungs
    choices = "|".join(re.escape(word) for word in sorted(rungs, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE), rungs


RULES = (Rule("strength-drift", Severity.HINT, InParagraph(_strength_drift), on=False),)
