"""Family: who holds which office on the draft's date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from phrasebank.register.mentions import Mention
from phrasebank.register.model import Entry, Kind, Register, Tenure
from phrasebank.register.tenures import holders_on, is_doubtful, is_over, last_term, office_of, terms_of
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.dates import months_named, written
from precedent_ls.checks.finding import Appointment, Edit, Evidence, Fix, InRegister, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.rule import Context, InParagraph, Report, Rule
from precedent_ls.checks.titled import Titled, agreeing, is_qualified, titled
from precedent_ls.draft.snapshot import Reading


def _holder_out(reading: Reading, context: Context) -> Iterator[Report]:
    register = context.register
    for pair in titled(reading):
        office = office_of(register, pair.office.entry.id)
        terms = terms_of(register, pair.person.entry.id, office)
        covering = [term for term in terms if term.covers(context.date)]
        if not covering:
            if not _speaks_of_the_past(reading, pair.office.span.start, terms, context):
                fixes = (
                    *_replacements(reading, pair, office, context),
                    _placeholder(pair.person.span, context),
                )
                yield from _out(pair.person, pair.office.entry, terms, fixes, context)
        elif all(_doubtful(term, context) for term in covering):
            yield _to_confirm(pair, covering[-1], context)
    yield from _styled_out(reading, context)


def _styled_out(reading: Reading, context: Context) -> Iterator[Report]:
    """Report names with the style of an office (Secretary Mayorkas) that the person no longer holds."""
    register = context.register
    for named in reading.mentions:
        mention = _styled(reading, named, register)
        terms = [
            term for office in mention.form.offices for term in terms_of(register, mention.entry.id, office)
        ]
        if not terms or any(term.covers(context.date) for term in terms):
            continue
        if _LONGER_STYLE.search(reading.text, 0, mention.span.start) or _DONE_BY.search(
            reading.text, max(0, mention.span.start - 90), mention.span.start
        ):
            continue
        if is_qualified(reading, mention, mention) or _is_of_its_time(
            reading, mention.span.start, terms, context
        ):
            continue
        last = max(terms, key=lambda term: term.start)
        fixes = (
            *_restyled(mention, last.office, context, full=mention is not named),
            _placeholder(named.span, context),
        )
        for report in _out(mention, register.entries[last.office], terms, fixes, context):
            yield replace(report, severity=Severity.WARNING)


def _styled(reading: Reading, mention: Mention, register: Register) -> Mention:
    """Return a full name with the style before it, if there is one: Attorney General Merrick B. Garland.

    A style that may be the end of a longer title (Deputy Attorney General) is none.
    """
    person, before = mention.entry, reading.text[: mention.span.start]
    if person.kind is not Kind.PERSON or mention.form.offices or _ends_with_office(reading, before):
        return mention
    offices: dict[str, set[str]] = {}
    for term in terms_of(register, person.id):
        for style in register.entries[term.title].styles or register.entries[term.office].styles:
            if style.language is reading.language and before.endswith(f"{style.text} "):
                offices.setdefault(style.text, set()).add(term.office)
    if not offices:
        return mention
    style_text = max(offices, key=len)
    start = mention.span.start - len(style_text) - 1
    if _LONGER_TITLE.search(before, 0, start):
        return mention
    form = replace(mention.form, offices=tuple(sorted(offices[style_text])))
    return replace(mention, span=Span(start, mention.span.end), form=form)


def _ends_with_office(reading: Reading, before: str) -> bool:
    """Tell whether an office is named right before a name, which is then for `titled` to pair."""
    end = len(before.rstrip())
    return any(each.entry.kind is Kind.OFFICE and each.span.end == end for each in reading.mentions)


#: What makes a style that of another office, whatever word stands before it.
_LONGER_STYLE = re.compile(
    r"\b(?:Assistant|Associate|Deputy|Vice|Under|Parliamentary|Principal|Chief|State|Provincial|Territorial|Shadow"
    r"|[Ss]ous|[Vv]ice|[Aa]djointe?)[\s-]+$"
)
#: What was done by, or under, someone who need not be in office any more.
_DONE_BY = re.compile(
    r"\b(?:under|sous"
    r"|(?:appoint|nominat|nam|sign|issu|launch|establish|re-?establish|creat|announc|adopt|unveil)ed by"
    r"|(?:nommé|signé|lancé|établi|rétabli|créé|annoncé|adopté|dévoilé|publié)e?s? par)"
    r"\s(?:\w[^.;:()]*\s(?:and|et)\s)?(?:the |le |la |l[’'])?$"
)
#: What makes a style part of another title, or of a word: Deputy, vice-.
_LONGER_TITLE = re.compile(r"(?:\b(?!(?:The|Le|La)\b)[A-ZÀ-Ý][\w-]*\s+|[\w-])$")


def _is_of_its_time(reading: Reading, at: int, terms: Sequence[Tenure], context: Context) -> bool:
    """Tell whether the sentence names a year, or something that began, in which the person was in office."""
    sentence = _sentence(reading, at)
    years = {int(year) for year in _YEAR.findall(reading.text[sentence.start : sentence.end])}
    years |= {
        mention.entry.since.first.year
        for mention in reading.mentions
        if mention.entry.since and sentence.start <= mention.span.start < sentence.end
    }
    return any(
        term.start.year <= year <= (term.end or context.date).year and year <= context.date.year
        for year in years
        for term in terms
    )


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _speaks_of_the_past(reading: Reading, at: int, terms: Sequence[Tenure], context: Context) -> bool:
    """Tell whether the sentence gives an earlier date, on which the person held the office."""
    sentence = _sentence(reading, at)
    return any(
        last < context.date and any(term.covers(first) or term.covers(last) for term in terms)
        for first, last in months_named(reading.text[sentence.start : sentence.end], reading.language)
    )


def _sentence(reading: Reading, at: int) -> Span:
    whole = Span(0, len(reading.text))
    return next((each for each in reading.sentences if each.start <= at < each.end), whole)


def _out(
    mention: Mention, title: Entry, terms: Sequence[Tenure], fixes: tuple[Fix, ...], context: Context
) -> Iterator[Report]:
    person, office = mention.entry, office_of(context.register, title.id)
    holders = _holders(office, context)
    if not terms and not holders:
        return  # nothing is known of the office on that day
    certain, fact = _why(person, title, terms, context)
    if not terms:
        certain = any(term.start_read and not _doubtful(term, context) for term in holders)
    message = f"{fact}; {_who_instead(holders, context)}{context.assumed_date()}"
    yield Report(
        mention.span,
        message[0].upper() + message[1:],
        evidence=tuple(_evidence(term, context) for term in (*terms, *holders)),
        fixes=fixes,
        unverified=not certain,
        cluster=(office, person.id),
        appointment=Appointment(office, person.id, context.date),
    )


def _holders(office: str, context: Context) -> list[Tenure]:
    terms = holders_on(context.register, office, context.date)
    return [term for term in terms if term.person in context.register.entries]


def _why(person: Entry, office: Entry, terms: Sequence[Tenure], context: Context) -> tuple[bool, str]:
    """Return whether it is certain that the person is out of office, and why in words."""
    name, title = _name(person, context), _title(office, person, context)
    last = last_term(context.register, person.id, context.date, office.id)
    if last is not None and last.end is not None:
        day = written(last.end, context.language)
        return is_over(context.register, last, context.date), context.say(
            f"{name} left the office of {title} on {day}",
            f"{name} n’est plus {title} depuis le {day}",
        )
    if terms:
        day = written(terms[0].start, context.language)
        return terms[0].start_read, context.say(
            f"{name} becomes {title} only on {day}", f"{name} ne devient {title} que le {day}"
        )
    return False, context.say(
        f"the register does not have {name} as {title} at any time",
        f"d’après le registre, {name} n’a jamais été {title}",
    )


def _who_instead(holders: Sequence[Tenure], context: Context) -> str:
    day = written(context.date, context.language)
    names = " / ".join(_name(context.register.entries[term.person], context) for term in holders)
    if not names:
        return context.say(
            f"the register has no holder for {day}.", f"le registre n’a pas de titulaire pour le {day}."
        )
    acting = any(term.acting for term in holders)
    return context.say(
        f"on {day}, the holder is {names}{' (acting)' if acting else ''}.",
        f"le {day}, la fonction est exercée par {names}{' (par intérim)' if acting else ''}.",
    )


def _replacements(reading: Reading, pair: Titled, office: str, context: Context) -> Iterator[Fix]:
    for number, term in enumerate(_holders(office, context)):
        holder = context.register.entries[term.person]
        form = holder.canonical(context.language)
        if form is None:
            continue
        edits = [Edit(pair.person.span, form.text)]
        if context.language is Language.FR and holder.gender is not pair.person.entry.gender:
            edits.append(agreeing(reading, pair.office, holder.gender))
        yield _replacing(form.text, tuple(edits), context, preferred=number == 0)


def _restyled(mention: Mention, office: str, context: Context, *, full: bool) -> Iterator[Fix]:
    """Offer the holders with the style of the office: with their surnames, or with their `full` names."""
    for number, term in enumerate(_holders(office, context)):
        holder = context.register.entries[term.person]
        form = next((form for form in holder.names(context.language) if office in form.offices), None)
        if form is not None:
            text = form.text.removesuffix(holder.surname) + _name(holder, context) if full else form.text
            yield _replacing(text, (Edit(mention.span, text),), context, preferred=number == 0)


def _replacing(text: str, edits: tuple[Edit, ...], context: Context, *, preferred: bool) -> Fix:
    cited = quoted(text, context.language)
    return Fix(context.say(f"Replace with {cited}", f"Remplacer par {cited}"), edits, preferred=preferred)


def _placeholder(span: Span, context: Context) -> Fix:
    name = context.say("[name]", "[nom]")
    return Fix(context.say(f"Put {name} for now", f"Mettre {name} pour l’instant"), (Edit(span, name),))


def _to_confirm(pair: Titled, term: Tenure, context: Context) -> Report:
    person, title = _name(pair.person.entry, context), _title(pair.office.entry, pair.person.entry, context)
    seen = term.last_seen.written if term.last_seen else ""
    return Report(
        pair.person.span,
        context.say(
            f"Confirm that {person} is still {title}"
            + (f": the last source is of {seen}." if seen else ": no source was read."),
            f"À confirmer\u00a0: {person} est toujours {title}"
            + (f"; la dernière source est de {seen}." if seen else "; aucune source n’a été lue."),
        )
        + context.assumed_date(),
        evidence=(_evidence(term, context),),
        severity=Severity.INFORMATION,
        cluster=(term.office, term.person),
    )


def _doubtful(term: Tenure, context: Context) -> bool:
    return is_doubtful(context.register, term, context.date)


def _evidence(term: Tenure, context: Context) -> Evidence:
    until = term.end.isoformat() if term.end else "…"
    name = _name(context.register.entries[term.person], context)
    source = f" ({term.source})" if term.source else ""
    return Evidence(f"{name}\u00a0: {term.start.isoformat()} – {until}{source}", InRegister(term.person))


def _name(person: Entry, context: Context) -> str:
    form = person.canonical(context.language)
    return form.text if form else person.id


def _title(office: Entry, holder: Entry, context: Context) -> str:
    form = office.canonical(context.language, holder.gender)
    return form.text if form else office.id


RULES = (Rule("holder-out", Severity.ERROR, InParagraph(_holder_out)),)
