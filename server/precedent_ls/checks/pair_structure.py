"""Family: the two languages have the same paragraphs, sentences and defined terms."""

import re
from collections.abc import Iterator
from itertools import islice

from phrasebank.text.blocks import BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.finding import Edit, Evidence, Fix, InDraft, InTwin, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.pairing import pairs
from precedent_ls.checks.roles import ROLES, Use
from precedent_ls.checks.rule import Context, InPair, Report, Rule
from precedent_ls.draft.snapshot import Draft, Paragraph


def _paragraphs(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report a paragraph or heading that only one of the two has; what is not written yet, once."""
    every = pairs(draft, twin)
    last = max((number for number, pair in enumerate(every) if pair.here and pair.there), default=-1)
    if last < 0:
        return
    for number, pair in enumerate(every):
        rest = "rest" if number > last else None
        if pair.here and not pair.there:
            for paragraph in pair.here:
                heading = paragraph.kind is BlockKind.HEADING
                yield Report(
                    _beginning(paragraph),
                    context.say(
                        f"The other language has no such {'heading' if heading else 'paragraph'}.",
                        f"L’autre langue n’a pas ce {'titre' if heading else 'paragraphe'}.",
                    ),
                    evidence=(
                        Evidence(
                            context.say("It would stand here.", "Il se trouverait ici."),
                            InTwin(Span(pair.after_there, pair.after_there)),
                        ),
                    ),
                    cluster=rest,
                )
        elif pair.there and not pair.here:
            missing = pair.there[0]
            heading = missing.kind is BlockKind.HEADING
            yield Report(
                _ending(draft, pair.after),
                context.say(
                    f"Here the other language has one more {'heading' if heading else 'paragraph'}.",
                    f"L’autre langue a ici un {'titre' if heading else 'paragraphe'} de plus.",
                ),
                evidence=(Evidence(missing.text[:80].strip(), InTwin(_beginning(missing))),),
                cluster=rest,
            )


def _beginning(paragraph: Paragraph) -> Span:
    """Return the first words of a paragraph: enough to see, not a page of squiggles."""
    words = paragraph.words[:6]
    return Span(words[0].start, words[-1].end).shifted(paragraph.start) if words else paragraph.span


def _ending(draft: Draft, offset: int) -> Span:
    paragraph = draft.paragraph_at(offset)
    if paragraph is None or not paragraph.words:
        return Span(offset, offset)
    word = paragraph.words[-1]
    return Span(word.start, word.end).shifted(paragraph.start)


def _sentences(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report sentences that are split otherwise in the twin."""
    for pair in pairs(draft, twin):
        if not (pair.here and pair.there):
            continue
        for here, there in pair.sentences:
            if len(here) == len(there) or not here:
                continue
            yield Report(
                Span(here[0].start, here[-1].end),
                context.say(
                    f"{_count(len(here))} here, {len(there)} in the other language.",
                    f"{_compte(len(here))} ici, {len(there)} dans l’autre langue.",
                ),
                evidence=tuple(
                    Evidence(twin.text.source[span.start : span.end][:200], InTwin(span)) for span in there
                ),
            )


def _count(number: int) -> str:
    return "1 sentence" if number == 1 else f"{number} sentences"


def _compte(number: int) -> str:
    return "1 phrase" if number == 1 else f"{number} phrases"


_CLAUSE = {
    Language.EN: re.compile(
        r"\(\s*(?:hereinafter|hereafter|collectively|together)\b[^()]{0,80}\)", re.IGNORECASE
    ),
    Language.FR: re.compile(r"\(\s*(?:ci-après|collectivement|ensemble)\b[^()]{0,80}\)", re.IGNORECASE),
}


def _defined_terms(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report a “(hereinafter …)” that only one of the two has."""
    for pair in pairs(draft, twin):
        if not (pair.here and pair.there):
            continue
        here, there = list(_clauses(draft, pair.here)), list(_clauses(twin, pair.there))
        if len(here) == len(there):
            continue
        if here and not there:
            yield Report(
                here[0],
                context.say(
                    "The term is defined in this language only.",
                    "Le terme n’est défini que dans cette langue.",
                ),
                evidence=(Evidence(pair.there[0].text[:80], InTwin(_beginning(pair.there[0]))),),
            )
        elif there and not here:
            clause = twin.text.source[there[0].start : there[0].end]
            officials = _officials(draft, pair.here)
            yield Report(
                officials or _beginning(pair.here[0]),
                context.say(
                    f"The other language defines a term here: {quoted(clause, Language.EN)}.",
                    f"L’autre langue définit ici un terme\u00a0: {quoted(clause, Language.FR)}.",
                ),
                evidence=(Evidence(clause, InTwin(there[0])), *_first_use(draft, context)),
                fixes=(_insertion(officials.end, context),) if officials else (),
            )


def _first_use(draft: Draft, context: Context) -> Iterator[Evidence]:
    """Yield where a draft first uses what it does not define, as evidence."""
    uses = (
        fact.span.shifted(paragraph.start)
        for paragraph in draft.paragraphs
        for fact in ROLES.gather(paragraph.reading, context)
        if fact.what.use in (Use.BARE, Use.ARTICLE)
    )
    for span in islice(uses, 1):
        yield Evidence(context.say("Used here.", "Employé ici."), InDraft(span))


def _clauses(draft: Draft, paragraphs: tuple[Paragraph, ...]) -> Iterator[Span]:
    for paragraph in paragraphs:
        for match in _CLAUSE[draft.language].finditer(paragraph.text):
            yield Span(*match.span()).shifted(paragraph.start)


_OFFICIALS = {
    Language.EN: re.compile(r"\b(?:officials|principals|leaders|ministers)\b", re.IGNORECASE),
    Language.FR: re.compile(
        r"\b(?:responsables|représentants|dirigeants|ministres)\b(?:\s+\w+(?:ains?|ens?)\s+et\s+\w+(?:ains?|ens?))?"
    ),
}
_DEFINITION = {
    Language.EN: " (hereinafter “the Ministers”)",
    Language.FR: " (ci-après appelés «\u00a0les ministres\u00a0»)",
}


def _officials(draft: Draft, paragraphs: tuple[Paragraph, ...]) -> Span | None:
    """Return the word for the officials, behind which earlier statements define them."""
    for paragraph in paragraphs:
        match = _OFFICIALS[draft.language].search(paragraph.text)
        if match:
            return Span(*match.span()).shifted(paragraph.start)
    return None


def _insertion(at: int, context: Context) -> Fix:
    text = _DEFINITION[context.language]
    return Fix(
        context.say(f"Insert{text}", f"Insérer{text}"),
        (Edit(Span(at, at), text),),
        preferred=True,
    )


RULES = (
    Rule("pair-paragraphs", Severity.WARNING, InPair(_paragraphs)),
    Rule("pair-sentences", Severity.HINT, InPair(_sentences)),
    Rule("pair-defined-term", Severity.WARNING, InPair(_defined_terms)),
)
