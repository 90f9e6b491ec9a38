"""Titles beside the name of someone who holds an office, which are nearly that office's and no other's.

The register alone cannot tell an invented title (Minister of Public Security) from another
country's; the person named with it can.
"""

import re
from collections.abc import Iterator, Sequence

from phrasebank.register.content_words import COUNTRY, SMALL
from phrasebank.register.mentions import Mention
from phrasebank.register.model import Form, Kind
from phrasebank.register.tenures import offices_of, title_of
from phrasebank.text.block import MASK_JOIN
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import words
from precedent_ls.checks.named import Difference, Named, names_in
from precedent_ls.checks.rule import Context, Fact, Survey
from precedent_ls.draft.snapshot import Reading


def _gather(reading: Reading, context: Context) -> Iterator[Fact[Named]]:
    offices = [fact for fact in names_in(reading, context) if fact.what.entry.kind is Kind.OFFICE]
    yield from offices
    for mention in reading.mentions:
        if mention.entry.kind is Kind.PERSON and not mention.form.offices:
            for span in _titles_beside(reading, mention):
                beside = [fact.span for fact in offices if _overlap(fact.span, span)]
                taken = beside and not _goes_on(reading, span, beside)
                fact = None if taken else _nearly(reading, span, mention, context)
                if fact is not None:
                    yield fact


def _overlap(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


def _goes_on(reading: Reading, span: Span, offices: Sequence[Span]) -> bool:
    """Tell whether a title goes on behind the one office that it begins with, with no other title."""
    if len(offices) != 1 or offices[0].start != span.start or offices[0].end >= span.end:
        return False
    rest = reading.text[offices[0].end : span.end]
    return re.match(r"\s+(?:and|et)\s", rest) is not None and not _TITLE_WORD.search(rest)


#: The titles of offices in the draft: those nearly in the register, and those that a holder's name tells.
TITLES = Survey("titles", _gather)

_HEAD = {
    Language.EN: r"(?:Associate\s+)?(?:Minister|Secretary)|(?:Attorney|Solicitor)\s+General|Commissioner",
    Language.FR: r"ministre|secrétaire|(?:procureure?|solliciteure?)\s+générale?|commissaire",
}
_TITLE_WORD = re.compile(
    r"\b(?:Minister|Secretary|General|Member|Leader|President|Chair|ministre|secrétaire|général|députée?|chef)\b"
)
_CAPITALIZED = r"[A-ZÀ-Ý][\w’'-]*"
_REST = {
    Language.EN: rf"(?:,?\s+(?:(?:of|for|to|the|and|on|in)\s+){{0,3}}{_CAPITALIZED})+",
    Language.FR: r"(?:,?\s+(?:(?:d[eu]s?|à|aux?|la|les?|et|pour)\s+|[dl][’'])*"
    rf"(?:(?:d|l)[’'])?(?:{_CAPITALIZED}|département|ministère)(?:\s+[a-zà-ÿ]+(?:ale|ique|ure|ère|aire)s?\b)?)+",
}
_BEFORE = {
    language: re.compile(rf"\b(?P<title>(?:{_HEAD[language]}){_REST[language]}){MASK_JOIN}*,?\s+$")
    for language in Language
}
_AFTER = {
    Language.EN: re.compile(
        rf",\s+(?:the\s+)?(?:Canada[’']s\s+|U\.S\.\s+)?(?P<title>(?:{_HEAD[Language.EN]}){_REST[Language.EN]})"
    ),
    Language.FR: re.compile(rf",\s+(?:l[ea]\s+)?(?P<title>(?:{_HEAD[Language.FR]}){_REST[Language.FR]})"),
}
_HONORIFIC = re.compile(r"(?:(?:the\s+)?Hon(?:ou?rable|\.)?|l[’']honorable|M\.|Mme)\s+$", re.IGNORECASE)


def _titles_beside(reading: Reading, person: Mention) -> Iterator[Span]:
    """Yield what looks like a title directly before or after a name."""
    text, end = reading.text, person.span.start
    while end and text[end - 1] == MASK_JOIN:
        end -= 1
    if honorific := _HONORIFIC.search(text, max(0, end - 24), end):
        end = honorific.start()
    if before := _BEFORE[reading.language].search(text, max(0, end - 160), end):
        yield Span(*before.span("title"))
    if after := _AFTER[reading.language].match(text, person.span.end):
        yield Span(*after.span("title"))


def _nearly(reading: Reading, span: Span, person: Mention, context: Context) -> Fact[Named] | None:
    """Return the title that the person has on the draft's date, if the text is nearly that."""
    written = reading.text[span.start : span.end]
    for term in offices_of(context.register, person.entry.id, context.date):
        title = title_of(context.register, term)
        right = title.canonical(context.language, person.entry.gender)
        if right is not None and _is_nearly(written, right):
            return Fact(title.id, span, Named(title, right, right, Difference.WORDS))
    return None


def _is_nearly(written: str, right: Form) -> bool:
    """Tell a title with the same head that has a word or two of its own beside some of the right one's."""
    ours, theirs = _content(right.text), _content(written)
    if ours[0] != theirs[0]:
        return False
    head, own = set(ours[:1]) | _HEAD_WORDS, set(ours[1:])
    foreign = [key for key in theirs if key not in own and key not in head]
    shared = [key for key in theirs[1:] if key in own - _HEAD_WORDS]
    if not foreign or len(foreign) > 2:
        return False
    return bool(shared) or (not own - _HEAD_WORDS and _JUSTICE.issuperset(foreign))


def _content(title: str) -> list[str]:
    return [word.key for word in words(title) if word.key not in SMALL and word.key not in COUNTRY]


_HEAD_WORDS = frozenset({"general", "generale"})
_JUSTICE = frozenset({"department", "departement", "ministere", "justice"})
