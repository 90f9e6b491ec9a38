"""Near-misses of people's names: a misspelled surname, a missing initial.

Only one part of a name may be off, and names that others may well bear (another given
name, another surname) are left alone. Beside a title more is taken for a slip.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from phrasebank.register.content_words import Token, tokens
from phrasebank.register.model import Entry, Form, Kind, Register
from phrasebank.register.near_names import Difference, slips
from phrasebank.text.words import words

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts; `surname` may be of several words."""

    entry: Entry
    form: Form
    given: str
    middle: tuple[str, ...]
    surname: tuple[str, ...]
    suffix: str

    @classmethod
    def of(cls, entry: Entry, form: Form) -> "Name | None":
        """Read a form; None where it does not have a given name and the surname."""
        keys = [token.key for token in tokens(form.text, words(form.text))]
        surname = tuple(token.key for token in tokens(entry.surname, words(entry.surname)))
        suffix = keys.pop() if keys and keys[-1] in _SUFFIXES else ""
        length = len(surname)
        if not surname or tuple(keys[-length:]) != surname or len(keys) <= length:
            return None
        return cls(entry, form, keys[0], tuple(keys[1:-length]), surname, suffix)


class People:
    """The people of a register, by the parts of their names."""

    def __init__(self, register: Register) -> None:
        self.by_part: dict[str, list[Name]] = {}
        self.style_ends: set[str] = set()
        self.styled: dict[tuple[str, ...], list[tuple[str, Entry, Form]]] = {}
        for entry in register.entries.values():
            if entry.kind is Kind.PERSON:
                for form in entry.forms:
                    if form.status.allowed and (form.offices or form.language is None):
                        self._add(entry, form)

    def _add(self, entry: Entry, form: Form) -> None:
        if form.offices:
            keys = tuple(token.key for token in tokens(form.text, words(form.text)))
            style = keys[: -len(words(entry.surname))]
            self.style_ends.add(style[-1])
            self.styled.setdefault(style, []).append(("".join(keys[len(style) :]), entry, form))
        elif (name := Name.of(entry, form)) is not None:
            self.by_part.setdefault(name.given, []).append(name)
            self.by_part.setdefault(name.surname[-1], []).append(name)

    def near(
        self, text: Sequence[Token], index: int, titled: frozenset[int]
    ) -> Iterator[tuple[int, int, Entry, Form, Difference]]:
        """Yield what the word at `index` of `text` is nearly part of, as (first, last, …) words.

        `titled` holds the words that stand beside the title of an office.
        """
        for name in self.by_part.get(text[index].key, ()):
            for first in range(max(0, index - len(name.middle) - len(name.surname) - 1), index + 1):
                yield from _compared(name, text, first, index, titled)
        yield from self._near_styled(text, index)

    def _near_styled(
        self, text: Sequence[Token], index: int
    ) -> Iterator[tuple[int, int, Entry, Form, Difference]]:
        """Compare the word at `index` to the surnames that go with the style before it."""
        if not text[index].capital or _goes_on(text, index):
            return
        if index == 0 or text[index - 1].key not in self.style_ends or not text[index].is_joined:
            return
        for length in range(1, min(index, 3) + 1):
            style = tuple(token.key for token in text[index - length : index])
            if _is_longer_title(text, index - length):
                continue
            for surname, entry, form in self.styled.get(style, ()):
                if _is_slip(surname, text[index].key, titled=False):
                    yield index - length, index, entry, form, Difference.SPELLING


def _compared(
    name: Name, text: Sequence[Token], first: int, index: int, titled: frozenset[int]
) -> Iterator[tuple[int, int, Entry, Form, Difference]]:
    """Compare the name to the text from the word `first` on."""
    if not text[first].capital or len(text[first].key) == 1:
        return
    middle = first + 1
    while middle < len(text) and _is_middle(text[middle], name):
        middle += 1
    initials = tuple(token.key for token in text[first + 1 : middle])
    last = middle + len(name.surname) - 1
    if last >= len(text) or not first <= index <= last:
        return
    surname = text[middle : last + 1]
    if not all(token.capital and token.is_joined for token in surname):
        return
    beside = first in titled or last in titled
    given = _compare(name.given, text[first].key, titled=beside)
    family = _compare("".join(name.surname), "".join(token.key for token in surname), titled=beside)
    if given is None or family is None or (given and family):
        return
    after = text[last + 1].key if last + 1 < len(text) else ""
    if initials and initials != name.middle and len(initials) != len(name.middle):
        return
    if name.middle and not initials and after in _SUFFIXES and after != name.suffix:
        return
    if (given or family) and initials and initials != name.middle:
        return  # two things differ
    if family and _goes_on(text, last):
        return  # a middle name that resembles the surname
    if given or family:
        yield first, last, name.entry, name.form, Difference.SPELLING
    elif initials and initials != name.middle:
        yield first, last, name.entry, name.form, Difference.INITIAL
    elif name.middle or (name.suffix and after != name.suffix):
        yield first, last, name.entry, name.form, Difference.NO_INITIAL


#: What makes a title of a style: the Assistant Attorney General is another person than the Attorney General.
_LONGER = frozenset(
    {"assistant", "associate", "deputy", "vice", "under", "parliamentary", "principal", "chief"}
)


def _is_longer_title(text: Sequence[Token], style: int) -> bool:
    return style > 0 and text[style - 1].key in _LONGER and text[style].is_joined


def _is_middle(token: Token, name: Name) -> bool:
    return (len(token.key) == 1 or token.key in name.middle) and token.is_joined


def _compare(own: str, other: str, *, titled: bool) -> bool | None:
    """Return False for the same, True for a slip, None for another name."""
    if own == other:
        return False
    return True if _is_slip(own, other, titled=titled) else None


def _is_slip(name: str, other: str, *, titled: bool) -> bool:
    """Tell a misspelled name from another one.

    One letter in a name of five, two in one of eight, three in one of twelve; short names
    must begin alike, for so many differ in their first letter only (Jean, Sean, Dean).
    """
    if len(other) < 3 or len(name) < 4:
        return False
    distance = slips(name, other)
    size = len(name) + (2 if titled else 0)
    allowed = 3 if size >= 12 else 2 if size >= 8 else 1
    return distance <= allowed and (name[0] == other[0] or size >= 7)


def _goes_on(text: Sequence[Token], index: int) -> bool:
    """Tell whether a capitalized word follows, as part of the same name; a suffix is none."""
    if index + 1 >= len(text) or text[index + 1].key in _SUFFIXES:
        return False
    after = text[index + 1]
    return after.capital and after.is_joined
