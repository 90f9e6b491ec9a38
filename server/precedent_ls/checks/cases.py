"""Family: capitals that differ for one term."""

import re
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from phrasebank.bank import Phrasebank
from phrasebank.register.mentions import Mention
from phrasebank.register.model import Entry, Form, Kind
from phrasebank.text.blocks import BlockKind
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from precedent_ls.checks import fixes
from precedent_ls.checks.capitals import begins, is_title, stands_alone
from precedent_ls.checks.evidence import registered
from precedent_ls.checks.exempt import is_cited, is_exempt
from precedent_ls.checks.finding import Evidence, InDraft, Severity
from precedent_ls.checks.fixes import quoted, replace_by
from precedent_ls.checks.rule import Across, Context, Fact, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading


class Name(NamedTuple):
    """A registered name with other capitals, and the form that has the right ones."""

    entry: Entry
    form: Form


Place = Occurrence[Name | bool]


def _gather(reading: Reading, context: Context) -> Iterator[Fact[Name | bool]]:
    if context.language is not Language.EN or reading.kind is BlockKind.HEADING or reading.text.isupper():
        return
    for mention in reading.mentions:
        right = _capitals(mention)
        if right and not is_cited(reading, mention.span):
            yield Fact(mention.entry.id, mention.span, Name(mention.entry, right))
    if is_title(reading):
        return
    places = [(word.key, Span(word.start, word.end)) for word in reading.words if word.key in _ORDINARY]
    terms = _terms(context.bank)
    places += [(folded(match[0]), Span(*match.span())) for match in terms.finditer(reading.text)]
    for key, span in places:
        capital = _capital(reading.text[span.start : span.end])
        usual = capital is not True or (not begins(reading, span) and stands_alone(reading, span))
        if capital is not None and usual and not is_exempt(reading, span):
            yield Fact(key, span, capital)


#: Registered names, and ordinary nouns in the plural with and without a capital.
CASES = Survey("capitals", _gather)

#: Nouns that need no capital, whoever is meant. Those that defined terms are made of (Ministers, Parties,
#: Members) are not among them.
_ORDINARY = frozenset(
    [
        "agencies", "analysts", "authorities", "communities", "countries", "experts", "investigators",
        "investigations", "officers", "officials", "organizations", "partners", "programs", "prosecutors",
        "regulators", "stakeholders", "victims", "borders", "nations", "citizens", "crimes", "criminals",
        "discussions", "efforts", "threats", "governments", "border", "firearms", "fentanyl", "trafficking",
        "smuggling", "violence", "elections", "children", "families", "companies", "banks", "drugs",
        "opioids", "technology", "technologies", "information", "intelligence", "cooperation",
        "collaboration", "crime", "laws", "traffickers", "networks",
    ]
)  # fmt: skip


def _capital(text: str) -> bool | None:
    """Tell whether all words have capitals, or none has; None where some have."""
    capitals = {part[:1].isupper() for part in text.split()}
    return capitals.pop() if len(capitals) == 1 else None


@lru_cache(maxsize=4)
def _terms(bank: Phrasebank) -> re.Pattern[str]:
    """Return what finds the terms of several words that the lexicon has: human smuggling."""
    lexicon = bank.register.lexicon
    terms = {form for pair in lexicon.pairs if not pair.verb for form in pair.en if form.islower()}
    terms |= {each.form for each in lexicon.compounds if each.language is Language.EN and each.form.islower()}
    words = sorted((re.escape(term) for term in terms if " " in term), key=len, reverse=True)
    return re.compile(rf"(?<![-\w])(?:{'|'.join(words) or '(?!)'})(?![-\w])", re.IGNORECASE)


def _capitals(mention: Mention) -> Form | None:
    """Return the form with the right capitals for a name that has some of them; without any it is a noun."""
    text = mention.form.text
    if (
        mention.entry.kind not in (Kind.BODY, Kind.INSTRUMENT, Kind.STATUTE)
        or mention.form.status.allowed
        or mention.form.acronym
        or text.isupper()
        or sum(part[:1].isupper() for part in text.split()) < 2
    ):
        return None
    allowed = [form for form in mention.entry.forms if form.status.allowed and _is_english(form.text)]
    if any(surface(form.text) == surface(text) for form in allowed):
        return None
    return next((form for form in allowed if surface(form.text).casefold() == surface(text).casefold()), None)


def _is_english(name: str) -> bool:
    """Tell whether a name has no accents: French names have capitals by another rule."""
    return folded(name) == folded(name, accents=True)


def _mixed(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        if isinstance(place.what, Name):
            yield _name_report(place, place.what, context)
    capital = [place for place in places if place.what is True]
    small = [place for place in places if place.what is False]
    if len(small) < len(capital) or not small:
        return
    for place in capital:
        right = place.text.lower()
        fix = replace_by(place.reading.text, place.place, fixes.Name(right), context.language)
        cited = quoted(right, context.language)
        yield Report(
            place.span,
            f"Elsewhere in the text this is {cited}, without a capital.",
            evidence=tuple(Evidence("Without a capital here.", InDraft(each.span)) for each in small[:3]),
            fixes=(place.moved(fix),),
            cluster=key,
        )


def _name_report(place: Place, name: Name, context: Context) -> Report:
    text = name.form.text
    fix = replace_by(place.reading.text, place.place, fixes.Name(text), context.language)
    return Report(
        place.span,
        f"The name is written with these capitals: {quoted(text, context.language)}.",
        evidence=registered(name.entry, name.form, context),
        fixes=(place.moved(fix),),
        unverified=not name.form.verified,
        cluster=place.text,
    )


RULES = (Rule("caps-mixed", Severity.WARNING, Across(CASES, _mixed)),)
