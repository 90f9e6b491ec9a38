"""What a draft calls the entries of the register, and how that differs from what the register says."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from weakref import WeakKeyDictionary

from phrasebank.register.mentions import Matcher, Mention, corrected
from phrasebank.register.model import Entry, Form
from phrasebank.register.near_misses import NearMisses
from phrasebank.register.near_names import Difference as Slip
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from phrasebank.text.words import Word, words
from precedent_ls.checks.rule import Context, Fact, Survey
from precedent_ls.draft.snapshot import Reading


class Difference(Enum):
    """How a name in a draft differs from the right form."""

    NONE = auto()  #: a form that the register allows on the draft's date
    DATED = auto()  #: a form that it allows at another time
    CAPITALS = auto()
    MARKS = auto()  #: hyphens, dashes, commas, points, small words
    ORDER = auto()  #: the same words in another order
    SHORT = auto()  #: some of the words
    WORDS = auto()  #: a word in place of another
    OTHERWISE = auto()  #: another name altogether


@dataclass(frozen=True, slots=True)
class Named:
    """An entry as a draft names it. `right` is the form to write; None where there is none."""

    entry: Entry
    form: Form
    right: Form | None
    difference: Difference


def _gather(reading: Reading, context: Context) -> Iterator[Fact[Named]]:
    for mention in reading.mentions:
        yield _mentioned(reading, mention, context)
    near = _near_misses(reading.matcher)
    for miss in near.near_misses(reading.text, reading.words, reading.mentions, reading.language):
        span = _narrowed(reading, miss.span, miss.form)
        named = Named(miss.entry, miss.form, miss.form, _NEAR[miss.how])
        yield Fact(miss.entry.id, span, named)


_NEAR = {
    Slip.SPELLING: Difference.WORDS,
    Slip.WORD: Difference.WORDS,
    Slip.EXTRA: Difference.WORDS,
    Slip.INITIAL: Difference.WORDS,
    Slip.NO_INITIAL: Difference.NONE,  # official texts leave initials out
    Slip.SMALL_WORD: Difference.MARKS,
    Slip.ORDER: Difference.ORDER,
    Slip.MISSING: Difference.SHORT,
}

_FINDERS: WeakKeyDictionary[Matcher, NearMisses] = WeakKeyDictionary()


def _near_misses(matcher: Matcher) -> NearMisses:
    found = _FINDERS.get(matcher)
    if found is None:
        found = _FINDERS[matcher] = NearMisses(matcher.register)
    return found


#: Every name of the register in the draft, right or not, by entry.
NAMES = Survey("names", _gather)


def _mentioned(reading: Reading, mention: Mention, context: Context) -> Fact[Named]:
    entry, form = mention.entry, mention.form
    if form.status_on(context.date).allowed:
        return Fact(entry.id, mention.span, Named(entry, form, form, Difference.NONE))
    if form.status.allowed:
        right = _in_force(mention, context)
        return Fact(entry.id, mention.span, Named(entry, form, right, Difference.DATED))
    right = _without_prefix(corrected(mention, context.language), entry, context.language)
    span = _narrowed(reading, mention.span, right)
    written = reading.text[span.start : span.end]
    if any(surface(written) == surface(name.text) for name in entry.names(context.language)):
        difference = Difference.NONE
    else:
        difference = difference_of(written, right.text) if right else Difference.OTHERWISE
    return Fact(entry.id, span, Named(entry, form, right, difference))


def _in_force(mention: Mention, context: Context) -> Form | None:
    """Return the form, of the same sort, that is allowed on the draft's date and most like the mention."""
    written = {word.key for word in words(mention.form.text)}
    return max(
        (
            form
            for form in mention.entry.names(context.language)
            if form.acronym is mention.form.acronym and form.status_on(context.date).allowed
        ),
        key=lambda form: len(written & {word.key for word in words(form.text)}),
        default=None,
    )


def _without_prefix(form: Form | None, entry: Entry, language: Language) -> Form | None:
    """Return the allowed form that ends `form`: countries put before a name are no part of it."""
    if form is None or any(form.text == name.text for name in entry.names(language)):
        return form
    tails = [name for name in entry.names(language) if form.text.endswith(name.text)]
    return max(tails, key=lambda name: len(name.text), default=form)


def _narrowed(reading: Reading, span: Span, right: Form | None) -> Span:
    """Return `span` from the first word of the right form on, if what stands before is no part of it."""
    inside = [word for word in reading.words if span.start <= word.start and word.end <= span.end]
    wanted = words(right.text) if right else ()
    if not inside or not wanted:
        return span
    first = next((number for number, word in enumerate(inside) if word.key == wanted[0].key), None)
    if first is None or {word.key for word in inside[:first]} & {word.key for word in wanted}:
        return span
    return Span(inside[first].start, span.end)


def difference_of(written: str, right: str) -> Difference:
    """Tell how one name differs from another."""
    if written.casefold() == right.casefold():
        return Difference.CAPITALS
    ours, theirs = _content(words(written)), _content(words(right))
    if ours == theirs:
        return Difference.MARKS
    extra, missing = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    if not extra:
        return Difference.SHORT if missing else Difference.ORDER
    swapped = max(extra.total(), missing.total())
    return Difference.WORDS if missing and swapped <= max(1, len(theirs) // 2) else Difference.OTHERWISE


def _content(parts: Sequence[Word]) -> list[str]:
    return [part.key for part in parts if part.key not in _SMALL]


_SMALL_WORDS = "a an and at for in of on or the to 's au aux d' de des du en et l' la le les ou par pour sur"
_SMALL = frozenset(_SMALL_WORDS.split())
