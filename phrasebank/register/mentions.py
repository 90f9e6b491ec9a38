"""Which entries a text names, where, and in which form.

Names are looked up by their words, so that case, hyphens, accents and spacing do not hide
one. The form is then the one of the entry's that is written like the text; where there is
none, the text is a variant.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from phrasebank.register.model import Entry, Form, Kind, Register, Status
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from phrasebank.text.words import Word, words


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an entry.

    `form` is as the text has it: a form of the entry, or a variant of one, with the text's
    wording. `meant` is the form of the entry that it reads as; the two are one and the
    same where the text is written like the register.
    """

    span: Span
    entry: Entry
    form: Form
    meant: Form

    @property
    def is_exact(self) -> bool:
        """Whether the text is written like a form of the register."""
        return self.form is self.meant


class Matcher:
    """Finds the entries of a register in texts. Made once for a register."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._names: dict[str, list[tuple[int, tuple[str, ...], list[_Name]]]] = {}
        for keys, names in _by_words(register.entries.values()).items():
            self._names.setdefault(keys[0], []).append((len(keys), keys, names))
        for names_of_word in self._names.values():
            names_of_word.sort(key=lambda each: -each[0])

    def keys(self) -> Iterator[tuple[str, ...]]:
        """Yield the words of every form that is looked for, those of mere terms left out."""
        for names_of_word in self._names.values():
            for _, keys, names in names_of_word:
                if any(name.entry.kind is not Kind.TERM for name in names):
                    yield keys

    def mentions(self, text: str, words: Sequence[Word], language: Language) -> tuple[Mention, ...]:
        """Return the mentions in `text`, in order; they don't overlap, and the longest is taken.

        Parameters
        ----------
        text
            A paragraph; masks of markup may stand in it.
        words
            Its words.
        language
            Its language. Forms of the other one are found too, short acronyms excepted.
        """
        return tuple(self._mentions(text, words, language))

    def _mentions(self, text: str, words: Sequence[Word], language: Language) -> Iterator[Mention]:
        keys = tuple(word.key for word in words)
        index, size = 0, len(words)
        while index < size:
            step = 1
            for length, name_keys, names in self._names.get(keys[index], ()):
                if keys[index : index + length] == name_keys:
                    mention = _mention(text, words[index : index + length], names, language)
                    if mention is not None and not _is_part(text, words, index, index + length, mention):
                        yield mention
                        step = length
                        break
            index += step


def corrected(mention: Mention, language: Language) -> Form | None:
    """Return the form to write in place of a mention in a text in `language`.

    It is an allowed form of the same sort (acronym or name, singular or plural, with a
    style or without), the most like what stands there; None if the entry has none. Words
    that stand before an allowed form inside a variant (the countries in “Canada-U.S. Cross
    Border Crime Forum”) are kept.
    """
    if mention.meant.status.allowed and mention.meant.language in (None, language):
        return mention.meant
    candidates = [
        form
        for form in mention.entry.names(language)
        if form.acronym is mention.meant.acronym
        and not form.anaphoric
        and bool(form.offices) is bool(mention.meant.offices)
        and form.gender in (None, mention.meant.gender or form.gender)
    ]
    same_number = [form for form in candidates if form.plural is mention.meant.plural]
    wanted = mention.meant.text
    best = max(same_number or candidates, key=lambda form: _likeness(form.text, wanted), default=None)
    return best and _with_prefix(best, mention.form.text)


@dataclass(frozen=True, slots=True)
class _Name:
    """A form with what is needed to compare it to a text."""

    entry: Entry
    form: Form
    surface: str
    gaps: tuple[str, ...]  #: what stands between its words
    tail: str  #: what follows its last word, as the point of Jr.


class _Fit(IntEnum):
    """How a text is written, compared to a form; lower is better."""

    SAME = 0
    OPENING = 1  #: but for the capital that opens a sentence
    CAPITALS = 2  #: but for capitals, where they mean nothing
    OTHERWISE = 3


def _by_words(entries: Iterable[Entry]) -> dict[tuple[str, ...], list[_Name]]:
    names: dict[tuple[str, ...], list[_Name]] = {}
    for entry in entries:
        for form in entry.forms:
            parts = words(form.text)
            if not parts or form.anaphoric or form.status is Status.DAMAGE:
                continue
            gaps = tuple(_gaps(form.text, parts))
            name = _Name(entry, form, surface(form.text), gaps, form.text[parts[-1].end :])
            names.setdefault(tuple(part.key for part in parts), []).append(name)
    return names


def _mention(text: str, parts: Sequence[Word], names: Sequence[_Name], language: Language) -> Mention | None:
    """Choose among the names that have these words the one written most like the text."""
    start, end = parts[0].start, parts[-1].end
    opens = _opens_sentence(text, start)
    gaps = tuple(_gaps(text, parts))
    best: tuple[tuple[int, int, int], Span, _Name] | None = None
    for name in names:
        span = Span(start, end + len(name.tail) if text.startswith(name.tail, end) else end)
        fit = _fit(surface(text[span.start : span.end]), name, gaps, opens=opens)
        if fit is None or (name.form.acronym and _is_foreign(name.form, language)):
            continue
        rank = (
            _badness(fit, name.form.status),
            name.form.language not in (None, language),
            _STATUSES.index(name.form.status),
        )
        if best is None or rank < best[0]:
            best = rank, span, name
    if best is None:
        return None
    (badness, _, _), span, name = best
    if badness < _MADE_UP:
        return Mention(span, name.entry, name.form, name.form)
    written = surface(text[span.start : span.end])
    status = Status.VARIANT if name.form.status.allowed else name.form.status
    form = replace(name.form, text=written, status=status, seen_in=(), note="")
    return Mention(span, name.entry, form, name.form)


_STATUSES = list(Status)
_MADE_UP = 3


def _badness(fit: "_Fit", status: Status) -> int:
    """Rank how a text is written: allowed, as a known mistake, as nobody has it."""
    if fit is _Fit.OTHERWISE:
        return _MADE_UP
    return 0 if status.allowed else 1 if fit is _Fit.SAME else 2


def _fit(written: str, name: _Name, gaps: Sequence[str], *, opens: bool) -> _Fit | None:
    """Tell how a text with the words of a name is written; None if it is not the name."""
    if written == name.surface:
        return _Fit.SAME
    if name.form.acronym:
        return _Fit.OTHERWISE if _bare(written) == _bare(name.surface) else None
    if not _same_breaks(gaps, name):
        return None
    if opens and written[0].isupper() and written[1:] == name.surface[1:]:
        return _Fit.OPENING
    same_letters = written.casefold() == name.surface.casefold()
    if same_letters and (written.isupper() or _is_common(name)):
        return _Fit.CAPITALS
    if not same_letters and not name.form.status.allowed:
        return None  # it may have mended the very fault of the form
    return _Fit.OTHERWISE if _looks_like_name(written, len(name.gaps) + 1, opens=opens) else None


def _same_breaks(gaps: Sequence[str], name: _Name) -> bool:
    """Tell whether nothing parts the words that would part the name: a stop, a colon, a bracket.

    A comma may be missing or added in the name of anything but a person.
    """
    loose = " -–—/,'\"" if name.entry.kind is not Kind.PERSON else " -–—'"
    return all(gap == own or not gap.strip(loose) for gap, own in zip(gaps, name.gaps, strict=True))


def _looks_like_name(written: str, length: int, *, opens: bool) -> bool:
    """Tell a name in small letters from ordinary words: it has a capital, or four words."""
    capitals = sum(map(str.isupper, written)) - (opens and written[0].isupper())
    return length > 1 and (capitals > 0 or length >= 4)


def _is_common(name: _Name) -> bool:
    """Tell a term that has no capitals of its own, so that a heading may give it some."""
    return name.entry.kind is Kind.TERM and name.surface.islower()


def _is_part(text: str, words: Sequence[Word], index: int, end: int, mention: Mention) -> bool:
    """Tell whether a doubtful name is but a part of a longer one that the register does not have.

    So are a single word in “Foreign Ministers” or “Ministers of Justice”, and an unallowed
    form in “U.S. Homeland Security | Council”.
    """
    if mention.form.acronym:
        return False
    after = words[end] if end < len(words) and text[words[end - 1].end : words[end].start].isspace() else None
    capital_after = after is not None and text[after.start].isupper()
    if end - index > 1:
        return capital_after and not mention.form.status.allowed and mention.entry.kind is Kind.BODY
    before = words[index - 1] if index else None
    return (
        capital_after
        or (after is not None and after.key in _LINKS)
        or (
            before is not None
            and text[before.end : words[index].start].isspace()
            and text[before.start].isupper()
            and not _opens_sentence(text, before.start)
        )
    )


_LINKS = frozenset({"of", "for", "responsible", "de", "du", "des", "d'"})


def _is_foreign(form: Form, language: Language) -> bool:
    """Tell an acronym of the other language that may well mean something else here."""
    return form.language is language.other and len(form.text) < (4 if language is Language.EN else 3)


def _opens_sentence(text: str, start: int) -> bool:
    before = surface(text[max(0, start - 12) : start]).rstrip(" \"'([{*_-–—•")
    return not before or before[-1] in ".!?:…"


def _gaps(text: str, parts: Sequence[Word]) -> Iterator[str]:
    for before, after in pairwise(parts):
        gap = text[before.end : after.start]
        yield gap if gap in (" ", "-", "") else surface(gap) or " "


def _bare(acronym: str) -> str:
    return acronym.translate(_MARKS)


_MARKS = str.maketrans(dict.fromkeys(".- "))


def _likeness(text: str, wanted: str) -> float:
    """Return how many of the words of both are common to them, and how long the common start is."""
    ours, theirs = [word.key for word in words(text)], [word.key for word in words(wanted)]
    common = len(set(ours) & set(theirs)) / len(set(ours) | set(theirs))
    return common + (0.01 if surface(text)[:1] == surface(wanted)[:1] else 0)


def _with_prefix(form: Form, written: str) -> Form:
    ours, theirs = words(form.text), words(written)
    extra = len(theirs) - len(ours)
    if extra > 0 and [word.key for word in theirs[extra:]] == [word.key for word in ours]:
        return replace(form, text=written[: theirs[extra].start] + form.text, seen_in=())
    return form
