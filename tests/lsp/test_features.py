"""What an editor gets, over the real protocol."""

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor, draft, soon

PULLING = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        diagnostic=types.DiagnosticClientCapabilities(related_information=True),
        code_action=types.CodeActionClientCapabilities(
            code_action_literal_support=types.ClientCodeActionLiteralOptions(
                types.ClientCodeActionKindOptions(["quickfix", "source"])
            ),
            is_preferred_support=True,
        ),
        completion=types.CompletionClientCapabilities(
            completion_item=types.ClientCompletionItemOptions(
                documentation_format=[types.MarkupKind.Markdown]
            )
        ),
    ),
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
    ),
)


class TestCompletion:
    async def test_a_formula_goes_on_across_spaces(self, editor: Editor) -> None:
        await editor.initialize(PULLING)
        document = editor.open(draft("Building$0"))
        for typed in (" ", "on", " ", "th"):
            document.type(typed)
            formula = draft("Building on the success of previous CBCF meetings")
            whole = next(item for item in await document.complete() if document.after(item) == formula)
        assert whole.detail == "2024 Washington"
        resolved = await editor.client.completion_item_resolve_async(whole)
        assert isinstance(resolved.documentation, types.MarkupContent)
        assert "including the Statement of Partnership" in resolved.documentation.value
        assert "agreed text" in resolved.documentation.value

    async def test_in_french(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft("Les ministres ont souligné l’augm$0", "fr"))
        first = (await document.complete())[0]
        assert document.after(first).startswith(draft("Les ministres ont souligné l’augmentation", "fr"))
        assert first.detail
        assert first.detail.startswith("2024 Washington")

    async def test_what_every_editor_needs(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft("🇨🇦 « Émus », building on the $0"))
        items = await document.complete()
        assert len(items) <= 20
        edits = [item.text_edit for item in items if isinstance(item.text_edit, types.TextEdit)]
        assert len({(edit.range.start.character, edit.range.end.character) for edit in edits}) == 1
        start, end = edits[0].range.start, edits[0].range.end
        assert (start.line, end) == (end.line, document.position)
        line = document.text.splitlines()[start.line].encode("utf-16-le")
        typed = line[2 * start.character :].decode("utf-16-le")
        assert typed
        assert all(item.filter_text and item.filter_text.startswith(typed) for item in items)
        assert [item.sort_text for item in items] == sorted(item.sort_text or "" for item in items)

    async def test_text_behind_the_cursor_stays(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft("Building on the success of $0\n\nMore."))
        first = (await document.complete())[0]
        assert document.after(first).endswith("\n\nMore.")

    @pytest.mark.parametrize(
        "text",
        [
            "```\nBuilding on the success of $0\n```\n",
            "<!-- Building on the success of $0 -->\n",
            "Building on the success of `of $0`",
        ],
    )
    async def test_nothing_in_what_is_no_prose(self, editor: Editor, text: str) -> None:
        await editor.initialize()
        document = editor.open(draft(text))
        assert await document.complete() == []
        assert await document.ghost() is None


class TestElsewhere:
    """In a file that is no draft only what is asked for comes."""

    async def test_quiet(self, editor: Editor) -> None:
        await editor.initialize(PULLING)
        document = editor.open(
            "Cross Border Crime Forum. Building on the success of $0", "notes.txt", "plaintext"
        )
        assert await document.complete(" ") == []
        assert await document.ghost() is None
        report = await document.pull()
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        assert not report.items

    async def test_at_call(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open("Building on the success of $0", "notes.txt", "plaintext")
        assert await document.complete() != []

    async def test_a_file_that_the_workspace_lists_is_a_draft(self, editor: Editor) -> None:
        (editor.folder / "precedent.toml").write_text('draft.files = ["drafts/**/*.md"]', encoding="utf-8")
        await editor.initialize()
        text = "Building on the success of $0"
        assert await editor.open(text, "drafts/2026/a.md").complete(" ") != []
        assert await editor.open(text, "a.md").complete(" ") == []


class TestGhost:
    async def test_goes_on_after_it_is_taken(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft("Building on the success $0"))
        for _ in range(3):
            ghost = await document.ghost()
            assert ghost
            document.type(ghost)

    async def test_beside_a_list_it_goes_on_from_what_is_selected(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft("🇨🇦 Building on the success of $0"))
        for item in (await document.complete())[:5]:
            edit = item.text_edit
            assert isinstance(edit, types.TextEdit)
            selected = types.SelectedCompletionInfo(edit.range, edit.new_text)
            context = types.InlineCompletionContext(types.InlineCompletionTriggerKind.Automatic, selected)
            result = await editor.client.text_document_inline_completion_async(
                types.InlineCompletionParams(context, document.identifier, document.position)
            )
            assert isinstance(result, types.InlineCompletionList)
            for shown in result.items:
                assert str(shown.insert_text).startswith(edit.new_text)
                assert len(str(shown.insert_text)) > len(edit.new_text)
                assert shown.range == edit.range

    async def test_nothing_in_mid_word_or_without_context(self, editor: Editor) -> None:
        await editor.initialize()
        assert await editor.open(draft("Building on the suc$0cess of")).ghost() is None
        assert await editor.open(draft("Unheard $0")).ghost() is None


class TestDiagnostics:
    TEXT = draft("The Cross Border Crime Forum met. Alejandro Mayorkas spoke.$0")

    async def test_pull(self, editor: Editor) -> None:
        await editor.initialize(PULLING)
        document = editor.open(self.TEXT)
        report = await document.pull()
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        assert [each.code for each in report.items] == ["forum-name", "person-name"]
        first = report.items[0]
        assert first.source == "precedent"
        assert first.severity is types.DiagnosticSeverity.Error
        assert first.range.start == types.Position(6, 4)
        assert first.code_description
        assert first.code_description.href.endswith("forum-name.md")
        assert first.related_information
        assert first.data
        assert first.data["fixes"][0]["edits"][0]["newText"] == "Cross-Border Crime Forum"
        same = await document.pull(report.result_id)
        assert isinstance(same, types.RelatedUnchangedDocumentDiagnosticReport)
        document.type(" It ended.")
        assert isinstance(await document.pull(report.result_id), types.RelatedFullDocumentDiagnosticReport)
        assert editor.published.empty(), "pushed and pulled, each shows twice"

    async def test_evidence_is_a_copy_and_not_what_is_installed(self, editor: Editor) -> None:
        await editor.initialize(PULLING)
        report = await editor.open(self.TEXT).pull()
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        assert report.items[0].related_information
        place = Path(report.items[0].related_information[0].location.uri.removeprefix("file://"))
        assert "cache" in place.parts
        assert place.stat().st_mode & 0o222 == 0

    async def test_push(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(self.TEXT)
        published = await soon(editor.published.get())
        assert (published.uri, published.version) == (document.uri, 1)
        assert [each.code for each in published.diagnostics] == ["forum-name", "person-name"]
        document.change(types.TextDocumentContentChangeWholeDocument(draft("The Forum met.")))
        published = await soon(editor.published.get())
        assert (published.version, [*published.diagnostics]) == (2, [])

    async def test_closing_takes_them_back(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(self.TEXT)
        await soon(editor.published.get())
        document.close()
        assert not (await soon(editor.published.get())).diagnostics

    async def test_nothing_is_said_of_a_word_being_typed(self, editor: Editor) -> None:
        await editor.initialize(PULLING)
        document = editor.open(draft("Then Alejandro Mayorka$0"))
        document.type("s")
        report = await document.pull()
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        assert not report.items

        async def said() -> bool:
            report = await document.pull()
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
            return [each.code for each in report.items] == ["person-name"]

        await editor.until(said)

    async def test_the_twin_on_disk(self, editor: Editor) -> None:
        (editor.folder / "draft.fr.md").write_text(draft("Bonjour.", "fr"), encoding="utf-8")
        await editor.initialize(PULLING)
        document = editor.open(self.TEXT.replace("---\n\n", "twin: draft.fr.md\n---\n\n", 1))
        first = await document.pull()
        assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
        assert isinstance(
            await document.pull(first.result_id), types.RelatedUnchangedDocumentDiagnosticReport
        )
        twin = editor.open(draft("Bonsoir.$0", "fr"), "draft.fr.md")
        second = await document.pull(first.result_id)
        assert isinstance(second, types.RelatedFullDocumentDiagnosticReport)
        twin.type(" Adieu.")
        assert isinstance(await document.pull(second.result_id), types.RelatedFullDocumentDiagnosticReport)


class TestCodeActions:
    TEXT = draft("The Cross Border Crime Forum met. Alejandro Mayorkas spoke.")

    async def test_a_quick_fix_is_tied_to_the_version(self, editor: Editor) -> None:
        await editor.initialize(PULLING)
        document = editor.open(self.TEXT.replace("Border", "Bor$0der"))
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(
                document.identifier,
                types.Range(document.position, document.position),
                types.CodeActionContext(diagnostics=[]),
            )
        )
        assert actions
        preferred = [each for each in actions if isinstance(each, types.CodeAction) and each.is_preferred]
        assert len(preferred) == 1
        assert preferred[0].edit
        assert preferred[0].edit.document_changes
        change = preferred[0].edit.document_changes[0]
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.version == 1
        assert [edit.new_text for edit in change.edits if isinstance(edit, types.TextEdit)] == [
            "Cross-Border Crime Forum"
        ]

    async def test_fix_all(self, editor: Editor) -> None:
        await editor.initialize(PULLING)
        document = editor.open(self.TEXT)
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(
                document.identifier,
                types.Range(types.Position(0, 0), types.Position(0, 0)),
                types.CodeActionContext(diagnostics=[], only=["source.fixAll"]),
            )
        )
        assert actions
        (action,) = actions
        assert isinstance(action, types.CodeAction)
        assert action.kind == "source.fixAll.precedent"
        assert action.edit
        assert action.edit.document_changes
        change = action.edit.document_changes[0]
        assert isinstance(change, types.TextDocumentEdit)
        assert [edit.new_text for edit in change.edits if isinstance(edit, types.TextEdit)] == [
            "Cross-Border Crime Forum",
            "Alejandro N. Mayorkas",
        ]


class TestDocuments:
    """The server's text is the editor's, whatever it holds and however it changes."""

    async def where(
        self, editor: Editor, text: str, *changes: types.TextDocumentContentChangeEvent
    ) -> types.Position:
        document = editor.open(draft(text))
        if changes:
            document.change(*changes)
        report = await document.pull()
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        (found,) = (each for each in report.items if each.code == "person-name")
        return found.range.start

    @pytest.mark.parametrize(
        ("before", "place"),
        [
            ("", (6, 0)),
            ("🇨🇦🇺🇸 ", (6, 9)),
            ("Élu « e\u0301te\u0301 » ", (6, 14)),
            ("one\r\ntwo\rthree\n\n", (10, 0)),
            ("a\u2028b\u0085c\x0bd\x0ce\x1cf ", (6, 12)),
        ],
        ids=["plain", "emoji", "accents", "line ends", "no line ends"],
    )
    async def test_positions(self, editor: Editor, before: str, place: tuple[int, int]) -> None:
        await editor.initialize(PULLING)
        assert await self.where(editor, f"{before}Alejandro Mayorkas spoke.") == types.Position(*place)

    async def test_edits_in_order(self, editor: Editor) -> None:
        await editor.initialize(PULLING)

        def at(line: int, start: int, end: int, text: str) -> types.TextDocumentContentChangePartial:
            return types.TextDocumentContentChangePartial(
                range=types.Range(types.Position(line, start), types.Position(line, end)), text=text
            )

        found = await self.where(
            editor,
            "😀 Alexandro Mayorkas spoke.",
            at(6, 3, 12, "Alejandro"),
            at(6, 0, 2, "😀😀\n"),
            at(7, 1, 1, "So "),
            at(99, 99, 99, " The end."),
        )
        assert found == types.Position(7, 4)

    async def test_a_change_to_what_is_not_open(self, editor: Editor) -> None:
        await editor.initialize(PULLING)
        document = editor.open(draft("Hello$0"))
        document.close()
        document.type(" there")
        report = await document.pull()
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        assert not report.items

    async def test_a_very_long_line(self, editor: Editor) -> None:
        await editor.initialize(PULLING)
        document = editor.open(draft("word " * 1_000_000 + "\n\nBuilding on the success of $0"))
        assert await document.complete() != []
        far = types.HoverParams(document.identifier, types.Position(1_000_000, 1_000_000))
        assert await editor.client.text_document_hover_async(far) is None
