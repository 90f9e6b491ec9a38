"""The front matter of a statement: typed values, and mistakes by key."""

import datetime as dt

import pytest

from phrasebank.matter import Mistake, read_date, read_matter
from phrasebank.statement import Repair, Trust
from phrasebank.text.entries import LONGEST
from phrasebank.text.language import Language

WHOLE = """\
id: 2031-ottawa.fr
title: "Déclaration : le Forum"
date: 2031-05-06
place: Ottawa
hosts: [A. Name, B. Name]
language: fr
trust: copy
source: Somebody
source_url: https://example.org/a
twin: 2031-ottawa.en
repairs:
  - before: "l'\\xA0eau"
    after: l'eau
notes:
  - One thing.
  - Another.
"""


def test_every_key() -> None:
    matter = read_matter(WHOLE)
    assert matter.mistakes == ()
    assert matter.id == "2031-ottawa.fr"
    assert matter.title == "Déclaration : le Forum"
    assert matter.date == dt.date(2031, 5, 6)
    assert matter.place == "Ottawa"
    assert matter.hosts == ("A. Name", "B. Name")
    assert matter.language is Language.FR
    assert matter.trust is Trust.COPY
    assert matter.source == "Somebody"
    assert matter.source_url == "https://example.org/a"
    assert matter.twin == "2031-ottawa.en"
    assert matter.repairs == (Repair("l'\u00a0eau", "l'eau"),)
    assert matter.notes == ("One thing.", "Another.")


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ("author: me", "author", "unknown key"),
        ("date: 2031-02-30", "date", "2031-02-30"),
        ("date: [2031]", "date", "a text is expected"),
        ("language: de", "language", "en, fr"),
        ("trust: official", "trust", "agreed, copy, rewrite, background"),
        ("id: ../../etc", "id", "no id"),
        ("source_url: javascript:alert(1)", "source_url", "no web address"),
        ("place: A\nplace: B", "place", "twice"),
        ("repairs: some", "repairs", "list"),
        ("repairs: [{before: a}]", "repairs", "before"),
        ("repairs: [{before: a, after: b, why: c}]", "repairs", "nothing else"),
        ("hosts: [[a]]", "hosts", "a text is expected"),
        ("hosts: &a [x]\nnotes: [*a, *a]", "notes", "aliases"),
        ("? [a]\n: b", "?", "unknown key"),
        ("statement: cbcf", "statement", "draft"),
    ],
)
def test_a_mistake_names_its_key(text: str, key: str, says: str) -> None:
    matter = read_matter(f"title: Kept\n{text}\n")
    assert [mistake.key for mistake in matter.mistakes] == [key]
    assert says in matter.mistakes[0].message
    assert matter.title == "Kept"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title: [", "line 1"),
        ("a: 1\n\tb: 2", "not valid YAML"),
        ("- a\n- b", "key: value"),
        ("just words", "key: value"),
        ("title: " + "[" * 5000, "not valid YAML"),
        ("title: \x07", "not valid YAML"),
        ("title: " + "a" * LONGEST, "more than"),
    ],
)
def test_what_is_no_front_matter_is_one_mistake(text: str, says: str) -> None:
    (mistake,) = read_matter(text).mistakes
    assert mistake.key == ""
    assert says in mistake.message


def test_several_mistakes_are_all_told() -> None:
    matter = read_matter("date: soon\ntrust: full\nplace: Ottawa\n")
    assert [mistake.key for mistake in matter.mistakes] == ["date", "trust"]
    assert matter.place == "Ottawa"


@pytest.mark.parametrize("text", ["", "# nothing\n", "title:\ndate: ~\n"])
def test_silence_is_no_mistake(text: str) -> None:
    assert read_matter(text) == read_matter("")
    assert read_matter(text).mistakes == ()


def test_a_bomb_of_aliases_is_refused() -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 100))]
    matter = read_matter("\n".join([*lines, "notes: *a99"]))
    assert Mistake("notes", "anchors and aliases are not supported") in matter.mistakes


@pytest.mark.parametrize(
    ("text", "date"), [("2031", (2031, 1, 1)), ("2031-07", (2031, 7, 1)), ("2031-07-09", (2031, 7, 9))]
)
def test_dates_may_be_months_or_years(text: str, date: tuple[int, int, int]) -> None:
    assert read_date(text) == dt.date(*date)


@pytest.mark.parametrize("text", ["", "31", "2031-13", "2031-7-9", "9 July 2031", "２０３１", "0000"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        read_date(text)
