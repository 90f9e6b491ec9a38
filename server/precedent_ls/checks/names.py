"""Family: names off the register."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from phrasebank.bank import Phrasebank
from phrasebank.register.content_words import COUNTRY, SMALL
from phrasebank.register.model import Country, Entry, Kind, Status
from phrasebank.text.language import Language
from phrasebank.text.surface import surface
from phrasebank.text.words import words
from precedent_ls.checks.evidence import registered
from precedent_ls.checks.finding import Evidence, InDraft, InRegister, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.named import NAMES, Difference, Named
from precedent_ls.checks.rule import Across, Context, Occurrence, Report, Rule

#: Tags of bodies that are set up by agreement, not departments or agencies of a state.
SET_UP = frozenset({"committee", "task-force", "group", "teams", "international"})

Place = Occurrence[Named]
Judge = Callable[[Hashable, Sequence[Place], Context], Iterator[Report]]


def _about(kinds: Callable[[Entry], bool], judge: Judge) -> Judge:
    """Return a rule on entries of some kinds alone; the places that it is asked about name one entry."""

    def asked(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
        return judge(key, places, context) if kinds(places[0].what.entry) else iter(())

    return asked


def _person_name(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        if place.what.difference is not Difference.NONE:
            yield _off_register(place, context, "The name is", "Le nom est")


def _forum_name(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        if place.what.difference is not Difference.NONE:
            yield _off_register(place, context, "The Forum’s name is", "Le nom du Forum est")


def _agency_wrong(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        if _is_wrong(place.what):
            yield _off_register(place, context, "The agency’s name is", "Le nom de l’organisme est")


def _instrument_wrong(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        if _is_wrong(place.what):
            yield _off_register(place, context, "The exact name is", "Le nom exact est")


def _instrument_short(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    named_in_full = False
    for place in places:
        named = place.what
        named_in_full = named_in_full or (named.difference is Difference.NONE and not named.form.acronym)
        if named.difference is Difference.SHORT and not named.form.acronym:
            registered = named.form is not named.right
            if (registered or not named_in_full) and not _goes_on(place):
                yield _off_register(place, context, "The full name is", "Le nom complet est")


def _goes_on(place: Place) -> bool:
    """Tell whether an acronym's brackets only part a name: … Use of Data (CLOUD) Act."""
    rest = _BEHIND_BRACKETS.match(place.reading.text, place.place.end)
    right = place.what.right
    if rest is None or right is None:
        return False
    return surface(f"{place.text} {rest[1]}") == surface(right.text)


_BEHIND_BRACKETS = re.compile(r"\s*\([^()]+\)\s+(\w+)")


def _frozen_name(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        named = place.what
        if named.form.acronym or named.right is None:
            continue
        altered = named.difference in (Difference.MARKS, Difference.ORDER) or (
            named.difference is Difference.CAPITALS and _is_instrument(named.entry)
        )
        if altered and not differs_in_points(place.text, named.right.text) and not _is_noun(place, context):
            yield _off_register(place, context, "The name stays as it is,", "Le nom reste tel quel,")


def _is_noun(place: Place, context: Context) -> bool:
    """Tell words of no name, which may be those of one: a joint action plan on opioids."""
    parts = [part for part in words(place.text) if part.key not in COUNTRY]
    if any(place.text[part.start].isupper() for part in parts):
        return False
    indefinite = _INDEFINITE.search(place.reading.text, 0, place.place.start)
    return context.language is Language.EN or indefinite is not None


_INDEFINITE = re.compile(r"(?<![\w’'])(?:une?|autre|nouve(?:au|lle))\s+$", re.IGNORECASE)


def differs_in_points(written: str, right: str) -> bool:
    """Tell US from U.S., which is a matter of its own (`us-points`)."""
    return re.sub(r"\bUS\b", "U.S.", surface(written)) == surface(right)


def _mixed(kinds: Callable[[Entry], bool], en: str, fr: str) -> Judge:
    """Return a rule on one entry named in several ways; `en` and `fr` say of what sort it is."""

    def judge(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
        if not kinds(places[0].what.entry):
            return
        names = [
            place
            for place in places
            if not place.what.form.acronym
            and place.what.form.language in (None, context.language)
            and (kinds is _is_forum or not _is_slip(place.what))
        ]
        ways = Counter(_without_country(place.text) for place in names)
        if len(ways) < 2:
            return
        kept = _kept(names, ways)
        cited = quoted(kept.text, context.language)
        for place in names:
            if _without_country(place.text) != _without_country(kept.text):
                written = quoted(place.text, context.language)
                name = Name.of(kept.what.entry, replace(kept.what.form, text=kept.text))
                fix = replace_by(place.reading.text, place.place, name, context.language)
                yield Report(
                    place.span,
                    context.say(
                        f"{en} has {len(ways)} names in this draft: {written} is elsewhere {cited}.",
                        f"{fr} a {len(ways)} noms dans ce texte\u00a0: {written} est ailleurs {cited}.",
                    ),
                    evidence=(
                        Evidence(context.say("Named so here.", "Nommé ainsi ici."), InDraft(kept.span)),
                    ),
                    fixes=(place.moved(fix),),
                    cluster="mixed",
                )

    return judge


def _is_slip(named: Named) -> bool:
    """Tell a name with a word too few or in place of another, which is no second name."""
    short = named.difference is Difference.SHORT and named.form is named.right
    return short or named.difference is Difference.WORDS


def _kept(names: Sequence[Place], ways: Counter[str]) -> Place:
    """Return the name to keep: the right one, else the commonest, else the first."""
    return max(
        names,
        key=lambda place: (
            place.what.form.status is Status.CANONICAL and place.what.difference is Difference.NONE,
            place.what.difference is Difference.NONE,
            ways[_without_country(place.text)],
        ),
    )


@lru_cache(maxsize=1 << 10)
def _without_country(name: str) -> str:
    """Return what is left of a name without the countries before and behind it."""
    parts = words(name)
    core = list(parts)
    while core and (core[0].key in COUNTRY or core[0].key in SMALL):
        core.pop(0)
    while core and (core[-1].key in COUNTRY or core[-1].key in SMALL):
        core.pop()
    return surface(name[core[0].start : core[-1].end] if core else name).casefold()


def _legal(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    for place in places:
        named = place.what
        if named.entry.kind is not Kind.BODY or named.difference is not Difference.DATED:
            continue
        if _AN_ACT.match(place.reading.text, place.place.end):
            continue
        applied = next((other for other in places if other.what.difference is Difference.NONE), None)
        report = _off_register(
            place, context, "The applied title today is", "Le titre d’usage est aujourd’hui"
        )
        if applied is not None:
            here = Evidence(context.say("The applied title.", "Le titre d’usage."), InDraft(applied.span))
            report = replace(report, evidence=(*report.evidence, here))
        yield report


_AN_ACT = re.compile(r"\s+(?:Act|Regulations?|Order)\b")


def _ambiguous(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    entry = places[0].what.entry
    if entry.kind is not Kind.BODY or entry.country is None:
        return
    for place in places:
        if place.what.difference is Difference.NONE and not place.what.form.acronym:
            twin = _namesake(context.bank, surface(place.text), entry.country, context.language)
            right = entry.canonical(context.language)
            if twin is None or right is None or _MARKED.search(place.reading.text, 0, place.place.start):
                continue
            fix = replace_by(
                place.reading.text, place.place, Name.of(entry, right), context.language, exact=False
            )
            written = quoted(place.text, context.language)
            yield Report(
                place.span,
                context.say(
                    f"Both countries have a {written}: name the country, "
                    f"as in {quoted(right.text, Language.EN)}.",
                    f"Les deux pays ont un {written}\u00a0: nommer le pays, comme dans "
                    f"{quoted(right.text, Language.FR)}.",
                ),
                evidence=tuple(
                    Evidence(form.text, InRegister(each.id))
                    for each in (entry, twin)
                    if (form := each.canonical(context.language))
                ),
                fixes=(place.moved(fix),),
                cluster="ambiguous",
            )


_MARKED = re.compile(r"(?:\bCanada[’']s|\bCanadian|\bAmerican|\bU\.S\.|\bUnited States)\s+$")


@lru_cache(maxsize=1 << 10)
def _namesake(bank: Phrasebank, name: str, country: Country | None, language: Language) -> Entry | None:
    """Return a body of the other country whose name begins or ends with the words of this one."""
    return next(
        (
            other
            for other in bank.register.entries.values()
            if other.kind is Kind.BODY and other.country not in (None, country)
            for form in other.names(language)
            if surface(form.text) != name
            and (surface(form.text).startswith(f"{name} ") or surface(form.text).endswith(f" {name}"))
        ),
        None,
    )


def _is_person(entry: Entry) -> bool:
    return entry.kind is Kind.PERSON


def _is_frozen(entry: Entry) -> bool:
    return _is_agency(entry) or _is_instrument(entry)


def _is_forum(entry: Entry) -> bool:
    return entry.kind is Kind.FORUM


def _is_agency(entry: Entry) -> bool:
    return entry.kind is Kind.BODY and SET_UP.isdisjoint(entry.tags)


def _is_instrument(entry: Entry) -> bool:
    return entry.kind in (Kind.INSTRUMENT, Kind.STATUTE) or (
        entry.kind is Kind.BODY and not SET_UP.isdisjoint(entry.tags)
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
    evidence = registered(named.entry, named.right, context)
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


RULES = (
    Rule("person-name", Severity.WARNING, Across(NAMES, _about(_is_person, _person_name))),
    Rule("forum-name", Severity.ERROR, Across(NAMES, _about(_is_forum, _forum_name))),
    Rule("forum-name-mixed", Severity.WARNING, Across(NAMES, _mixed(_is_forum, "The Forum", "Le Forum"))),
    Rule("instrument-wrong", Severity.ERROR, Across(NAMES, _about(_is_instrument, _instrument_wrong))),
    Rule("instrument-short", Severity.WARNING, Across(NAMES, _about(_is_instrument, _instrument_short))),
    Rule("frozen-name", Severity.WARNING, Across(NAMES, _about(_is_frozen, _frozen_name))),
    Rule("agency-wrong", Severity.ERROR, Across(NAMES, _about(_is_agency, _agency_wrong))),
    Rule("agency-mixed", Severity.WARNING, Across(NAMES, _mixed(_is_agency, "The agency", "L’organisme"))),
    Rule("legal-vs-applied", Severity.WARNING, Across(NAMES, _legal)),
    Rule("ambiguous-dept", Severity.INFORMATION, Across(NAMES, _ambiguous)),
)
