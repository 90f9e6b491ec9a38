"""Family: headings that are not all written alike."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from phrasebank.index.function_words import FUNCTION_WORDS
from phrasebank.text.blocks import BlockKind
from phrasebank.text.span import Span
from precedent_ls.checks.exempt import is_exempt
from precedent_ls.checks.finding import Edit, Evidence, Fix, InDraft, Severity
from precedent_ls.checks.rule import Across, Context, Fact, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading


class Style(NamedTuple):
    """One feature of a heading: which it is, and how this one has it."""

    feature: str
    has: str


def _gather(reading: Reading, _: Context) -> Iterator[Fact[Style]]:
    heading = reading.kind is BlockKind.HEADING
    for match in _SLASH.finditer(reading.text):
        span = Span(*match.span())
        if not is_exempt(reading, span):
            yield Fact("slash", span, Style("slash", match["slash"]))
            if heading:
                yield Fact("joint", span, Style("joint", "/"))
    if not heading or reading.level < 2:
        return
    whole = Span(0, len(reading.text.rstrip()))
    if re.search(r"\s(?:and|et)\s", reading.text) and not _SLASH.search(reading.text):
        yield Fact("joint", whole, Style("joint", "and"))
    others = [
        word
        for word in reading.words[1:]
        if word.key.isalpha() and word.key not in FUNCTION_WORDS and not is_exempt(reading, Span(*word[:2]))
    ]
    if len(others) > 1:
        capitals = sum(reading.text[word.start].isupper() for word in others)
        if capitals in (0, len(others)):
            yield Fact("case", whole, Style("case", "title" if capitals else "sentence"))


#: How headings are written: their capitals, and what joins two subjects. Subjects joined by a slash in
#: running text repeat a heading and count with it.
HEADINGS = Survey("headings", _gather)

_SLASH = re.compile(r"[^\W\d_]*[A-ZÀ-Ý][^\W\d_]+(?P<slash>[ \u00a0]?/[ \u00a0]?)(?=[A-ZÀ-Ý])[^\W\d_]+")


def _style(key: Hashable, places: Sequence[Occurrence[Style]], context: Context) -> Iterator[Report]:
    counts = Counter(place.what.has for place in places)
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda has: counts[has])
    kept = [place for place in places if place.what.has == usual]
    for place in places:
        if place.what.has == usual:
            continue
        yield Report(
            place.span,
            context.say(_SAID_EN[str(key)], _SAID_FR[str(key)]),
            evidence=tuple(
                Evidence(context.say("The usual way.", "La façon habituelle."), InDraft(each.span))
                for each in kept[:_SHOWN]
            ),
            fixes=tuple(_fix(place, usual, context)),
            cluster=key,
        )


#: How many headings of the usual style are shown.
_SHOWN = 20

_SAID_EN = {
    "slash": "The slash stands with spaces here and without there: one way in a text.",
    "joint": "Headings join two subjects by a slash here and by “and” there: one way in a text.",
    "case": "Headings have capitals on all words here and not there: one way in a text.",
}
_SAID_FR = {
    "slash": "La barre oblique a des espaces ici et n’en a pas là\u00a0: une seule façon dans un texte.",
    "joint": "Les titres joignent deux sujets par une barre ici et par «\u00a0et\u00a0» là\u00a0: "
    "une seule façon.",
    "case": "Les titres n’ont pas tous les mêmes majuscules\u00a0: une seule façon dans un texte.",
}


def _fix(place: Occurrence[Style], usual: str, context: Context) -> Iterator[Fix]:
    if place.what.feature == "slash":
        at = place.text.index(place.what.has)
        span = place.at(place.place.start + at, place.place.start + at + len(place.what.has))
        yield Fix(context.say("Space it alike", "Espacer de même"), (Edit(span, usual),), preferred=True)


RULES = (Rule("heading-style", Severity.HINT, Across(HEADINGS, _style), on=False),)
