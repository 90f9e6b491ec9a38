"""Family: a term of the register is translated by its counterpart."""

from collections.abc import Iterator, Sequence

from phrasebank.register.lexicon import TermPair
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.finding import Evidence, Fix, InDraft, InTwin, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Context, InPair, Report, Rule
from precedent_ls.checks.translations import (
    Beside,
    Side,
    Term,
    are_one,
    avoided,
    beside,
    forms,
    said,
    terms,
)
from precedent_ls.draft.snapshot import Draft, Paragraph


def _pair_term(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report a translation that is better replaced, and a term whose counterpart is missing."""
    for both in beside(draft, twin, context.bank):
        yield from _avoided(both, context)
        yield from _missing(both, twin, context)


def _avoided(both: Beside, context: Context) -> Iterator[Report]:
    for term in both.here.terms:
        for pair in term.pairs:
            source = _of_pair(both.there, pair)
            if _is_avoided(term, pair, context.language) and source:
                right = forms(pair, context.language)[0]
                cited, written = (quoted(each, context.language) for each in (right, both.there.text(source)))
                yield Report(
                    term.span,
                    context.say(f"For {written}, {cited} is better.", f"Pour {written}, mieux vaut {cited}."),
                    evidence=(Evidence(both.there.text(source), InTwin(source)),),
                    fixes=(_fix(both.here, term, right, context),),
                    unverified=not pair.verified,
                )
    for term in both.there.terms:
        for pair in term.pairs:
            source = _of_pair(both.here, pair)
            language = both.there.draft.language
            if _is_avoided(term, pair, language) and source:
                written, cited = (
                    quoted(each, context.language)
                    for each in (both.there.text(term.span), forms(pair, language)[0])
                )
                yield Report(
                    source,
                    context.say(
                        f"The other language has {written} for this; {cited} is better.",
                        f"L’autre langue a {written} pour ceci; mieux vaut {cited}.",
                    ),
                    evidence=(Evidence(both.there.text(term.span), InTwin(term.span)),),
                    unverified=not pair.verified,
                )


def _is_avoided(term: Term, pair: TermPair, language: Language) -> bool:
    return term.form in avoided(pair, language)


def _of_pair(side: Side, pair: TermPair) -> Span | None:
    """Return where a side has a term of a pair."""
    return next((term.span for term in side.terms if pair in term.pairs), None)


def _missing(both: Beside, twin: Draft, context: Context) -> Iterator[Report]:
    """Report the terms that the other side does not say; its own only where the draft's are all there."""
    ours = list(_unsaid(both.here, both.there, both.pair.there, context))
    for term, place in ours:
        written = quoted(both.here.text(term.span), context.language)
        cited = quoted(_counterpart(term, place, twin), context.language)
        yield Report(
            term.span,
            context.say(
                f"{written} is {cited} in the other language, which does not say so here.",
                f"{written} se dit {cited} dans l’autre langue, qui ne le dit pas ici.",
            ),
            evidence=(
                Evidence(both.there.text(both.there.span)[:200], InTwin(both.there.span)),
                *_elsewhere(place, twin, InTwin),
            ),
            severity=_severity(place, both.pair.there),
            unverified=not all(pair.verified for pair in term.pairs),
        )
    if ours:
        return
    for term, place in _unsaid(both.there, both.here, both.pair.here, context):
        written = quoted(both.there.text(term.span), context.language)
        cited = quoted(_counterpart(term, place, both.here.draft), context.language)
        yield Report(
            both.here.span,
            context.say(
                f"The other language has {written} here, which is {cited} in this one.",
                f"L’autre langue a ici {written}, qui se dit {cited} dans celle-ci.",
            ),
            evidence=(
                Evidence(both.there.text(term.span), InTwin(term.span)),
                *_elsewhere(place, both.here.draft, InDraft),
            ),
            severity=_severity(place, both.pair.here),
            unverified=not all(pair.verified for pair in term.pairs),
        )


def _unsaid(
    side: Side, other: Side, around: Sequence[Paragraph], context: Context
) -> Iterator[tuple[Term, Span | None]]:
    """Yield the terms of a side that the other does not translate, and where its text does elsewhere.

    Part of the counterpart is enough where the paragraphs `around` have it whole, since it is taken up
    again, and so is anything for an acronym.
    """
    language = other.draft.language
    there = {pair for term in other.terms for pair in term.pairs}
    for term in side.terms:
        if any(pair.loose or pair in there for pair in term.pairs):
            continue
        counterparts = [
            form for pair in term.pairs for form in (*forms(pair, language), *avoided(pair, language))
        ]
        if any(are_one(each.form, form) for each in other.terms for form in counterparts):
            continue
        share = max(said(other, form) for form in counterparts)
        if share == 1:
            continue
        place = _used(other.draft, term, context, around)
        is_taken_up = share >= 1 / 2 or term.form.isupper()
        if not (is_taken_up and _is_in(place, around)):
            yield term, place


def _counterpart(term: Term, place: Span | None, draft: Draft) -> str:
    return draft.text.source[place.start : place.end] if place else forms(term.pairs[0], draft.language)[0]


def _severity(elsewhere: Span | None, around: Sequence[Paragraph]) -> Severity:
    """Return how grave it is: gravest where the text has the counterpart, and not in these paragraphs."""
    return Severity.WARNING if elsewhere and not _is_in(elsewhere, around) else Severity.INFORMATION


def _is_in(place: Span | None, paragraphs: Sequence[Paragraph]) -> bool:
    return place is not None and any(each.span.start <= place.start < each.span.end for each in paragraphs)


def _used(draft: Draft, term: Term, context: Context, around: Sequence[Paragraph]) -> Span | None:
    """Return where a draft has the counterpart of the other language's term, nearby if it can be."""
    for paragraph in (*around, *draft.paragraphs):
        for each in terms(paragraph.reading, context.bank):
            if not set(each.pairs).isdisjoint(term.pairs):
                return each.span.shifted(paragraph.start)
    return None


def _elsewhere(place: Span | None, draft: Draft, kind: type[InDraft] | type[InTwin]) -> tuple[Evidence, ...]:
    return (Evidence(draft.text.source[place.start : place.end], kind(place)),) if place else ()


def _fix(side: Side, term: Term, right: str, context: Context) -> Fix:
    return replace_by(side.draft.text.source, term.span, Name(right), context.language)


RULES = (Rule("pair-term", Severity.WARNING, InPair(_pair_term)),)
