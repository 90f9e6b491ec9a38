"""Family: names of places."""

import re
from collections.abc import Hashable, Iterator, Sequence

from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.exempt import is_exempt
from precedent_ls.checks.finding import Evidence, InDraft, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Across, Context, Fact, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading


def _gather(reading: Reading, context: Context) -> Iterator[Fact[str]]:
    if context.language is not Language.EN:
        return
    for match in _WASHINGTON.finditer(reading.text):
        span = Span(*match.span())
        if not is_exempt(reading, span):
            yield Fact("Washington", span, match["city"])


#: Washington, however it is written. With a postal code it is an address, which has a form of its own.
WASHINGTON = Survey("Washington", _gather)

_WASHINGTON = re.compile(
    r"\b(?P<city>Washington|WASHINGTON)(?:,?\s+|,)(?:D\.\s?C\.|D\.C\b|DC\b)(?!\.?,?\s+\d{5})"
)


def _place_form(_: Hashable, places: Sequence[Occurrence[str]], context: Context) -> Iterator[Report]:
    right_ones = [place for place in places if place.text == f"{place.what}, D.C."]
    for place in places:
        right = f"{place.what}, D.C."
        if place.text == right:
            continue
        text, end = place.reading.text, place.place.end
        # The full stop after DC ends the sentence as well as the abbreviation.
        span = Span(place.place.start, end + 1 if text[end : end + 1] == "." and right[-1] == "." else end)
        fix = replace_by(text, span, Name(right), context.language, exact=True)
        yield Report(
            place.span,
            f"The city is written {quoted(right, context.language)}, with comma and points.",
            evidence=tuple(Evidence("So written here.", InDraft(each.span)) for each in right_ones[:3]),
            fixes=(place.moved(fix),),
            cluster=place.text,
        )


RULES = (Rule("place-form", Severity.INFORMATION, Across(WASHINGTON, _place_form)),)
