"""The register files that come with the package."""

import datetime as dt
import re
from pathlib import Path

import pytest

from phrasebank.register.load import shipped_registers
from phrasebank.register.model import Country, Form, Gender, Kind, Register, Status
from phrasebank.register.tenures import title_of
from phrasebank.text.language import Language

EN, FR = Language.EN, Language.FR

#: The ids of the sheet of facts that the files were made from.
SHEET = (Path(__file__).parent / "sheet.txt").read_text("utf-8").split()


def text_of(form: Form | None) -> str | None:
    return form.text if form else None


def test_every_fact_of_the_sheet_is_there(register: Register) -> None:
    assert len(SHEET) == 78
    assert set(SHEET) <= set(register.entries)
    assert len(register.tenures) == 78
    assert not register.problems


def test_no_code_of_the_sheet_is_left_in_the_files() -> None:
    for path in shipped_registers().glob("*.toml"):
        assert not re.search(r"\[bg\]|\b[PR]\d+\b|\bseed\b", path.read_text("utf-8")), path.name


@pytest.mark.parametrize(
    ("entry", "language", "name", "acronym"),
    [
        ("rcmp", EN, "Royal Canadian Mounted Police", "RCMP"),
        ("rcmp", FR, "Gendarmerie royale du Canada", "GRC"),
        ("cbcf", FR, "Forum sur la criminalité transfrontalière", "FCT"),
        ("ibet", EN, "Integrated Border Enforcement Teams", "IBETs"),
        ("mou", EN, "Memorandum of Understanding", "MOU"),
        ("sdgs", EN, "Sustainable Development Goals", "SDGs"),
        ("sdg16", EN, "Sustainable Development Goal 16", "SDG 16"),
        ("garland", FR, "Merrick B. Garland", None),
    ],
)
def test_names_and_acronyms(
    register: Register, entry: str, language: Language, name: str, acronym: str | None
) -> None:
    found = register.entries[entry]
    assert text_of(found.canonical(language)) == name
    assert text_of(found.acronym(language)) == acronym


@pytest.mark.parametrize(
    ("office", "gender", "title"),
    [
        ("us-ag", Gender.FEMININE, "procureure générale des États-Unis"),
        ("us-ag", Gender.MASCULINE, "procureur général des États-Unis"),
        ("ca-just", Gender.FEMININE, "ministre de la Justice et procureure générale du Canada"),
        ("us-dhs-sec", Gender.FEMININE, "secrétaire à la Sécurité intérieure des États-Unis"),
    ],
)
def test_french_titles_agree(register: Register, office: str, gender: Gender, title: str) -> None:
    assert text_of(register.entries[office].canonical(FR, gender)) == title


@pytest.mark.parametrize(
    ("entry", "form", "verified"),
    [
        ("rcmp", "Gendarmerie royale du Canada", True),
        ("tfc", "Trilateral Fentanyl Committee", True),
        ("tfc", "Comité trilatéral sur le fentanyl", False),
        ("fatf", "FATF", False),
        ("ibet", "EIPF", True),
        ("ca-just", "ministre de la Justice et procureure générale du Canada", False),
    ],
)
def test_a_form_nobody_read_is_unverified_though_its_entry_is_not(
    register: Register, entry: str, form: str, verified: bool
) -> None:
    found = register.entries[entry]
    assert found.source.verified
    assert next(each for each in found.forms if each.text == form).verified is verified


@pytest.mark.parametrize(
    ("entry", "form", "status"),
    [
        ("garland", "Merrick Garland", Status.VARIANT),
        ("mendicino", "Marco Medicino", Status.VARIANT),
        ("tfc", "Trilateral Fentanyl Commission", Status.WRONG),
        ("uspis", "United States Postal Inspector Service", Status.WRONG),
        ("cbcf", "CanadaU.S. Cross-Border Crime Forum", Status.DAMAGE),
        ("us-ag", "U.S. Attorney General", Status.ACCEPTED),
        ("homan", "Tom Homan", Status.ACCEPTED),
        ("bondi", "Pam Bondi", Status.VARIANT),
    ],
)
def test_forms_off_the_register(register: Register, entry: str, form: str, status: Status) -> None:
    assert next(each for each in register.entries[entry].forms if each.text == form).status is status


def test_a_form_may_be_right_for_its_time(register: Register) -> None:
    old = next(form for form in register.entries["ps"].forms if form.text.startswith("Public Safety and"))
    assert old.status_on(dt.date(2005, 5, 18)) is Status.ACCEPTED
    assert old.status_on(dt.date(2024, 7, 12)) is Status.VARIANT


def test_attestations_name_statements(register: Register) -> None:
    forms = [form for entry in register.entries.values() for form in entry.forms]
    assert {statement for form in forms for statement in form.seen_in} == {
        "2005-backgrounder.en",
        "2022-washington.en",
        "2023-ottawa.en",
        "2024-washington.en",
        "2024-washington.fr",
    }


def test_a_term_of_office_has_the_title_of_its_time(register: Register) -> None:
    titles = {
        term.person: text_of(title_of(register, term).canonical(EN))
        for term in register.tenures
        if term.office == "ca-ps"
    }
    assert titles["leblanc"] == (
        "Minister of Public Safety, Democratic Institutions and Intergovernmental Affairs"
    )
    assert titles["goodale"] == "Minister of Public Safety and Emergency Preparedness"
    assert titles["mendicino"] == "Minister of Public Safety"
    assert titles["easter"] == "Solicitor General of Canada"


def test_holders_are_people_with_a_gender(register: Register) -> None:
    holders = {term.person for term in register.tenures}
    assert all(register.entries[person].kind is Kind.PERSON for person in holders)
    assert all(register.entries[person].gender for person in holders)


def test_the_count_of_meetings_begins_anew(register: Register) -> None:
    recent = [meeting for meeting in register.meetings if meeting.series == "2022"]
    assert [(each.ordinal, each.date and each.date.written, each.place) for each in recent] == [
        (1, "2022-03-22", "Washington"),
        (2, "2023-04-28", "Ottawa"),
        (3, "2024-07", "Washington"),
    ]
    assert recent[1].host is Country.CANADA
    assert [each.ordinal for each in register.meetings if each.series == "1997"] == [7, 9, 11, 12]


def test_a_style_before_the_surname_makes_a_form(register: Register) -> None:
    forms = {form.text: form for form in register.entries["mayorkas"].forms}
    assert forms["Secretary Mayorkas"].offices == ("us-dhs-sec",)
    assert "procureure générale Bondi" in {form.text for form in register.entries["bondi"].forms}
    assert "premier ministre Carney" in {form.text for form in register.entries["carney"].forms}


def test_the_lexicon(register: Register) -> None:
    lexicon = register.lexicon
    assert {(each.acronym, each.release) for each in lexicon.well_known} >= {("U.S.", ""), ("GRC", "canada")}
    assert any("guns" in each.avoid and each.preferred == "firearms" for each in lexicon.preferences)
    assert any("information sharing" in each.en for each in lexicon.pairs)
    policy = next(each for each in lexicon.pairs if "policy direction" in each.en)
    assert (policy.avoid_fr, policy.verified) == (("orientations politiques",), False)
    assert ("fuelled", "fueled") in {(each.canada, each.united_states) for each in lexicon.spellings}
