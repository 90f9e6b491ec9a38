"""Who held which office on a day, and how sure the register is of it."""

import datetime as dt

from phrasebank.register.model import Entry, Register, Tenure

#: How long an open term is believed after the last day a source shows it.
BELIEVED = dt.timedelta(days=365)


def holders_on(register: Register, office: str, day: dt.date) -> tuple[Tenure, ...]:
    """Return the terms of office on `day`, an acting holder after a regular one.

    `office` may be the id of one of the office's titles.
    """
    held = office_of(register, office)
    terms = [term for term in register.tenures if term.office == held and term.covers(day)]
    return tuple(sorted(terms, key=lambda term: term.acting))


def offices_of(register: Register, person: str, day: dt.date) -> tuple[Tenure, ...]:
    """Return the terms that `person` served on `day`."""
    return tuple(term for term in register.tenures if term.person == person and term.covers(day))


def terms_of(register: Register, person: str, office: str = "") -> tuple[Tenure, ...]:
    """Return all terms of `person` (in `office`, or one whose title it is), in order of their start."""
    held = office_of(register, office)
    return tuple(
        term for term in register.tenures if term.person == person and (not held or term.office == held)
    )


def last_term(register: Register, person: str, day: dt.date, office: str = "") -> Tenure | None:
    """Return the last term of `person` that was over on `day`."""
    ended = [term for term in terms_of(register, person, office) if term.end is not None and term.end <= day]
    return max(ended, key=lambda term: (term.end, term.start), default=None)


def successors(register: Register, term: Tenure) -> tuple[Tenure, ...]:
    """Return the terms of other people in the same office that began when `term` was over."""
    return tuple(
        other
        for other in register.tenures
        if other.office == term.office
        and other.person != term.person
        and other.start > term.start
        and (term.end is None or other.start >= term.end)
    )


def is_over(register: Register, term: Tenure, day: dt.date) -> bool:
    """Tell whether `term` was over on `day` for certain.

    It was when its end was read in a source, or when the start of a successor was.
    """
    if term.end is None or day < term.end:
        return False
    return term.end_read or any(
        other.start_read and other.start <= day for other in successors(register, term)
    )


def is_doubtful(register: Register, term: Tenure, day: dt.date) -> bool:
    """Tell whether someone should confirm what the register says of `term` on `day`.

    So it is with a term whose end nobody read (while no successor's start was read
    either), with one that covers the day but that nothing read supports, and with an open
    one that was last seen more than a year before.
    """
    if not term.covers(day):
        return term.end is not None and term.end <= day and not is_over(register, term, day)
    if term.end is not None:
        return not (term.start_read or term.end_read or term.last_seen or term.source)
    seen = term.last_seen.last if term.last_seen else term.start if term.start_read else None
    return seen is None or day - seen > BELIEVED


def title_of(register: Register, term: Tenure) -> Entry:
    """Return the entry whose forms were the holder's title."""
    return register.entries[term.title or term.office]


def is_in_use(register: Register, entry: Entry, day: dt.date) -> bool:
    """Tell whether somebody holds an office under this title on `day`; what is the title of no other, is."""
    return not entry.title_of or any(term.title == entry.id and term.covers(day) for term in register.tenures)


def office_of(register: Register, office: str) -> str:
    """Return the id of the office that `office` is a title of, or `office` itself."""
    entry = register.entries.get(office)
    return entry.title_of if entry is not None and entry.title_of else office
