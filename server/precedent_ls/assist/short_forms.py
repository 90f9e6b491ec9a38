"""Short forms in a draft, acronyms and defined terms: where each is defined, and where it is used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from weakref import WeakKeyDictionary

from phrasebank.bank import Phrasebank
from phrasebank.register.model import Entry
from phrasebank.statement import plain
from phrasebank.text.block import MASK, MASK_JOIN, BlockKind
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from precedent_ls.assist.names import context_of
from precedent_ls.checks.acronym import ACRONYMS
from precedent_ls.checks.brackets import SHORT
from precedent_ls.checks.rule import Context
from precedent_ls.draft.snapshot import Draft, Reading
from precedent_ls.draft.text import Text


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a short form stands.

    `whole` is set where it is defined: from the words it stands for to the closing bracket.
    `expansion` holds those words, where they can be told.
    """

    span: Span
    whole: Span | None = None
    expansion: Span | None = None

    @property
    def is_definition(self) -> bool:
        """Whether the text says here what it stands for."""
        return self.whole is not None


@dataclass(frozen=True, slots=True)
class ShortForm:
    """An acronym, or a defined term without its article, with all its places in order.

    `text` is how it is defined, or written first where it is defined nowhere; `key` is the
    same however it is written.
    """

    key: str
    text: str
    entry: Entry | None
    uses: tuple[Use, ...]

    @property
    def is_term(self) -> bool:
        """Whether it is a defined term and no acronym."""
        return self.key.startswith("“")

    @property
    def definitions(self) -> tuple[Use, ...]:
        """Where it is defined: once, in a good draft."""
        return tuple(use for use in self.uses if use.is_definition)


def short_forms(draft: Draft, bank: Phrasebank) -> tuple[ShortForm, ...]:
    """Return the short forms of a draft, in the order of their first places; found once for a version."""
    context = context_of(draft, bank)
    known = _READ.get(draft.text)
    if known is None or known[0] is not bank or known[1] != context:
        known = _READ[draft.text] = bank, context, tuple(_gathered(draft, context))
    return known[2]


def short_form_at(draft: Draft, bank: Phrasebank, offset: int) -> tuple[ShortForm, Use] | None:
    """Return the short form that touches a place, or its article does; of two, the one that begins there."""
    touching = [
        (form, use)
        for form in short_forms(draft, bank)
        for use in form.uses
        if _with_article(draft, form, use) <= offset <= use.span.end
    ]
    return max(touching, key=lambda each: each[1].span.start, default=None)


def prose(draft: Draft, span: Span) -> str:
    """Return what stands at some characters of a paragraph, on one line and without markup."""
    paragraph = draft.paragraph_at(span.start)
    return plain(paragraph.text[slice(*span.shifted(-paragraph.start))]) if paragraph else ""


def _with_article(draft: Draft, form: ShortForm, use: Use) -> int:
    """Return where a use begins; that of a term, with the article before it."""
    start = use.span.start
    article = (
        _ARTICLE_BEFORE.search(draft.text.source, max(0, start - _LONGEST_ARTICLE), start)
        if form.is_term
        else None
    )
    return article.start() if article else start


_READ: WeakKeyDictionary[Text, tuple[Phrasebank, Context, tuple[ShortForm, ...]]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class _Found:
    key: str
    written: str
    use: Use
    entry: Entry | None


def _gathered(draft: Draft, context: Context) -> Iterator[ShortForm]:
    found: dict[str, list[_Found]] = {}
    terms: dict[str, str] = {}
    for paragraph in draft.paragraphs:
        acronyms, defined = _in_reading(paragraph.reading, context)
        for each in chain(acronyms, defined):
            found.setdefault(each.key, []).append(_shifted(each, paragraph.start))
        terms.update((each.key, each.written) for each in defined)
    for key, written in terms.items():
        taken = {each.use.span for each in found[key]}
        for paragraph in draft.paragraphs:
            for span in _uses_of(paragraph.reading, written):
                if (placed := span.shifted(paragraph.start)) not in taken:
                    found[key].append(_Found(key, written, Use(placed), None))
    for key, places in sorted(found.items(), key=lambda item: min(each.use.span for each in item[1])):
        places.sort(key=lambda each: each.use.span)
        named = next((each for each in places if each.use.is_definition), places[0])
        entry = next((each.entry for each in places if each.entry), None)
        yield ShortForm(key, named.written, entry, tuple(each.use for each in places))


def _shifted(found: _Found, start: int) -> _Found:
    use = found.use
    whole = use.whole and use.whole.shifted(start)
    expansion = use.expansion and use.expansion.shifted(start)
    return _Found(found.key, found.written, Use(use.span.shifted(start), whole, expansion), found.entry)


_Pair = tuple[tuple[_Found, ...], tuple[_Found, ...]]
_KNOWN: WeakKeyDictionary[Reading, tuple[Context, _Pair]] = WeakKeyDictionary()


def _in_reading(reading: Reading, context: Context) -> _Pair:
    """Return the acronyms of a paragraph and the terms defined in it; looked for once."""
    known = _KNOWN.get(reading)
    if known is None or known[0] != context:
        acronyms = tuple(_acronyms(reading, context))
        taken = [each.use.span for each in acronyms]
        defined = tuple(each for each in _defined(reading) if each.use.span not in taken)
        known = _KNOWN[reading] = context, (acronyms, defined)
    return known[1]


def _acronyms(reading: Reading, context: Context) -> Iterator[_Found]:
    for fact in ACRONYMS.gather(reading, context):
        acronym = fact.what
        whole = acronym.whole if acronym.is_definition else None
        use = Use(acronym.span, whole, acronym.expansion and _whole_name(reading, acronym.expansion))
        yield _Found(str(fact.key), acronym.written, use, acronym.entry)


def _whole_name(reading: Reading, expansion: Span) -> Span:
    """Return the registered name that ends where the words do which an acronym's letters spell."""
    named = (each.span for each in reading.mentions if each.span.end == expansion.end)
    return min((expansion, *named))


_OPENING, _CLOSING = '[“«"‘]', '[”»"’]'
_ARTICLE = r"(?:[Tt]he|[Ll]es?|[Ll]a)\s+|[Ll][’']"
_ARTICLE_BEFORE = re.compile(rf"(?<![^\W_])(?:{_ARTICLE})\Z")
_LEAD = r"hereinafter|hereafter|collectively|together|jointly|ci-après|collectivement|ensemble"
#: What a bracket defines in quotation marks: (hereinafter “the Ministers”), (ci-après « les ministres »).
_QUOTED = re.compile(
    rf"\(\s?(?P<lead>(?:{_LEAD})\b[^()“”«»\"]{{0,50}}?)?(?:{_ARTICLE})?{_OPENING}\s?(?:{_ARTICLE})?"
    rf"(?P<term>[^\W\d_][^()“”«»\"]{{1,60}}?)\s?{_CLOSING}\s?\)"
)
_BARE = re.compile(
    rf"\(\s?(?:hereinafter|hereafter|ci-après)\b[^()“”«»\"]{{0,30}}?(?:{_ARTICLE})(?P<term>[^\W\d_][^()“”«»\"]{{1,40}}?)\s?\)"
)
_SHORT = re.compile(SHORT)


def _defined(reading: Reading) -> Iterator[_Found]:
    if "(" not in reading.text or reading.kind is BlockKind.QUOTATION:
        return
    for match in chain(_QUOTED.finditer(reading.text), _BARE.finditer(reading.text)):
        term = match["term"]
        if _SHORT.fullmatch(term) or MASK in term:
            continue
        # Quotation marks in brackets alone may hold a remark; a name has its capital.
        if match.re is _QUOTED and not match["lead"] and not (term[0].isupper() and len(term.split()) <= 5):
            continue
        use = Use(Span(*match.span("term")), Span(*match.span()))
        yield _Found(f"“{surface(term)}”", term, use, _entry(reading, use.span))


def _entry(reading: Reading, span: Span) -> Entry | None:
    return next((each.entry for each in reading.mentions if each.span.end == span.end), None)


def _uses_of(reading: Reading, written: str) -> tuple[Span, ...]:
    """Return where a paragraph has a term; looked for once."""
    known = _USES.setdefault(reading, {})
    if written not in known:
        known[written] = tuple(_uses(reading, _pattern(written), written))
    return known[written]


_USES: WeakKeyDictionary[Reading, dict[str, tuple[Span, ...]]] = WeakKeyDictionary()


@cache
def _pattern(term: str) -> re.Pattern[str]:
    """Return what finds a term wherever lines break and whatever its apostrophes and hyphens are."""
    words = "".join(
        rf"[\s{MASK_JOIN}]+" if part.isspace() else _ANY.get(part, re.escape(part))
        for part in re.split(r"(\s+|[’'‑-])", term)
    )
    # French writes common nouns small: what is no name by its capital is the term with its article only.
    small = not term[0].isupper()
    article = r"(?<![^\W_])(?:(?:les?|la|des|du|aux?|the)\s|l[’'])\s?" if small else r"(?<![^\W_])"
    return re.compile(rf"{article}(?P<term>{words})(?![^\W_])", re.IGNORECASE if small else 0)


_ANY = {"’": "[’']", "'": "[’']", "-": "[-‑]", "‑": "[-‑]"}


def _uses(reading: Reading, pattern: re.Pattern[str], written: str) -> Iterator[Span]:
    """Yield where a paragraph has a term, unless it is part of a longer name."""
    for match in pattern.finditer(reading.text):
        span = Span(*match.span("term"))
        named = (each.span for each in reading.mentions)
        longer = any(
            each.start < span.start - _LONGEST_ARTICLE or each.end > span.end
            for each in named
            if each.start < span.end and span.start < each.end
        )
        if not longer and not (written[0].isupper() and _in_name(reading.text, span)):
            yield span


_LONGEST_ARTICLE = len("the ")
_NAME_BEFORE = re.compile(r"(?<![.!?:]\s)\b(?!The\b|Les?\b|La\b)[A-ZÀ-Ý][\w.]*[ \u00a0]\Z")
_NAME_AFTER = re.compile(r"[ \u00a0-][A-ZÀ-Ý]")


def _in_name(text: str, span: Span) -> bool:
    """Tell whether a capitalized word stands right before, but for one that opens a sentence, or behind."""
    before = text[max(0, span.start - 40) : span.start]
    match = _NAME_BEFORE.search(before)
    opens = match is not None and match.start() == 0 == span.start - len(before)
    return (match is not None and not opens) or _NAME_AFTER.match(text, span.end) is not None
