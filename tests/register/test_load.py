"""What a mistake in a register file does: it is named, and the rest counts."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from phrasebank.register.load import load_register
from phrasebank.register.model import Entry, Register, Status
from phrasebank.register.tenures import holders_on
from phrasebank.text.language import Language

DOE = """\
[[person]]
id = "doe"
gender = "f"
both = "Jane M. Doe"
"""
TERM = """\
[[tenure]]
office = "us-ag"
person = "{person}"
start = "{start}"
"""


def canonical(entry: Entry, language: Language) -> str | None:
    form = entry.canonical(language)
    return form.text if form else None


Load = Callable[..., Register]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def write_and_load(*texts: str | bytes) -> Register:
        paths: list[Path] = []
        for number, text in enumerate(texts):
            path = tmp_path / f"{number}.toml"
            path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
            paths.append(path)
        return load_register(paths)

    return write_and_load


@pytest.mark.parametrize(
    ("text", "entry", "key", "message"),
    [
        (DOE + 'gendre = "f"', "doe", "gendre", "did you mean “gender”"),
        (DOE.replace('"f"', '"x"'), "doe", "gender", "must be one of: f, m"),
        (DOE + 'since = "2024-13"', "doe", "since", "“2024-13” is no date"),
        (DOE + "since = 3.5", "doe", "since", "“3.5” is no date"),
        (DOE + "tags = 7", "doe", "tags", "must be a list of texts"),
        (DOE + 'verified = "no"', "doe", "verified", "must be true or false"),
        (DOE + DOE, "doe", "id", "also in"),
        (DOE + 'en.acept = ["Jane Doe"]', "doe", "en.acept", "forms stand under: canonical"),
        (DOE + "en.accepted = [{ form = 3 }]", "doe", "en.accepted.form", "must be a text"),
        (DOE + 'en.accepted = [{ form = "J", sin = 1 }]', "doe", "en.accepted.sin", "unknown key"),
        (DOE + '[[person]]\nboth = "John Roe"', "", "id", "missing"),
        (DOE + '[[body]]\nid = "empty"', "empty", "en", "no form in either language"),
        (DOE + '[[agency]]\nid = "x"', "x", "agency", "unknown table [[agency]]; there are: person"),
        (DOE + '[person]\nid = "x"', "", "person", "write [[person]], not [person]"),
        ('[body]\nid = "x"\n' + DOE, "", "body", "write [[body]], not [body]"),
        ("colour = 3\n" + DOE, "", "colour", "unknown key"),
        (
            DOE + TERM.format(person="nobody", start="2027-01-20"),
            "us-ag / nobody",
            "person",
            "no person “nobody”",
        ),
        (DOE + TERM.format(person="doe", start="soon"), "us-ag / doe", "start", "“soon” is no date"),
        (DOE + '[[tenure]]\noffice = "us-ag"\nperson = "doe"', "us-ag / doe", "start", "missing"),
        (
            DOE + TERM.format(person="doe", start="2022-01-01") + 'end = "2021-01-01"',
            "us-ag / doe",
            "end",
            "2021-01-01 lies before the start, 2022-01-01",
        ),
        (
            DOE + TERM.format(person="doe", start="2022-01-01") + 'end = "2023-01-01"',
            "us-ag / doe",
            "start",
            "overlaps the term of garland, 2021-03-11 to 2025-01-20",
        ),
        (
            DOE + TERM.format(person="doe", start="2027-01-01") + 'title = "ca-sg"',
            "us-ag / doe",
            "title",
            "is no title of us-ag",
        ),
        (
            DOE + '[[body]]\nid = "x"\nen = "Royal Canadian Mounted Police"',
            "x",
            "canonical",
            "for rcmp already",
        ),
        (DOE + '[[meeting]]\nforum = "cbcf"', "cbcf  ?", "ordinal", "needs a forum"),
        (DOE + '[[pairs]]\nterms = [{ en = "x" }]', "", "terms", "needs en and fr"),
        (DOE + '[[body]]\nid = "z"\nsince = 2023-99-01\n', "z", "since", "not TOML in line 7"),
        (DOE + '[[body]]\nid = "z"\nen = "Z', "z", "en", "not TOML in line 7"),
        (
            DOE + '[[body]]\nid = "new"\nextends = true\nen.accepted = "N"',
            "new",
            "extends",
            "no earlier file",
        ),
    ],
)
def test_a_mistake_is_reported_and_the_rest_loads(
    load: Load, text: str, entry: str, key: str, message: str
) -> None:
    register = load(text)
    problem = next(each for each in register.problems if message in each.message)
    assert (problem.entry, problem.key) == (entry, key)
    assert problem.file.endswith("0.toml")
    assert canonical(register.entries["doe"], Language.FR) == "Jane M. Doe"
    assert "rcmp" in register.entries


def test_a_file_that_cannot_be_read_is_reported(load: Load, tmp_path: Path) -> None:
    assert "not UTF-8" in load(b"\xff\xfe\x00").problems[0].message
    assert "cannot be read" in load_register([tmp_path / "nowhere.toml"]).problems[0].message
    assert "cannot be read" in load_register([tmp_path]).problems[0].message
    assert "cannot be read" in load_register([tmp_path / "a\0b.toml"]).problems[0].message
    os.mkfifo(tmp_path / "pipe.toml")
    assert "Not a regular file" in load_register([tmp_path / "pipe.toml"]).problems[0].message


def test_an_entry_knows_its_line(load: Load) -> None:
    register = load("# a comment\n\n" + DOE)
    assert register.entries["doe"].line == 2


def test_one_holder_more_ends_the_open_term(load: Load) -> None:
    register = load(DOE + TERM.format(person="doe", start="2027-01-20"))
    assert not register.problems
    assert [term.person for term in holders_on(register, "us-ag", dt.date(2027, 1, 19))] == ["blanche"]
    assert [term.person for term in holders_on(register, "us-ag", dt.date(2027, 1, 20))] == ["doe"]


def test_two_open_terms_in_one_file_are_reported(load: Load) -> None:
    two = TERM.format(person="doe", start="2027-01-20") + TERM.format(person="garland", start="2028-01-20")
    register = load(DOE + two)
    assert [(each.entry, each.key) for each in register.problems] == [("us-ag / doe", "end")]
    assert [term.person for term in holders_on(register, "us-ag", dt.date(2028, 2, 1))] == ["garland"]


def test_a_term_of_the_same_person_and_office_is_restated(load: Load) -> None:
    register = load(TERM.format(person="blanche", start="2026-08-10") + 'end = "2027-03-01"')
    assert not register.problems
    assert not holders_on(register, "us-ag", dt.date(2027, 3, 1))


def test_an_entry_of_the_same_id_takes_the_place_of_the_shipped_one(load: Load) -> None:
    register = load('[[body]]\nid = "fatf"\nen = "Financial Action Task Force"\nfr = "GAFI"')
    assert [form.text for form in register.entries["fatf"].forms] == ["Financial Action Task Force", "GAFI"]


def test_an_extension_adds_forms_and_restates_facts(load: Load) -> None:
    register = load(
        """
        [[person]]
        id = "garland"
        extends = true
        en.accepted = ["Merrick Garland", "Judge Garland"]

        [[body]]
        id = "tfc"
        extends = true
        fr.canonical = "Comité trilatéral contre le fentanyl"
        note = "Confirmed by the department."
        """
    )
    garland = {form.text: form.status for form in register.entries["garland"].forms}
    assert garland["Merrick Garland"] is Status.ACCEPTED
    assert garland["Judge Garland"] is Status.ACCEPTED
    assert garland["Merrick B. Garland"] is Status.CANONICAL
    committee = register.entries["tfc"]
    assert canonical(committee, Language.FR) == "Comité trilatéral contre le fentanyl"
    assert canonical(committee, Language.EN) == "Trilateral Fentanyl Committee"
    assert {form.text: form.status for form in committee.forms}[
        "Comité trilatéral sur le fentanyl"
    ] is Status.ACCEPTED
    assert committee.note == "Confirmed by the department."


def test_a_person_turned_into_something_else_loses_the_terms(load: Load) -> None:
    register = load('[[body]]\nid = "garland"\nen = "Garland County"')
    assert [(each.entry, each.key) for each in register.problems] == [("us-ag / garland", "person")]


def test_a_later_file_overrides_an_earlier_one(load: Load) -> None:
    register = load(DOE, DOE.replace("Jane M. Doe", "Jane N. Doe"))
    assert not register.problems
    assert canonical(register.entries["doe"], Language.EN) == "Jane N. Doe"
