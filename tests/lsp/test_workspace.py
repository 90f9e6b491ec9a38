"""Settings from every side, and files that change while the server runs."""

import os
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from precedent_ls.cli.connection import Connection
from tests.lsp.editor import Document, Editor, draft, soon

Connect = Callable[[], Awaitable[Connection]]

ASKED = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        configuration=True,
        did_change_configuration=types.DidChangeConfigurationClientCapabilities(dynamic_registration=True),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
            dynamic_registration=True, relative_pattern_support=True
        ),
        diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
    ),
    text_document=types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities()),
    window=types.WindowClientCapabilities(work_done_progress=True),
)
TEXT = draft("Alejandro Mayorkas of the Trilateral Fentanyl Commission spoke.$0")


def write(editor: Editor, name: str, text: str) -> Path:
    path = editor.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def changed(editor: Editor, *paths: Path) -> None:
    events = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed) for path in paths]
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))


async def found(document: Document) -> list[str]:
    """Return the rules that speak on a document."""
    report = await document.pull()
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    return [str(each.code) for each in report.items]


async def _any_begins(offered: Callable[[], Awaitable[list[str]]], wanted: str) -> bool:
    return any(each.startswith(wanted) for each in await offered())


async def _is_empty(offered: Callable[[], Awaitable[list[str]]]) -> bool:
    return not await offered()


OFF = {"checks": {"severity": {"person-name": "off"}}}


class TestSettings:
    async def test_options(self, editor: Editor) -> None:
        await editor.initialize(ASKED, initialization_options={"precedent": OFF})
        assert await found(editor.open(TEXT)) == ["instrument-wrong"]

    async def test_file_below_options_below_editor(self, editor: Editor) -> None:
        write(editor, "precedent.toml", '[checks.severity]\nperson-name = "off"\ninstrument-wrong = "off"')
        editor.client.set_configuration(
            {"checks": {"severity": {"person-name": "hint"}}}, section="precedent"
        )
        options = {"checks": {"severity": {"person-name": "warning", "instrument-wrong": "error"}}}
        await editor.initialize(ASKED, initialization_options=options)
        report = await editor.open(TEXT).pull()
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        assert [each.severity for each in report.items] == [
            types.DiagnosticSeverity.Hint,
            types.DiagnosticSeverity.Error,
        ]

    async def test_pushed(self, editor: Editor) -> None:
        pulling = types.ClientCapabilities(
            text_document=types.TextDocumentClientCapabilities(
                diagnostic=types.DiagnosticClientCapabilities()
            )
        )
        await editor.initialize(pulling)
        document = editor.open(TEXT)
        assert await found(document) == ["person-name", "instrument-wrong"]
        editor.client.workspace_did_change_configuration(
            types.DidChangeConfigurationParams({"precedent": OFF, "python": {"path": "x"}})
        )
        assert await found(document) == ["instrument-wrong"]

    async def test_changed_and_asked_for_again(self, editor: Editor) -> None:
        await editor.initialize(ASKED)
        document = editor.open(TEXT)
        assert await found(document) == ["person-name", "instrument-wrong"]
        editor.client.set_configuration(OFF, section="precedent")
        while not editor.refreshed.empty():
            editor.refreshed.get_nowait()
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
        await soon(editor.refreshed.get())
        assert await found(document) == ["instrument-wrong"]

    async def test_each_folder_has_its_own(self, editor: Editor) -> None:
        inner = write(editor, "inner/precedent.toml", 'checks.severity.person-name = "off"').parent
        await editor.initialize(ASKED)
        event = types.WorkspaceFoldersChangeEvent([types.WorkspaceFolder(inner.as_uri(), "inner")], [])
        editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
        assert await found(editor.open(TEXT, "inner/a.md")) == ["instrument-wrong"]
        assert await found(editor.open(TEXT, "a.md")) == ["person-name", "instrument-wrong"]

    async def test_each_mistake_is_shown_once(self, editor: Editor) -> None:
        file = write(editor, "precedent.toml", 'draft.dates = "x"\n')
        options = {"completion": {"max_items": "many"}, "draft": {"release": "canada"}}
        await editor.initialize(ASKED, initialization_options=options)
        shown = await soon(editor.shown.get())
        assert shown.type is types.MessageType.Warning
        assert shown.message.splitlines() == [
            "initializationOptions: completion.max_items: a whole number from 1 to 100 is expected",
            f"{file}: draft.dates: there is no such setting; is draft.date meant?",
        ]
        file.write_text('draft.dates = "x"\nchecks = 3\n', encoding="utf-8")
        changed(editor, file)
        shown = await soon(editor.shown.get())
        assert shown.message == f"{file}: checks: a table of settings is expected"

    async def test_drafts_are_not_asked_for_settings_at_each_key(self, connect: Connect) -> None:
        connection = await connect()
        asked: list[Any] = []

        def answer(params: Any) -> list[None]:
            asked.append(params)
            return [None for _ in params["items"]]

        connection.answers["workspace/configuration"] = answer
        await connection.initialize({"workspace": {"configuration": True}})
        document = {"uri": "untitled:1", "languageId": "markdown", "version": 1, "text": TEXT}
        connection.notify("textDocument/didOpen", {"textDocument": document})
        place = {"line": 6, "character": 3}
        for version in range(2, 10):
            edit = {"range": {"start": place, "end": place}, "text": "x"}
            identifier = {"uri": "untitled:1", "version": version}
            connection.notify(
                "textDocument/didChange", {"textDocument": identifier, "contentChanges": [edit]}
            )
            await connection.request("textDocument/completion", {"textDocument": document, "position": place})
        assert len(asked) == 1


class TestFiles:
    STATEMENT = "---\ndate: 2026-01-02\ntitle: Ours\nplace: Windsor\n---\n\nNarwhals were {} by all.\n"

    async def test_what_is_watched(self, editor: Editor) -> None:
        write(editor, "precedent.toml", 'phrasebank.statements = ["ours"]\nregister.files = ["names.toml"]')
        await editor.initialize(ASKED)
        registered: dict[str, Any] = {}
        while len(registered) < 2:
            for each in (await soon(editor.registered.get())).registrations:
                registered[each.method] = each.register_options
        assert registered["workspace/didChangeConfiguration"] == {"section": "precedent"}
        assert registered["workspace/didChangeWatchedFiles"]["watchers"] == [
            {"globPattern": "**/precedent.toml"},
            {"globPattern": {"baseUri": (editor.folder / "ours").as_uri(), "pattern": "**/*.md"}},
            {"globPattern": {"baseUri": editor.folder.as_uri(), "pattern": "names.toml"}},
        ]

    async def test_a_statement_is_added_changed_and_deleted(self, editor: Editor) -> None:
        write(editor, "precedent.toml", 'phrasebank.statements = ["ours"]')
        (editor.folder / "ours").mkdir()
        await editor.initialize(ASKED)
        document = editor.open(draft("Narwhals $0"))

        async def offered() -> list[str]:
            items = await document.complete()
            return [document.after(item) for item in items if (item.detail or "").startswith("2026 Windsor")]

        assert await offered() == []
        file = editor.folder / "ours/2026-windsor.en.md"
        for wording in ("praised", "thanked"):
            write(editor, file.name, self.STATEMENT.format(wording)).rename(file)
            changed(editor, file)
            wanted = draft(f"Narwhals were {wording}")
            await editor.until(partial(_any_begins, offered, wanted))
        file.unlink()
        changed(editor, file)
        await editor.until(partial(_is_empty, offered))

    async def test_a_register_of_one_s_own(self, editor: Editor) -> None:
        write(editor, "precedent.toml", 'register.files = ["names.toml"]')
        file = write(editor, "names.toml", "")
        await editor.initialize(ASKED)
        document = editor.open(draft("The Narwhal Comittee met.$0"))
        assert await found(document) == []
        body = 'id = "x"\nen.canonical = "Narwhal Committee"\nen.wrong = ["Narwhal Comittee"]'
        file.write_text(f"[[body]]\n{body}", encoding="utf-8")
        changed(editor, file)
        await editor.until(lambda: found(document))
        file.write_text("[[body\n", encoding="utf-8")
        changed(editor, file)
        assert str(file) in (await soon(editor.shown.get())).message

    async def test_a_client_that_watches_nothing(self, editor: Editor) -> None:
        write(editor, "precedent.toml", 'register.files = ["names.toml"]')
        write(editor, "names.toml", "")
        await editor.initialize(types.ClientCapabilities())
        editor.open(draft("The Narwhal Comittee met."))
        body = 'id = "x"\nen.canonical = "Narwhal Committee"\nen.wrong = ["Narwhal Comittee"]'
        file = write(editor, "names.toml", f"[[body]]\n{body}")
        saved = types.TextDocumentIdentifier(file.as_uri())
        editor.client.text_document_did_save(types.DidSaveTextDocumentParams(saved))
        published = await soon(editor.published.get())
        assert [each.code for each in published.diagnostics] == ["agency-wrong"]

    async def test_exclusion_reaches_completion(self, editor: Editor) -> None:
        options = {"phrasebank": {"exclude": ["2024-*"]}}
        await editor.initialize(ASKED, initialization_options=options)
        items = await editor.open(draft("Building on the success of $0")).complete()
        assert items
        assert not [item.detail for item in items if item.detail and "2024" in item.detail]


class TestBuilding:
    async def test_progress_is_shown_when_the_index_is_built(
        self, editor: Editor, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        write(editor, "precedent.toml", 'phrasebank.statements = ["ours"]')
        write(editor, "ours/1.md", f"---\ndate: 2026-01-02\n---\n\n{os.urandom(8).hex()} was new.\n")
        await editor.initialize(ASKED)
        document = editor.open(draft("Building on the success of $0"))
        assert await document.complete() != []
        (reports,) = editor.client.progress_reports.values()
        first, *_, last = (type(each).__name__ for each in reports)
        assert (first, last) == ("WorkDoneProgressBegin", "WorkDoneProgressEnd")

    async def test_the_end_does_not_wait_for_it(self, connect: Connect, tmp_path: Path) -> None:
        (tmp_path / "precedent.toml").write_text('phrasebank.statements = ["ours"]', encoding="utf-8")
        (tmp_path / "ours").mkdir()
        sentence = "The narwhals and the beavers of the two countries met again. "
        for number in range(20):
            text = f"---\ndate: 2026-01-02\n---\n\n{sentence * 3000}{os.urandom(8).hex()}\n"
            (tmp_path / "ours" / f"{number}.md").write_text(text, encoding="utf-8")
        connection = await connect()
        await connection.initialize({"window": {"workDoneProgress": True}}, rootUri=tmp_path.as_uri())
        await connection.notification("$/progress")
        assert await connection.end() == 0
