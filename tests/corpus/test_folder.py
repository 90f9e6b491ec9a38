"""A folder of statements: which files are read, and what is made of one with mistakes."""

from pathlib import Path

import pytest

from phrasebank.corpus import read_content, statement_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("A.", encoding="utf-8")


def found(folder: Path) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in statement_files(folder)]


def test_files_come_in_the_order_of_their_paths(folder: Path) -> None:
    write(folder, "b2031.md", "a2030.md", "old/c1999.md", "old/deep/d1998.md", "2031.txt")
    assert found(folder) == ["a2030.md", "b2031.md", "old/c1999.md", "old/deep/d1998.md"]


def test_hidden_files_are_passed_over(folder: Path) -> None:
    write(folder, "a2030.md", ".git/2031.md", ".2032.md")
    assert found(folder) == ["a2030.md"]


def test_a_link_in_a_circle_does_no_harm(folder: Path) -> None:
    write(folder, "a2030.md")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    assert found(folder) == ["a2030.md"]


def test_no_such_folder(folder: Path) -> None:
    assert found(folder / "gone") == []


@pytest.mark.parametrize(
    ("text", "usable", "keys"),
    [
        (b"A.", True, []),
        (b"---\ntitle: [\n---\n", True, [""]),
        (b"---\ntags: [x]\ntrust: full\nplace: Ottawa\n---\nA.", True, ["tags", "trust"]),
        (b"---\nstatement: cbcf\ndate: 2030-01-01\n---\nA.", False, ["statement"]),  # a draft is no precedent
        (b"caf\xe9", False, [""]),
    ],
)
def test_a_mistake_leaves_what_can_be_used(text: bytes, usable: bool, keys: list[str]) -> None:
    reading = read_content(text, Path("2030.md"))
    assert bool(reading.statements) is usable
    assert [mistake.key for mistake in reading.mistakes] == keys
