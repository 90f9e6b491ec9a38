"""Family: acronyms are defined once, at their first use, one way, and used afterwards."""

import re
from collections.abc import Hashable, Iterator, Sequence

from phrasebank.register.model import Entry, Form
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from precedent_ls.checks.acronym import ACRONYMS
from precedent_ls.checks.acronym_definition import (
    POSSESSIVE,
    Place,
    acronym_alone,
    bracket_of,
    definition_at,
    expansion_of,
    name_alone,
    name_of,
    preferred,
    registered_name,
    written_at,
)
from precedent_ls.checks.brackets import acronym_key
from precedent_ls.checks.evidence import registered
from precedent_ls.checks.finding import Edit, Edits, Evidence, Fix, InDraft, Severity, Tag
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.rule import Across, Context, Report, Rule


def _undefined(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    first = first_undefined(key, places, context)
    if first is None:
        return
    written = quoted(first.text, context.language)
    entry, form = registered_name(first.what, context)
    french = entry.acronym(Language.FR) if entry and context.language is Language.FR else None
    if french and acronym_key(french.text) != key:
        return  # it is English, which `fr-acronym` says
    if entry is None or form is None:
        yield Report(
            first.span,
            context.say(
                f"{written} is never defined: give the full name at its first use.",
                f"{written} n’est jamais défini\u00a0: donner le nom au long à la première occurrence.",
            ),
        )
        return
    once = len(places) == 1
    defined = form.text if once else _with_acronym(form, entry, first.text, context)
    span = next(
        (
            each.span
            for each in first.reading.mentions
            if each.entry is entry and _within(first.place, each.span)
        ),
        first.place,
    )
    cited = quoted(defined, context.language)
    yield Report(
        first.span,
        context.say(
            f"{written} is never defined: write {cited}{'' if once else ' at its first use'}.",
            f"{written} n’est jamais défini\u00a0: écrire {cited}"
            f"{'' if once else ' à la première occurrence'}.",
        ),
        evidence=registered(entry, form, context),
        fixes=(
            preferred(
                context.say(f"Write {cited}", f"Écrire {cited}"),
                written_at(first, span, name_of(defined, entry, form), context),
            ),
        ),
    )


def first_undefined(key: Hashable, places: Sequence[Place], context: Context) -> Place | None:
    """Return the first use of an acronym that is defined nowhere and has to be; headings don't count."""
    if is_well_known(key, context) or any(place.what.is_definition for place in places):
        return None
    return next((place for place in places if not place.what.in_heading), None)


def is_well_known(key: Hashable, context: Context) -> bool:
    """Tell whether an acronym (by its key) needs no definition in a draft of this release."""
    return any(
        acronym_key(each.acronym) == key and each.release in ("", context.release)
        for each in context.register.lexicon.well_known
    )


def _with_acronym(form: Form, entry: Entry, written: str, context: Context) -> str:
    """Return the name with the acronym behind it, unless the name has it inside."""
    registered = entry.acronym(context.language)
    if registered and acronym_key(registered.text) == acronym_key(written) and not written.endswith("s"):
        written = registered.text
    return form.text if f"({written})" in form.text else f"{form.text} ({written})"


def _early(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    body = [place for place in places if not place.what.in_heading]
    number = next((number for number, place in enumerate(body) if place.what.is_definition), 0)
    if number == 0 or is_well_known(key, context):
        return
    first, definition = body[0], body[number]
    written = quoted(first.text, context.language)
    defined = f"{expansion_of(definition)} ({definition.text})"
    yield Report(
        first.span,
        context.say(
            f"{written} is used before it is defined: define it here.",
            f"{written} est employé avant d’être défini\u00a0: le définir ici.",
        ),
        evidence=(Evidence(context.say("Defined here.", "Défini ici."), InDraft(definition.span)),),
        fixes=(
            preferred(
                context.say("Move the definition here", "Déplacer la définition ici"),
                written_at(first, first.place, name_of(defined, definition.what.entry), context),
                acronym_alone(definition, context),
            ),
        ),
    )


def _unused(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    if len(places) > 1 or not places[0].what.is_definition:
        return
    (place,) = places
    bracket = definition_at(place).bracket
    if any(
        each.span.start < bracket.start and bracket.end < each.span.end for each in place.reading.mentions
    ):
        return  # part of a registered name
    written = quoted(place.text, context.language)
    yield Report(
        bracket_of(place),
        context.say(
            f"{written} is defined and not used again: leave it out.",
            f"{written} est défini et ne sert plus ensuite\u00a0: le supprimer.",
        ),
        fixes=(preferred(context.say(f"Delete {written}", f"Supprimer {written}"), name_alone(place)),),
        tags=(Tag.UNNECESSARY,),
    )


def _twice(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    definitions = [place for place in places if place.what.definition and place.what.definition.sure]
    if len(definitions) < 2 or _are_numbered(definitions):
        return
    kept = next((place for place in definitions if not place.what.in_heading), definitions[0])

    def shorter() -> Iterator[Edit]:
        for place in definitions:
            if place is not kept:
                yield name_alone(place) if place.what.in_heading else acronym_alone(place, context)

    written = quoted(kept.text, context.language)
    message = context.say(
        f"{written} is defined again: define it once.",
        f"{written} est défini de nouveau\u00a0: le définir une seule fois.",
    )
    first = Evidence(context.say("First defined here.", "Défini d’abord ici."), InDraft(definitions[0].span))
    title = context.say(f"Define {written} once", f"Définir {written} une seule fois")
    fixes: tuple[Fix, ...] = (Fix(title, Edits(len(definitions) - 1, shorter), preferred=True),)
    for place in definitions[1:]:
        yield Report(bracket_of(place), message, evidence=(first,), fixes=fixes, cluster=key)
        fixes = ()  # the first mends all


def _two_ways(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    definitions = [place for place in places if place.what.definition and place.what.definition.sure]
    if _are_numbered(definitions) or len({_folded(expansion_of(place)) for place in definitions}) < 2:
        return
    entry = next((place.what.entry for place in definitions if place.what.entry), None)
    form = entry.canonical(context.language) if entry else None
    right = form.text if form else expansion_of(definitions[0])
    others = [place for place in definitions if _folded(expansion_of(place)) != _folded(right)]
    same = next((place for place in definitions if _folded(expansion_of(place)) == _folded(right)), None)
    cited = quoted(right, context.language)
    for place in others:
        definition = definition_at(place)
        written = quoted(place.text, context.language)
        yield Report(
            place.at(definition.expansion.start, definition.bracket.end),
            context.say(
                f"{written} has two names in this draft: it is {cited}.",
                f"{written} a deux noms dans ce texte\u00a0: c’est {cited}.",
            ),
            evidence=(Evidence(context.say("Defined here.", "Défini ici."), InDraft(same.span)),)
            if same
            else (),
            # Not preferred: the second definition goes (`acr-twice`), and a name off the register is
            # replaced for itself.
            fixes=(
                Fix(
                    context.say(f"Write {cited}", f"Écrire {cited}"),
                    (written_at(place, definition.expansion, name_of(right, entry, form), context),),
                ),
            ),
            cluster=key,
        )


def _are_numbered(definitions: Sequence[Place]) -> bool:
    """Tell whether several things have one acronym and numbers of their own: (AB 103) and (AB 450)."""
    return len({number[0] for place in definitions if (number := _NUMBER.search(place.text))}) > 1


_NUMBER = re.compile(r"\d+$")


def _in_heading(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    headed = [place for place in places if place.what.in_heading]
    if not headed or is_well_known(key, context):
        return
    defined = next((place for place in places if place.what.is_definition), None)
    body = [place for place in places if not place.what.in_heading]
    first = body[0] if body and not any(place.what.is_definition for place in body) else None
    for place in headed:
        written = quoted(place.text, context.language)
        yield Report(
            place.span,
            context.say(
                f"{written} in a heading: write the name there, and the acronym in the text.",
                f"{written} dans un titre\u00a0: y écrire le nom, et le sigle dans le texte.",
            ),
            fixes=tuple(_heading_fix(place, defined, first, context)),
            cluster=key,
        )


def _heading_fix(place: Place, defined: Place | None, first: Place | None, context: Context) -> Iterator[Fix]:
    """Yield the fix of an acronym in a heading.

    `defined` is where the draft defines it first, `first` where it uses it first and will have
    to define it once no heading does.
    """
    title = context.say("Write the name alone in the heading", "Écrire le nom seul dans le titre")
    if not place.what.is_definition:
        entry, form = registered_name(place.what, context)
        text = expansion_of(defined) if defined else form.text if form else None
        if text is not None:
            yield preferred(title, written_at(place, place.place, name_of(text, entry, form), context))
    elif first is not None:
        definition = name_of(f"{expansion_of(place)} ({place.text})", place.what.entry)
        yield preferred(title, name_alone(place), written_at(first, first.place, definition, context))
    else:
        yield preferred(title, name_alone(place))


def _folded(name: str) -> str:
    return surface(POSSESSIVE.sub("", name)).casefold()


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


RULES = (
    Rule("acr-undefined", Severity.WARNING, Across(ACRONYMS, _undefined)),
    Rule("acr-early", Severity.WARNING, Across(ACRONYMS, _early)),
    Rule("acr-unused", Severity.HINT, Across(ACRONYMS, _unused)),
    Rule("acr-twice", Severity.WARNING, Across(ACRONYMS, _twice)),
    Rule("acr-two-ways", Severity.WARNING, Across(ACRONYMS, _two_ways)),
    Rule("acr-heading", Severity.INFORMATION, Across(ACRONYMS, _in_heading)),
)
