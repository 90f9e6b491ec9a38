"""What a drafter gets in Emacs, with Eglot."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.conftest import or_skip
from tests.editors.eventually import eventually
from tests.editors.tools.editors import emacs
from tests.editors.tools.process import run

from .emacs import PLUGIN, Emacs


@pytest.fixture
def editor(workspace: Path, index_cache: Path, request: pytest.FixtureRequest) -> Iterator[Emacs]:
    """Give Emacs on the draft that the test is parametrized with, the English one by default."""
    draft = getattr(request, "param", "future.en.md")
    program = or_skip(emacs)
    editor = Emacs(
        program, workspace.parent / "home", workspace / draft, {"XDG_CACHE_HOME": str(index_cache)}
    )
    try:
        yield editor.attached()
    finally:
        editor.close()


def test_the_settings_compile_without_a_warning(tmp_path: Path) -> None:
    source = shutil.copy(PLUGIN / "precedent.el", tmp_path)
    strictly = "(setq byte-compile-error-on-warn t)"
    run(or_skip(emacs), "-Q", "--batch", "--eval", strictly, "-f", "batch-byte-compile", source)


def test_a_wrong_form_is_shown_and_mended_with_its_fix(editor: Emacs) -> None:
    eventually("the finding", editor.findings, lambda found: "Alejandro N. Mayorkas" in "\n".join(found))
    editor.go_to("Alejandro Mayorkas")
    editor.terminal.press("M-x")
    editor.terminal.type("eglot-code-action-quickfix")
    editor.terminal.press("Enter")
    editor.eventually_shows("Pick an action")
    editor.terminal.press("Enter")
    eventually("the right form", editor.text, lambda text: "Alejandro N. Mayorkas" in text)


def test_a_phrase_is_completed_across_a_space(editor: Emacs) -> None:
    editor.terminal.press("M->", "Enter")
    editor.terminal.type("The Ministers began their ")
    eventually("what was typed", editor.text, lambda text: text.endswith("began their "))
    editor.terminal.press("C-M-i")
    editor.eventually_shows("discussion of online crime")
    editor.capture("completion.en")
    editor.terminal.press("M-Down", "M-Enter")
    eventually("the phrase", editor.text, lambda text: re.search(r"The Ministers began their \w+", text))


@pytest.mark.parametrize("editor", ["future.fr.md"], indirect=True)
def test_french_findings_are_shown(editor: Emacs) -> None:
    eventually(
        "the finding", editor.findings, lambda found: any("transfrontalière" in each for each in found)
    )
    editor.capture("findings.fr")


def test_the_words_under_the_cursor_are_explained(editor: Emacs) -> None:
    editor.go_to("close contact")
    editor.terminal.press("M-x")
    editor.terminal.type("eldoc")
    editor.terminal.press("Enter")
    editor.eventually_shows("in the context of the CBCF")
    editor.capture("hover.en")
