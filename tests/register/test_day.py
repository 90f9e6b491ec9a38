import datetime as dt

import pytest

from phrasebank.register.day import Day


@pytest.mark.parametrize(
    ("written", "first", "last", "verified"),
    [
        ("2024-07-12", (2024, 7, 12), (2024, 7, 12), True),
        ("2024-07", (2024, 7, 1), (2024, 7, 31), True),
        ("2024-02?", (2024, 2, 1), (2024, 2, 29), False),
        ("2006", (2006, 1, 1), (2006, 12, 31), True),
    ],
)
def test_a_date_is_known_to_the_day_the_month_or_the_year(
    written: str, first: tuple[int, int, int], last: tuple[int, int, int], verified: bool
) -> None:
    day = Day.parse(written)
    assert (day.first, day.last, day.verified) == (dt.date(*first), dt.date(*last), verified)
    assert str(day) == written


@pytest.mark.parametrize("written", ["", "soon", "2024-13", "2024-02-30", "12 July 2024", "2024-7-1", "0000"])
def test_what_is_no_date_is_named_in_the_error(written: str) -> None:
    with pytest.raises(ValueError, match=f"“{written}” is no date"):
        Day.parse(written)
