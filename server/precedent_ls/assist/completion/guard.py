"""What must not be put into a draft though a text has it: wrong forms, people who have left office."""

import datetime as dt
from collections.abc import Collection
from functools import cached_property, lru_cache

from phrasebank.bank import Phrasebank
from phrasebank.register.mentions import Mention
from phrasebank.register.model import Kind
from phrasebank.register.tenures import holders_on, is_in_use, is_over, office_of, terms_of
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.words import words

#: Words of a person's name at most.
NAME = 4

#: Characters before the cursor that a name may begin in.
REACH = 100


class Guard:
    """Judges continuations for drafts of one day."""

    def __init__(self, bank: Phrasebank, language: Language, day: dt.date) -> None:
        self._bank = bank
        self._language = language
        self._day = day
        self._judged = lru_cache(maxsize=1 << 12)(self._judge)

    def fitting(self, before: str, text: str, accepted: Collection[str] = ()) -> int:
        """Return how many characters of `text` may follow `before`: all, or as far as a name that may not.

        Parameters
        ----------
        before
            What stands in the draft before `text`.
        text
            What is to be put in.
        accepted
            Forms that the draft accepts, folded.
        """
        return self._judged(before[-REACH:], text, frozenset(accepted))

    def _judge(self, before: str, text: str, accepted: frozenset[str]) -> int:
        whole = before + text
        for mention in self._bank.matcher.mentions(whole, words(whole), self._language):
            if mention.span.end <= len(before):
                if self._is_anothers(mention, whole, len(before)):
                    return 0
            elif self._is_bad(mention):
                written = whole[mention.span.start : mention.span.end]
                if folded(written) not in accepted:
                    return max(0, mention.span.start - len(before))
        return self._before_partial_name(whole, len(before))

    def _before_partial_name(self, whole: str, start: int) -> int:
        """Return where in the text a name begins that ends before it is whole, of someone who has left."""
        parts = words(whole)
        for number in range(max(0, len(parts) - NAME), len(parts)):
            keys = tuple(part.key for part in parts[number:])
            if keys in self._departed and whole[parts[number].start].isupper() and parts[-1].end > start:
                return max(0, parts[number].start - start)
        return len(whole) - start

    @cached_property
    def _departed(self) -> frozenset[tuple[str, ...]]:
        """The beginnings of the names of those who have left, which are those of nobody who has not."""
        gone: set[tuple[str, ...]] = set()
        here: set[tuple[str, ...]] = set()
        for entry in self._bank.register.entries.values():
            if entry.kind is Kind.PERSON:
                names = [
                    tuple(word.key for word in words(form.text)) for form in entry.forms if not form.offices
                ]
                beginnings = {keys[:size] for keys in names for size in range(1, len(keys))}
                (gone if self.has_left(entry.id) else here).update(beginnings)
        return frozenset(gone - here)

    def _is_anothers(self, mention: Mention, whole: str, start: int) -> bool:
        """Tell whether behind the title of an office the text names someone who holds another."""
        register = self._bank.register
        if mention.entry.kind is not Kind.OFFICE or whole[mention.span.end : start].strip(" \u00a0,"):
            return False
        word = next(iter(words(whole[start:])), None)
        if word is None or not whole[start + word.start].isupper():
            return False
        persons = self._holders.get(word.key, frozenset())
        office = office_of(register, mention.entry.id)
        return bool(persons) and persons.isdisjoint(
            term.person for term in holders_on(register, office, self._day)
        )

    @cached_property
    def _holders(self) -> dict[str, frozenset[str]]:
        """Those who hold an office on the day, by the first words of their names."""
        found: dict[str, set[str]] = {}
        for term in self._bank.register.tenures:
            if term.covers(self._day):
                for form in self._bank.register.entries[term.person].forms:
                    if not form.offices:
                        found.setdefault(words(form.text)[0].key, set()).add(term.person)
        return {key: frozenset(persons) for key, persons in found.items()}

    def _is_bad(self, mention: Mention) -> bool:
        """Tell a name that is written wrong, someone who holds no office any more, and a title nobody has.

        Words that are defined terms elsewhere (Ministers) are words here.
        """
        entry = mention.entry
        if entry.kind is Kind.TERM:
            return False
        return (
            not mention.form.status_on(self._day).allowed
            or (entry.kind is Kind.PERSON and self.has_left(entry.id))
            or not is_in_use(self._bank.register, entry, self._day)
        )

    def has_left(self, person: str) -> bool:
        """Tell whether a person held an office and holds none on the day."""
        register = self._bank.register
        terms = terms_of(register, person)
        return (
            bool(terms)
            and not any(term.covers(self._day) for term in terms)
            and any(
                is_over(register, term, self._day) or (term.end is not None and term.end <= self._day)
                for term in terms
            )
        )
