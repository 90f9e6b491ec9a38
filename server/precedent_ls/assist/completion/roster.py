"""The register's names, and the draft's day, as a text of its own, to be predicted from like any other."""

import datetime as dt
from collections.abc import Iterable, Iterator

from phrasebank.bank import Phrasebank
from phrasebank.index import assemble
from phrasebank.index.digest import Digest, Record
from phrasebank.index.live import DRAFT
from phrasebank.index.segment import Segment
from phrasebank.index.tokens import GAP
from phrasebank.register.model import Entry, Form, Kind, Status, Tenure
from phrasebank.register.tenures import is_doubtful, is_in_use, offices_of, title_of
from phrasebank.statement import Metadata, Trust
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import words
from precedent_ls.checks.dates import written

#: Whose passages are names of the register.
REGISTER = Metadata(
    id="register",
    title="",
    date=dt.date.min,
    place="",
    hosts=(),
    language=Language.EN,
    trust=Trust.BACKGROUND,
    source="",
)


def roster(bank: Phrasebank, language: Language, day: dt.date, *, times: int) -> Segment:
    """Index the names that a text of a day may have, each by itself.

    People are there while they hold an office: alone, and behind their title with and without a comma.
    The day itself is there so many `times`, for a draft of which it is known.
    """
    names = _listed(REGISTER, dict.fromkeys(_names(bank, language, day)))
    days = [_listed(DRAFT, [written(day, language)] * times)] if times else []
    return assemble.segment([names, *days])


def _listed(metadata: Metadata, names: Iterable[str]) -> Digest:
    digest = Digest.of(metadata, "")
    digest.headings.append("")
    for number, name in enumerate(names):
        text = digest.text(name, Span(0, 0))
        # A gap is the boundary that no draft has before the cursor: names open no paragraph.
        digest.passage(GAP, words(name), Record(0, 0, number, 0, 0, *text))
    digest.close()
    return digest


def _names(bank: Phrasebank, language: Language, day: dt.date) -> Iterator[str]:
    for entry in bank.register.entries.values():
        if entry.kind is Kind.PERSON:
            yield from _person(bank, entry, language, day)
        elif bank.attested(entry) and is_in_use(bank.register, entry, day):
            for form in _forms(entry, language, day):
                yield form.text
                acronym = entry.acronym(language)
                if (
                    form.status is Status.CANONICAL
                    and acronym is not None
                    and acronym.verified
                    and not form.acronym
                ):
                    yield f"{form.text} ({acronym.text})"


def _person(bank: Phrasebank, entry: Entry, language: Language, day: dt.date) -> Iterator[str]:
    register = bank.register
    for term in offices_of(register, entry.id, day):
        if is_doubtful(register, term, day):
            continue
        for name in _forms(entry, language, day):
            yield name.text
            if name.status is Status.CANONICAL:
                for title in _titles(bank, term, entry, language, day):
                    yield f"{title} {name.text}"
                    yield f"{title}, {name.text}"


def _titles(bank: Phrasebank, term: Tenure, person: Entry, language: Language, day: dt.date) -> Iterator[str]:
    for form in _forms(title_of(bank.register, term), language, day):
        if not form.acronym and form.gender in (None, person.gender):
            yield form.text


def _forms(entry: Entry, language: Language, day: dt.date) -> Iterator[Form]:
    for form in entry.names(language):
        if form.status_on(day).allowed and form.verified and not form.anaphoric:
            yield form
