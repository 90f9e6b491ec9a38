"""The hand-made tables of what a person pairs a sentence with, and that hover meets them."""

from pathlib import Path

import pytest

from phrasebank.bank import Phrasebank, Sources
from phrasebank.statement import Statement
from phrasebank.text.language import Language
from phrasebank.text.words import words
from precedent_ls.assist.precedents import Match, Sentence, precedents
from tests.benchmarks.hover import HIDDEN, SHOWN, Judged, table


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


def statement(name: str, cache: Path) -> Statement:
    found = Phrasebank.open(cache=cache).statement(name)
    assert found
    return found


@pytest.mark.parametrize("name", HIDDEN)
def test_a_table_has_every_sentence_and_names_passages_that_exist(name: str, cache: Path) -> None:
    rows = list(table(name))
    texts = [passage.plain for passage in statement(name, cache).passages()]
    assert all(text.startswith(row.beginning) for row, text in zip(rows, texts, strict=True))
    assert {row.judgment for row in rows} == {"pair", "loose", "none"}
    assert sum(row.judgment == "pair" for row in rows) >= 15
    for row in rows:
        assert bool(row.right) is (row.judgment == "pair")
        for earlier, beginning in row.right:
            found = [
                each for each in statement(earlier, cache).passages() if each.plain.startswith(beginning)
            ]
            assert len(found) == 1
            assert earlier < name


def test_a_sentence_of_2024_finds_its_precedent_and_new_ones_find_none(cache: Path) -> None:
    name = "2024-washington.en"
    bank = Phrasebank.open(Sources(exclude=HIDDEN[name]), cache=cache)
    judged = [
        (row, precedents(bank, sentence(passage.text), SHOWN))
        for row, passage in zip(table(name), statement(name, cache).passages(), strict=True)
    ]
    pairs = [(row, found) for row, found in judged if row.judgment == "pair"]
    assert sum(any(is_right(each, row) for each in found) for row, found in pairs) >= 0.95 * len(pairs)
    assert sum(is_right(found[0], row) for row, found in pairs if found) >= 0.85 * len(pairs)
    new = [found for row, found in judged if row.judgment == "none"]
    assert sum(all(each.weak for each in found) for found in new) >= 0.8 * len(new)


def sentence(text: str) -> Sentence:
    return Sentence(text, tuple(word.key for word in words(text)), Language.EN)


def is_right(match: Match, row: Judged) -> bool:
    return any(
        match.precedent.metadata.id == name and match.text.startswith(beginning)
        for name, beginning in row.right
    )
