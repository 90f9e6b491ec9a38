"""Family: who holds which office on the draft's date."""

from collections.abc import Iterator, Sequence

from phrasebank.register.model import Entry, Tenure
from phrasebank.register.tenures import holders_on, is_doubtful, is_over, last_term, office_of, terms_of
from phrasebank.text.language import Language
from precedent_ls.checks.dates import months_named, written
from precedent_ls.checks.finding import Edit, Evidence, Fix, InRegister, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.rule import Context, InParagraph, Report, Rule
from precedent_ls.checks.titled import Titled, agreeing, titled
from precedent_ls.draft.snapshot import Reading


def _holder_out(reading: Reading, context: Context) -> Iterator[Report]:
    register = context.register
    for pair in titled(reading):
        office = office_of(register, pair.office.entry.id)
        terms = terms_of(register, pair.person.entry.id, office)
        covering = [term for term in terms if term.covers(context.date)]
        if not covering:
            if not _speaks_of_the_past(reading, pair, terms, context):
                yield from _out(reading, pair, office, terms, context)
        elif all(_doubtful(term, context) for term in covering):
            yield _to_confirm(pair, covering[-1], context)


def _speaks_of_the_past(reading: Reading, pair: Titled, terms: Sequence[Tenure], context: Context) -> bool:
    """Tell whether the sentence gives an earlier date, on which the person held the office."""
    at = pair.office.span.start
    for sentence in reading.sentences:
        if sentence.start <= at < sentence.end:
            text = reading.text[sentence.start : sentence.end]
            return any(
                last < context.date and any(term.covers(first) or term.covers(last) for term in terms)
                for first, last in months_named(text, reading.language)
            )
    return False


def _out(
    reading: Reading, pair: Titled, office: str, terms: Sequence[Tenure], context: Context
) -> Iterator[Report]:
    holders = [
        term
        for term in holders_on(context.register, office, context.date)
        if term.person in context.register.entries
    ]
    if not terms and not holders:
        return  # nothing is known of the office on that day
    certain, fact = _why(pair, office, terms, context)
    if not terms:
        certain = any(term.start_read and not _doubtful(term, context) for term in holders)
    yield Report(
        pair.person.span,
        f"{fact}; {_who_instead(holders, context)}{context.assumed_date()}",
        evidence=tuple(_evidence(term, context) for term in (*terms, *holders)),
        fixes=(*_replacements(reading, pair, holders, context), _placeholder(pair, context)),
        unverified=not certain,
        cluster=(office, pair.person.entry.id),
    )


def _why(pair: Titled, office: str, terms: Sequence[Tenure], context: Context) -> tuple[bool, str]:
    """Return whether it is certain that the person is out of office, and why in words."""
    person, title = _name(pair.person.entry, context), _title(pair.office.entry, pair.person.entry, context)
    last = last_term(context.register, pair.person.entry.id, context.date, office)
    if last is not None and last.end is not None:
        day = written(last.end, context.language)
        return is_over(context.register, last, context.date), context.say(
            f"{person} left the office of {title} on {day}",
            f"{person} n’est plus {title} depuis le {day}",
        )
    if terms:
        day = written(terms[0].start, context.language)
        return terms[0].start_read, context.say(
            f"{person} becomes {title} only on {day}", f"{person} ne devient {title} que le {day}"
        )
    return False, context.say(
        f"the register does not have {person} as {title} at any time",
        f"d’après le registre, {person} n’a jamais été {title}",
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


def _replacements(
    reading: Reading, pair: Titled, holders: Sequence[Tenure], context: Context
) -> Iterator[Fix]:
    for number, term in enumerate(holders):
        holder = context.register.entries[term.person]
        form = holder.canonical(context.language)
        if form is None:
            continue
        edits = [Edit(pair.person.span, form.text)]
        if context.language is Language.FR and holder.gender is not pair.person.entry.gender:
            edits.append(agreeing(reading, pair.office, holder.gender))
        cited = quoted(form.text, context.language)
        yield Fix(
            context.say(f"Replace with {cited}", f"Remplacer par {cited}"),
            tuple(edits),
            preferred=number == 0,
            exact=len(holders) == 1 and not _doubtful(term, context),
        )


def _placeholder(pair: Titled, context: Context) -> Fix:
    name = context.say("[name]", "[nom]")
    return Fix(
        context.say(f"Put {name} for now", f"Mettre {name} pour l’instant"), (Edit(pair.person.span, name),)
    )


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
