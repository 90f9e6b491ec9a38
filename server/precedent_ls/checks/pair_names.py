"""Family: the same people under the same names in both languages."""

from collections.abc import Iterator

from phrasebank.register.model import Kind
from phrasebank.text.span import Span
from precedent_ls.checks.finding import Evidence, InTwin, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.named import Difference, Named, names_in
from precedent_ls.checks.rule import Context, InPair, Report, Rule
from precedent_ls.draft.snapshot import Draft


def _cross(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report a person whom the twin names by the right form, and the draft by another."""
    there = {entry: span for entry, span, named in _people(twin, context) if _is_right(named)}
    seen: set[str] = set()
    for entry, span, named in _people(draft, context):
        if _is_right(named) or entry in seen or entry not in there or named.right is None:
            continue
        seen.add(entry)
        text = draft.text.source
        written, cited = (quoted(each, context.language) for each in (text[slice(*span)], named.right.text))
        yield Report(
            span,
            context.say(
                f"The other language names this person {cited}, not {written}.",
                f"L’autre langue nomme cette personne {cited}, non {written}.",
            ),
            evidence=(Evidence(named.right.text, InTwin(there[entry])),),
            fixes=(replace_by(text, span, Name.of(named.entry, named.right), context.language),),
        )


def _people(draft: Draft, context: Context) -> Iterator[tuple[str, Span, Named]]:
    """Yield the places where people are named in full, with their entries."""
    for paragraph in draft.paragraphs:
        for fact in names_in(paragraph.reading, context):
            if fact.what.entry.kind is Kind.PERSON and not fact.what.form.offices:
                yield fact.what.entry.id, fact.span.shifted(paragraph.start), fact.what


def _is_right(named: Named) -> bool:
    return named.difference is Difference.NONE


RULES = (Rule("person-name-cross", Severity.WARNING, InPair(_cross)),)
