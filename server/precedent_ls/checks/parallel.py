"""Principals named alike: order, article, comma and country, on each side of a sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from phrasebank.register.model import Country
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.finding import Edit, Fix
from precedent_ls.checks.rule import Context, Report
from precedent_ls.checks.titled import Titled, titled
from precedent_ls.draft.snapshot import Reading


def unparallel(reading: Reading, context: Context) -> Iterator[Report]:
    """Report, once a side, principals of one country that one sentence names in different patterns."""
    for side in sides(reading):
        patterns = [_pattern(reading, pair) for pair in side]
        if len(set(patterns)) < 2:
            continue
        usual = max(patterns, key=lambda pattern: (Counter(patterns)[pattern], -patterns.index(pattern)))
        odd = [pair for pair, pattern in zip(side, patterns, strict=True) if pattern != usual]
        edits = [edit for pair in odd for edit in _rewritten(reading, pair, usual)]
        article = _ARTICLE.search(reading.text, 0, odd[0].office.span.start)
        span = whole(odd[0])
        yield Report(
            Span(min(span.start, article.start()), span.end) if article else span,
            context.say(
                "The principals of one side are not named alike: keep one order, article, comma and country.",
                "Les responsables d’un même pays ne sont pas nommés de la même façon\u00a0: "
                "garder le même ordre, le même article et la même virgule.",
            ),
            fixes=(
                Fix(
                    context.say("Name them alike", "Les nommer de la même façon"),
                    tuple(edits),
                    preferred=True,
                ),
            )
            if edits
            else (),
        )


def sides(reading: Reading) -> Iterator[Sequence[Titled]]:
    """Yield the principals of each country that a sentence names one after the other."""
    pairs = list(titled(reading))
    for sentence in reading.sentences:
        inside = [pair for pair in pairs if sentence.start <= whole(pair).start < sentence.end]
        for _, side in groupby(inside, key=lambda pair: pair.office.entry.country):
            yield tuple(side)


class _Pattern(NamedTuple):
    title_first: bool
    comma: bool
    article: bool
    country: bool


_ARTICLE = re.compile(r"\b(?:the|le|la)\s+$|\bl[’']$", re.IGNORECASE)
COUNTRY_BEFORE = re.compile(r"(?:Canada[’']s|U\.?S\.?|United\s+States)\s+")
NATION_BEFORE = re.compile(r"\b(?:Canadian|American|U\.?S\.?|United\s+States)\s+$")
_COUNTRY_BEHIND = re.compile(r"\bof\s+(?:Canada|the\s+United\s+States)\b")


def _pattern(reading: Reading, pair: Titled) -> _Pattern:
    text = reading.text
    office = text[pair.office.span.start : pair.office.span.end]
    return _Pattern(
        pair.office.span < pair.person.span,
        "," in text[_between(pair).start : _between(pair).end],
        _ARTICLE.search(text, 0, pair.office.span.start) is not None,
        # A French title has its country or not.
        reading.language is Language.FR
        or COUNTRY_BEFORE.match(office) is not None
        or NATION_BEFORE.search(text, 0, pair.office.span.start) is not None
        or _COUNTRY_BEHIND.search(office) is not None,
    )


def _rewritten(reading: Reading, pair: Titled, usual: _Pattern) -> Iterator[Edit]:
    """Yield the edits that give a principal the usual pattern; none where the order differs."""
    own = _pattern(reading, pair)
    if own.title_first is not usual.title_first:
        return
    text, office = reading.text, pair.office.span
    country = "" if own.country or not usual.country else _COUNTRY[pair.office.entry.country]
    article = _ARTICLE.search(text, 0, office.start)
    if own.article is not usual.article or country:
        the = (
            "the "
            if usual.article and reading.language is Language.EN and not country.startswith("Canada")
            else ""
        )
        start = article.start() if article else office.start
        if reading.language is Language.EN:
            yield Edit(Span(start, office.start), the + country)
    if own.comma is not usual.comma and usual.title_first:
        yield Edit(_between(pair), ", " if usual.comma else " ")
        after = text[pair.person.span.end : pair.person.span.end + 1]
        if usual.comma and after not in (",", ".", ";"):
            yield Edit(Span(pair.person.span.end, pair.person.span.end), ",")
        elif not usual.comma and after == ",":
            yield Edit(Span(pair.person.span.end, pair.person.span.end + 1), "")


_COUNTRY = {Country.CANADA: "Canada’s ", Country.UNITED_STATES: "U.S. ", None: ""}


def _between(pair: Titled) -> Span:
    first, second = sorted((pair.office.span, pair.person.span))
    return Span(first.end, second.start)


def whole(pair: Titled) -> Span:
    """Return the characters from the first of title and name to the end of the second."""
    first, second = sorted((pair.office.span, pair.person.span))
    return Span(first.start, second.end)
