"""Family: days that are only told from the day of writing."""

import datetime as dt
import re
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from phrasebank.text.blocks import BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.capitals import begins
from precedent_ls.checks.dates import MONTHS, written
from precedent_ls.checks.exempt import is_cited
from precedent_ls.checks.finding import Edit, Fix, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.nowadays import is_a_day
from precedent_ls.checks.rule import Across, Context, Fact, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading


class Told(NamedTuple):
    """A day told from the day of writing, with what to write instead, empty where that is not known.

    None of `instead` marks a date in full, which tells the year of the days of its month behind it.
    """

    instead: str | None


Place = Occurrence[Told]


def _gather(reading: Reading, context: Context) -> Iterator[Fact[Told]]:
    done = 0
    for span, date, month in sorted(_relative(reading, context)):
        if span.start < done or is_cited(reading, span):
            continue
        done = span.end
        absolute = _after_preposition(reading.text, span, date)
        yield Fact(month or reading.text[span.start : span.end].casefold(), span, Told(absolute))
    if reading.kind is not BlockKind.HEADING:
        for match in _IN_FULL[context.language].finditer(reading.text):
            yield Fact(match["month"].casefold(), Span(*match.span()), Told(None))


#: Days told from the day of writing, by their words; those without a year, and dates in full, by their month.
DAYS = Survey("days", _gather)


def _relative_date(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        absolute = place.what.instead
        if absolute is None:
            return  # the year is told
        old = quoted(place.text, context.language)
        instead = f": {quoted(absolute, context.language)}" if absolute else ""
        yield Report(
            place.span,
            context.say(
                f"The reader cannot tell when {old} is: give the date{instead}.",
                f"Le lecteur ne sait pas de quand date {old}\u00a0: donner la date"
                + (f", {quoted(absolute, context.language)}." if absolute else "."),
            )
            + context.assumed_date(),
            fixes=tuple(place.moved(fix) for fix in _fix(place.reading, place.place, absolute, context)),
            cluster=place.text.casefold(),
        )


def _after_preposition(text: str, span: Span, date: str) -> str:
    """Return a date as it stands in its place: since last year, since 2023."""
    if _PREPOSITION.search(text, max(0, span.start - 12), span.start):
        return date.removeprefix("in ").removeprefix("en ")
    return date


def _fix(reading: Reading, span: Span, absolute: str, context: Context) -> Iterator[Fix]:
    if not absolute:
        return
    old = reading.text[span.start : span.end]
    new = absolute[:1].upper() + absolute[1:] if old[:1].isupper() and begins(reading, span) else absolute
    if (
        context.language is Language.EN
        and re.search(r", \d{4}$", new)
        and re.match(r"\s+\w", reading.text[span.end :])
    ):
        new += ","
    title = context.say(
        f"Write {quoted(absolute, context.language)}", f"Écrire {quoted(absolute, context.language)}"
    )
    yield Fix(title, (Edit(span, new),), preferred=not context.date_assumed)


def _relative(reading: Reading, context: Context) -> Iterator[tuple[Span, str, str]]:
    """Yield each relative date with what to write instead, and the month of one without a year."""
    text, language = reading.text, context.language
    for match in _DAYS[language].finditer(text):
        if is_a_day(reading, match):
            yield Span(*match.span()), _day(match, context), ""
    for match in _PERIODS[language].finditer(text):
        yield Span(*match.span()), _period(match, context), ""
    for match in _AGO[language].finditer(text):
        yield Span(*match.span()), "", ""
    for match in _THIS_DAY[language].finditer(text):
        yield Span(*match.span()), _on(context.date, language), ""
    if language is Language.EN:
        for match in _THIS_PAST.finditer(text):
            yield Span(*match.span()), _month(match, context), ""
        for match in _WEEKDAY.finditer(text):
            yield Span(*match.span()), "", ""
    if reading.kind is BlockKind.HEADING:
        return
    for pattern in _NO_YEAR[language]:
        for match in pattern.finditer(text):
            told = _YEAR_BEFORE[language].search(text, 0, match.start())
            if not told and not _EACH_YEAR.search(text, 0, match.start()):
                yield Span(*match.span()), _with_year(match, context), match["month"].casefold()


#: What needs no other preposition behind it.
_PREPOSITION = re.compile(
    r"(?<!\w)(?:of|by|for|since|during|until|from|before|after|than|depuis|durant|pendant|dès|avant|après|jusqu’à)\s+$"
)
_MONTH = "|".join(MONTHS[Language.EN])
_DAYS = {
    Language.EN: re.compile(
        r"\b(?P<earlier>(?:[Ee]arlier|[Ll]ater)\s+)?(?P<day>[Tt]oday|[Yy]esterday|[Tt]omorrow)(?P<of>[’']s)?\b"
    ),
    Language.FR: re.compile(
        r"(?<![\w’'-])(?P<earlier>\b)?(?P<day>[Aa]ujourd[’']hui|[Hh]ier|[Dd]emain)(?P<of>\b)(?![-\w])"
    ),
}
_AWAY = {"today": 0, "yesterday": -1, "tomorrow": 1, "hier": -1, "demain": 1}


def _day(match: re.Match[str], context: Context) -> str:
    try:
        day = context.date + dt.timedelta(_AWAY.get(match["day"].casefold(), 0))
    except OverflowError:
        return ""  # there is no day before the first, nor after the last
    return "" if match["of"] else _on(day, context.language)


_PERIODS = {
    Language.EN: re.compile(
        r"\b(?P<earlier>(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s+)?(?<!the )(?<!The )"
        r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+"
        r"(?P<unit>year|month|week|night|evening|quarter|spring|summer|fall|autumn|winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
        rf"|{_MONTH})(?P<of>[’']s)?\b(?!-)"
    ),
    Language.FR: re.compile(
        r"(?P<de>\bde\s+)?(?:\b[Ll]a\s+|\b[Ll]e\s+|\b[Ll][’'])(?P<unit>année|an|mois|semaine|printemps|été|automne|hiver)\s+"
        r"(?P<which>derni(?:er|ère)|passée?|prochaine?)\b|\b(?P<this>[Cc]ette|[Cc]e)\s+(?P<now>année|semaine|mois-ci)\b"
    ),
}


def _period(match: re.Match[str], context: Context) -> str:
    year = context.date.year
    if context.language is Language.FR:
        if match["this"]:
            named = f"{MONTHS[Language.FR][context.date.month - 1]} " if match["now"] == "mois-ci" else ""
            return f"en {named}{year}" if match["now"] != "semaine" else ""
        if match["unit"] not in ("année", "an"):
            return ""
        year += 1 if match["which"].startswith("proch") else -1
        return f"de {year}" if match["de"] else f"en {year}"
    unit, which = match["unit"], match["which"].casefold()
    away = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        if match["of"]:
            return f"the {year + away}"
        return f"{(match['earlier'] or '').lower()}in {year + away}"
    if unit == "month" and not match["of"]:
        month = context.date.month - 1 + away
        return f"in {MONTHS[Language.EN][month % 12]} {year + month // 12}"
    return ""


_MONTH_FR = "|".join(MONTHS[Language.FR])
_AGO = {
    Language.EN: re.compile(
        r"\b(?:an?|a\s+few|a\s+couple\s+of|one|two|three|four|five|six|seven|ten|several|\d{1,2})\s+(?:days?|weeks?|months?|years?)\s+ago\b"
    ),
    Language.FR: re.compile(
        r"\bil\s+y\s+a\s+(?:une?|quelques|plusieurs|deux|trois|quatre|cinq|six|dix|\d{1,2})\s+(?:jours?|semaines?|mois|ans?|années?)\b"
        rf"|\b(?:{_MONTH_FR}|lundi|mardi|mercredi|jeudi|vendredi)\s+(?:dernier|prochain)\b",
        re.IGNORECASE,
    ),
}
_THIS_PAST = re.compile(
    rf"\b[Tt]his\s+past\s+(?P<month>{_MONTH}|year|week|month|spring|summer|fall|autumn|winter)\b"
)
_THIS_DAY = {
    Language.EN: re.compile(r"\b(?:[Tt]his\s+(?:morning|afternoon|evening)|[Tt]onight)\b"),
    Language.FR: re.compile(r"\b[Cc](?:e\s+(?:matin|midi|soir)|et\s+après-midi)\b"),
}
_DAYS_OF_WEEK = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAY = re.compile(
    rf"\b[Oo]n\s+{_DAYS_OF_WEEK}\b(?!\s+(?:to|through)\b)(?!,?\s+(?:the\s+)?(?:\d|(?:{_MONTH})\b))"
)
_ANOTHER_YEAR = r"(?!,?\s+(?:of\s+)?(?:this|last|next|each|every)\s+year)(?!\s+of\s+each)"
_NO_YEAR = {
    Language.EN: (
        re.compile(
            rf"\b[Oo]n\s+(?:{_DAYS_OF_WEEK},?\s+)?(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})\b(?<!September 11)"
            rf"(?!\s*(?:,|of|and|to|[-–])?\s*\d){_ANOTHER_YEAR}"
        ),
        re.compile(
            rf"\b[Oo]n\s+(?:{_DAYS_OF_WEEK},?\s+)?(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\b(?<!11 September)"
            rf"(?!\s*(?:,|and|to|[-–])?\s*\d){_ANOTHER_YEAR}"
        ),
    ),
    Language.FR: (
        re.compile(
            r"(?<![\w’'-])[Ll]e\s+(?:(?:lun|mar|mercre|jeu|vendre|same)di\s+|dimanche\s+)?(?P<day>1er|\d{1,2})\s+"
            rf"(?P<month>{_MONTH_FR})\b(?<!11 septembre)(?!\s*(?:,|et|au|[-–])?\s*(?:le\s+)?\d)"
            r"(?!,?\s+(?:de\s+)?(?:chaque|cette|l[’']an|derni|proch|journée))",
            re.IGNORECASE,
        ),
    ),
}
_EACH_YEAR = re.compile(r"\b(?:(?:each|every)\s+year|chaque\s+année),?\s*$", re.IGNORECASE)
_YEAR_BEFORE = {
    Language.EN: re.compile(
        rf"\b(?:(?:{_MONTH})\s+(?:\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?,\s+)?|(?:in|since|during|of)\s+)(?:19|20)\d{{2}}\b",
        re.IGNORECASE,
    ),
    Language.FR: re.compile(rf"\b(?:(?:{_MONTH_FR})|en|depuis|dès|de)\s+(?:19|20)\d{{2}}\b", re.IGNORECASE),
}
_IN_FULL = {
    Language.EN: re.compile(
        rf"\b(?P<month>{_MONTH})\s+(?:\d{{1,2}}(?:\s*(?:[-–]|and|to)\s*\d{{1,2}})?,?\s+)?(?:19|20)\d{{2}}\b"
    ),
    Language.FR: re.compile(rf"\b(?P<month>{_MONTH_FR})\s+(?:19|20)\d{{2}}\b", re.IGNORECASE),
}


def _month(match: re.Match[str], context: Context) -> str:
    if match["month"] not in MONTHS[Language.EN]:
        return ""
    month = MONTHS[Language.EN].index(match["month"]) + 1
    year = context.date.year - (month > context.date.month)
    return f"in {match['month']} {year}"


def _with_year(match: re.Match[str], context: Context) -> str:
    """Return the day with its year, the draft's own; none where that would be in the future."""
    months = [month.casefold() for month in MONTHS[context.language]]
    month, day = months.index(match["month"].casefold()) + 1, int(match["day"].removesuffix("er"))
    try:
        date = dt.date(context.date.year, month, day)
    except ValueError:
        return ""
    return _on(date, context.language) if date <= context.date else ""


def _on(date: dt.date, language: Language) -> str:
    return f"le {written(date, language)}" if language is Language.FR else f"on {written(date, language)}"


RULES = (Rule("relative-date", Severity.WARNING, Across(DAYS, _relative_date)),)
