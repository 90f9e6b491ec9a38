"""Which of the names that a few letters begin stands first."""

import pytest

from tests.assist.offered import results

MEETING = "Attorney General Merrick B. Garland met Ministers.\n\n"


@pytest.mark.parametrize(
    ("typed", "acronym", "language"),
    [
        ("between the Canada Border Services Agency (CB$0", "CBSA", "en"),
        ("between the Royal Canadian Mounted Police (RC$0", "RCMP", "en"),
        ("avec l’Agence des services frontaliers du Canada (AS$0", "ASFC", "fr"),
    ],
)
def test_the_acronym_of_the_name_before_the_bracket(typed: str, acronym: str, language: str) -> None:
    assert results(typed, language)[0].startswith(typed[:-4] + acronym)


def test_who_was_named_is_not_named_by_given_name_again() -> None:
    offered = results(f"{MEETING}They build on prior Me$0", date="2024-07-12")
    assert not offered[0].endswith("Garland")


def test_but_by_title_and_surname() -> None:
    offered = results(f"{MEETING}They thanked Attorney General Ga$0", date="2024-07-12")
    assert offered[0].endswith("They thanked Attorney General Garland")
