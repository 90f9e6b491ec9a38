"""Names that are nearly the register's are found, and other names are left alone."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from phrasebank.register.mentions import Matcher
from phrasebank.register.model import Kind, Register
from phrasebank.register.near_misses import NearMiss, NearMisses
from phrasebank.register.near_names import Difference
from phrasebank.text.language import Language
from phrasebank.text.words import words
from tests.register.mutate import in_a_name, in_a_person

EN, FR = Language.EN, Language.FR
INNOCENT = (Path(__file__).parent / "innocent.txt").read_text("utf-8").partition("# fr\n")


def found(
    matcher: Matcher, near_misses: NearMisses, text: str, language: Language = EN
) -> tuple[NearMiss, ...]:
    parts = words(text)
    return near_misses.near_misses(text, parts, matcher.mentions(text, parts, language), language)


@pytest.mark.parametrize(
    ("language", "text", "name", "how"),
    [
        (EN, "Attorney General [Merick B. Garland] said", "Merrick B. Garland", Difference.SPELLING),
        (EN, "[Marco Mediccino], Minister", "Marco Mendicino", Difference.SPELLING),
        (EN, "[Merrick D. Garland]", "Merrick B. Garland", Difference.INITIAL),
        (EN, "and [Loretta Lynch] met", "Loretta E. Lynch", Difference.NO_INITIAL),
        (EN, "by [Secretary Mayorcas],", "Secretary Mayorkas", Difference.SPELLING),
        (EN, "the [Trilateral Fentanyl Council] met", "Trilateral Fentanyl Committee", Difference.WORD),
        (EN, "[Drug Enforcement Agency]", "Drug Enforcement Administration", Difference.WORD),
        (EN, "[Royal Canadian Mountain Police]", "Royal Canadian Mounted Police", Difference.SPELLING),
        (EN, "[Canadian Border Services Agency]", "Canada Border Services Agency", Difference.SPELLING),
        (EN, "[Royal Mounted Canadian Police]", "Royal Canadian Mounted Police", Difference.ORDER),
        (EN, "a [Crossborder Crime Forum]", "Cross-Border Crime Forum", Difference.SPELLING),
        (
            EN,
            "the [Bureau of Alcohol, Tobacco and Explosives] (ATF)",
            "Bureau of Alcohol, Tobacco, Firearms and Explosives",
            Difference.MISSING,
        ),
        (
            EN,
            "the [Roadmap for the Renewed U.S.-Canada Partnership]",
            "Roadmap for a Renewed U.S.-Canada Partnership",
            Difference.SMALL_WORD,
        ),
        (
            EN,
            "[Minister of Public Safety, Democratic Institution and Intergovernmental Affairs]",
            "Minister of Public Safety, Democratic Institutions and Intergovernmental Affairs",
            Difference.SPELLING,
        ),
        (FR, "la [Gendarmerie royale canadienne]", "Gendarmerie royale du Canada", Difference.SPELLING),
        (EN, "The [Canada Border Security Agency] met", "Canada Border Services Agency", Difference.WORD),
        (EN, "[U.S. Department of Home Security]", "U.S. Department of Homeland Security", Difference.WORD),
        (EN, "[Public Security Canada] met", "Public Safety Canada", Difference.WORD),
        (EN, "the [Cross-Border Crime Commission] met", "Cross-Border Crime Forum", Difference.WORD),
        (EN, "the [Trilateral Fentanyl Working Group] met", "Trilateral Fentanyl Committee", Difference.WORD),
        (
            EN,
            "the [Roadmap for a Renewed United States-Canada Partnership]",
            "Roadmap for a Renewed U.S.-Canada Partnership",
            Difference.SMALL_WORD,
        ),
        (
            EN,
            "the [Roadmap for a Renewed Partnership] of 2021",
            "Roadmap for a Renewed U.S.-Canada Partnership",
            Difference.MISSING,
        ),
        (
            FR,
            "l’[Agence des services frontières du Canada]",
            "Agence des services frontaliers du Canada",
            Difference.WORD,
        ),
        (
            FR,
            "la [Commission trilatérale sur le fentanyl]",
            "Comité trilatéral sur le fentanyl",
            Difference.WORD,
        ),
        (FR, "le [Comité trilatéral sur les opioïdes]", "Comité trilatéral sur le fentanyl", Difference.WORD),
        (
            FR,
            "la [Feuille de route pour un partenariat renouvelé Canada–États-Unis]",
            "Feuille de route pour un partenariat renouvelé États-Unis–Canada",
            Difference.ORDER,
        ),
        (
            FR,
            "le [Forum pour la criminalité transfrontalière]",
            "Forum sur la criminalité transfrontalière",
            Difference.SMALL_WORD,
        ),
        (
            FR,
            "l’[Agence des services frontalier du Canada]",
            "Agence des services frontaliers du Canada",
            Difference.SPELLING,
        ),
        (FR, "M. [Gary Anandasangare]", "Gary Anandasangaree", Difference.SPELLING),
    ],
)
def test_a_near_miss(
    matcher: Matcher, near_misses: NearMisses, language: Language, text: str, name: str, how: Difference
) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    (miss,) = found(matcher, near_misses, plain, language)
    assert plain[miss.span.start : miss.span.end] == plain[start:end]
    assert (miss.form.text, miss.how) == (name, how)


@pytest.mark.parametrize(
    ("language", "names", "before"),
    [
        (EN, INNOCENT[0], "Yesterday the officials met with the "),
        (FR, INNOCENT[2], "Hier, les responsables ont salué "),
    ],
)
def test_the_names_of_others_are_left_alone(
    matcher: Matcher, near_misses: NearMisses, language: Language, names: str, before: str
) -> None:
    others = [line for line in names.splitlines() if not line.startswith("#")]
    assert len(others) >= 45
    for text in [*others, *(f"{before}{name} and others." for name in others)]:
        assert not found(matcher, near_misses, text, language), text
        assert all(mention.is_exact for mention in matcher.mentions(text, words(text), language)), text


def test_what_the_register_has_is_no_near_miss(
    register: Register, matcher: Matcher, near_misses: NearMisses
) -> None:
    for entry in register.entries.values():
        for form in entry.forms:
            text = f"the [{form.text}] met"
            assert not found(matcher, near_misses, text, form.language or EN), text


def test_one_slip_in_a_name_is_found(register: Register, matcher: Matcher, near_misses: NearMisses) -> None:
    random = Random(11)
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for entry in register.entries.values():
        for form in entry.forms:
            if not form.status.allowed or form.acronym or form.anaphoric or entry.kind is Kind.TERM:
                continue
            language = form.language or EN
            slips = (
                in_a_person(entry, form, random)
                if entry.kind is Kind.PERSON
                else in_a_name(entry, form, register.lexicon, random)
            )
            for sort, slip in slips:
                text = f"Hier: {slip}, ici." if language is FR else f"Today they met with {slip}, here."
                mentions = matcher.mentions(text, words(text), language)
                named = [each for each in mentions if each.entry is entry]
                if any(each.form.status.allowed for each in named) and sort in {"missing", "word"}:
                    continue  # what is left is a right form
                made[sort] += 1
                caught[sort] += any(not each.form.status.allowed for each in named) or any(
                    miss.entry is entry for miss in found(matcher, near_misses, text, language)
                )
    recall = {sort: caught[sort] / made[sort] for sort in made}
    assert all(value >= (0.8 if sort == "word" else 0.95) for sort, value in recall.items()), recall
