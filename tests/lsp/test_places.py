"""What an editor opens is a copy, and it is there."""

from pathlib import Path

import pytest

from phrasebank.bank import Phrasebank
from phrasebank.text.span import Span
from precedent_ls.draft.files import path_of
from precedent_ls.lsp import places
from precedent_ls.lsp.client import Client


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Phrasebank:
    """Return the phrasebank; copies are kept in a folder of the test's own."""
    places._register.cache_clear()
    monkeypatch.setattr(places, "user_cache_path", lambda _: tmp_path / "copies")
    return Phrasebank.open(cache=tmp_path / "index")


def opened(bank: Phrasebank) -> list[Path]:
    found = (
        places.in_register(bank, "rcmp"),
        places.in_statement(bank, "2024-washington.fr", Span(0, 3), Client()),
    )
    return [path for each in found if each and (path := path_of(each.uri))]


def test_copies_of_one_content_are_one(bank: Phrasebank) -> None:
    assert opened(bank) == opened(bank)
    assert [path.name for path in opened(bank)] == ["bodies.toml", "2024-washington.fr.md"]


def test_what_was_deleted_is_there_again(bank: Phrasebank) -> None:
    before = opened(bank)
    for path in before:
        path.unlink()
    assert opened(bank) == before
    assert all(path.exists() for path in before)


def test_what_is_not_there_is_not_opened(bank: Phrasebank) -> None:
    assert places.in_register(bank, "nobody") is None
    assert places.in_statement(bank, "2031-nowhere.en", Span(0, 3), Client()) is None


def test_where_nothing_can_be_written(bank: Phrasebank, tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("in the way", encoding="utf-8")
    assert opened(bank) == []
