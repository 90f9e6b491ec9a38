"""Drafts to open in a real editor, in a folder of their own."""

import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from .tools.process import ToolError

ROOT = Path(__file__).parents[2]
DRAFTS = ROOT / "tests/drafts"
STATEMENTS = ROOT / "phrasebank/statements"


def or_skip(editor: Callable[[], Path]) -> Path:
    """Give an editor that a machine may do without; where it cannot be had, say why and skip the test."""
    try:
        return editor()
    except ToolError as error:
        pytest.skip(f"CANNOT BE HAD: {error}")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Give a workspace that holds copies of the drafts, free to be changed."""
    folder = tmp_path / "workspace"
    shutil.copytree(DRAFTS, folder)
    (folder / "precedent.toml").touch()
    return folder


@pytest.fixture(scope="session")
def sources() -> dict[str, str]:
    """Give all words that may be offered, by language: the statements' and the draft's own."""
    return {
        language: "\n".join(
            " ".join(path.read_text(encoding="utf-8").split())
            for path in [*STATEMENTS.glob(f"*.{language}.md"), DRAFTS / f"future.{language}.md"]
        )
        for language in ("en", "fr")
    }


@pytest.fixture(scope="session")
def index_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a cache folder that all servers of this run share, instead of the user's."""
    return tmp_path_factory.mktemp("cache")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the screen of a test that failed."""
    report = yield
    for name, value in getattr(item, "funcargs", {}).items():
        screen = getattr(value, "screen", None)
        if report.when == "call" and report.failed and screen:
            report.sections.append((f"screen of {name}", screen()))
    return report
