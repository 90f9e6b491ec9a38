"""Names of the register as they are typed: in full first, short afterwards, offices with who holds them."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from phrasebank.bank import Phrasebank
from phrasebank.index.tokens import HEADING
from phrasebank.register.content_words import COUNTRY
from phrasebank.register.model import Entry, Form, Gender, Kind, Status, Tenure
from phrasebank.register.tenures import holders_on, is_doubtful, offices_of, title_of
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.words import words
from precedent_ls.assist.completion.place import Place, closed_behind
from precedent_ls.checks.articles import english_article, french_article

#: Words of a name that may be typed before its rest is offered, and letters of one that is typed alone.
REACH, LETTERS = 7, 2

#: What stands between a name and its acronym.
BEFORE_ACRONYM = re.compile(r"[ \u00a0]\(")


@dataclass(frozen=True, slots=True)
class Name:
    """A way to write an entry.

    Attributes
    ----------
    entry
        What it names; an office with its holder names the office.
    text
        As it is written.
    short
        What stands for it once it was mentioned: an acronym, a style and a surname.
    defines
        Whether `short` is put in parentheses behind the first mention.
    verified
        Whether it was read in a source, that the person holds the office among the rest.
    gender, plural
        For the French article.
    """

    entry: Entry
    text: str
    short: str = ""
    defines: bool = False
    verified: bool = True
    gender: Gender | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Suggested:
    """A name to be put in place of the draft's characters from `start` to the cursor.

    `found` is the form that what is typed begins, and `keys` its words; the text may be another, or
    begin with another article. It is `due` where it is the acronym in parentheses behind its name,
    and `again` where someone who was named already would be named by a given name once more.
    """

    name: Name
    text: str
    start: int
    found: str
    keys: tuple[str, ...]
    typed_words: int
    due: bool = False
    again: bool = False


class NameBook:
    """The names that a text of a day may have, by what they begin with."""

    def __init__(self, bank: Phrasebank, language: Language, day: dt.date) -> None:
        self.language = language
        self._names = sorted(
            (
                (" ".join(keys := _keys(found)), keys, found, name)
                for found, name in _entries(bank, language, day)
            ),
            key=lambda each: (each[0], each[2]),
        )
        self._begun_by = [name[0] for name in self._names]
        self._defined = {name.entry.id: name for *_, name in self._names if name.defines}

    def begun(self, source: str, place: Place) -> list[Suggested]:
        """Return the names that the words before the cursor begin; the most words that begin any count."""
        if due := self._due(source, place):
            return [due]
        letters = folded(place.letters, accents=True).replace(".", "")
        typed_keys = [*(word.key for word in place.words), letters]
        for number in range(min(REACH, len(place.words)), -1, -1):
            key = " ".join(typed_keys[len(typed_keys) - 1 - number :])
            enough = len(place.letters) >= LETTERS or number
            found = self._with_prefix(key) if enough and (letters or number) else []
            if number and self._is_longer_title(typed_keys[-number - 2 : -1]):
                found = [each for each in found if each[3].entry.kind is not Kind.PERSON]
            if found and all(self._is_joined(source, place, each) for each in range(1, number + 1)):
                start = place.words[-number].start if number else place.start
                before = source[:start]
                return [
                    Suggested(
                        name,
                        text,
                        start - replaced,
                        written,
                        keys,
                        number,
                        again=name.entry.kind is Kind.PERSON
                        and written == name.text
                        and _is_mentioned(name, before),
                    )
                    for _, keys, written, name in found
                    for text, replaced in _written(
                        before, name, self.language, capital=source[start].isupper()
                    )
                ]
        return []

    def _is_longer_title(self, keys: list[str]) -> bool:
        """Tell whether finished words begin a title that is longer by the first of them: Prime | Minister."""
        return len(keys) > 1 and keys[0] not in COUNTRY and bool(self._with_prefix(" ".join(keys)))

    def _due(self, source: str, place: Place) -> Suggested | None:
        """Return the acronym of what is named in full before the bracket that the cursor is behind.

        Headings have none, and a draft that has it already needs none.
        """
        start = place.offset - len(place.letters)
        name = self._named_before(place) if BEFORE_ACRONYM.fullmatch(place.gap) else None
        if name is None or _stands_in(name.short, source[:start]):
            return None
        text = name.short if ")" in closed_behind(source, place.offset) else f"{name.short})"
        if not text.startswith(place.letters) or text == place.letters:
            return None
        return Suggested(name, text, start, name.short, _keys(name.short), 0, due=True)

    def _named_before(self, place: Place) -> Name | None:
        """Return the name with an acronym whose last word is the last finished one."""
        if place.paragraph is None or not place.words or place.opening == HEADING:
            return None
        ends = place.words[-1].end - place.paragraph.start
        mention = next((each for each in place.paragraph.mentions if each.span.end == ends), None)
        if mention is None or mention.form.acronym or mention.form.language not in (None, self.language):
            return None
        return self._defined.get(mention.entry.id)

    def _with_prefix(self, key: str) -> list[tuple[str, tuple[str, ...], str, Name]]:
        first = bisect_left(self._begun_by, key)
        found = takewhile(lambda each: each[0].startswith(key), self._names[first : first + 64])
        return [each for each in found if len(each[0]) > len(key)]

    @staticmethod
    def _is_joined(source: str, place: Place, number: int) -> bool:
        """Tell whether nothing but a space or a hyphen follows a word, counted from the cursor back."""
        end = place.words[-number].end
        start = place.words[1 - number].start if number > 1 else place.offset - len(place.letters)
        return not source[end:start].strip(" \u00a0\u202f-‑’'.")


def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(text))


def _written(before: str, name: Name, language: Language, *, capital: bool) -> Iterator[tuple[str, int]]:
    """Yield how to write a name after `before`, the way the draft's own text demands first.

    With each goes how many characters of `before` it replaces, an article that does not agree.
    """
    if name.short and _is_mentioned(name, before):
        texts = [name.short, name.text]
    elif name.defines:
        texts = [f"{name.text} ({name.short})", name.text]
    else:
        texts = [name.text]
    for text in texts:
        cased = text[0].upper() + text[1:] if capital and text[0].islower() else text
        replaced, article = _article(before, cased, name, language)
        yield article + cased, replaced


def _is_mentioned(name: Name, before: str) -> bool:
    return _stands_in(name.text, before) or (bool(name.short) and _stands_in(name.short, before))


def _article(before: str, text: str, name: Name, language: Language) -> tuple[int, str]:
    if language is Language.EN:
        replaced, article = english_article(before[-6:], text)
        return (0, "") if before.endswith(article) else (replaced, article)
    bare = _PREPOSITION.search(before)
    if bare is None or name.entry.kind is Kind.PERSON:
        return french_article(before[-24:], text, name.gender, plural=name.plural)
    # A name that has no article yet is given one: de ASFC, de l’ASFC.
    replaced, article = french_article(f"{bare[0]}la ", text, name.gender, plural=name.plural)
    return (replaced - 3, article) if replaced else (0, "la ")


_PREPOSITION = re.compile(r"(?<![\w’'-])(?:de|à) \Z", re.IGNORECASE)


def _stands_in(name: str, text: str) -> bool:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(name, at + 1)
    return False


def _entries(bank: Phrasebank, language: Language, day: dt.date) -> Iterator[tuple[str, Name]]:
    """Yield each name with each form by which it is found."""
    for entry in bank.register.entries.values():
        if entry.kind is Kind.PERSON:
            yield from _people(bank, entry, language, day)
        elif entry.kind is Kind.OFFICE:
            if not entry.title_of:
                yield from _offices(bank, entry, language, day)
        elif bank.attested(entry):
            yield from _things(entry, language, day)


def _things(entry: Entry, language: Language, day: dt.date) -> Iterator[tuple[str, Name]]:
    canonical = entry.canonical(language)
    if canonical is None:
        return
    acronym = entry.acronym(language)
    short = acronym.text if acronym is not None and _may(acronym, day) else ""
    for form in _allowed(entry, language, day):
        full = canonical if form.acronym or form.text == canonical.text else form
        yield (
            form.text,
            Name(
                entry, full.text, short, bool(short), form.verified, entry.gender, entry.plural or full.plural
            ),
        )


def _offices(bank: Phrasebank, office: Entry, language: Language, day: dt.date) -> Iterator[tuple[str, Name]]:
    register = bank.register
    for term in holders_on(register, office.id, day):
        person = register.entries[term.person]
        title = title_of(register, term)
        verified = not is_doubtful(register, term, day)
        name = person.canonical(language)
        short = _styled(person, term, language)
        for form in _allowed(title, language, day):
            if form.acronym or form.gender not in (None, person.gender):
                continue
            if name is not None and form.verified:
                joint = " " if language is Language.EN else ", "
                text = f"{form.text}{joint}{name.text}"
                yield form.text, Name(office, text, short, False, verified, person.gender)
            yield form.text, Name(office, form.text, "", False, form.verified, person.gender)


def _people(bank: Phrasebank, person: Entry, language: Language, day: dt.date) -> Iterator[tuple[str, Name]]:
    """Yield the name of who holds an office; those who have left are nobody's office-holders."""
    name = person.canonical(language)
    for term in offices_of(bank.register, person.id, day)[:1]:
        if name is None:
            return
        verified = not is_doubtful(bank.register, term, day) and name.verified
        whole = Name(person, name.text, _styled(person, term, language), False, verified, person.gender)
        yield name.text, whole
        if person.surname:
            yield person.surname, whole
        if whole.short:
            yield whole.short, Name(person, whole.short, "", False, verified, person.gender)


def _styled(person: Entry, term: Tenure, language: Language) -> str:
    forms = (form for form in person.names(language) if term.office in form.offices)
    return next((form.text for form in forms), "")


def _allowed(entry: Entry, language: Language, day: dt.date) -> Iterable[Form]:
    return (form for form in entry.names(language) if _may(form, day) and not form.anaphoric)


def _may(form: Form, day: dt.date) -> bool:
    return form.status_on(day) in (Status.CANONICAL, Status.ACCEPTED) and form.verified
