"""Every place of a name, a short form, a section or a phrase."""

import pytest

from precedent_ls.assist.references import highlights, references
from precedent_ls.checks.finding import InDraft, InRegister, InStatement
from tests.assist.cursor import placed, quoted
from tests.checks.bench import Bench


def here(bench: Bench, text: str, language: str = "en") -> tuple[list[str], list[str]]:
    """Return the declarations and the uses in the draft."""
    draft, offset = placed(bench, text, language)
    found = references(draft, bench.bank, offset)
    assert found
    declared = [each.span for each in found.declarations if isinstance(each, InDraft)]
    used = [each.span for each in found.uses if isinstance(each, InDraft)]
    return quoted(draft, declared), quoted(draft, used)


def there(bench: Bench, text: str, language: str = "en") -> set[str]:
    """Return what stands at the uses in statements, after the statement's id."""
    draft, offset = placed(bench, text, language)
    found = references(draft, bench.bank, offset)
    uses = found.uses if found else ()
    return {
        f"{each.statement}: {(bench.bank.source(each.statement) or '')[slice(*each.span)]}"
        for each in uses
        if isinstance(each, InStatement)
    }


@pytest.mark.parametrize(
    ("text", "language", "declared", "used"),
    [
        (
            "😀 The Royal Canadian Mounted Police (RCMP) and the $0RCMP.\r\n\r\nThe GRC?",
            "en",
            ["RCMP"],
            ["Royal Canadian Mounted Police", "RCMP"],
        ),
        (
            "The Joint Ledger Office (JLO) is new.\n\nThe $0JLO is the Joint  Ledger Office.",
            "en",
            ["JLO"],
            ["Joint Ledger Office", "JLO", "Joint  Ledger Office"],
        ),
        (
            "They (hereinafter “the Ministers”) met. The Minis$0ters left.",
            "en",
            ["Ministers"],
            ["Ministers"],
        ),
        (
            "😀 La Gendarmerie royale$0 du Canada (GRC).\r\n\r\nÀ la GRC",
            "fr",
            ["GRC"],
            ["Gendarmerie royale du Canada", "GRC"],
        ),
        (
            "Alejandro May$0orkas, then Alejandro N. Mayorkas",
            "en",
            [],
            ["Alejandro Mayorkas", "Alejandro N. Mayorkas"],
        ),
        ("The RC**M**P$0 and the `RCMP`", "en", [], ["RC**M**P"]),
    ],
)
def test_in_the_draft(bench: Bench, text: str, language: str, declared: list[str], used: list[str]) -> None:
    assert here(bench, text, language) == (declared, used)


def test_a_name_in_every_statement(bench: Bench) -> None:
    places = there(bench, "The RC$0MP")
    assert "2023-ottawa.en: RCMP" in places
    assert "2005-backgrounder.en: Royal Canadian Mounted Police" in places


def test_a_name_in_the_other_language(bench: Bench) -> None:
    assert "2024-washington.fr: FCT" in there(bench, "The Cross-Border $0Crime Forum")


def test_a_shorter_name_is_no_reference_to_a_longer_one(bench: Bench) -> None:
    longer = there(bench, "the Attorney General of $0Canada")
    assert not {place for place in longer if place.endswith(": Attorney General of the United States")}


def test_the_register_is_a_declaration(bench: Bench) -> None:
    draft, offset = placed(bench, "The RC$0MP")
    found = references(draft, bench.bank, offset)
    assert found
    assert InRegister("rcmp") in found.declarations


def test_a_phrase(bench: Bench) -> None:
    text = "Zebras plan, building on the success of previous CBCF mee$0tings, to leave."
    assert "2024-washington.en: Building on the success of previous CBCF meetings" in there(bench, text)


def test_a_phrase_in_the_draft(bench: Bench) -> None:
    text = "Zebras continue their close con$0tact daily.\n\nThey continue their\nclose contact."
    assert here(bench, text)[1] == ["continue their close contact", "continue their\nclose contact"]


def test_a_section(bench: Bench) -> None:
    assert "2024-washington.en: Conclusion" in there(bench, "## Conclu$0sion")


def test_a_statement_has_its_own_places_once(bench: Bench) -> None:
    source = bench.bank.source("2024-washington.en")
    assert source
    draft = bench.draft(source, uri="file:///2024-washington.en.md")
    found = references(draft, bench.bank, source.index("Ministers discussed"))
    assert found
    assert not [
        each
        for each in found.uses
        if isinstance(each, InStatement) and each.statement == "2024-washington.en"
    ]


@pytest.mark.parametrize("text", ["`RC$0MP`", "<!-- RC$0MP -->", "$0", "a$0 b"])
def test_nothing(bench: Bench, text: str) -> None:
    draft, offset = placed(bench, text)
    assert references(draft, bench.bank, offset) is None
    assert highlights(draft, bench.bank, offset) == ()


def test_highlights_tell_the_definition(bench: Bench) -> None:
    draft, offset = placed(bench, "Joint Ledger Office (JLO). The J$0LO")
    found = highlights(draft, bench.bank, offset)
    assert [(quoted(draft, [each.span]), each.defines) for each in found] == [
        (["Joint Ledger Office"], False),
        (["JLO"], True),
        (["JLO"], False),
    ]


def test_a_registered_name_is_marked_whole_where_its_acronym_is_defined(bench: Bench) -> None:
    name = "Bureau of Alcohol, Tobacco, Firearms and Explosives"
    draft, offset = placed(bench, f"The {name} (ATF). The A$0TF")
    assert quoted(draft, [each.span for each in highlights(draft, bench.bank, offset)]) == [
        name,
        "ATF",
        "ATF",
    ]
