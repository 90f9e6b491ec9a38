"""The commands, as a person or a pipeline runs them."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from precedent_ls.cli.main import main

DRAFT = """---
statement: cbcf
date: 2026-12-03
---

Élu 😀, Alejandro Mayorkas of the Trilateral Fentanyl Commission spoke.
"""
CLEAN = "---\nstatement: cbcf\ndate: 2026-12-03\n---\n\nThe meeting ended.\n"


@pytest.fixture(autouse=True)
def _here(own_cache: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def code(*arguments: str) -> int:
    """Run the command; a bad argument ends it as it ends the process."""
    try:
        return main(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)


class TestCheck:
    def test_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert code("check", write("a.md", DRAFT)) == 1
        out = capsys.readouterr().out
        assert "a.md:6:8: warning: " in out
        assert "[person-name]\n  Élu 😀, Alejandro Mayorkas of the" in out
        assert "\n          ^^^^^^^^^^^^^^^^^^\n" not in out
        assert "\n         ^^^^^^^^^^^^^^^^^^\n" in out
        assert "fix: Replace with “Alejandro N. Mayorkas”" in out
        assert out.endswith("1 error, 1 warning in 1 draft.\n")

    def test_json_has_ranges_in_utf_16(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert code("check", write("a.md", DRAFT), "--format", "json") == 1
        first, second = json.loads(capsys.readouterr().out)
        assert first["path"] == "a.md"
        assert (first["rule"], first["severity"]) == ("person-name", "warning")
        assert first["range"] == {"start": {"line": 5, "character": 8}, "end": {"line": 5, "character": 26}}
        assert first["evidence"][0]["entry"]
        assert first["fixes"][0]["edits"] == [{"range": first["range"], "newText": "Alejandro N. Mayorkas"}]
        assert second["rule"] == "instrument-wrong"

    def test_github(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert code("check", write("a,b: 1%.md", DRAFT), "--format", "github") == 1
        first, second = capsys.readouterr().out.splitlines()
        assert first.startswith(
            "::warning file=a%2Cb%3A 1%25.md,line=6,endLine=6,col=9,endColumn=27,title=person-name::"
        )
        assert second.startswith("::error ")

    @pytest.mark.parametrize(
        ("fail_on", "expected"), [("error", 0), ("warning", 1), ("information", 1), ("hint", 1), ("never", 0)]
    )
    def test_fail_on(self, fail_on: str, expected: int) -> None:
        draft = DRAFT.replace(" of the Trilateral Fentanyl Commission", "")
        assert code("check", write("a.md", draft), "--fail-on", fail_on) == expected

    def test_clean(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert code("check", write("a.md", CLEAN)) == 0
        assert capsys.readouterr().out == "No findings in 1 draft.\n"

    def test_what_is_named_is_a_draft_and_what_is_found_only_if_it_says_so(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        plain = "The Trilateral Fentanyl Commission met."
        write("d/notes.md", plain)
        write("d/deep/draft.md", DRAFT)
        write("d/.hidden/draft.md", DRAFT)
        write("d/data.csv", DRAFT)
        assert code("check", "d/notes.md") == 1
        assert capsys.readouterr().out.endswith("1 error in 1 draft.\n")
        assert code("check", "d") == 1
        assert capsys.readouterr().out.endswith("1 error, 1 warning in 1 draft.\n")
        write("precedent.toml", 'draft.files = ["d/*.md"]')
        assert code("check", "d") == 1
        assert capsys.readouterr().out.endswith("2 errors, 1 warning in 2 drafts.\n")

    def test_a_folder_without_drafts_is_named_and_is_no_failure(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write("notes/plain.md", "The Trilateral Fentanyl Commission met.")
        write("drafts/deep/a.md", CLEAN)
        assert code("check", "notes", "drafts") == 0
        output = capsys.readouterr()
        assert output.out == "No findings in 1 draft.\n"
        (message,) = output.err.splitlines()
        assert message.startswith("precedent-ls: notes: no drafts in this folder; a file is a draft if ")
        assert code("check", "notes", "notes/plain.md") == 1
        assert capsys.readouterr().err == ""

    def test_patterns_and_repeated_names(self, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("a/1.md", "a/b/2.md", "c.md"):
            write(name, CLEAN)
        assert code("check", "a/**/*.md", "a/1.md", "c.md", "./c.md") == 0
        assert capsys.readouterr().out == "No findings in 3 drafts.\n"

    def test_standard_input(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = "The Trilateral Fentanyl Commission met."
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert code("check", "-") == 1
        assert capsys.readouterr().out.startswith("-:1:5: error: ")

    def test_settings_of_the_workspace(self, capsys: pytest.CaptureFixture[str]) -> None:
        write(
            "precedent.toml", '[checks.severity]\nperson-name = "off"\ninstrument-wrong = "hint"\nx = "off"\n'
        )
        assert code("check", write("deep/a.md", DRAFT)) == 0
        output = capsys.readouterr()
        assert output.out.endswith("1 hint in 1 draft.\n")
        assert "precedent.toml: checks.severity.x: there is no such rule" in output.err

    @pytest.mark.parametrize("bad", ["nope.md", "nope/*.md", "bytes.md"])
    def test_what_cannot_be_read_is_named_and_the_rest_is_checked(
        self, bad: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("bytes.md").write_bytes(b"\xff\xfe")
        assert code("check", bad, write("a.md", CLEAN)) == 2
        output = capsys.readouterr()
        assert f"precedent-ls: {bad}: " in output.err
        assert output.out == "No findings in 1 draft.\n"

    @pytest.mark.parametrize(
        "arguments", [[], ["a.md", "--format", "xml"], ["a.md", "--fail-on", "x"], ["--x"]]
    )
    def test_bad_arguments(self, arguments: list[str]) -> None:
        assert code("check", *arguments) == 2

    @pytest.mark.parametrize(
        ("twin", "says"),
        [
            ("fr.md", "No findings in 1 draft.\n"),
            ("gone.md", "a.md:3:7: warning: `twin`: there is no file “gone.md”. [pair-twin]\n"),
            ("bytes.md", "a.md:3:7: warning: `twin`: “bytes.md” cannot be read"),
            ("a.md", "a.md:3:7: warning: `twin`: “a.md” is this draft itself"),
            ("pipe.md", "a.md:3:7: warning: `twin`: “pipe.md” cannot be read"),
            ("/dev/zero", "a.md:3:7: warning: `twin`: “/dev/zero” cannot be read"),
        ],
    )
    def test_the_twin_on_disk(self, twin: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
        write(
            "fr.md",
            "---\nstatement: cbcf\ndate: 2026-12-03\nlanguage: fr\n---\n\nLa réunion a pris fin.\n",
        )
        Path("bytes.md").write_bytes(b"\xff\xfe")
        os.mkfifo("pipe.md")
        draft = CLEAN.replace("date", f"twin: {twin}\ndate")
        assert code("check", write("a.md", draft), "--fail-on", "warning") == (twin != "fr.md")
        assert says in capsys.readouterr().out


class TestCorpus:
    def test_statements(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert code("statements") == 0
        header, *rows = capsys.readouterr().out.splitlines()
        assert header.split() == [
            "id",
            "date",
            "place",
            "language",
            "trust",
            "title",
            "words",
            "sections",
            "passages",
        ]
        trusted = {words[0]: words for words in map(str.split, rows)}
        assert list(trusted) == [
            "2005-backgrounder.en",
            "2022-washington.en",
            "2023-ottawa.en",
            "2024-washington.en",
            "2024-washington.fr",
        ]
        assert "background" in trusted["2005-backgrounder.en"]
        assert "rewrite" in trusted["2022-washington.en"]
        assert "copy" in trusted["2023-ottawa.en"]
        assert "agreed" in trusted["2024-washington.fr"]

    def test_statements_of_the_workspace(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("precedent.toml", 'phrasebank = { statements = ["ours", "gone"], exclude = ["2024-*"] }')
        write(
            "ours/2026-ottawa.en.md", "---\ndate: 2026-12-03\ntitle: Ours\n---\n\nThe meeting ended well.\n"
        )
        assert code("statements") == 0
        output = capsys.readouterr()
        assert [row.split()[0] for row in output.out.splitlines()[1:]] == [
            "2005-backgrounder.en",
            "2022-washington.en",
            "2023-ottawa.en",
            "2026-ottawa.en",
        ]
        assert "gone: no such folder" in output.err

    def test_search(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert code("search", "expand", "intelligence sharing to support interdictions", "--limit", "1") == 0
        out = capsys.readouterr().out
        assert "2023-ottawa.en · 2023-04-28" in out
        assert "expand intelligence sharing to support interdictions*" in " ".join(out.split())

    def test_search_in_french(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert code("search", "l’échange de renseignements", "--limit", "2") == 0
        assert capsys.readouterr().out.count("2024-washington.fr") == 2

    def test_search_finds_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert code("search", "xyzzy") == 1
        said = capsys.readouterr()
        assert (said.out, said.err) == ("", "No passage is like this.\n")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert code("--version") == 0
    assert capsys.readouterr().out.startswith("precedent-ls ")


@pytest.mark.parametrize(
    "arguments", [["sing"], ["--tcp", "here"], ["--tcp", "a:99999"], ["--stdio", "--tcp", "a:1"]]
)
def test_bad_arguments(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert code(*arguments) == 2
    assert capsys.readouterr().err.startswith("usage: precedent-ls")


def test_a_log_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert code("--log-file", "gone/log.txt") == 2
    assert "gone/log.txt: No such file or directory" in capsys.readouterr().err


def test_a_reader_who_has_gone_is_no_mistake(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        assert code("statements") == 1
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_demo(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    draft = Path(__file__).parent.parent / "drafts" / f"future.{language}.md"
    assert code("demo", str(draft)) == 0
    out = capsys.readouterr().out
    for title in ("Findings", "Hover on a name", "Hover on a sentence", "Ghost text", "Completion"):
        assert f"\n{title}\n" in out
