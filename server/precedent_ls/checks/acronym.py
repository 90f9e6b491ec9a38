"""Acronyms in a paragraph: where one is defined, by what, and where one is used."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from phrasebank.register.content_words import COUNTRY
from phrasebank.register.mentions import Mention  # noqa: TC001
from phrasebank.register.model import Entry, Status
from phrasebank.text.blocks import BlockKind
from phrasebank.text.fold import folded
from phrasebank.text.span import Span
from phrasebank.text.words import Word
from precedent_ls.checks.brackets import BRACKET, SHORT, TOKEN, acronym_key
from precedent_ls.checks.contact import is_contact
from precedent_ls.checks.named import names_in
from precedent_ls.checks.plain_capitals import DATELINE, all_in_capitals, is_plain
from precedent_ls.checks.rule import Context, Fact, Survey
from precedent_ls.draft.snapshot import Reading


@dataclass(frozen=True, slots=True)
class Definition:
    """The words an acronym stands for beside it; spans are relative to the paragraph.

    `bracket` holds the brackets with the space before them, `whole` words and brackets,
    countries before the name too. `sure` tells that the letters, the register or capitals show
    where the name begins.
    """

    expansion: Span
    bracket: Span
    whole: Span
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym in its place, relative to the paragraph; `definition` is None where it is only used."""

    written: str
    span: Span
    in_heading: bool
    entry: Entry | None = None
    definition: Definition | None = None

    @property
    def is_definition(self) -> bool:
        """Whether the text says here what it stands for."""
        return self.definition is not None

    @property
    def expansion(self) -> Span | None:
        """The words it stands for, where it is defined."""
        return self.definition.expansion if self.definition else None

    @property
    def whole(self) -> Span | None:
        """The definition with its brackets."""
        return self.definition.whole if self.definition else None


def _gather(reading: Reading, context: Context) -> Iterator[Fact[Acronym]]:
    if reading.kind is BlockKind.QUOTATION or is_contact(reading):
        return
    definitions = list(_definitions(reading, context))
    for definition in definitions:
        yield Fact(acronym_key(definition.written), definition.span, definition)
    for use in _uses(reading, [definition.span for definition in definitions]):
        key = acronym_key(use.written)
        if not any(_names_itself(definition, key, use.span) for definition in definitions):
            yield Fact(key, use.span, use)


def _names_itself(definition: Acronym, key: str, use: Span) -> bool:
    """Tell whether an acronym is part of the name that it is defined for: UBS Group (UBS)."""
    whole = definition.whole
    inside = whole is not None and whole.start <= use.start and use.end <= whole.end
    return inside and acronym_key(definition.written) == key


#: Every acronym in the draft, by what it is whatever its points and plural.
ACRONYMS = Survey("acronyms", _gather)

_AFTER = re.compile(rf"(?P<acronym>{TOKEN})\s\((?P<expansion>[^()]{{6,120}})\)")
#: The Forum, or CBCF, and CBCF, or the Forum.
_OR = (
    r",\s(?:or|ou|(?:also\s|aussi\s)?(?:known as|called|connue?s? sous le nom de|appelée?s?))"
    r"\s(?:the\s|l[ea]s?\s|l[’'])?"
)
_OR_ACRONYM = re.compile(rf"{_OR}(?P<acronym>{TOKEN})(?!\w)")
_OR_NAME = re.compile(rf"(?<!\w)(?P<acronym>{TOKEN}){_OR}(?=[A-ZÀ-Ý])")


def _definitions(reading: Reading, context: Context) -> Iterator[Acronym]:
    text = reading.text
    yield from _in_apposition(reading)
    if "(" not in text:
        return
    heading = reading.kind is BlockKind.HEADING
    for match in BRACKET.finditer(text):
        span = Span(*match.span("acronym"))
        found = _expansion(reading, match.start(), match["acronym"], context)
        if found is not None:
            name, entry = found
            whole = Span(name.start, match.end())
            core = _spells(_words_in(reading, name), match["acronym"])
            if core is None and entry and not _has(entry, match["acronym"]):
                entry = None  # it stands for more than the name just before it
            expansion = name if core is None else Span(core, name.end)
            sure = core is not None or entry is not None or _is_capital(reading, name.end)
            definition = Definition(expansion, Span(*match.span()), whole, sure)
            yield Acronym(match["acronym"], span, heading, entry, definition)
    for match in _AFTER.finditer(text):
        expansion = Span(*match.span("expansion"))
        entry = _named_by(reading, expansion, match["acronym"])
        if entry is not None or _spells(_words_in(reading, expansion), match["acronym"]) is not None:
            span, bracket = Span(*match.span("acronym")), Span(match.end("acronym"), match.end())
            definition = Definition(expansion, bracket, Span(*match.span()))
            yield Acronym(match["acronym"], span, heading, entry, definition)


def _is_capital(reading: Reading, end: int) -> bool:
    """Tell whether the word that ends at `end` has a capital."""
    return any(word.end == end and reading.text[word.start].isupper() for word in reading.words)


def _in_apposition(reading: Reading) -> Iterator[Acronym]:
    """Yield the acronyms whose name stands beside them without brackets, if its letters spell them."""
    text = reading.text
    heading = reading.kind is BlockKind.HEADING
    for match in _OR_ACRONYM.finditer(text):
        before = [word for word in reading.words if word.end <= match.start()]
        start = _by_initials(before, _letters(match["acronym"]))
        if start is not None:
            bracket, whole = Span(*match.span()), Span(start, match.end())
            definition = Definition(Span(start, match.start()), bracket, whole)
            yield Acronym(match["acronym"], Span(*match.span("acronym")), heading, None, definition)
    for match in _OR_NAME.finditer(text):
        after = [word for word in reading.words if word.start >= match.end()][: len(match["acronym"]) + 4]
        letters = _letters(match["acronym"])
        size = next(
            (n for n in range(2, len(after) + 1) if _by_initials(after[:n], letters) == match.end()), 0
        )
        if size:
            expansion = Span(match.end(), after[size - 1].end)
            span, bracket = Span(*match.span("acronym")), Span(match.end("acronym"), expansion.end)
            definition = Definition(expansion, bracket, Span(match.start(), expansion.end))
            yield Acronym(match["acronym"], span, heading, None, definition)


def _letters(acronym: str) -> str:
    return folded(acronym_key(acronym), accents=True)


def _expansion(
    reading: Reading, end: int, acronym: str, context: Context
) -> tuple[Span, Entry | None] | None:
    """Return the name before `end` that the acronym stands for, and its entry."""
    for fact in names_in(reading, context):
        if fact.span.end == end and not fact.what.form.acronym:
            return fact.span, fact.what.entry
    before = [word for word in reading.words if word.end <= end]
    if not before or reading.text[before[-1].end : end].strip('\ufffc\u2060 \u00a0”»"’.'):
        return None
    start = _spells(before, acronym)
    if start is None:
        start = _capitalized(reading.text, before)
    return None if start is None else (Span(start, before[-1].end), None)


def _capitalized(text: str, before: Sequence[Word]) -> int | None:
    """Return where a name begins that has capitals, whatever its letters."""
    for number in range(len(before) - 1, max(-1, len(before) - 10), -1):
        word = before[number]
        if text[word.start].isupper() and word.key not in _SMALL:
            return _first_of_run(text, before, number)
        if number and re.search(r"[.;:!?(]", text[before[number - 1].end : word.start]):
            return None
    return None


def _first_of_run(text: str, before: Sequence[Word], number: int) -> int:
    """Return where the words with capitals begin, those between them that join parts of a name allowed."""
    start = before[number].start
    for word in reversed(before[:number]):
        if re.search(r"[^\s\-‑'’]", text[word.end : start]) and word.key not in _JOINING:
            break
        if text[word.start].isupper() and word.key not in _SMALL:
            start = word.start
        elif word.key not in _JOINING:
            break
    return start


def _named_by(reading: Reading, span: Span, acronym: str) -> Entry | None:
    for mention in reading.mentions:
        if mention.span == span and _has(mention.entry, acronym):
            return mention.entry
    return None


def _has(entry: Entry, acronym: str) -> bool:
    key = acronym_key(acronym)
    return any(acronym_key(form.text) == key for form in entry.forms if form.acronym)


def _words_in(reading: Reading, span: Span) -> list[Word]:
    return [word for word in reading.words if span.start <= word.start and word.end <= span.end]


def _spells(before: Sequence[Word], acronym: str) -> int | None:
    """Return where the words begin whose letters make the acronym; None if they don't.

    The last words of the text are tried, by their initials first, then letter by letter (Schwartz
    and Hearst, “A simple algorithm for identifying abbreviation definitions”, 2003).
    """
    letters = _letters(acronym)
    found = (attempt(words, letters) for words in (before, _without_country(before)) for attempt in _WAYS)
    return next((start for start in found if start is not None), None)


def _without_country(before: Sequence[Word]) -> Sequence[Word]:
    """Return the words without the country at their end: the Board of Canada (IRB)."""
    size = len(before)
    while size and (before[size - 1].key in COUNTRY or before[size - 1].key in _SMALL):
        size -= 1
    return before[:size] if any(word.key in COUNTRY for word in before[size:]) else ()


def _by_initials(before: Sequence[Word], letters: str) -> int | None:
    skipped = 0
    left = len(letters)
    for number, word in enumerate(reversed(before)):
        if word.key[:1] == letters[left - 1]:
            left -= 1
            if left == 0:
                return word.start
        elif word.key not in _SMALL:
            skipped += 1
            if number == 0 or skipped > 1:
                return None
    return None


def _by_letters(before: Sequence[Word], letters: str) -> int | None:
    window = before[-(len(letters) + 5) :]
    left = len(letters)
    for word in reversed(window):
        place = len(word.key)
        while left > 0:
            wanted = letters[left - 1]
            place = word.key.rfind(wanted, 0, place)
            if place < 0 or (left == 1 and place > 0):
                break
            left -= 1
        if left == 0:
            return word.start
    return None


_JOINING = frozenset({"of", "for", "de", "du", "des", "d'", "la", "l'"})
_WAYS = (_by_initials, _by_letters)
_SMALL_WORDS = "a an and at for in of on or the to 's au aux d' de des du en et l' la le les ou par pour sur"
_SMALL = frozenset(_SMALL_WORDS.split())

_ACRONYM = re.compile(TOKEN)
#: The acronym of a part behind its name: (IRS-CI).
_JOINED = re.compile(rf"(?<=\w)\s\((?:{TOKEN})[-/‑–](?:{TOKEN})\)")
_SHORT_FORM = re.compile(SHORT)


def _uses(reading: Reading, taken: Sequence[Span]) -> Iterator[Acronym]:
    text = reading.text
    heading = reading.kind is BlockKind.HEADING
    if all_in_capitals(text, reading.words):
        return
    named: list[Mention] = []
    for mention in reading.mentions:
        if mention.form.acronym or _SHORT_FORM.fullmatch(mention.form.text):
            if not _overlaps(mention.span, taken):
                written = text[mention.span.start : mention.span.end]
                yield Acronym(written, mention.span, heading, mention.entry)
            named.append(mention)
        elif mention.form.status is not Status.VARIANT:
            named.append(mention)
    known = [mention.span for mention in named]
    joined = [Span(*match.span()) for match in _JOINED.finditer(text)] if "(" in text else []
    dateline = DATELINE.match(text)
    parts = reading.words
    for number, word in enumerate(parts):
        if word.end - word.start < 2 or not text[word.start].isupper():
            continue
        written = text[word.start : word.end]
        if not _ACRONYM.fullmatch(written) or _overlaps(word, taken) or _overlaps(word, known):
            continue
        if (dateline and word.end <= dateline.end()) or is_plain(text, parts, number):
            continue
        if _overlaps(word, joined):
            continue
        yield Acronym(written, Span(word.start, word.end), heading)


def _overlaps(word: Word | Span, spans: Sequence[Span]) -> bool:
    return any(span.start < word.end and word.start < span.end for span in spans)
