"""Fetching once, and saying what went wrong."""

from pathlib import Path

import pytest

from .tools import debian
from .tools.cache import kept
from .tools.process import ToolError, run


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRECEDENT_EDITORS_CACHE", str(tmp_path))
    return tmp_path


def test_a_thing_is_made_once(cache: Path) -> None:
    made: list[Path] = []
    assert kept("thing-1", made.append) == kept("thing-1", made.append) == cache / "thing-1"
    assert made == [cache / "thing-1"]


def test_what_was_left_half_made_is_made_anew(cache: Path) -> None:
    def interrupted(folder: Path) -> None:
        (folder / "half").touch()
        raise ToolError("no network")

    with pytest.raises(ToolError):
        kept("thing-1", interrupted)
    folder = kept("thing-1", lambda folder: (folder / "whole").touch())
    assert {path.name for path in folder.iterdir()} == {"whole", ".ready"}


def test_a_failure_shows_the_command_and_its_last_words() -> None:
    with pytest.raises(ToolError, match=r"`sh -c echo oh no; exit 3` ended with status 3:\n    oh no"):
        run("sh", "-c", "echo oh no; exit 3")


def test_a_missing_program_is_named() -> None:
    with pytest.raises(ToolError, match="no-such-program is not installed"):
        run("no-such-program")


def test_a_system_without_a_debian_mirror_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRECEDENT_DEBIAN_MIRROR", raising=False)
    fedora = {"ID": "fedora", "PRETTY_NAME": "Fedora"}
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: fedora)
    with pytest.raises(ToolError, match=r"Fedora names no Debian mirror.*PRECEDENT_DEBIAN_MIRROR"):
        debian.mirror()
