"""Who bears a title, a given name or a style on a day: who may be named behind one that stands there."""

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from phrasebank.register.mentions import Mention
from phrasebank.register.model import Gender, Kind, Register
from phrasebank.register.tenures import holders_on, office_of, offices_of
from phrasebank.text.language import Language
from phrasebank.text.words import Word, words
from precedent_ls.assist.completion.dead_ends import Keys, form_keys

#: Given names before a surname, and initials between them.
GIVEN, INITIALS = 2, 2

#: Forms of address that tell a gender.
ADDRESSED = {
    "mr": Gender.MASCULINE,
    "m": Gender.MASCULINE,
    "ms": Gender.FEMININE,
    "mrs": Gender.FEMININE,
    "mme": Gender.FEMININE,
}

#: What stands between the words of a name.
SPACES = frozenset({" ", "\u00a0"})


class Bearers:
    """The people of a register as they are named on a day."""

    def __init__(self, register: Register, language: Language, day: dt.date) -> None:
        self._register = register
        self._language = language
        self._day = day

    def are_misnamed(
        self, whole: str, start: int, parts: Sequence[Word], mentions: Sequence[Mention]
    ) -> bool:
        """Tell whether a text names someone as they are not named, by what stands before it.

        Parameters
        ----------
        whole, start
            What stands before it and the text; where the text begins.
        parts, mentions
            The words of both, and what they name.
        """
        at = next((number for number, part in enumerate(parts) if part.end > start), 0)
        follows = at > 0 and whole[parts[at].start].isupper()
        return (
            (follows and self._mixes_people(whole, at, parts))
            or (follows and self._is_misaddressed(at, parts))
            or (follows and self._lacks_title(whole, at, parts))
            or any(self._is_anothers(each, whole, start) for each in mentions if each.span.end <= start)
            or self._is_not_theirs(whole, start, mentions)
        )

    def _is_not_theirs(self, whole: str, start: int, mentions: Sequence[Mention]) -> bool:
        """Tell whether behind someone's name and a comma stands another's office, or the name again."""
        for at, (person, following) in enumerate(pairwise(mentions)):
            if person.entry.kind is not Kind.PERSON:
                continue
            if whole[person.span.end : following.span.start].strip() != ",":
                continue
            held = {term.office for term in offices_of(self._register, person.entry.id, self._day)}
            office = office_of(self._register, following.entry.id)
            is_office = following.entry.kind is Kind.OFFICE
            if following.span.end > start and is_office and held and office not in held:
                return True
            behind = mentions[at + 1 : at + 2 + is_office]
            if any(each.span.end > start and each.entry is person.entry for each in behind):
                return True
        return False

    def _is_misaddressed(self, at: int, parts: Sequence[Word]) -> bool:
        """Tell whether a woman's name follows “Mr.”, or a man's “Mme”."""
        gender = ADDRESSED.get(parts[at - 1].key)
        persons = self.holders.get(parts[at].key, frozenset())
        genders = {self._register.entries[each].gender for each in persons}
        return gender is not None and bool(genders) and gender not in genders

    def _is_anothers(self, mention: Mention, whole: str, start: int) -> bool:
        """Tell whether behind the title of an office the text names someone who holds another."""
        register = self._register
        if mention.entry.kind is not Kind.OFFICE or whole[mention.span.end : start].strip(" \u00a0,"):
            return False
        word = next(iter(words(whole[start:])), None)
        if word is None or not whole[start + word.start].isupper():
            return False
        persons = self.holders.get(word.key, frozenset())
        office = office_of(register, mention.entry.id)
        return bool(persons) and persons.isdisjoint(
            term.person for term in holders_on(register, office, self._day)
        )

    def _mixes_people(self, whole: str, at: int, parts: Sequence[Word]) -> bool:
        """Tell whether behind someone's given names the text goes on with someone else's name.

        Behind an initial that stands behind nobody's given name, any name is someone else's.
        """
        if parts[at].key not in self.holders:
            return False
        gap = whole[parts[at - 1].end : parts[at].start]
        is_initial = len(parts[at - 1].key) == 1 and gap.startswith(".")
        if not is_initial and gap not in SPACES:
            return False
        before = [part.key for part in parts[max(0, at - INITIALS - GIVEN) : at]]
        while is_initial and len(before) > 1 and len(before[-1]) == 1:
            before.pop()
        meant = [self._given.get(tuple(before[-size:]), frozenset()) for size in range(1, GIVEN + 1)]
        return (is_initial or any(meant)) and self.holders[parts[at].key].isdisjoint(
            frozenset().union(*meant)
        )

    def _lacks_title(self, whole: str, at: int, parts: Sequence[Word]) -> bool:
        """Tell whether a title stands before a surname that its bearer is not styled by: Minister Carney."""
        surname = parts[at].key
        if surname not in self._styles or whole[parts[at - 1].end : parts[at].start] not in SPACES:
            return False
        if parts[at - 1].key not in self._title_ends:
            return False
        before = [part.key for part in parts[:at]]
        return not any(before[-len(style) :] == list(style) for style in self._styles[surname])

    @cached_property
    def _styles(self) -> dict[str, set[Keys]]:
        """The titles that stand before surnames, by the surname."""
        found: dict[str, set[Keys]] = {}
        for entry in self._register.entries.values():
            if entry.kind is Kind.PERSON and len(surname := form_keys(entry.surname)) == 1:
                for form in entry.forms:
                    keys = form_keys(form.text)
                    if form.offices and keys[-1:] == surname and keys[:-1]:
                        found.setdefault(surname[0], set()).add(keys[:-1])
        return found

    @cached_property
    def _title_ends(self) -> frozenset[str]:
        """The last words of such titles."""
        return frozenset(style[-1] for styles in self._styles.values() for style in styles)

    @cached_property
    def _given(self) -> dict[Keys, frozenset[str]]:
        """The people that given names are those of, initials behind them left out."""
        found: dict[Keys, set[str]] = {}
        for entry in self._register.entries.values():
            name = entry.canonical(self._language) if entry.kind is Kind.PERSON else None
            longest = len(form_keys(name.text)) if name is not None else 0
            surname = form_keys(entry.surname)
            for form in entry.forms if surname else ():
                keys = form_keys(form.text)
                if form.offices or len(keys) > longest or surname[0] not in keys[1:]:
                    continue  # with a title, perhaps
                given = keys[: keys.index(surname[0])]
                while len(given) > 1 and len(given[-1]) == 1:
                    given = given[:-1]
                found.setdefault(given, set()).add(entry.id)
        return {keys: frozenset(persons) for keys, persons in found.items()}

    @cached_property
    def holders(self) -> dict[str, frozenset[str]]:
        """Those who hold an office on the day, by the first words of their names and of their surnames."""
        found: dict[str, set[str]] = {}
        for term in self._register.tenures:
            if term.covers(self._day):
                person = self._register.entries[term.person]
                names = (person.surname, *(form.text for form in person.forms if not form.offices))
                for keys in filter(None, map(form_keys, names)):
                    found.setdefault(keys[0], set()).add(term.person)
        return {key: frozenset(persons) for key, persons in found.items()}
