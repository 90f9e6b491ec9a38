"""Family: the names of the two countries: order, dash, points, noun or adjective."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from phrasebank.register.model import Country
from phrasebank.text.blocks import BlockKind
from phrasebank.text.language import Language
from precedent_ls.checks.country import COUNTRIES, Named, Use
from precedent_ls.checks.finding import Evidence, Fix, InDraft, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Across, Context, Occurrence, Report, Rule

Place = Occurrence[Named]


class _House(NamedTuple):
    """How a text names the countries: which first, with which mark between them, with points or not."""

    first: Country
    dash: str
    pointed: bool


def _country_dash(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    house = _house(places, context)
    pairs = [place for place in places if place.what.use is Use.PAIR and not place.what.frozen]
    evidence = _examples([place for place in pairs if _plain(place.what.dash) == house.dash], context)
    for place in pairs:
        if _plain(place.what.dash) == house.dash:
            continue
        right = _right(place, house, context)
        cited = quoted(right, context.language)
        yield Report(
            place.span,
            context.say(
                f"The countries are joined by {_DASH_EN[house.dash]}: {cited}.",
                f"Les pays sont joints par {_DASH_FR[house.dash]}\u00a0: {cited}.",
            ),
            evidence=evidence,
            fixes=(
                _fix(
                    place,
                    right,
                    context.say(f"Use {_DASH_EN[house.dash]}", f"Employer {_DASH_FR[house.dash]}"),
                    context,
                ),
            ),
            cluster="dash",
        )


def _country_order(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    house = _house(places, context)
    ordered = [place for place in places if _is_ordered(place)]
    evidence = _examples(list(_one_of_each(ordered, house.first)), context)
    for place in ordered:
        if place.what.first is house.first:
            continue
        right = _right(place, house, context)
        nouns = place.what.use is Use.NOUNS
        cited = quoted(right, context.language)
        yield Report(
            place.span,
            context.say(
                f"{_FIRST_EN[house.first]} is named first here: {cited}.",
                f"{_FIRST_FR[house.first]} ici en premier\u00a0: {cited}.",
            ),
            evidence=evidence,
            fixes=(_fix(place, right, context.say("Change the order", "Changer l’ordre"), context),),
            severity=Severity.INFORMATION if nouns else None,
            cluster=("order", nouns),
        )


def _lost_dash(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    house = _house(places, context)
    title = context.say("Separate the names", "Séparer les noms")
    for place in places:
        if place.what.use is Use.FUSED:
            right = _right(place, house, context)
            cited = quoted(right, context.language)
            yield Report(
                place.span,
                context.say(
                    f"Two names have run together: {cited}.", f"Deux noms se touchent\u00a0: {cited}."
                ),
                fixes=(_fix(place, right, title, context, exact=True),),
                cluster=place.text,
            )


def _us_points(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    written = [place for place in places if place.what.use is Use.ABBREVIATION]
    pointed = [place for place in written if place.text == "U.S."]
    if not pointed and context.release is None:
        return
    evidence = _examples(pointed, context)
    for place in written:
        if place.text != "U.S.":
            yield Report(
                place.span,
                context.say(
                    f"The abbreviation is written {quoted('U.S.', context.language)}, one way in a text.",
                    f"L’abréviation s’écrit {quoted('U.S.', context.language)}, et d’une seule façon.",
                ),
                evidence=evidence,
                fixes=(
                    _fix(place, "U.S.", context.say("Write “U.S.”", "Écrire «\u00a0U.S.\u00a0»"), context),
                ),
                cluster="points",
            )


def _us_noun(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        if place.what.use is Use.NOUN:
            text, end = place.reading.text, place.place.end
            ends = place.text.endswith(".") and re.match(r"\s*$|\s+[A-Z“«]", text[end:])
            yield Report(
                place.span,
                context.say(
                    "As a noun the country is the United States; U.S. is its adjective.",
                    "Le nom du pays est United States; U.S. en est l’adjectif.",
                ),
                fixes=(
                    _fix(
                        place,
                        f"United States{'.' if ends else ''}",
                        context.say("Write “United States”", "Écrire «\u00a0United States\u00a0»"),
                        context,
                    ),
                ),
                cluster="noun",
            )


def _demonym(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    adjectives = [place for place in places if place.what.use is Use.ADJECTIVE]
    if not adjectives:
        return
    evidence = _examples(adjectives, context)
    for place in places:
        if place.what.use is Use.DEMONYM:
            yield Report(
                place.span,
                context.say(
                    "One adjective for the United States in a text: U.S.",
                    "Un seul adjectif pour les États-Unis dans un texte\u00a0: U.S.",
                ),
                evidence=evidence,
                fixes=(
                    _fix(place, "U.S.", context.say("Write “U.S.”", "Écrire «\u00a0U.S.\u00a0»"), context),
                ),
                cluster="adjective",
            )


_DASH_EN = {"-": "a hyphen", "–": "an en dash"}
_DASH_FR = {"-": "un trait d’union", "–": "un tiret"}
_FIRST_EN = {Country.CANADA: "Canada", Country.UNITED_STATES: "The United States"}
_FIRST_FR = {
    Country.CANADA: "Le Canada est nommé",
    Country.UNITED_STATES: "Les États-Unis sont nommés",
}


def _plain(dash: str) -> str:
    return "-" if dash == "‑" else dash


def _house(places: Sequence[Place], context: Context) -> _House:
    """Return the release’s way, else the text’s own: what is commoner, of equals what comes first."""
    firsts = Counter(place.what.first for place in places if _is_ordered(place))
    marks = Counter(
        _plain(place.what.dash)
        for place in places
        if place.what.use is Use.PAIR and not place.what.frozen and place.what.dash != "—"
    )
    first = max(firsts, key=lambda country: firsts[country], default=None) or Country.CANADA
    dash = max(marks, key=lambda mark: marks[mark], default="–")
    if context.release is not None:
        first = context.release
        dash = "–" if first is Country.CANADA else "-"
    pointed = context.release is not None or any(
        place.what.use is Use.ABBREVIATION and place.text == "U.S." for place in places
    )
    return _House(first, dash, pointed)


def _is_ordered(place: Place) -> bool:
    return place.what.first is not None and not place.what.frozen and place.what.use is not Use.FUSED


def _right(place: Place, house: _House, context: Context) -> str:
    """Return how two countries should be named: in the usual order, with the usual dash."""
    named = place.what
    dash = house.dash if context.language is Language.EN else "–"
    if named.first is None:
        return re.sub("–", dash, named.right) if named.right else re.sub("[-‑–—]", dash, place.text)
    canada, other = _parts(place, house)
    joint = " and " if named.use in (Use.NOUNS, Use.ADJECTIVES) else dash
    return joint.join((canada, other) if house.first is Country.CANADA else (other, canada))


def _parts(place: Place, house: _House) -> tuple[str, str]:
    """Return what a pair should call the two countries."""
    canada = "Canadian" if "Canadian" in place.text else "Canada"
    if place.what.use is Use.NOUNS:
        bracket = re.search(r"\s\([^()]+\)", place.text)
        return canada, "the United States" + (bracket[0] if bracket else "")
    found = re.search(r"U\.\s?S\.|\bUS\b|United\s+States(?:\s+of\s+America)?|American", place.text)
    other = found[0] if found else "U.S."
    return canada, "U.S." if other.startswith("U.") or (other == "US" and house.pointed) else other


def _one_of_each(ordered: Sequence[Place], usual: Country) -> Iterator[Place]:
    """Yield the first place of each kind, heading or text, that has the usual order."""
    seen = set()
    for place in ordered:
        kind = place.what.use, place.reading.kind is BlockKind.HEADING
        if place.what.first is usual and kind not in seen:
            seen.add(kind)
            yield place


def _examples(places: Sequence[Place], context: Context) -> tuple[Evidence, ...]:
    said = context.say("So written here.", "Écrit ainsi ici.")
    return tuple(Evidence(said, InDraft(place.span)) for place in places[:_SHOWN])


#: How many places that have it right are shown.
_SHOWN = 6


def _fix(place: Place, right: str, title: str, context: Context, *, exact: bool = False) -> Fix:
    """Return the fix of one place, under the title that all places of its cluster share."""
    fix = replace_by(place.reading.text, place.place, Name(right), context.language, exact=exact)
    return replace(place.moved(fix), title=title)


RULES = (
    Rule("us-noun", Severity.INFORMATION, Across(COUNTRIES, _us_noun)),
    Rule("us-points", Severity.WARNING, Across(COUNTRIES, _us_points)),
    Rule("country-dash", Severity.WARNING, Across(COUNTRIES, _country_dash)),
    Rule("country-order", Severity.WARNING, Across(COUNTRIES, _country_order)),
    Rule("demonym", Severity.HINT, Across(COUNTRIES, _demonym), on=False),
    Rule("lost-dash", Severity.ERROR, Across(COUNTRIES, _lost_dash)),
)
