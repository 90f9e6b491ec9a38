"""The card of a register entry: its names in both languages, who held it when, where it was used."""

import datetime as dt
from collections.abc import Iterator, Sequence

from phrasebank.bank import Phrasebank
from phrasebank.kept import kept
from phrasebank.register.model import Entry, Form, Kind, Register, Tenure
from phrasebank.register.tenures import is_doubtful, office_of, terms_of, title_of
from phrasebank.statement import Metadata
from phrasebank.text.language import Language
from phrasebank.text.words import keys_of
from precedent_ls.assist.cite import cite, escaped
from precedent_ls.assist.labels import LABELS, Labels
from precedent_ls.assist.phrase import is_written

#: Terms of office, and statements, that are listed; the others are counted.
_LISTED = 6

#: Occurrences of each form that are looked at to find the statements.
_LOOKED_AT = 64


def card(entry: Entry, bank: Phrasebank, language: Language, day: dt.date) -> str:
    """Return in Markdown, in `language`, what the register has of an entry; `day` is the draft's date."""
    labels = LABELS[language]
    lines = [
        _title(entry, language, labels),
        *_names(entry, language, labels),
        *_terms(entry, bank.register, language, day),
        *_validity(entry, labels),
        _uses(_users(bank, entry.id), language),
        escaped(entry.note),
        _source(entry, labels),
    ]
    return "  \n".join(line for line in lines if line)


def _title(entry: Entry, language: Language, labels: Labels) -> str:
    form = entry.canonical(language) or entry.canonical(language.other)
    unverified = "" if entry.source.verified else f"*{labels.unverified}*"
    name = f"**{escaped(form.text if form else entry.id)}**"
    return " · ".join(filter(None, (name, labels.kinds[entry.kind], unverified)))


def _names(entry: Entry, language: Language, labels: Labels) -> Iterator[str]:
    """Yield for each language, the draft's first, the canonical form and what else is right.

    A person's name is the same in both, and said in the title.
    """
    said = {""}
    for each in (language, language.other):
        canonical, acronym = entry.canonical(each), entry.acronym(each)
        name = _form(canonical, labels) if canonical else ""
        if acronym:
            name += f" ({_form(acronym, labels)})"
        others = [form for form in entry.names(each) if not form.acronym and not form.offices]
        accepted = ", ".join(dict.fromkeys(_form(form, labels) for form in others if form is not canonical))
        if name not in said and entry.kind is not Kind.PERSON:
            yield f"{labels.languages[each]}{labels.colon}{name}"
        if accepted not in said:
            yield f"{labels.accepted}{labels.colon}{accepted}"
        said |= {name, accepted}


def _form(form: Form, labels: Labels) -> str:
    return escaped(form.text) + ("" if form.verified else f" *({labels.unverified})*")


def _terms(entry: Entry, register: Register, language: Language, day: dt.date) -> Iterator[str]:
    """Yield the terms of a person or in an office: those on the draft's date first, then the newest."""
    if entry.kind not in (Kind.PERSON, Kind.OFFICE):
        return
    labels = LABELS[language]
    if entry.kind is Kind.PERSON:
        terms = terms_of(register, entry.id)
    else:
        office = office_of(register, entry.id)
        terms = tuple(term for term in register.tenures if term.office == office)
    now = [term for term in terms if term.covers(day)]
    then = sorted((term for term in terms if term not in now), key=lambda term: term.start, reverse=True)
    nothing = labels.no_office if entry.kind is Kind.PERSON else labels.nobody
    on_day = f"**{labels.on_day.format(day)}**{labels.colon}"
    yield on_day + ("; ".join(_term(term, entry, register, language, day) for term in now) or nothing)
    for term in then[:_LISTED]:
        yield _term(term, entry, register, language, day)
    if len(then) > _LISTED:
        yield labels.more.format(len(then) - _LISTED)


def _term(term: Tenure, entry: Entry, register: Register, language: Language, day: dt.date) -> str:
    """Return the person of a term, or the title where the card is that of a person, and its dates.

    A title is also said where it is not the one that the card is about.
    """
    labels = LABELS[language]
    person, title = register.entries[term.person], title_of(register, term)
    sides = [person, title]
    if entry in sides:
        sides.remove(entry)
    names = [side.canonical(language, person.gender) or side.canonical(language.other) for side in sides]
    notes = [labels.acting if term.acting else "", labels.confirm if is_doubtful(register, term, day) else ""]
    dates = f"{term.start} – {term.end or ''}".strip()
    return " · ".join(filter(None, (*(escaped(name.text) for name in names if name), dates, *notes)))


def _validity(entry: Entry, labels: Labels) -> Iterator[str]:
    for label, when in ((labels.since, entry.since), (labels.until, entry.until)):
        if when is not None:
            yield label.format(when.written) + ("" if when.verified else f" *({labels.unverified})*")


def _uses(users: Sequence[Metadata], language: Language) -> str:
    labels = LABELS[language]
    if not users:
        return labels.not_used
    listed = [escaped(f"{cite(each, language=language)} ({each.language})") for each in users[:_LISTED]]
    if len(users) > _LISTED:
        listed.append(labels.more.format(len(users) - _LISTED))
    return f"{labels.used_in}{labels.colon}{', '.join(listed)}"


@kept
def _users(bank: Phrasebank, entry: str) -> tuple[Metadata, ...]:
    """Return the statements that have an entry in some form, right or wrong, the newest first."""
    found: dict[str, Metadata] = {}
    for form in bank.register.entries[entry].forms:
        keys = keys_of(form.text)
        for language in Language if form.language is None else (form.language,):
            for occurrence in bank.phrases(language).find(keys).occurrences(_LOOKED_AT) if keys else ():
                if not form.acronym or is_written(occurrence, form.text):
                    found[occurrence.metadata.id] = occurrence.metadata
    return tuple(sorted(found.values(), key=lambda each: (-each.date.toordinal(), each.id)))


def _source(entry: Entry, labels: Labels) -> str:
    source = entry.source
    parts = [escaped(source.text)]
    if not source.verified:
        parts.append(f"*{labels.unverified}*")
    elif source.verified_on:
        parts.append(labels.verified_on.format(source.verified_on.written))
    said = " · ".join(filter(None, parts))
    return f"{labels.source}{labels.colon}{said}" if said else ""
