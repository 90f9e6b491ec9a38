"""Family: names off the register."""

from collections.abc import Hashable, Iterator, Sequence

from phrasebank.register.model import Entry, Kind, Status
from precedent_ls.checks.finding import Evidence, InRegister, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.named import NAMES, Difference, Named
from precedent_ls.checks.rule import Across, Context, Occurrence, Report, Rule

#: Tags of bodies that are set up by agreement, not departments or agencies of a state.
_SET_UP = frozenset({"committee", "task-force", "group", "teams", "international"})

Place = Occurrence[Named]


def _person_name(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        if place.what.entry.kind is Kind.PERSON and place.what.difference is not Difference.NONE:
            yield _off_register(place, context, "The name is", "Le nom est")


def _forum_name(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        if place.what.entry.kind is Kind.FORUM and place.what.difference is not Difference.NONE:
            yield _off_register(place, context, "The Forum’s name is", "Le nom du Forum est")


def _agency_wrong(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        if _is_agency(place.what.entry) and _is_wrong(place.what):
            yield _off_register(place, context, "The agency’s name is", "Le nom de l’organisme est")


def _instrument_wrong(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        if _is_instrument(place.what.entry) and _is_wrong(place.what):
            yield _off_register(place, context, "The exact name is", "Le nom exact est")


def _is_agency(entry: Entry) -> bool:
    return entry.kind is Kind.BODY and _SET_UP.isdisjoint(entry.tags)


def _is_instrument(entry: Entry) -> bool:
    return entry.kind in (Kind.INSTRUMENT, Kind.STATUTE) or (
        entry.kind is Kind.BODY and not _SET_UP.isdisjoint(entry.tags)
    )


def _is_wrong(named: Named) -> bool:
    if named.form.acronym:
        return False
    return named.difference is Difference.WORDS or (
        named.form.status is Status.WRONG and named.difference is Difference.OTHERWISE
    )


def _off_register(place: Place, context: Context, en: str, fr: str) -> Report:
    """Report a name; `en` and `fr` say what the right form is: “The Forum’s name is”."""
    named, language = place.what, context.language
    written = quoted(place.text, language)
    evidence = (_in_register(named, context),)
    if named.right is None:
        return Report(
            place.span,
            context.say(f"The register does not have {written}.", f"Le registre n’a pas {written}."),
            evidence,
            cluster=place.text,
        )
    right = quoted(named.right.text, language)
    name = Name.of(named.entry, named.right)
    return Report(
        place.span,
        context.say(f"{en} {right}, not {written}.", f"{fr} {right}, non {written}."),
        evidence,
        fixes=(place.moved(replace_by(place.reading.text, place.place, name, language)),),
        unverified=not named.right.verified,
        cluster=place.text,
    )


def _in_register(named: Named, context: Context) -> Evidence:
    name = named.right.text if named.right else named.entry.id
    source = named.entry.source.text
    if source:
        message = context.say(
            f"Register: {name}. Source: {source}", f"Registre\u00a0: {name}. Source\u00a0: {source}"
        )
    else:
        message = context.say(f"Register: {name}", f"Registre\u00a0: {name}")
    return Evidence(message, InRegister(named.entry.id))


RULES = (
    Rule("person-name", Severity.WARNING, Across(NAMES, _person_name)),
    Rule("forum-name", Severity.ERROR, Across(NAMES, _forum_name)),
    Rule("agency-wrong", Severity.ERROR, Across(NAMES, _agency_wrong)),
    Rule("instrument-wrong", Severity.ERROR, Across(NAMES, _instrument_wrong)),
)
