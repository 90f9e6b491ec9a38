"""Index files: kept, found again, made anew, done without."""

import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from phrasebank.index import builders, cache, volumes
from phrasebank.index.builders import Builders
from phrasebank.index.listing import groups, list_statements
from phrasebank.index.phrases import Phrases
from phrasebank.index.volumes import Volume, open_volumes
from phrasebank.text.language import Language
from tests.index.corpus import write


@pytest.fixture
def statements(tmp_path: Path) -> Path:
    folder = tmp_path / "statements"
    write(folder, "Ministers met in Ottawa.")
    write(folder, "Les ministres se sont réunis.", name="2020-ottawa.fr")
    return folder


class Reader:
    """Opens the index of a folder and notes what had to be read."""

    def __init__(self, statements: Path, kept: Path) -> None:
        self.statements, self.kept = statements, kept
        self.read: list[tuple[int, int]] = []

    def __call__(self, running: Builders | None = None) -> Volume:
        self.read.clear()
        wanted = list(groups(list_statements([self.statements]).files[0]))
        (volume,) = open_volumes(wanted, self.kept, running or Builders(), self.note)
        return volume

    def note(self, done: int, total: int) -> None:
        self.read.append((done, total))


@pytest.fixture
def read(statements: Path, tmp_path: Path) -> Reader:
    return Reader(statements, tmp_path / "cache")


def count(volume: Volume, *keys: str, language: Language = Language.EN) -> int:
    return Phrases((volume.segments[language],)).find(keys).count


def kept_files(read: Reader) -> list[Path]:
    return sorted(read.kept.iterdir())


def test_built_once_and_found_again(read: Reader) -> None:
    assert count(read(), "ministers", "met") == 1
    assert read.read[-1][0] == read.read[-1][1] > 0
    again = read()
    assert read.read == []
    assert count(again, "ministers", "met") == 1
    assert count(again, "ministres", language=Language.FR) == 1
    assert [file.suffix for file in kept_files(read)] == [".index"]


def test_a_changed_file_is_indexed_anew(read: Reader) -> None:
    read()
    write(read.statements, "Ministers left.")
    volume = read()
    assert (count(volume, "met"), count(volume, "left")) == (0, 1)


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize(
    "spoil",
    [
        flip,
        lambda file: file.write_bytes(file.read_bytes()[:-9]),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"PRECDNT\n" + b"\xff" * 600),
    ],
    ids=["flipped", "cut", "empty", "garbage"],
)
def test_a_damaged_file_is_made_anew(
    read: Reader, spoil: Callable[[Path], object], caplog: pytest.LogCaptureFixture
) -> None:
    read()
    (file,) = kept_files(read)
    spoil(file)
    assert count(read(), "met") == 1
    assert read.read
    assert str(file) in caplog.text
    read()
    assert read.read == []


def test_another_version_of_the_program_builds_its_own(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    read()
    monkeypatch.setattr(cache, "code", lambda: "another")
    read()
    assert read.read
    assert len(kept_files(read)) == 2


def test_a_disk_that_cannot_be_written_leaves_it_in_memory(
    read: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    read.kept.write_text("no folder can be made where a file is")
    assert count(read(), "met") == 1
    assert "kept in memory" in caplog.text


def test_where_no_process_starts_it_is_built_here(
    read: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", "")
    assert count(read(), "met") == 1
    assert "in this process" in caplog.text


@pytest.mark.parametrize(
    "start", ["import sys; sys.exit(3)", "print('no JSON', flush=True)", "import nothing"]
)
def test_a_builder_that_fails_takes_nothing_with_it(
    read: Reader, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    monkeypatch.setattr(builders, "_START", start)
    assert count(read(), "met") == 1
    monkeypatch.setattr(volumes, "_SMALL", 0)
    volume = read()
    assert volume.segments == {}
    assert "can't be indexed" in str(volume.mistakes[0])


def test_builders_can_be_stopped(read: Reader) -> None:
    running = Builders()
    running.stop()
    assert read(running).segments == {}
    assert not read.kept.exists() or kept_files(read) == []


def test_a_builder_does_not_outlive_who_started_it() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "phrasebank.index.builder"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    process.communicate(b"", timeout=60)
    assert process.returncode != 0


def test_two_at_once_do_not_harm_each_other(read: Reader) -> None:
    found: list[int] = []
    readers = [Reader(read.statements, read.kept) for _ in range(3)]
    threads = [Thread(target=lambda each=each: found.append(count(each(), "met"))) for each in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1, 1, 1]
    assert [file.suffix for file in kept_files(read)] == [".index"]


def test_mistakes_are_kept_with_the_index(read: Reader) -> None:
    nameless = read.statements / "nameless.md"
    nameless.write_text("No date here.", encoding="utf-8")
    damaged = write(read.statements, "They met. I ntegrated teams came.", name="2019-paris.en")
    (read.statements / "binary-2019.md").write_bytes(b"\xff\xfe\x00")
    for _ in range(2):
        messages = [str(mistake) for mistake in read().mistakes]
        assert [message.split(":")[0] for message in messages] == [
            str(damaged),
            str(read.statements / "binary-2019.md"),
            str(nameless),
        ]
        assert messages[0].endswith("1 sentence is not indexed for broken words, the first in line 7")


def test_what_is_long_unused_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    month = 31 * 86_400
    for name, age in [
        ("old.index", month),
        ("new.index", 0),
        ("left.unfinished", 2 * 86_400),
        ("now.unfinished", 0),
        ("mine.txt", month),
    ]:
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, times=(time.time() - age,) * 2)
    cache.prune(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine.txt", "new.index", "now.unfinished"]


def test_too_much_is_deleted_from_the_longest_unused_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_MOST", 250)
    for age, name in enumerate("abcd"):
        (tmp_path / f"{name}.index").write_bytes(bytes(100))
        os.utime(tmp_path / f"{name}.index", times=(time.time() - age,) * 2)
    cache.prune(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.index", "b.index"]


def test_use_keeps_a_file(read: Reader) -> None:
    read()
    (file,) = kept_files(read)
    os.utime(file, times=(1, 1))
    read()
    assert time.time() - file.stat().st_mtime < 86_400


def test_logs_quote_no_text(read: Reader, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    read()
    assert "Ministers" not in caplog.text
