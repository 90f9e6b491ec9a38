"""What a draft calls the entries of the register, and how that differs from what the register says."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from weakref import WeakKeyDictionary

from phrasebank.kept import kept
from phrasebank.register.content_words import COUNTRY
from phrasebank.register.mentions import Matcher, Mention, corrected
from phrasebank.register.model import Entry, Form, Kind, Register
from phrasebank.register.near_misses import near_misses_of
from phrasebank.register.near_names import Difference as Slip
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from phrasebank.text.words import Word, words
from precedent_ls.checks.brackets import BRACKET, acronym_key
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


def names_in(reading: Reading, context: Context) -> tuple[Fact[Named], ...]:
    """Return every name in a paragraph of the draft or its twin, right or not; looked for once."""
    known = _KNOWN.get(reading)
    if known is None or known[0] != context.date:
        known = _KNOWN[reading] = context.date, tuple(_names_in(reading, context.date))
    return known[1]


_KNOWN: WeakKeyDictionary[Reading, tuple[dt.date, tuple[Fact[Named], ...]]] = WeakKeyDictionary()

#: Every name of the register in the draft, by entry.
NAMES = Survey("names", names_in)


def _names_in(reading: Reading, day: dt.date) -> Iterator[Fact[Named]]:
    for mention in reading.mentions:
        yield _mentioned(reading, mention, day)
    near = _search(reading.matcher).near
    near_spans: list[Span] = []
    for miss in near.near_misses(reading.text, reading.words, reading.mentions, reading.language):
        if miss.how not in (Slip.SPELLING, Slip.INITIAL) and not _same_capitals(
            reading, miss.span, miss.form
        ):
            continue  # two things differ
        span = _narrowed(reading, miss.span, miss.form)
        named = Named(miss.entry, miss.form, miss.form, _NEAR[miss.how])
        near_spans.append(span)
        yield Fact(miss.entry.id, span, named)
    if "(" in reading.text:
        yield from _beside_acronyms(reading, [mention.span for mention in reading.mentions] + near_spans)


def _same_capitals(reading: Reading, span: Span, form: Form) -> bool:
    """Tell whether the words that are the form's have capitals where it has them."""
    capitals = {word.key: form.text[word.start].isupper() for word in words(form.text)}
    return all(
        reading.text[word.start].isupper() is capitals.get(word.key, reading.text[word.start].isupper())
        for word in reading.words
        if span.start <= word.start and word.end <= span.end
    )


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


class _Search:
    """What the names of a register are looked up in, beside its matcher."""

    def __init__(self, matcher: Matcher) -> None:
        self.near = near_misses_of(matcher)
        self.by_acronym = {language: _by_acronym(matcher.register, language) for language in Language}


@kept
def _search(matcher: Matcher) -> _Search:
    return _Search(matcher)


def _by_acronym(register: Register, language: Language) -> dict[str, list[tuple[Entry, Form]]]:
    """Return the names of bodies and instruments by the key of their acronym."""
    found: dict[str, list[tuple[Entry, Form]]] = {}
    for entry in register.entries.values():
        if entry.kind in (Kind.BODY, Kind.INSTRUMENT, Kind.STATUTE, Kind.FORUM):
            names = [form for form in entry.names(language) if not form.acronym and not form.anaphoric]
            for key in {acronym_key(form.text) for form in entry.names(language) if form.acronym}:
                found.setdefault(key, []).extend((entry, form) for form in names)
    return found


def _beside_acronyms(reading: Reading, taken: Sequence[Span]) -> Iterator[Fact[Named]]:
    """Yield names that their acronym in brackets tells, although one of their words in two may be wrong."""
    names = _search(reading.matcher).by_acronym[reading.language]
    for match in BRACKET.finditer(reading.text):
        key = acronym_key(match["acronym"])
        for entry, form in names.get(key, ()):
            size = len(words(form.text))
            inside = [word for word in reading.words if word.end <= match.start()][-size:]
            if (
                len(inside) < size
                or inside[-1].end != match.start()
                or not reading.text[inside[0].start].isupper()
            ):
                continue
            span = Span(inside[0].start, match.start())
            if any(span.start < other.end and other.start < span.end for other in taken):
                continue
            difference = difference_of(reading.text[span.start : span.end], form.text)
            if difference is Difference.WORDS and not _begins_otherwise(reading, inside[0], form):
                yield Fact(entry.id, span, Named(entry, form, form, difference))
                break


def _begins_otherwise(reading: Reading, first: Word, form: Form) -> bool:
    """Tell whether what stands before a shorter name begins the sentence, or several bodies are named."""
    own = words(form.text)[0].key
    opens = any(sentence.start == first.start for sentence in reading.sentences)
    return first.key != own and (opens or first.key == own + "s")


def _mentioned(reading: Reading, mention: Mention, day: dt.date) -> Fact[Named]:
    entry, form = mention.entry, mention.form
    if form.status_on(day).allowed:
        return Fact(entry.id, mention.span, Named(entry, form, form, Difference.NONE))
    if form.status.allowed:
        right = _in_force(mention, reading.language, day)
        return Fact(entry.id, mention.span, Named(entry, form, right, Difference.DATED))
    if entry.kind is Kind.FORUM and (core := _without_countries(reading, mention)) is not None:
        return Fact(entry.id, core, Named(entry, form, form, Difference.NONE))
    right = _without_prefix(corrected(mention, reading.language), entry, reading.language)
    span = _narrowed(reading, mention.span, right)
    written = reading.text[span.start : span.end]
    if any(surface(written) == surface(name.text) for name in entry.names(reading.language)):
        difference = Difference.NONE
    else:
        difference = difference_of(written, right.text) if right else Difference.OTHERWISE
    return Fact(entry.id, span, Named(entry, form, right, difference))


def _without_countries(reading: Reading, mention: Mention) -> Span | None:
    """Return where an allowed name stands, when nothing but countries stands before or behind it."""
    inside = [word for word in reading.words if mention.span.start <= word.start < mention.span.end]
    core = [word for word in inside if word.key not in COUNTRY]
    if not core or len(core) == len(inside):
        return None
    span = Span(core[0].start, core[-1].end)
    written = surface(reading.text[span.start : span.end])
    names = mention.entry.names(reading.language)
    return span if any(written == surface(name.text) for name in names) else None


def _in_force(mention: Mention, language: Language, day: dt.date) -> Form | None:
    """Return the form, of the same sort, that is allowed on `day` and most like the mention."""
    written = {word.key for word in words(mention.form.text)}
    return max(
        (
            form
            for form in mention.entry.names(language)
            if form.acronym is mention.form.acronym and form.status_on(day).allowed
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
