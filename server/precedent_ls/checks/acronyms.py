"""Family: acronyms are defined once, at their first use, one way, and used afterwards."""

import re
from collections.abc import Hashable, Iterator, Sequence

from phrasebank.register.model import Entry, Form, Status
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from precedent_ls.checks.acronym import ACRONYMS, Acronym, Definition
from precedent_ls.checks.brackets import acronym_key
from precedent_ls.checks.evidence import registered
from precedent_ls.checks.finding import Edit, Edits, Evidence, Fix, InDraft, Severity, Tag
from precedent_ls.checks.fixes import Name, quoted, replacement
from precedent_ls.checks.rule import Across, Context, Occurrence, Report, Rule

Place = Occurrence[Acronym]


def _undefined(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    first = first_undefined(key, places, context)
    if first is None:
        return
    written = quoted(first.text, context.language)
    entry, form = _registered(first.what, context)
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
            _fix(
                context.say(f"Write {cited}", f"Écrire {cited}"),
                _written(first, span, _name(defined, entry, form), context),
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


def _registered(acronym: Acronym, context: Context) -> tuple[Entry | None, Form | None]:
    """Return the entry that an acronym stands for, and its name in the acronym's number."""
    key = acronym_key(acronym.written)
    entry = acronym.entry or next(
        (
            entry
            for entry in context.register.entries.values()
            if any(form.acronym and acronym_key(form.text) == key for form in entry.names(context.language))
        ),
        None,
    )
    if entry is None:
        return None, None
    names = [
        form
        for form in entry.names(context.language)
        if form.status is Status.CANONICAL and not form.acronym and not form.anaphoric
    ]
    plural = acronym.written.endswith("s")
    agreeing = [form for form in names if (form.plural or entry.plural) is plural]
    return entry, next(iter(agreeing or names), None)


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
    defined = f"{_expansion(definition)} ({definition.text})"
    yield Report(
        first.span,
        context.say(
            f"{written} is used before it is defined: define it here.",
            f"{written} est employé avant d’être défini\u00a0: le définir ici.",
        ),
        evidence=(Evidence(context.say("Defined here.", "Défini ici."), InDraft(definition.span)),),
        fixes=(
            _fix(
                context.say("Move the definition here", "Déplacer la définition ici"),
                _written(first, first.place, _name(defined, definition.what.entry), context),
                _acronym_alone(definition, context),
            ),
        ),
    )


def _unused(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    if len(places) > 1 or not places[0].what.is_definition:
        return
    (place,) = places
    bracket = _definition(place).bracket
    if any(
        each.span.start < bracket.start and bracket.end < each.span.end for each in place.reading.mentions
    ):
        return  # part of a registered name
    written = quoted(place.text, context.language)
    yield Report(
        _bracket(place),
        context.say(
            f"{written} is defined and not used again: leave it out.",
            f"{written} est défini et ne sert plus ensuite\u00a0: le supprimer.",
        ),
        fixes=(_fix(context.say(f"Delete {written}", f"Supprimer {written}"), _name_alone(place)),),
        tags=(Tag.UNNECESSARY,),
    )


def _twice(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    definitions = [place for place in places if place.what.is_definition]
    if len(definitions) < 2:
        return
    kept = next((place for place in definitions if not place.what.in_heading), definitions[0])

    def shorter() -> Iterator[Edit]:
        for place in definitions:
            if place is not kept:
                yield _name_alone(place) if place.what.in_heading else _acronym_alone(place, context)

    written = quoted(kept.text, context.language)
    message = context.say(
        f"{written} is defined again: define it once.",
        f"{written} est défini de nouveau\u00a0: le définir une seule fois.",
    )
    first = Evidence(context.say("First defined here.", "Défini d’abord ici."), InDraft(definitions[0].span))
    title = context.say(f"Define {written} once", f"Définir {written} une seule fois")
    fixes: tuple[Fix, ...] = (Fix(title, Edits(len(definitions) - 1, shorter), preferred=True),)
    for place in definitions[1:]:
        yield Report(_bracket(place), message, evidence=(first,), fixes=fixes, cluster=key)
        fixes = ()  # the first mends all


def _two_ways(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    definitions = [place for place in places if place.what.is_definition]
    if len({_folded(_expansion(place)) for place in definitions}) < 2:
        return
    entry = next((place.what.entry for place in definitions if place.what.entry), None)
    form = entry.canonical(context.language) if entry else None
    right = form.text if form else _expansion(definitions[0])
    others = [place for place in definitions if _folded(_expansion(place)) != _folded(right)]
    same = next((place for place in definitions if place not in others), None)
    cited = quoted(right, context.language)
    for place in others:
        definition = _definition(place)
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
                    (_written(place, definition.expansion, _name(right, entry, form), context),),
                ),
            ),
            cluster=key,
        )


def _in_heading(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    if is_well_known(key, context):
        return
    for place in places:
        if place.what.in_heading:
            written = quoted(place.text, context.language)
            yield Report(
                place.span,
                context.say(
                    f"{written} in a heading: write the name there, and the acronym in the text.",
                    f"{written} dans un titre\u00a0: y écrire le nom, et le sigle dans le texte.",
                ),
                fixes=tuple(_heading_fix(place, places, context)),
                cluster=key,
            )


def _heading_fix(place: Place, places: Sequence[Place], context: Context) -> Iterator[Fix]:
    title = context.say("Write the name alone in the heading", "Écrire le nom seul dans le titre")
    if not place.what.is_definition:
        defined = next((other for other in places if other.what.is_definition), None)
        entry, form = _registered(place.what, context)
        name = _expansion(defined) if defined else form.text if form else None
        if name is not None:
            yield _fix(title, _written(place, place.place, _name(name, entry, form), context))
        return
    body = [other for other in places if not other.what.in_heading]
    if body and not any(other.what.is_definition for other in body):
        defined_there = _name(f"{_expansion(place)} ({place.text})", place.what.entry)
        yield _fix(title, _name_alone(place), _written(body[0], body[0].place, defined_there, context))
    else:
        yield _fix(title, _name_alone(place))


def _fix(title: str, *edits: Edit) -> Fix:
    return Fix(title, edits, preferred=True)


def _name(text: str, entry: Entry | None, form: Form | None = None) -> Name:
    gender = (form.gender if form else None) or (entry.gender if entry else None)
    return Name(text, gender, plural=bool(form and form.plural) or bool(entry and entry.plural))


def _written(place: Place, span: Span, name: Name, context: Context) -> Edit:
    """Return the edit that writes a name at `span` of an acronym's paragraph."""
    edit = replacement(place.reading.text, span, name, context.language)
    return Edit(place.at(*edit.span), edit.text)


def _acronym_alone(place: Place, context: Context) -> Edit:
    possessive = _POSSESSIVE.search(_expansion(place))
    written = place.text + (possessive[0] if possessive else "")
    return _written(place, _definition(place).whole, _name(written, place.what.entry), context)


def _name_alone(place: Place) -> Edit:
    """Return the edit that takes the acronym out of a definition."""
    definition = _definition(place)
    if definition.expansion.start >= definition.bracket.start:  # ATF (Bureau of …)
        return Edit(place.at(*definition.whole), _expansion(place))
    return Edit(place.at(*definition.bracket), "")


def _definition(place: Place) -> Definition:
    """Return the definition at a place that has one."""
    assert place.what.definition
    return place.what.definition


def _expansion(place: Place) -> str:
    expansion = _definition(place).expansion
    return place.reading.text[expansion.start : expansion.end]


def _bracket(place: Place) -> Span:
    """Return the brackets without the space before them."""
    bracket = _definition(place).bracket
    text = place.reading.text[bracket.start : bracket.end]
    return place.at(bracket.end - len(text.lstrip()), bracket.end)


def _folded(name: str) -> str:
    return surface(_POSSESSIVE.sub("", name)).casefold()


_POSSESSIVE = re.compile(r"[’']s$")


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
