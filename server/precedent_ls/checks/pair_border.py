"""Family: the border between the two countries has one name."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from phrasebank.register.model import Country
from phrasebank.text.fold import fold
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.finding import Edit, Evidence, Fix, InDraft, InTwin, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.per_reading import per_reading
from precedent_ls.checks.rule import Context, InPair, Report, Rule
from precedent_ls.checks.translations import named
from precedent_ls.draft.snapshot import Draft, Reading


class Border(NamedTuple):
    """The border at the characters `span`, of which `countries` names both."""

    span: Span
    countries: Span
    first: Country


_NATION = r"canada|u\.\s?s\.|us|united states"
_BOTH = r"canada|etats-unis"
_BORDER = {
    Language.EN: re.compile(rf"\b(?P<countries>(?P<first>{_NATION})-(?:{_NATION}))\W+(?:\w+\W+)?borders?\b"),
    Language.FR: re.compile(
        r"\bfrontieres? (?:\w+ )?(?P<countries>(?P<first>canado|americano)-(?:americaine|canadienne)s?"
        rf"|(?P<second>{_BOTH})-(?:{_BOTH})|entre les? (?P<third>{_BOTH}) et les? (?:{_BOTH}))\b"
    ),
}


@per_reading
def _borders(reading: Reading) -> Iterator[Border]:
    text = fold(reading.text, accents=True)
    names = named(reading)
    for match in _BORDER[reading.language].finditer(text.text):
        countries = text.source_span(*match.span("countries"))
        if not any(name.start < countries.end and countries.start < name.end for name in names):
            groups = match.groupdict("")
            first = groups["first"] or groups.get("second") or groups["third"]
            side = Country.CANADA if first.startswith("canad") else Country.UNITED_STATES
            yield Border(text.source_span(*match.span()), countries, side)


def _placed(draft: Draft) -> list[Border]:
    return [
        Border(each.span.shifted(paragraph.start), each.countries.shifted(paragraph.start), each.first)
        for paragraph in draft.paragraphs
        for each in _borders(paragraph.reading)
    ]


def _border(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report that English names the border in two orders and French in one."""
    english, french = _placed(draft), _placed(twin)
    if context.language is Language.FR:
        english, french = french, english
    if len({each.first for each in english}) < 2 or len({each.first for each in french}) != 1:
        return
    usual = context.release or Counter(each.first for each in english).most_common(1)[0][0]
    odd = [each for each in english if each.first is not usual]
    text, other = draft.text.source, twin.text.source
    if context.language is Language.EN:
        places = [*odd, *(each for each in english if each.first is usual)]
        yield Report(
            odd[0].span,
            context.say(
                "The border has two names in English, and one in French.",
                "La frontière a deux noms en anglais, et un seul en français.",
            ),
            evidence=(
                *(Evidence(_text(text, each), InDraft(each.span)) for each in places[1:]),
                *(Evidence(_text(other, each), InTwin(each.span)) for each in french),
            ),
            fixes=(
                Fix(
                    context.say("Name the countries in one order", "Nommer les pays dans le même ordre"),
                    tuple(Edit(each.countries, _swapped(text, each.countries)) for each in odd),
                ),
            ),
        )
    else:
        ways = dict.fromkeys(quoted(_text(other, each), context.language) for each in english)
        yield Report(
            french[0].span,
            context.say(
                f"In English this border has two names: {' and '.join(ways)}.",
                f"En anglais, cette frontière a deux noms\u00a0: {' et '.join(ways)}.",
            ),
            evidence=(
                *(Evidence(_text(text, each), InDraft(each.span)) for each in french[1:]),
                *(Evidence(_text(other, each), InTwin(each.span)) for each in english),
            ),
        )


def _text(text: str, border: Border) -> str:
    return text[border.span.start : border.span.end]


def _swapped(text: str, span: Span) -> str:
    """Return the two countries in the other order, with the mark between them as it is."""
    written = text[span.start : span.end]
    mark = next(character for character in written if character in "-‑–—")
    first, second = written.split(mark, 1)
    return f"{second}{mark}{first}"


RULES = (Rule("pair-border", Severity.HINT, InPair(_border)),)
