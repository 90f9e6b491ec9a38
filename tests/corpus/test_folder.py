"""A folder of statements: all that can be used, and all that is wrong."""

from pathlib import Path

import pytest

from phrasebank import corpus
from phrasebank.corpus import Reading, read_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        file = folder / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.with_suffix(".md").write_text(text, encoding="utf-8")


def ids(reading: Reading) -> list[str]:
    return [statement.metadata.id for statement in reading.statements]


def mistakes(reading: Reading) -> list[tuple[str, str]]:
    return [(mistake.file.name, mistake.key) for mistake in reading.mistakes]


def test_files_are_read_in_the_order_of_their_paths(folder: Path) -> None:
    write(folder, b2031="B.", a2030="A.", old__c1999="C.", old__deep__d1998="D.")
    (folder / "2031.txt").write_text("No Markdown.", encoding="utf-8")
    reading = read_folder(folder)
    assert ids(reading) == ["a2030", "b2031", "c1999", "d1998"]
    assert reading.mistakes == ()


def test_a_file_that_cannot_be_used_leaves_the_rest(folder: Path) -> None:
    write(folder, a2030="A.", undated="---\ntitle: A\n---\n", broken2031="---\ntitle: [\n---\n")
    (folder / "latin2032.md").write_bytes(b"caf\xe9")
    reading = read_folder(folder)
    assert ids(reading) == ["a2030", "broken2031"]
    assert mistakes(reading) == [("broken2031.md", ""), ("latin2032.md", ""), ("undated.md", "date")]


def test_a_mistake_in_one_key_leaves_the_statement(folder: Path) -> None:
    write(folder, a2030="---\ntags: [x]\ntrust: full\nplace: Ottawa\n---\nA.")
    reading = read_folder(folder)
    assert reading.statements[0].metadata.place == "Ottawa"
    assert mistakes(reading) == [("a2030.md", "tags"), ("a2030.md", "trust")]


def test_an_id_is_taken_once(folder: Path) -> None:
    write(folder, a2030="---\nid: same\n---\nA.", b2030="---\nid: same\n---\nB.")
    reading = read_folder(folder)
    assert [statement.source[-2:] for statement in reading.statements] == ["A."]
    assert mistakes(reading) == [("b2030.md", "id")]
    assert "a2030.md" in reading.mistakes[0].message


def test_a_draft_is_no_precedent(folder: Path) -> None:
    write(folder, a2030="---\nstatement: cbcf\ndate: 2030-01-01\n---\nA.")
    reading = read_folder(folder)
    assert ids(reading) == []
    assert mistakes(reading) == [("a2030.md", "statement")]


def test_hidden_files_are_passed_over(folder: Path) -> None:
    write(folder, a2030="A.")
    (folder / ".git").mkdir()
    (folder / ".git" / "2031.md").write_text("B.", encoding="utf-8")
    (folder / ".2032.md").write_text("C.", encoding="utf-8")
    assert ids(read_folder(folder)) == ["a2030"]


def test_a_file_too_large_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "LARGEST", 10)
    write(folder, a2030="A sentence that is longer.")
    assert mistakes(read_folder(folder)) == [("a2030.md", "")]


def test_a_link_in_a_circle_does_no_harm(folder: Path) -> None:
    write(folder, a2030="A.")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "lost2031.md").symlink_to(folder / "nowhere")
    reading = read_folder(folder)
    assert ids(reading) == ["a2030"]
    assert mistakes(reading) == [("lost2031.md", "")]


def test_no_such_folder(folder: Path) -> None:
    reading = read_folder(folder / "gone")
    assert reading.statements == ()
    assert mistakes(reading) == [("gone", "")]
