"""Small changes of files written by hand: their comments and layout stay."""

import datetime as dt
import tomllib

import pytest

from precedent_ls.checks.finding import Appointment
from precedent_ls.checks.fixes import apply
from precedent_ls.toml_edits import appended, with_term


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'register.accept = ["é"]\n'),
        ('# ours\ndraft.files = ["*.md"]\n', 'register.accept = ["é"]\n# ours\ndraft.files = ["*.md"]\n'),
        ('[checks.severity]\nx = "off"\n', 'register.accept = ["é"]\n[checks.severity]\nx = "off"\n'),
        ('register.accept = ["a"] # why\n', 'register.accept = ["a", "é"] # why\n'),
        ("register.accept = []\n", 'register.accept = ["é"]\n'),
        ('[register]\nfiles = ["r.toml"]\n', '[register]\naccept = ["é"]\nfiles = ["r.toml"]\n'),
        (
            '[register] # names\naccept = [\n  "a]",\n]\n',
            '[register] # names\naccept = [\n  "a]",\n  "é"\n]\n',
        ),
    ],
)
def test_appended(before: str, after: str) -> None:
    edit = appended(before, "register", "accept", "é")
    assert edit
    assert apply(before, [edit]) == after


@pytest.mark.parametrize(
    "text",
    [
        "register = 1",
        "register.accept = 1",
        "not toml",
        "register = { accept = 1 }",
        'register.accept = ["é"]',
    ],
)
def test_what_is_there_or_cannot_be_read_is_left_alone(text: str) -> None:
    assert appended(text, "register", "accept", "é") is None


@pytest.mark.parametrize("text", ["", "# ours\n", '[[person]]\nid = "doe"\nboth = "J. Doe"'])
def test_term(text: str) -> None:
    edit = with_term(text, Appointment("us-ag", "doe", dt.date(2027, 1, 20)))
    said = tomllib.loads(apply(text, [edit]))
    assert said["tenure"] == [{"office": "us-ag", "person": "doe", "start": "2027-01-20"}]
