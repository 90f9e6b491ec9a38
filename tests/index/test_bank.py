"""The phrasebank as others see it."""

import subprocess
import sys
from pathlib import Path

import pytest

from phrasebank.bank import Phrasebank, Sources
from phrasebank.corpus import read_statement, shipped_statements
from phrasebank.register.model import Entry, Form, Kind, Status
from phrasebank.text.language import Language
from tests.index.corpus import write


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def shipped(cache: Path) -> Phrasebank:
    return Phrasebank.open(cache=cache)


@pytest.fixture(scope="module")
def without_2024(cache: Path) -> Phrasebank:
    return Phrasebank.open(Sources(exclude=("2024-*",)), cache=cache)


def test_the_shipped_statements_oldest_first(shipped: Phrasebank) -> None:
    assert [each.id for each in shipped.statements] == [
        "2005-backgrounder.en",
        "2022-washington.en",
        "2023-ottawa.en",
        "2024-washington.en",
        "2024-washington.fr",
    ]
    assert shipped.problems == ()
    assert shipped.excluded == frozenset()


def test_a_statement_is_read_again_from_the_index(shipped: Phrasebank) -> None:
    file = shipped_statements() / "2024-washington.fr.md"
    assert shipped.statement("2024-washington.fr") == read_statement(file)
    assert shipped.file("2024-washington.fr") == file
    assert shipped.source("2024-washington.fr") == file.read_text(encoding="utf-8")
    assert shipped.statement("1999-nowhere.en") is None
    assert shipped.source("1999-nowhere.en") is None


def test_a_passage_by_its_place(shipped: Phrasebank) -> None:
    statement = shipped.statement("2023-ottawa.en")
    assert statement is not None
    for passage in statement.passages():
        found = shipped.precedent(statement.metadata.id, passage.span.start)
        assert found is not None
        assert found.passage == passage
    assert shipped.precedent("2023-ottawa.en", 0) is None


def test_each_language_has_its_own_index(shipped: Phrasebank) -> None:
    phrase = ["les", "ministres", "ont"]
    assert shipped.phrases(Language.FR).find(phrase).count
    assert not shipped.phrases(Language.EN).find(phrase).count
    (found,) = shipped.passages(Language.FR).similar(phrase, limit=1)
    assert found.precedent.metadata.language is Language.FR


def test_an_excluded_statement_is_nowhere(without_2024: Phrasebank) -> None:
    assert without_2024.excluded == {"2024-washington.en", "2024-washington.fr"}
    assert without_2024.source("2024-washington.en") is None
    assert not without_2024.phrases(Language.EN).find(["third", "cbcf"]).count
    assert without_2024.segments[Language.FR] == ()


def entry(*forms: tuple[str, tuple[str, ...]]) -> Entry:
    return Entry(
        "x", Kind.BODY, tuple(Form(text, Status.CANONICAL, seen_in=seen_in) for text, seen_in in forms)
    )


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ([("Never Seen Body", ())], True),
        ([("Body of 2024", ("2024-washington.en",))], False),
        ([("Body of 2024", ("2024-washington.en",)), ("Its Old Name", ("2005-backgrounder.en",))], True),
        ([("Cross-Border Crime Forum", ("2024-washington.en",))], True),  # the index has it elsewhere
    ],
)
def test_an_entry_known_from_excluded_statements_alone_is_withheld(
    without_2024: Phrasebank, forms: list[tuple[str, tuple[str, ...]]], expected: bool
) -> None:
    assert without_2024.attested(entry(*forms)) is expected


def test_nothing_is_withheld_when_nothing_is_excluded(shipped: Phrasebank) -> None:
    assert all(shipped.attested(each) for each in shipped.register.entries.values())


def test_folders_and_registers_of_the_user(tmp_path: Path, cache: Path) -> None:
    file = write(tmp_path / "mine", "Ministers met in Halifax.", name="2030-halifax.en", date="2030-01-01")
    bank = Phrasebank.open(
        Sources(folders=(tmp_path / "mine", tmp_path / "gone"), registers=(tmp_path / "gone.toml",)),
        cache=cache,
    )
    assert bank.statements[-1].id == "2030-halifax.en"
    assert bank.file("2030-halifax.en") == file
    (found,) = bank.phrases(Language.EN).find(["met", "in", "halifax"]).occurrences()
    assert found.metadata.place == ""
    assert {Path(problem.file).name for problem in bank.problems} == {"gone", "gone.toml"}
    file.unlink()
    assert bank.source("2030-halifax.en") is not None, "what was indexed can still be quoted"


def test_an_empty_phrasebank_answers_too() -> None:
    bank = Phrasebank()
    assert bank.statements == ()
    assert bank.phrases(Language.EN).find(["the"]).count == 0
    assert bank.passages(Language.FR).similar(["le"]) == ()
    assert bank.attested(entry(("Any", ("2024-washington.en",))))


def test_a_start_with_a_warm_cache_loads_no_parser(shipped: Phrasebank, cache: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from phrasebank.bank import Phrasebank;"
        "Phrasebank.open(cache=Path(sys.argv[1]));"
        "print(*({'yaml', 'markdown_it', 'numpy', 'pydivsufsort'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(cache)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == []
    assert shipped.statements
