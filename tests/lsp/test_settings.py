"""Settings from a file and from the editor: typed, merged, every mistake named."""

import datetime as dt
import os
from pathlib import Path

import pytest

from phrasebank.register.model import Country
from precedent_ls.settings import Level, Settings, merge, read_layer
from precedent_ls.workspace import read_workspace_file, workspace_of


def read(raw: object) -> tuple[Settings, list[str]]:
    layer = read_layer(raw, "test", rules=lambda: {"person-name", "holder-out"})
    return merge([layer]), [f"{problem.path}: {problem.message}" for problem in layer.problems]


EVERYTHING: dict[str, dict[str, object]] = {
    "phrasebank": {"statements": ["~/statements"], "exclude": ["2024-*"]},
    "register": {"files": ["names.toml"], "accept": ["Cross Border Crime Forum"]},
    "draft": {"files": ["drafts/*.md"], "date": "2026-12-03", "release": "united-states"},
    "checks": {"severity": {"person-name": "error", "holder-out": "off"}},
    "completion": {"max_items": 5},
}


@pytest.mark.parametrize(
    "raw",
    [
        EVERYTHING,
        {"precedent": EVERYTHING},
        {"precedent": EVERYTHING, "python": {"path": "python3"}},
        {f"{section}.{key}": value for section, keys in EVERYTHING.items() for key, value in keys.items()},
        EVERYTHING | {"server": {"path": "precedent-ls"}, "trace": {"server": "off"}},
    ],
    ids=["as in the file", "enclosed", "beside others", "dotted", "with what is the editor's own"],
)
def test_every_key_is_read(raw: object) -> None:
    settings, problems = read(raw)
    assert problems == []
    assert settings.phrasebank.statements == ("~/statements",)
    assert settings.phrasebank.exclude == ("2024-*",)
    assert settings.register.files == ("names.toml",)
    assert settings.register.accept == ("Cross Border Crime Forum",)
    assert settings.draft.files == ("drafts/*.md",)
    assert settings.draft.date == dt.date(2026, 12, 3)
    assert settings.draft.release is Country.UNITED_STATES
    assert settings.checks.severity == {"person-name": Level.ERROR, "holder-out": Level.OFF}
    assert settings.completion.max_items == 5


@pytest.mark.parametrize("raw", [None, {}, {"precedent": None}, {"draft": {"date": None, "release": ""}}])
def test_what_is_not_set_stays_the_default(raw: object) -> None:
    assert read(raw) == (Settings(), [])


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ([], ": a table of settings is expected"),
        ({"draft": 3}, "draft: a table of settings is expected"),
        ({"drafts": 3}, "drafts: there is no such setting; is draft meant?"),
        ({"draft": {"dates": "2026-12-03"}}, "draft.dates: there is no such setting; is draft.date meant?"),
        ({"draft": {"date": "3 décembre"}}, "draft.date: a day written YYYY-MM-DD is expected"),
        ({"draft": {"date": 2026}}, "draft.date: a day written YYYY-MM-DD is expected"),
        ({"draft": {"files": "*.md"}}, "draft.files: a list of strings is expected"),
        ({"draft": {"files": ["*.md", 3]}}, "draft.files: a list of strings is expected"),
        ({"draft": {"release": "mexico"}}, "draft.release: one of canada, united-states is expected"),
        (
            {"completion": {"max_items": "5"}},
            "completion.max_items: a whole number from 1 to 100 is expected",
        ),
        (
            {"completion": {"max_items": True}},
            "completion.max_items: a whole number from 1 to 100 is expected",
        ),
        ({"completion": {"max_items": 0}}, "completion.max_items: a whole number from 1 to 100 is expected"),
        ({"code_lens": {"enabled": "yes"}}, "code_lens.enabled: true or false is expected"),
        ({"checks": {"severity": "error"}}, "checks.severity: a table of rules is expected"),
        (
            {"checks": {"severity": {"person-name": "fatal"}}},
            "checks.severity.person-name: one of error, warning, information, hint, off is expected",
        ),
        (
            {"checks": {"severity": {"person-nam": "off"}}},
            "checks.severity.person-nam: there is no such rule; is person-name meant?",
        ),
        ({"checks": {"severity": {"person-name": {"a": 1}}}}, "checks.severity.person-name: one of error"),
        ({"phrasebank": {"exclude": {"a": 1}}}, "phrasebank.exclude.a: there is no such setting"),
    ],
)
def test_a_mistake_is_named_and_the_rest_counts(raw: dict[str, object], problem: str) -> None:
    good = {"register": {"accept": ["RCMP"]}}
    settings, problems = read(raw | good if isinstance(raw, dict) else raw)
    assert len(problems) == 1
    assert problems[0].startswith(problem)
    if isinstance(raw, dict):
        assert settings.register.accept == ("RCMP",)


def test_a_whole_float_is_a_number() -> None:
    assert read({"completion": {"max_items": 7.0}})[0].completion.max_items == 7


def test_later_layers_win_key_by_key_and_rule_by_rule() -> None:
    file = read_layer(
        {
            "draft": {"date": dt.date(2026, 1, 2), "release": "canada"},
            "checks": {"severity": {"person-name": "hint", "holder-out": "off"}},
        },
        "file",
    )
    editor = read_layer(
        {"draft": {"date": "2026-12-03", "release": 3}, "checks": {"severity": {"person-name": "error"}}},
        "editor",
    )
    settings = merge([file, editor])
    assert settings.draft.date == dt.date(2026, 12, 3)
    assert settings.draft.release is Country.CANADA, "a bad value hides nothing"
    assert settings.checks.severity == {"person-name": Level.ERROR, "holder-out": Level.OFF}


class TestWorkspaceFile:
    def test_absent(self, tmp_path: Path) -> None:
        assert read_workspace_file(tmp_path) is None
        assert workspace_of(tmp_path / "drafts" / "a.md") is None

    def test_found_above(self, tmp_path: Path) -> None:
        (tmp_path / "precedent.toml").write_text("draft.date = 2026-12-03", encoding="utf-8")
        folder = workspace_of(tmp_path / "drafts" / "fr" / "a.md")
        assert folder == tmp_path
        layer = read_workspace_file(folder)
        assert layer is not None
        assert merge([layer]).draft.date == dt.date(2026, 12, 3)

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"draft = ", "Invalid value (at end of document)"),
            (b"draft.date = 2026-12-03\n\n[draft\n", "line 3"),
            (b'[draft]\nrelease = "\xe9"', "not UTF-8 at byte 19"),
            (b"a = " + b"[" * 100_000, "nested too deeply"),
            (b"\n" + b".".join([b"a"] * 100_000) + b" = 1", "A key has more than 50 parts (at line 2"),
        ],
    )
    def test_unreadable(self, tmp_path: Path, content: bytes, message: str) -> None:
        path = tmp_path / "precedent.toml"
        path.write_bytes(content)
        layer = read_workspace_file(tmp_path)
        assert layer is not None
        (problem,) = layer.problems
        assert problem.origin == str(path)
        assert message in problem.message

    def test_a_folder_of_that_name(self, tmp_path: Path) -> None:
        (tmp_path / "precedent.toml").mkdir()
        layer = read_workspace_file(tmp_path)
        assert layer is not None
        assert [problem.message for problem in layer.problems] == ["Is a directory"]

    def test_a_pipe_of_that_name(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "precedent.toml")
        layer = read_workspace_file(tmp_path)
        assert layer is not None
        assert [problem.message for problem in layer.problems] == ["Not a regular file"]
