"""What must not be put into a draft though a text has it: wrong forms, people who have left office."""

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from phrasebank.bank import Phrasebank
from phrasebank.index.occurrence import Occurrence
from phrasebank.register.content_words import COUNTRY, SMALL
from phrasebank.register.mentions import Mention
from phrasebank.register.model import Entry, Form, Kind, Status
from phrasebank.register.tenures import is_in_use, is_over, terms_of
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.surface import surface
from phrasebank.text.words import Word, words
from precedent_ls.assist.completion.bearers import Bearers
from precedent_ls.assist.completion.dead_ends import DeadEnds, Keys, by_beginning, form_keys
from precedent_ls.assist.completion.unheard import registered_words

if TYPE_CHECKING:
    from phrasebank.register.near_misses import NearMisses

#: Characters before the cursor that a name may begin in; the longest title has 108.
REACH = 120


class Guard:
    """Judges continuations for drafts of one day."""

    def __init__(self, bank: Phrasebank, language: Language, day: dt.date) -> None:
        self._bank = bank
        self._language = language
        self._day = day
        self._bearers = Bearers(bank.register, language, day)
        self._judged = lru_cache(maxsize=1 << 12)(self._judge)
        self._misnamed = lru_cache(maxsize=1 << 10)(self._misnames)
        self._words = lru_cache(maxsize=8)(words)

    def is_plain(self, last: str, keys: Sequence[str]) -> bool:
        """Tell, by its words alone, that a text names nobody and nothing: `fitting` would let all of it be.

        Most texts are plain, and reading their words as names takes a hundred times as long.

        Parameters
        ----------
        last
            The key of the word before it.
        keys
            Those of its own words.
        """
        names, pairs = self._named
        return (
            names.isdisjoint(keys)
            and pairs.isdisjoint(pairwise((last, *keys)))
            and keys[0] not in self._bearers.holders
            and keys[-1] not in self._openings
            and all(map(self._is_known, keys))
        )

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

    def misnames(self, before: str, text: str) -> bool:
        """Tell whether a name may not follow `before` because of a title or a name that stands there."""
        return self._misnamed(before[-REACH:], text)

    def _misnames(self, before: str, text: str) -> bool:
        whole, parts = before + text, self._parts(before, text)
        mentions = self._bank.matcher.mentions(whole, parts, self._language)
        return self._bearers.are_misnamed(whole, len(before), parts, mentions)

    def _judge(self, before: str, text: str, accepted: frozenset[str]) -> int:
        whole, start = before + text, len(before)
        parts = self._parts(before, text)
        mentions = self._bank.matcher.mentions(whole, parts, self._language)
        if self._bearers.are_misnamed(whole, start, parts, mentions):
            return 0
        for mention in mentions:
            if mention.span.end <= start:
                continue
            if mention.form.offices and self._is_longer_title(mention, parts):
                return 0
            if self._is_bad(mention.entry, mention.form):
                written = whole[mention.span.start : mention.span.end]
                if folded(written) not in accepted:
                    return max(0, mention.span.start - start)
        begun = min(
            self._unfinished(whole, start, parts),
            self._misspelled(whole, start, parts, mentions),
            self._surname(whole, start, parts),
        )
        name = folded(whole[begun:])
        if any(form.startswith(name) or name.startswith(form) for form in accepted):
            return len(text)
        return max(0, begun - start)

    def _parts(self, before: str, text: str) -> tuple[Word, ...]:
        """Return the words of both; those far before the cursor are the same for all that may follow it."""
        at = before.rfind(" ") + 1
        near = words(before[at:] + text)
        return (*self._words(before[:at]), *(Word(at + start, at + end, key) for start, end, key in near))

    def _unfinished(self, whole: str, start: int, parts: Sequence[Word]) -> int:
        """Return where at the end of the text a name begins that could only go on as it may not."""
        if not parts or parts[-1].end <= start or parts[-1].key not in self._last_words:
            return len(whole)
        keys = tuple(part.key for part in parts[-self._dead_ends.longest :])
        for number, part in enumerate(parts[len(parts) - len(keys) :]):
            if self._dead_ends.has(keys[number:], surface(whole[part.start : parts[-1].end])) or (
                keys[number:] in self._departed and whole[part.start].isupper()
            ):
                return part.start
        return len(whole)

    def _misspelled(self, whole: str, start: int, parts: Sequence[Word], mentions: Sequence[Mention]) -> int:
        """Return where a name begins that is misspelled in the text, by a word that only the draft has."""
        if all(self._is_known(part.key) for part in parts if part.end > start):
            return len(whole)
        from phrasebank.register.near_names import Difference  # noqa: PLC0415 - as below

        near = self._near.near_misses(whole, parts, mentions, self._language)
        slips = (each.span for each in near if each.how is Difference.SPELLING)
        return min((span.start for span in slips if span.end > start), default=len(whole))

    def _surname(self, whole: str, start: int, parts: Sequence[Word]) -> int:
        """Return where in the text someone who has left is named by surname."""
        ours = (part for part in parts if part.end > start and part.key in self._gone)
        return next((part.start for part in ours if whole[part.start].isupper()), len(whole))

    def _is_known(self, key: str) -> bool:
        segments = self._bank.segments.get(self._language, ())
        return any(each.number(key) is not None for each in segments) or key in registered_words(self._bank)

    @cached_property
    def _named(self) -> tuple[frozenset[str], frozenset[Keys]]:
        """The words that are names by themselves, and the pairs of words that stand in names."""
        names = list(self._bank.matcher.keys())
        return (
            self._gone.union(keys[0] for keys in names if len(keys) == 1),
            frozenset(pair for keys in names for pair in pairwise(keys)),
        )

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The keys of the register’s acronyms."""
        forms = (form for entry in self._bank.register.entries.values() for form in entry.forms)
        return frozenset(keys[0] for form in forms if form.acronym and len(keys := form_keys(form.text)) == 1)

    @cached_property
    def _gone(self) -> frozenset[str]:
        """The surnames of those who have left, if no holder of an office has them and they are no words."""
        people = [each for each in self._bank.register.entries.values() if each.kind is Kind.PERSON]
        names = {each.id: keys[0] for each in people if len(keys := form_keys(each.surname)) == 1}
        here = {name for person, name in names.items() if not self.is_out_of_office(person)}
        find = self._bank.phrases(self._language).find
        return frozenset(
            name for name in set(names.values()) - here if all(map(_has_capital, find((name,)).occurrences()))
        )

    @cached_property
    def _openings(self) -> frozenset[str]:
        """The first words of names that may not be written."""
        beginnings = (*self._dead_ends.beginnings, *self._departed)
        return frozenset(keys[0] for keys in beginnings if len(keys) == 1)

    @cached_property
    def _near(self) -> "NearMisses":
        from phrasebank.register.near_misses import near_misses_of  # noqa: PLC0415 - no first list needs it

        return near_misses_of(self._bank.matcher)

    @cached_property
    def _dead_ends(self) -> DeadEnds:
        """The beginnings of forms that may not stand."""
        wrong: list[Form] = []
        miswritten: list[str] = []
        right: list[str] = []
        for entry in self._bank.register.entries.values():
            forms = [form for form in entry.forms if not form.anaphoric and form.status is not Status.DAMAGE]
            bad = [form for form in forms if self._is_bad(entry, form)]
            good = [form for form in forms if form not in bad]
            right += [form.text for form in good]
            for form in bad:
                same = [ending for each in good if (ending := _written_otherwise(form, each))]
                miswritten += same
                if not same:
                    wrong.append(form)
        return DeadEnds(self._bank.phrases(self._language), wrong, miswritten, right)

    @cached_property
    def _last_words(self) -> frozenset[str]:
        return self._dead_ends.last_words | {keys[-1] for keys in self._departed}

    @cached_property
    def _departed(self) -> frozenset[Keys]:
        """The beginnings that no statement has but in the names of those who have left."""
        gone: set[Keys] = set()
        here: set[Keys] = set()
        for entry in self._bank.register.entries.values():
            if entry.kind is Kind.PERSON:
                names = {form_keys(form.text) for form in entry.forms if not form.offices}
                (gone if self.is_out_of_office(entry.id) else here).update(names)
        find = self._bank.phrases(self._language).find
        return frozenset(
            beginning
            for beginning, names in by_beginning(gone).items()
            if beginning not in gone
            and not any(name[: len(beginning)] == beginning for name in here)
            and find(beginning).count == sum(find(name).count for name in names)
        )

    def _is_longer_title(self, mention: Mention, parts: Sequence[Word]) -> bool:
        """Tell whether the style before a surname is part of another one: Prime | Minister Joly."""
        at = next(number for number, part in enumerate(parts) if part.start == mention.span.start)
        before = parts[at - 1].key if at else ""
        return (before, parts[at].key) in self._named[1] and before not in (COUNTRY | SMALL)

    def _is_bad(self, entry: Entry, form: Form) -> bool:
        """Tell a name that is written wrong, someone who holds no office any more, and a title nobody has.

        Words that are defined terms elsewhere (Ministers) are words here.
        """
        if entry.kind is Kind.TERM:
            return False
        return (
            not form.status_on(self._day).allowed
            or (entry.kind is Kind.PERSON and self.is_out_of_office(entry.id))
            or not is_in_use(self._bank.register, entry, self._day)
        )

    def is_out_of_office(self, person: str) -> bool:
        """Tell whether a person holds no office on the day: has left, is still to come, or none is known."""
        register = self._bank.register
        terms = terms_of(register, person)
        if any(term.covers(self._day) for term in terms):
            return False
        return all(term.start > self._day for term in terms) or any(
            is_over(register, term, self._day) or (term.end is not None and term.end <= self._day)
            for term in terms
        )


def _has_capital(occurrence: Occurrence) -> bool:
    return occurrence.precedent.passage.text[occurrence.span.start].isupper()


def _written_otherwise(form: Form, right: Form) -> str:
    """Return how a form ends, if its last words are those of another one; else nothing."""
    parts, keys = words(form.text), form_keys(right.text)
    ending = parts[-len(keys) :]
    return form.text[ending[0].start :] if tuple(part.key for part in ending) == keys else ""
