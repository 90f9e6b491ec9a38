"""The front matter of a draft: every key that can be read counts, every mistake has a place."""

import datetime as dt

import pytest

from phrasebank.register.model import Country
from phrasebank.text.language import Language
from precedent_ls.draft.matter import read_matter


def test_all_keys() -> None:
    matter = read_matter(
        "---\nstatement: cbcf\ndate: 2026-12-03\nlanguage: FR\nrelease: canada\n"
        "twin: ../en/draft.md\naccept: [Mass-Marketing, « l’Aide »]\nhost: canada\nplace: Québec\n"
        "tags: {ours: 1}\n---\n",
        0,
    )
    assert matter.statement == "cbcf"
    assert matter.date == dt.date(2026, 12, 3)
    assert matter.language is Language.FR
    assert matter.release is Country.CANADA
    assert matter.twin == "../en/draft.md"
    assert matter.accept == ("Mass-Marketing", "« l’Aide »")
    assert (matter.host, matter.place) == (Country.CANADA, "Québec")
    assert not matter.problems


@pytest.mark.parametrize("line", ["host: example.org", "host: [a, b]", "place: {city: Ottawa}"])
def test_another_tool_s_host_or_place_is_no_mistake(line: str) -> None:
    matter = read_matter(f"---\nstatement: cbcf\n{line}\n---\n", 0)
    assert (matter.host, matter.place, matter.problems) == (None, "", ())


def test_one_form_needs_no_list() -> None:
    assert read_matter("---\naccept: gun violence\n---\n", 0).accept == ("gun violence",)


def test_while_it_is_being_typed() -> None:
    assert read_matter("---\nstatement: cbcf\nlanguage: fr", 0).language is Language.FR


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("date: 2026-13-40", "2026-13-40"),
        ("date: [2026-01-01]", "[2026-01-01]"),
        ("language: de", "de"),
        ("release: mexico", "mexico"),
        ("accept: {a: b}", "{a: b}"),
    ],
)
def test_a_mistake_costs_one_key(line: str, value: str) -> None:
    text = f"---\nstatement: cbcf\n{line}\ntwin: other.md\n---\n"
    matter = read_matter(text, 0)
    (problem,) = matter.problems
    assert text[problem.span.start : problem.span.end] == value
    assert matter.statement == "cbcf"
    assert matter.twin == "other.md"


@pytest.mark.parametrize(
    "body", ["date: [", "\t- x", "just words", "a: &a [*a]", "- list", "\x00", "a: " + "[" * 5000]
)
def test_what_cannot_be_read_is_one_problem_in_place(body: str) -> None:
    text = f"---\n{body}\n---\n"
    matter = read_matter(text, 0)
    assert len(matter.problems) <= 1
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in matter.problems)


@pytest.mark.parametrize(
    ("line", "en", "fr"),
    [
        ("date: demain", "`date`: “demain” is no day", "`date` : « demain » n’est pas un jour"),
        ("language: de", "is none of en, fr", "n’est aucun de en, fr"),
        ("twin: [a, b]", "one value is expected", "une seule valeur est attendue"),
        ("twin: a.md\ntwin: b.md", "given twice", "donné deux fois"),
        ("date: [", "not valid YAML", "ce n’est pas du YAML valide, ligne 2"),
    ],
)
def test_a_mistake_is_told_in_both_languages(line: str, en: str, fr: str) -> None:
    (problem,) = read_matter(f"---\n{line}\n---\n", 0).problems
    assert en in problem.en
    assert fr in problem.fr.replace("\u00a0", " ")
