"""What a drafter gets in Helix."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.conftest import or_skip
from tests.editors.tools.editors import helix

from .helix import Helix


@pytest.fixture
def editor(workspace: Path, index_cache: Path, request: pytest.FixtureRequest) -> Iterator[Helix]:
    """Give Helix on the draft that the test is parametrized with, the English one by default."""
    draft = getattr(request, "param", "future.en.md")
    program = or_skip(helix)
    editor = Helix(
        program, workspace.parent / "home", workspace / draft, {"XDG_CACHE_HOME": str(index_cache)}
    )
    try:
        yield editor.attached()
    finally:
        editor.close()


def test_a_wrong_form_is_mended_with_its_fix(editor: Helix) -> None:
    editor.go_to("Alejandro Mayorkas")
    editor.eventually_shows("Alejandro N. Mayorkas")
    editor.capture("finding.en")
    editor.terminal.press("Space", "a")
    editor.choose("Replace with")
    editor.eventually_written("that Alejandro N. Mayorkas, then")


@pytest.mark.parametrize("editor", ["future.fr.md"], indirect=True)
def test_french_findings_are_shown(editor: Helix) -> None:
    editor.go_to("trans-frontalière")
    editor.eventually_shows("criminalité transfrontalière")


def test_a_phrase_is_completed_across_a_space(editor: Helix) -> None:
    editor.terminal.press("g", "e", "o", "Enter")
    editor.terminal.type("The Ministers began their ")
    editor.eventually_shows("discussion of online crime")
    editor.capture("completion.en")
    editor.choose_in_list("The Ministers began their ")
    editor.eventually_written(r"The Ministers began their \w+.*")


def test_a_sentence_shows_its_precedent(editor: Helix) -> None:
    editor.go_to("close contact")
    editor.terminal.press("Space", "k")
    editor.eventually_shows("in the context of the CBCF")
    editor.capture("hover.en")
