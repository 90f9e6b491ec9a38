"""A twin that cannot be compared with the draft: the place that names it says why."""

from pathlib import Path

import pytest

from precedent_ls.checks.finding import Severity
from precedent_ls.checks.run import run
from precedent_ls.draft.files import NoTwin, no_twin
from precedent_ls.draft.snapshot import Draft
from precedent_ls.settings import Settings
from tests.checks.bench import Bench

FORUM = "The CBCF met in 2024.\n"


def draft(bench: Bench, path: Path, twin: str, language: str = "en") -> Draft:
    text = f"---\nlanguage: {language}\ntwin: {twin}\n---\n{FORUM}"
    return bench.draft(text, uri=path.as_uri())


@pytest.mark.parametrize(
    ("why", "language", "says"),
    [
        (NoTwin.MISSING, "en", "there is no file “b.md”"),
        (NoTwin.MISSING, "fr", "il n’y a pas de fichier"),
        (NoTwin.UNREADABLE, "en", "UTF-8 is expected"),
        (NoTwin.ITSELF, "fr", "est le présent texte"),
        (NoTwin.NOWHERE, "en", "save the draft first"),
    ],
)
def test_none(why: NoTwin, language: str, says: str, bench: Bench, tmp_path: Path) -> None:
    here = draft(bench, tmp_path / "a.md", "b.md", language)
    (found,) = [each for each in run(here, bench.bank, Settings(), why) if each.rule == "pair-twin"]
    assert here.text.source[found.span.start : found.span.end] == "b.md"
    assert says in found.message
    assert found.severity is (Severity.INFORMATION if why is NoTwin.NOWHERE else Severity.WARNING)


def test_of_the_same_language_is_not_compared(bench: Bench, tmp_path: Path) -> None:
    here, there = (draft(bench, tmp_path / name, twin) for name, twin in (("a.md", "b.md"), ("b.md", "a.md")))
    there = bench.draft(there.text.source.replace("2024", "2023"), uri=there.uri)
    found = [each for each in bench.run(here, there) if each.rule.startswith("pair")]
    assert [each.message for each in found] == [
        "`twin`: “b.md” is in English, too, and is not compared; `language` may say so wrongly."
    ]


def test_too_long_to_be_compared_at_every_keystroke(bench: Bench, tmp_path: Path) -> None:
    here = draft(bench, tmp_path / "a.md", "b.md")
    there = draft(bench, tmp_path / "b.md", "a.md", "fr")
    there = bench.draft(there.text.source + "\nEn 2023.\n" * 300, uri=there.uri)
    found = [each for each in bench.run(here, there) if each.rule.startswith("pair")]
    assert [each.message for each in found] == ["`twin`: texts of more than 300 paragraphs are not compared."]


def test_in_a_circle(bench: Bench, tmp_path: Path) -> None:
    here = draft(bench, tmp_path / "a.md", "b.md")
    there = draft(bench, tmp_path / "b.md", "c.md", "fr")
    (found,) = [each for each in bench.run(here, there) if each.rule == "pair-twin"]
    assert "“b.md” names “c.md” as its twin" in found.message
    back = draft(bench, tmp_path / "b.md", "../" + tmp_path.name + "/a.md", "fr")
    assert not [each for each in bench.run(here, back) if each.rule == "pair-twin"]


def test_why_there_is_none(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "bytes.md").write_bytes(b"\xff")
    expected = {
        "gone.md": NoTwin.MISSING,
        "a.md": NoTwin.ITSELF,
        "bytes.md": NoTwin.UNREADABLE,
        ".": NoTwin.UNREADABLE,
    }
    for name, why in expected.items():
        assert no_twin(draft(bench, tmp_path / "a.md", name)) is why
    assert no_twin(bench.draft("---\ntwin: b.md\n---\n")) is NoTwin.NOWHERE
    assert no_twin(bench.draft("---\nlanguage: en\n---\n")) is None
