"""Family: habits of a text that change on the way: its person, its commas."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from phrasebank.text.blocks import BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.exempt import is_cited, is_exempt
from precedent_ls.checks.finding import Edit, Evidence, Fix, InDraft, Severity
from precedent_ls.checks.rule import Across, Context, Fact, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading

#: How many places of the usual kind are shown.
_SHOWN = 6


def _gather_persons(reading: Reading, context: Context) -> Iterator[Fact[bool]]:
    for match in _PERSONS[context.language].finditer(reading.text):
        span = Span(*match.span())
        if not is_cited(reading, span):
            yield Fact("person", span, match["first"] is not None)


#: Pronouns and what stands for them; true for the first person.
PERSONS = Survey("persons", _gather_persons)

_PERSONS = {
    Language.EN: re.compile(
        r"\b(?:(?P<first>[Ww]e|[Oo]urs?|ourselves)|[Tt]hey|[Tt]heir|[Tt]he two (?:countries|nations))\b"
    ),
    Language.FR: re.compile(
        r"\b(?:(?P<first>[Nn]ous|[Nn]otre|[Nn]os)|[Ii]ls|[Ll]eurs?|[Ll]es deux (?:pays|parties))\b"
    ),
}


def _person(_: Hashable, places: Sequence[Occurrence[bool]], context: Context) -> Iterator[Report]:
    counts = Counter(place.what for place in places)
    if len(counts) < 2:
        return
    usual = counts[True] > counts[False]
    kept = [place for place in places if place.what is usual]
    for place in places:
        if place.what is not usual:
            yield Report(
                place.span,
                context.say(
                    "The text speaks now as we, now of them: choose one voice.",
                    "Le texte dit tantôt nous, tantôt ils\u00a0: choisir.",
                ),
                evidence=tuple(
                    Evidence(context.say("The usual voice.", "La voix habituelle."), InDraft(each.span))
                    for each in kept[:_SHOWN]
                ),
                cluster="person",
            )


def _gather_series(reading: Reading, context: Context) -> Iterator[Fact[bool]]:
    if context.language is not Language.EN or reading.kind is BlockKind.HEADING:
        return
    for match in _SERIES.finditer(reading.text):
        start, comma = match.start("last"), match.start("comma")
        if is_exempt(reading, Span(comma - 1, match.end())):
            continue
        last = _LAST.match(reading.text, match.end("comma"))
        assert last
        yield Fact("series", Span(start, last.end()), bool(match["comma"]))


_LAST = re.compile(r"[ \n]+(?:and|or)[ \n]+\w+")
#: Series of three or more; true with a comma before the last.
SERIES = Survey("series", _gather_series)

#: Words that begin a clause or join inside an item are in no item of a series.
_WORD = (
    r"(?!(?:and|or|which|who|that|as|while|but|is|are|was|were|has|have|had|will|including|such|to|where|when"
    r"|hosted|met)\b)[\w’'\-‑/]+"
)
_ITEM = rf"{_WORD}(?:[ \n]{_WORD}){{0,3}}"
_SERIES = re.compile(
    rf"\b{_ITEM},[ \n](?:{_ITEM},[ \n])*?(?P<last>{_ITEM}?)(?P<comma>,?)(?=[ \n]+(?:and|or)[ \n]+\w)"
)


def _serial_comma(_: Hashable, places: Sequence[Occurrence[bool]], __: Context) -> Iterator[Report]:
    with_comma = [place for place in places if place.what]
    if not with_comma:
        return
    for place in places:
        if place.what:
            continue
        at = re.search(r"[ \n]+(?:and|or)[ \n]+\w+$", place.text)
        assert at
        comma = place.place.start + at.start()
        yield Report(
            place.span,
            "The last of a series has a comma before it elsewhere in the text.",
            evidence=tuple(
                Evidence("With a comma here.", InDraft(each.span)) for each in with_comma[:_SHOWN]
            ),
            fixes=(Fix("Add the comma", (Edit(place.at(comma, comma), ","),), preferred=True),),
            cluster="series",
        )


RULES = (
    Rule("serial-comma", Severity.HINT, Across(SERIES, _serial_comma), on=False),
    Rule("person-of-text", Severity.HINT, Across(PERSONS, _person), on=False),
)
