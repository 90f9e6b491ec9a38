"""Family: the meetings of the Forum, counted and referred to."""

import datetime as dt
import re
from collections.abc import Iterator

from phrasebank.register.model import Kind, Meeting
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.dates import MONTHS, months_named
from precedent_ls.checks.evidence import registered
from precedent_ls.checks.finding import Edit, Evidence, Fix, InRegister, InStatement, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.ordinals import ordinal_value, ordinal_written
from precedent_ls.checks.rule import Context, InParagraph, Report, Rule
from precedent_ls.draft.snapshot import Reading


def _ordinal_chain(reading: Reading, context: Context) -> Iterator[Report]:
    forums = [mention for mention in reading.mentions if mention.entry.kind is Kind.FORUM]
    for forum in forums:
        expected, last = _expected(forum.entry.id, context)
        if expected is None:
            continue
        before = reading.text[: forum.span.start]
        match = _COUNTED[context.language].search(before)
        if match is None:
            continue
        value = ordinal_value(match["ordinal"], context.language)
        sentence = _sentence(reading, match.start())
        if value in (None, expected) or not _speaks_of_now(sentence, context):
            continue
        right = ordinal_written(expected, match["ordinal"], context.language)
        span = Span(*match.span("ordinal"))
        cited, old = quoted(right, context.language), quoted(match["ordinal"], context.language)
        yield Report(
            span,
            context.say(
                f"By the meetings on the register this is the {cited} meeting, not the {old}.",
                f"D’après les réunions au registre, c’est la {cited}, non la {old}.",
            )
            + context.assumed_date(),
            evidence=tuple(_evidence(last, context)),
            fixes=(
                Fix(
                    context.say(f"Write {cited}", f"Écrire {cited}"),
                    (Edit(span, right),),
                    preferred=True,
                ),
            ),
        )


def _expected(forum: str, context: Context) -> tuple[int | None, Meeting | None]:
    """Return the number of the meeting on the draft's date, and the last meeting counted for it."""
    meetings = [each for each in context.register.meetings if each.forum == forum and each.date]
    on_the_day = [
        each for each in meetings if each.date and each.date.first <= context.date <= each.date.last
    ]
    if on_the_day:
        return on_the_day[-1].ordinal, on_the_day[-1]
    earlier = [each for each in meetings if each.date and each.date.last < context.date]
    if not earlier:
        return None, None
    last = max(earlier, key=lambda each: (each.date.last if each.date else context.date, each.ordinal))
    return last.ordinal + 1, last


_BETWEEN = {
    Language.EN: r"\s+(?:(?:annual|bilateral)\s+)?(?:(?:meeting|session|edition|gathering)\s+of\s+)?"
    r"(?:the\s+)?(?:(?:annual|bilateral)\s+)?(?:[\w.]+[-‑–][\w.]+\s+)?",
    Language.FR: r"\s+(?:(?:réunion|rencontre|édition|séance|session)\s+)?(?:(?:annuelle|bilatérale)\s+)?"
    r"(?:du\s+|le\s+|de\s+ce\s+)?",
}
_COUNTED = {
    Language.EN: re.compile(
        rf"\b(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?){_BETWEEN[Language.EN]}$", re.IGNORECASE
    ),
    Language.FR: re.compile(
        rf"\b(?P<ordinal>\d{{1,2}}\s?(?:re|er|e|ème|ᵉ)|[a-zéè]+(?:-[a-zéè]+)?){_BETWEEN[Language.FR]}$",
        re.IGNORECASE,
    ),
}
_COUNT_BEGAN = re.compile(r"re-?establish(?:ed|ment|ing)|rétabli", re.IGNORECASE)
_NOW = re.compile(
    r"\bthis\s+(?:meeting|is|was|year)|\bmarks?\b|\btoday\b|\byesterday\b|\bhosted\b|\bhosts?\b|\bmet\b"
    r"|\bconvened\b|\bgathered\b|\bheld\b|\bil\s+s[’']agit|\baujourd[’']hui|\bhier\b|\bse\s+sont\s+(?:réunis|rencontrés)"
    r"|\baccueill|\ba\s+eu\s+lieu|\btenue?\b|joint\s+statement|déclaration\s+(?:conjointe|commune)|communiqué",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:last|previous|prior|earlier|preceding|précédente?s?|dernière?|passée?)\b", re.IGNORECASE
)


def _speaks_of_now(sentence: str, context: Context) -> bool:
    """Tell a sentence on the draft's own meeting from one on a meeting of the past."""
    if _THEN.search(sentence):
        return False
    if _COUNT_BEGAN.search(sentence):
        return True
    dated = any(last < context.date for _, last in months_named(sentence, context.language))
    return _NOW.search(sentence) is not None and not dated


def _sentence(reading: Reading, offset: int) -> str:
    for span in reading.sentences:
        if span.start <= offset < span.end:
            return reading.text[span.start : span.end]
    return reading.text


_FORUM = {
    Language.EN: r"(?:CBCF|(?:Cross.Border\s+Crime\s+)?Forum|meeting)",
    Language.FR: r"(?:FCT|Forum(?:\s+sur\s+la\s+criminalité\s+transfrontalière)?|réunion|rencontre)",
}
_PAST = {
    Language.EN: re.compile(
        rf"\blast\s+year[’']s\s+{_FORUM[Language.EN]}"
        rf"|\b(?P<month>{'|'.join(MONTHS[Language.EN])})\s+(?P<year>\d{{4}})\s+{_FORUM[Language.EN]}"
        rf"|\b{_FORUM[Language.EN]},?\s+(?:held\s+|of\s+)?(?:in\s+[A-Z]\w+,?\s+)?(?:in\s+|on\s+)?"
        rf"(?:(?P<month2>{'|'.join(MONTHS[Language.EN])})\s+(?:\d{{1,2}},\s+)?)?(?P<year2>\d{{4}})\b"
    ),
    Language.FR: re.compile(
        rf"\b{_FORUM[Language.FR]}\s+de\s+l[’'](?:année\s+dernière|an\s+dernier|an\s+passé)"
        rf"|\b{_FORUM[Language.FR]},?\s+(?:tenue?\s+)?(?:à\s+[A-Z]\w+,?\s+)?(?:de|en|le|du)\s+(?:\d{{1,2}}\s+)?"
        rf"(?:(?P<month>{'|'.join(MONTHS[Language.FR])})\s+)?(?P<year>\d{{4}})\b"
    ),
}


def _past_reference(reading: Reading, context: Context) -> Iterator[Report]:
    yield from _no_longer_new(reading, context)
    for match in _PAST[context.language].finditer(reading.text):
        groups = match.groupdict()
        year = groups.get("year") or groups.get("year2")
        month = groups.get("month") or groups.get("month2")
        first, last = _period(year, month, context)
        if last >= context.date:
            continue  # the draft's own meeting, or one to come
        meeting = next(
            (
                each
                for each in context.register.meetings
                if each.date and each.date.first <= last and first <= each.date.last
            ),
            None,
        )
        written = quoted(match[0], context.language)
        if meeting is None or meeting.date is None:
            message = context.say(
                f"{written}: the register has no meeting of that time.",
                f"{written}\u00a0: le registre n’a pas de réunion à cette date.",
            )
        else:
            where = f"{meeting.date.written}{', ' if meeting.place else ''}{meeting.place}"
            message = context.say(
                f"{written}: the meeting of {where}.", f"{written}\u00a0: la réunion du {where}."
            )
        yield Report(
            Span(*match.span()),
            message + (context.assumed_date() if year is None else ""),
            evidence=tuple(_evidence(meeting, context)),
        )


_NEWLY = {
    Language.EN: re.compile(
        r"\b(?:newly|recently)\s+(?:established|created|formed|launched|announced|passed|adopted)\s+$"
    ),
    Language.FR: re.compile(
        r"\b(?:nouvellement|récemment)\s+(?:établie?|créée?|formée?|lancée?|adoptée?)\s+$|\bnouve(?:au|l|lle)\s+$"
    ),
}


def _no_longer_new(reading: Reading, context: Context) -> Iterator[Report]:
    """Report what is called new and began more than a year before the draft."""
    for mention in reading.mentions:
        began = mention.entry.since
        if began is None or context.date - began.last <= dt.timedelta(days=365):
            continue
        match = _NEWLY[context.language].search(
            reading.text, max(0, mention.span.start - 30), mention.span.start
        )
        if match is not None:
            name = quoted(reading.text[mention.span.start : mention.span.end], context.language)
            yield Report(
                Span(match.start(), mention.span.end),
                context.say(
                    f"{name} is not new: it dates from {began.written}.",
                    f"{name} n’est pas nouveau\u00a0: il date de {began.written}.",
                ),
                evidence=registered(mention.entry, mention.form, context),
                unverified=not began.verified,
            )


def _period(year: str | None, month: str | None, context: Context) -> tuple[dt.date, dt.date]:
    number = int(year) if year else context.date.year - 1
    if not month:
        return dt.date(number, 1, 1), dt.date(number, 12, 31)
    first = dt.date(number, MONTHS[context.language].index(month) + 1, 1)
    return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def _evidence(meeting: Meeting | None, context: Context) -> Iterator[Evidence]:
    if meeting is None:
        return
    date = meeting.date.written if meeting.date else ""
    said = context.say(
        f"Meeting {meeting.ordinal}: {meeting.place} {date}",
        f"Réunion {meeting.ordinal}\u00a0: {meeting.place} {date}",
    )
    for statement in meeting.statements:
        source = context.bank.source(statement)
        if source is not None:
            yield Evidence(f"{said} ({statement})", InStatement(statement, Span(0, 0)))
            return
    yield Evidence(said, InRegister(meeting.forum))


RULES = (
    Rule("ordinal-chain", Severity.WARNING, InParagraph(_ordinal_chain)),
    Rule("past-reference", Severity.INFORMATION, InParagraph(_past_reference)),
)
