"""Family: the same people under the same names in both languages."""

from collections.abc import Iterator

from phrasebank.register.mentions import Mention
from phrasebank.register.model import Kind
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from precedent_ls.checks.finding import Evidence, Fix, InTwin, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Context, InPair, Report, Rule
from precedent_ls.draft.snapshot import Draft


def _cross(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report a person whom the twin names by the right form, and the draft by another."""
    there = dict(_people(twin))
    for entry, places in _people(draft).items():
        for span, mention in places:
            if mention.form.status.allowed or entry not in there:
                continue
            right = next((other for other in there[entry] if other[1].form.status.allowed), None)
            if right is None:
                continue
            place, name = right
            written, cited = (quoted(each.form.text, context.language) for each in (mention, name))
            yield Report(
                span,
                context.say(
                    f"The other language names this person {cited}, not {written}.",
                    f"L’autre langue nomme cette personne {cited}, non {written}.",
                ),
                evidence=(Evidence(name.form.text, InTwin(place)),),
                fixes=_fix(draft, span, name, context),
            )
            break


def _people(draft: Draft) -> dict[str, list[tuple[Span, Mention]]]:
    """Return the places where people are named in full, by entry."""
    found: dict[str, list[tuple[Span, Mention]]] = {}
    for paragraph in draft.paragraphs:
        for mention in paragraph.mentions:
            if mention.entry.kind is Kind.PERSON and not mention.form.offices:
                place = mention.span.shifted(paragraph.start)
                found.setdefault(mention.entry.id, []).append((place, mention))
    return found


def _fix(draft: Draft, span: Span, name: Mention, context: Context) -> tuple[Fix, ...]:
    text = draft.text.source
    if surface(text[span.start : span.end]) == surface(name.form.text):
        return ()
    return (replace_by(text, span, Name.of(name.entry, name.form), context.language),)


RULES = (Rule("person-name-cross", Severity.WARNING, InPair(_cross)),)
