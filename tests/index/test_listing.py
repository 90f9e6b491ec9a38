"""Which files are indexed, and which together."""

import os
from pathlib import Path

import pytest

from phrasebank.corpus import read_statement, shipped_statements
from phrasebank.index import listing
from phrasebank.index.listing import StatementFile, groups, list_statements
from tests.index.corpus import write


def ids(folder: Path, *exclude: str) -> list[str]:
    return [file.id for files in list_statements([folder], exclude).files for file in files]


def test_ids_are_those_of_the_statements() -> None:
    for files in list_statements([shipped_statements()]).files:
        for file in files:
            assert read_statement(file.path).metadata.id == file.id


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("---\nid: 2020-ottawa.en\n---\n", "2020-ottawa.en"),
        ("\ufeff---\r\ndate: 2020\r\nid: 'x-1'  # mine\r\n---\r\n", "x-1"),
        ('---\nid: "x"\n---\n', "x"),
        ("---\ndate: 2020\n---\nid: y\n", "a-file"),
        ("id: y\n", "a-file"),
        ("", "a-file"),
    ],
)
def test_the_front_matter_says_the_id_or_else_the_name(tmp_path: Path, front: str, expected: str) -> None:
    (tmp_path / "a file.md").write_text(front, encoding="utf-8", newline="")
    assert ids(tmp_path) == [expected]


def test_statements_are_excluded_by_pattern() -> None:
    listed = list_statements([shipped_statements()], ["2024-*", "????-ottawa.fr"])
    assert listed.excluded == {"2024-washington.en", "2024-washington.fr"}
    assert len(listed.files[0]) == 3


def test_of_two_files_with_one_id_the_first_counts(tmp_path: Path) -> None:
    write(tmp_path / "a", "One.")
    second = write(tmp_path / "b", "Two.")
    listed = list_statements([tmp_path / "a", tmp_path / "b"])
    assert [len(files) for files in listed.files] == [1, 0]
    (mistake,) = listed.mistakes
    assert (mistake.file, mistake.key) == (second, "id")


def test_a_folder_named_twice_is_no_mistake(tmp_path: Path) -> None:
    write(tmp_path, "One.")
    listed = list_statements([tmp_path, tmp_path / ".." / tmp_path.name])
    assert [len(files) for files in listed.files] == [1, 0]
    assert not listed.mistakes


def test_what_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "LARGEST", 200)
    large = write(tmp_path, "word " * 100)
    listed = list_statements([tmp_path / "missing", tmp_path])
    assert [mistake.file for mistake in listed.mistakes] == [tmp_path / "missing", large]
    assert listed.files == ((), ())


def test_a_link_to_nowhere_is_named(tmp_path: Path) -> None:
    write(tmp_path, "One.")
    lost = tmp_path / "lost2031.md"
    lost.symlink_to(tmp_path / "nowhere")
    listed = list_statements([tmp_path])
    assert [len(files) for files in listed.files] == [1]
    assert [mistake.file for mistake in listed.mistakes] == [lost]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "2024-ottawa.en.md")
    (mistake,) = list_statements([tmp_path]).mistakes
    assert mistake.message == "Not a regular file"


def test_a_file_more_changes_one_group_or_two() -> None:
    files = [StatementFile(Path(f"{number}.md"), f"{number}", "", 1 << 20) for number in range(1000)]
    before = list(groups(files))
    after = list(groups([*files[:500], StatementFile(Path("new.md"), "new", "", 1 << 20), *files[500:]]))
    assert [file for group in before for file in group] == files
    assert len(before) > 8
    assert len(set(after) - set(before)) <= 2
