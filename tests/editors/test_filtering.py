"""What becomes of a list while its words are typed on: by VS Code's own filter, and by Neovim's rule."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.assist.offered import at_cursor, listed
from tests.editors.tools.cache import kept

MONACO = "monaco-editor@0.57.0"


@pytest.fixture(scope="session")
def monaco() -> Path:
    """Return the npm package with VS Code's filter; fetched once."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("node and npm are needed to run VS Code's filter")
    try:
        return kept(MONACO.replace("@", "-"), _fetch) / "package"
    except subprocess.CalledProcessError:
        pytest.skip(f"npm could not fetch {MONACO}")


def _fetch(folder: Path) -> None:
    pack = ["npm", "pack", "--silent", MONACO]
    packed = subprocess.run(pack, cwd=folder, capture_output=True, text=True, check=True)
    subprocess.run(["tar", "xzf", packed.stdout.strip()], cwd=folder, check=True)
    manifest = folder / "package" / "package.json"
    if '"type"' not in manifest.read_text(encoding="utf-8"):
        manifest.write_text('{"type": "module"}', encoding="utf-8")


def filtered(monaco: Path, cases: list[dict[str, object]]) -> list[list[int]]:
    script = Path(__file__).with_name("filtering.mjs")
    ran = subprocess.run(
        ["node", script, monaco], input=json.dumps(cases), capture_output=True, text=True, check=True
    )
    answers: list[list[int]] = json.loads(ran.stdout)
    return answers


#: Where the list is opened, what is typed on, and the text that is there when the item is taken.
SCENES = [
    ("Building on the success of $0", "previous", "Building on the success of previous CBCF meetings", "en"),
    ("Building $0", "on the succ", "Building on the success of previous CBCF meetings", "en"),
    (
        "🇨🇦 Building on the success of $0",
        "prev",
        "🇨🇦 Building on the success of previous CBCF meetings",
        "en",
    ),
    ("Thanks to the Royal Can$0", "adian Mo", "Thanks to the Royal Canadian Mounted Police (RCMP)", "en"),
    ("Thanks to the Canada Bor$0", "der Ser", "Thanks to the Canada Border Services Agency (CBSA)", "en"),
    ("La Gendarmerie roy$0", "ale du", "La Gendarmerie royale du Canada (GRC)", "fr"),
    (
        "le chef de l’Agence des serv$0",
        "ices",
        "le chef de l’Agence des services frontaliers du Canada (ASFC)",
        "fr",
    ),
    ("Forts du succès des réunions $0", "préc", "Forts du succès des réunions précédentes du FCT", "fr"),
    ("en matière de securit$0", "é", "en matière de sécurité", "fr"),
    (
        "Building on the success of\u00a0$0",
        "prev",
        "Building on the success of\u00a0previous CBCF meetings",
        "en",
    ),
]


@pytest.mark.parametrize(("text", "typed", "expected", "language"), SCENES)
def test_the_item_stays_while_its_words_are_typed(
    monaco: Path, text: str, typed: str, expected: str, language: str
) -> None:
    draft, offset = at_cursor(text, language)
    found = listed(text, language)
    source = draft.text.source
    kept = source[: found.span.start].partition("\n---\n\n")[2]
    wanted = next(number for number, each in enumerate(found.items) if kept + each.insert == expected)
    words = [source[found.span.start : offset] + typed[:size] for size in range(len(typed) + 1)]
    texts = [each.filter_text for each in found.items]
    for word, order in zip(
        words, filtered(monaco, [{"word": each, "items": texts} for each in words]), strict=True
    ):
        assert wanted in order, f"gone after {word!r}"
        assert texts[wanted].startswith(word), "Neovim compares the beginning"
        # What is typed in full comes first; among the others that begin so nothing moves.
        same = [index for index in order if texts[index].startswith(word) and texts[index] != word]
        assert same == sorted(same)


@pytest.mark.parametrize("text", ["Thanks to the RC$0", "le chef de AS$0"])
def test_a_correction_is_listed_by_what_is_typed(monaco: Path, text: str) -> None:
    language = "fr" if text.startswith("le") else "en"
    draft, offset = at_cursor(text, language)
    found = listed(text, language)
    word = draft.text.source[found.span.start : offset]
    texts = [each.filter_text for each in found.items]
    assert filtered(monaco, [{"word": word, "items": texts}]) == [list(range(len(texts)))]
