import datetime as dt

import pytest

from phrasebank.register.model import Register
from phrasebank.register.tenures import (
    holders_on,
    is_doubtful,
    is_over,
    last_term,
    offices_of,
    terms_of,
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("office", "on", "people"),
    [
        ("us-ag", "2024-07-11", ["garland"]),
        ("us-ag", "2025-02-04", ["mchenry"]),
        ("us-ag", "2026-11-24", ["blanche"]),
        ("us-dhs-sec", "2022-03-22", ["mayorkas"]),
        ("ca-ps", "2023-07-25", ["mendicino"]),
        ("ca-ps", "2023-07-26", ["leblanc"]),
        ("ca-ps-di-ia", "2023-07-26", ["leblanc"]),
        ("ca-ps", "2025-05-13", ["anandasangaree"]),
        ("ca-just", "2026-01-01", ["fraser"]),
        ("ca-just", "1700-01-01", []),
        ("ca-fentanyl", "2024-01-01", []),
    ],
)
def test_who_held_an_office(register: Register, office: str, on: str, people: list[str]) -> None:
    assert [term.person for term in holders_on(register, office, day(on))] == people


def test_what_a_person_held(register: Register) -> None:
    assert [term.office for term in offices_of(register, "anandasangaree", day("2025-04-01"))] == ["ca-just"]
    assert [term.office for term in terms_of(register, "blair")] == ["ca-border-security", "ca-ps"]
    last = last_term(register, "toews", day("2026-01-01"))
    assert last is not None
    assert (last.office, last.end) == ("ca-ps", day("2013-07-09"))
    assert last_term(register, "fraser", day("2026-01-01")) is None


@pytest.mark.parametrize(
    ("person", "on", "over", "why"),
    [
        ("mendicino", "2026-01-01", True, "its end was read"),
        ("mayorkas", "2026-01-01", True, "its end was not read, but the successor's start was"),
        ("mayorkas", "2025-01-21", False, "no successor whose start was read yet"),
        ("fraser", "2026-01-01", False, "it goes on"),
        ("cauchon", "2026-01-01", True, "a later holder's start was read"),
    ],
)
def test_a_term_is_over_for_certain(register: Register, person: str, on: str, over: bool, why: str) -> None:
    assert is_over(register, terms_of(register, person)[-1], day(on)) is over, why


@pytest.mark.parametrize(
    ("person", "on", "doubtful", "why"),
    [
        ("blanche", "2026-11-24", False, "seen in September 2026"),
        ("brosseau", "2026-11-24", True, "not seen since August 2025"),
        ("fraser", "2999-01-01", True, "nobody knows"),
        ("homan", "2026-11-24", False, "seen in the course of 2026"),
        ("mayorkas", "2025-01-21", True, "neither its end nor a successor was read by then"),
        ("garland", "2024-07-11", False, "it lies in the past, both days read"),
        ("cauchon", "2003-01-01", True, "nothing read supports it"),
    ],
)
def test_a_term_asks_to_be_confirmed(
    register: Register, person: str, on: str, doubtful: bool, why: str
) -> None:
    assert is_doubtful(register, terms_of(register, person)[-1], day(on)) is doubtful, why
