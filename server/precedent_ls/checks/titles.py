"""Family: the titles of offices."""

import re
from collections.abc import Hashable, Iterator, Sequence

from phrasebank.register.model import Kind, Status
from phrasebank.register.tenures import office_of, terms_of, title_of
from phrasebank.text.blocks import BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from precedent_ls.checks.contact import is_contact
from precedent_ls.checks.evidence import registered
from precedent_ls.checks.finding import Edit, Fix, Severity, Tag
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.holder_titles import TITLES
from precedent_ls.checks.named import NAMES, Difference, Named
from precedent_ls.checks.names import differs_in_points
from precedent_ls.checks.parallel import NATION_BEFORE, unparallel
from precedent_ls.checks.rule import Across, Context, InParagraph, Occurrence, Report, Rule
from precedent_ls.checks.titled import agreeing, titled
from precedent_ls.draft.snapshot import Reading

Place = Occurrence[Named]


def _wrong(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        named = place.what
        if named.entry.kind is not Kind.OFFICE or named.form.acronym or named.right is None:
            continue
        if named.difference in (Difference.NONE, Difference.DATED, Difference.CAPITALS):
            continue
        if differs_in_points(place.text, named.right.text):
            continue
        right, written = (quoted(text, context.language) for text in (named.right.text, place.text))
        fix = replace_by(place.reading.text, place.place, Name.of(named.entry, named.right), context.language)
        yield Report(
            place.span,
            context.say(f"The title is {right}, not {written}.", f"Le titre est {right}, non {written}."),
            evidence=registered(named.entry, named.right, context),
            fixes=(place.moved(fix),),
            severity=Severity.ERROR if named.form.status is Status.WRONG else Severity.WARNING,
            unverified=not named.right.verified,
            cluster=place.text,
        )


def _form(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    first = places[0]
    named = first.what
    if named.entry.kind is not Kind.OFFICE or named.difference is not Difference.NONE or named.form.acronym:
        return
    if first.reading.kind is BlockKind.QUOTATION or is_contact(first.reading) or _is_full(named, context):
        return
    full = named.entry.canonical(context.language, named.form.gender)
    if full is None or NATION_BEFORE.search(first.reading.text, 0, first.place.start):
        return
    others = [
        form
        for form in named.entry.names(context.language)
        if not form.acronym
        and form is not full
        and form is not named.form
        and _is_full_text(form.text, full.text)
    ]
    cited = quoted(full.text, context.language)
    yield Report(
        first.span,
        context.say(
            f"The first mention has the full title: {cited}.",
            f"La première mention donne le titre au long\u00a0: {cited}.",
        ),
        evidence=registered(named.entry, full, context),
        fixes=tuple(
            first.moved(
                replace_by(
                    first.reading.text,
                    first.place,
                    Name.of(named.entry, form),
                    context.language,
                    preferred=form is full,
                    exact=False,
                )
            )
            for form in (full, *others)
        ),
        unverified=not full.verified,
    )


def _is_full(named: Named, context: Context) -> bool:
    return any(
        _is_full_text(named.form.text, form.text)
        for form in named.entry.names(context.language)
        if form.status is Status.CANONICAL and not form.acronym
    )


def _is_full_text(title: str, full: str) -> bool:
    """Tell a full title, a country before it allowed, or in the place of one behind it."""
    title, full = surface(title), surface(full)
    return title.endswith(full) or (title.startswith("Canada's ") and f"{title[9:]} of Canada" == full)


def _at_date(reading: Reading, context: Context) -> Iterator[Report]:
    register = context.register
    for pair in titled(reading):
        office = office_of(register, pair.office.entry.id)
        terms = [
            term for term in terms_of(register, pair.person.entry.id, office) if term.covers(context.date)
        ]
        titles = [title_of(register, term) for term in terms]
        if not titles or any(title.id == pair.office.entry.id for title in titles):
            continue
        right = titles[-1].canonical(context.language, pair.person.entry.gender)
        if right is None:
            continue
        written = reading.text[pair.office.span.start : pair.office.span.end]
        of_canada = re.match(r"Canada[’']s\s+", written)
        text = (of_canada[0] if of_canada else "") + right.text
        yield Report(
            pair.office.span,
            context.say(
                f"On that date the title is {quoted(text, Language.EN)}, not {quoted(written, Language.EN)}.",
                f"À cette date, le titre est {quoted(text, Language.FR)}, "
                f"non {quoted(written, Language.FR)}.",
            )
            + context.assumed_date(),
            evidence=registered(titles[-1], right, context),
            fixes=(
                replace_by(
                    reading.text,
                    pair.office.span,
                    Name(text, pair.person.entry.gender),
                    context.language,
                ),
            ),
            tags=(Tag.DEPRECATED,),
            unverified=not right.verified,
            cluster=(pair.person.entry.id, written),
        )


def _gender(reading: Reading, context: Context) -> Iterator[Report]:
    if context.language is not Language.FR:
        return
    for pair in titled(reading):
        gender = pair.person.entry.gender
        if gender is None:
            continue
        edit = agreeing(reading, pair.office, gender)
        old = reading.text[edit.span.start : edit.span.end]
        if edit.text == old:
            continue
        person = reading.text[pair.person.span.start : pair.person.span.end]
        right = quoted(edit.text, Language.FR)
        yield Report(
            edit.span,
            f"Le titre ne s’accorde pas avec {person}\u00a0: {right}, non {quoted(old, Language.FR)}.",
            evidence=registered(pair.person.entry, pair.person.form, context),
            fixes=(Fix(f"Remplacer par {right}", (edit,), preferred=True, exact=True),),
            cluster=(pair.person.entry.id, old),
        )


_FUNCTION = re.compile(
    r"(?<!Monsieur le )(?<!Madame la )\b"
    r"(?P<noun>Premi(?:er|ère)(?=\s+[Mm]inistre)|(?:Vice-p|P)résidente?|(?:Sous-m|M)inistre"
    r"|(?:Sous-s|S)ecrétaire|Procureure?|Directeur|Directrice|Département|Ministère|Commissaire|Conseill(?:er|ère)"
    r"|Solliciteure?|Ambassadeur|Ambassadrice|Gouverneure?)"
    r"(?=\s+(?:de|du|des|aux?|à|adjointe?|générale?|principale?|associée?|exécuti(?:f|ve)|ministre|Ministre)\b|\s+d[’'])"
)


def _title_case(reading: Reading, context: Context) -> Iterator[Report]:
    if context.language is not Language.FR or reading.kind in (BlockKind.QUOTATION, BlockKind.HEADING):
        return
    starts = {span.start for span in reading.sentences}
    contact = is_contact(reading)
    for match in _FUNCTION.finditer(reading.text):
        span = Span(*match.span("noun"))
        if span.start in starts or _opens(reading.text, span.start) or _is_registered(reading, span):
            continue
        if _MINISTRY.search(reading.text, 0, span.start):
            continue  # what a ministry is called after has a capital
        noun = match["noun"].rstrip()
        small = noun[0].lower() + noun[1:]
        yield Report(
            Span(span.start, span.start + len(noun)),
            "Un nom de fonction ou de ministère s’écrit en minuscules dans le texte\u00a0: "
            f"{quoted(small, Language.FR)}.",
            fixes=(
                Fix(
                    f"Écrire {quoted(small, Language.FR)}",
                    (Edit(Span(span.start, span.start + 1), small[0]),),
                    preferred=True,
                ),
            ),
            severity=Severity.HINT if contact else None,
            cluster=(noun, contact),
        )


_MINISTRY = re.compile(r"\b[Mm]inistère\s+(?:du|de\s+la|de\s+l[’'])\s*$")


def _opens(text: str, offset: int) -> bool:
    """Tell whether a capital is due: after a stop, a bullet, an opening quotation mark or a dash."""
    before = text[:offset].rstrip(" \u00a0\u202f")
    return not before or before[-1] in '.!?…«“"•–—\n\ufffc'


def _is_registered(reading: Reading, span: Span) -> bool:
    return any(
        mention.form.status.allowed
        and mention.is_exact
        and mention.span.start <= span.start < mention.span.end
        and surface(reading.text[mention.span.start : mention.span.end]) == surface(mention.form.text)
        for mention in reading.mentions
    )


RULES = (
    Rule("title-form", Severity.INFORMATION, Across(NAMES, _form)),
    Rule("title-wrong", Severity.WARNING, Across(TITLES, _wrong)),
    Rule("title-at-date", Severity.WARNING, InParagraph(_at_date)),
    Rule("title-parallel", Severity.HINT, InParagraph(unparallel)),
    Rule("fr-title-case", Severity.WARNING, InParagraph(_title_case)),
    Rule("fr-gender", Severity.WARNING, InParagraph(_gender)),
)
