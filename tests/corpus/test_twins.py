"""Twins: the 2024 pair against a table made by hand, and small statements."""

import csv
from pathlib import Path

import pytest

from phrasebank.alignment import Bead
from phrasebank.corpus import parse_statement, read_statement, shipped_statements
from phrasebank.statement import Passage, Statement
from phrasebank.text.span import Span
from phrasebank.twins import Alignment, align

TABLE = Path(__file__).with_name("alignment_2024.tsv")
"""Paragraph, how the English begins, how the French begins; ``|`` parts two passages of one row."""


@pytest.fixture(scope="module")
def pair() -> tuple[Statement, Statement]:
    folder = shipped_statements()
    return read_statement(folder / "2024-washington.en.md"), read_statement(folder / "2024-washington.fr.md")


@pytest.fixture(scope="module")
def alignment(pair: tuple[Statement, Statement]) -> Alignment:
    return align(*pair)


def begins(passages: tuple[Passage, ...], openings: str) -> bool:
    expected = openings.split(" | ")
    return len(passages) == len(expected) and all(
        passage.text.startswith(opening) for passage, opening in zip(passages, expected, strict=True)
    )


def test_the_paragraphs_of_2024(alignment: Alignment) -> None:
    assert alignment.paragraphs == tuple(Bead(range(n, n + 1), range(n, n + 1)) for n in range(21))


def test_the_sentences_of_2024(alignment: Alignment) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert {int(row["paragraph"]) for row in rows} == set(range(21))
    right = [
        row
        for row in rows
        if any(
            begins(left, row["english"]) and begins(right, row["french"])
            for left, right in alignment.passages
        )
    ]
    assert len(right) >= 0.95 * len(rows)


def test_nothing_of_2024_is_left_over(pair: tuple[Statement, Statement], alignment: Alignment) -> None:
    for side, statement in enumerate(pair):
        texts = [passage.text for passages in alignment.passages for passage in passages[side]]
        headings = [section.heading for section in statement.sections if section.heading]
        assert sorted(texts) == sorted([*headings, *(passage.text for passage in statement.passages())])


def test_the_other_language_under_the_cursor(pair: tuple[Statement, Statement], alignment: Alignment) -> None:
    english, french = pair
    at = english.source.index("transparency through foreign agent registries")
    first, second = alignment.right_of(Span(at, at + 12))
    assert first.text.startswith("La transparence offerte")
    assert second.text.startswith("Les États-Unis ont discuté")
    at = french.source.index("Foreign Agents Registration Act")
    (back,) = alignment.left_of(Span(at, at + 1))
    assert back.text.startswith("A key tool")
    at = english.source.index("Online Crime and Hate")
    (heading,) = alignment.right_of(Span(at, at + 1))
    assert heading.text == french.source[slice(*heading.span)] == "Crimes en ligne et crimes haineux"
    assert heading.paragraph == 12


def test_turned_round(pair: tuple[Statement, Statement], alignment: Alignment) -> None:
    english, french = pair
    turned = align(french, english)
    assert {(left, right) for right, left in turned.passages} == set(alignment.passages)


def statement(name: str, body: str) -> Statement:
    return parse_statement(f"---\ndate: 2031-05-06\n---\n\n{body}\n", Path(f"{name}.md"))


def test_numbers_count_headings_and_skip_what_is_no_prose() -> None:
    english = statement(
        "a.en", "# Title\n\nCanada met 12 partners.\n\n```\ncode\n```\n\n## Empty\n\n## Last\n\nMexico."
    )
    french = statement(
        "a.fr", "# Titre\n\nLe Canada a vu 12 partenaires.\n\n## Vide\n\n## Fin\n\nLe Mexique."
    )
    alignment = align(english, french)
    assert alignment.paragraphs == tuple(Bead(range(n, n + 1), range(n, n + 1)) for n in range(5))
    assert [passage.paragraph for left, _ in alignment.passages for passage in left] == [0, 1, 2, 3, 4]
    assert [passage.paragraph for passage in english.passages()] == [1, 4]


def test_a_passage_without_counterpart() -> None:
    english = statement("a.en", "Canada met 12 partners.\n\nNothing of this sentence was ever translated.")
    alignment = align(english, statement("a.fr", "Le Canada a vu 12 partenaires."))
    at = english.source.index("Nothing")
    assert alignment.right_of(Span(at, at + 7)) == ()
