"""Hover over the protocol: positions, diagnostics, statements that change."""

from pathlib import Path

from lsprotocol import types

from precedent_ls.draft.text import Text
from tests.lsp.editor import Document, Editor, draft

SENTENCE = "They also tasked officials to review$0 incidents at the border to improve detection."
MARKDOWN = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
        diagnostic=types.DiagnosticClientCapabilities(),
    ),
    workspace=types.WorkspaceClientCapabilities(
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
    ),
)
SETTINGS = {"phrasebank": {"statements": ["past"]}}


async def about(document: Document) -> str:
    """Return the characters that a hover is about."""
    result = await document.client.text_document_hover_async(
        types.HoverParams(document.identifier, document.position)
    )
    assert result
    assert result.range
    text = Text(document.text)
    start, end = (text.offset(each.line, each.character) for each in (result.range.start, result.range.end))
    return document.text[start:end]


async def test_positions_hold_after_emoji_accents_and_any_line_ends(editor: Editor) -> None:
    await editor.initialize()
    for before in ("🇨🇦 « Émus ». ", "Voilà.\r\n\r\nÀ Québec 🎉. ", "One.\rTwo. "):
        document = editor.open(draft(before + SENTENCE + " More."))
        assert await about(document) == SENTENCE.replace("$0", "")


async def test_a_name_is_narrower_than_its_sentence(editor: Editor) -> None:
    await editor.initialize()
    document = editor.open(draft("🇨🇦 La Gendarmerie$0 royale du Canada est là.", "fr"))
    assert await about(document) == "Gendarmerie royale du Canada"


async def test_markdown_only_where_it_is_shown(editor: Editor) -> None:
    await editor.initialize()
    shown = await editor.open(draft(SENTENCE)).hover()
    assert shown
    assert "Goes back to" in shown
    assert "**" not in shown
    assert "~~" not in shown
    assert "\\" not in shown


async def test_a_finding_is_explained_by_the_card(editor: Editor) -> None:
    await editor.initialize(MARKDOWN)
    shown = await editor.open(draft("They thanked the Royal Canadian Monted$0 Police for it.")).hover()
    assert shown
    assert shown.startswith("**Royal Canadian Mounted Police** · body")


async def test_a_finding_in_a_heading_too(editor: Editor) -> None:
    await editor.initialize(MARKDOWN)
    shown = await editor.open(draft("## The Royal Canadian Monted$0 Police")).hover()
    assert shown
    assert shown.startswith("**Royal Canadian Mounted Police** · body")


async def test_excluded_statements_are_not_cited(editor: Editor) -> None:
    await editor.initialize(initialization_options={"phrasebank": {"exclude": ["2024-*"]}})
    shown = await editor.open(draft(SENTENCE)).hover()
    assert shown
    assert "2023-04-28" in shown
    assert "2024" not in shown


async def test_a_statement_that_is_edited_or_deleted_while_it_is_in_use(editor: Editor) -> None:
    past = editor.folder / "past"
    past.mkdir()
    file = past / "2025-banff.en.md"
    write(file, "Wardens counted elk beside the railway.")
    await editor.initialize(MARKDOWN, initialization_options=SETTINGS)
    document = editor.open(draft("Wardens counted elk$0 beside the old railway."))
    assert "elk beside the railway" in (await document.hover() or "")

    async def shows(wanted: str) -> bool:
        return wanted in (await document.hover() or "nothing")

    write(file, "Wardens counted many elk beside the river.")
    changed(editor, file, types.FileChangeType.Changed)
    await editor.until(lambda: shows("Wardens counted many elk beside the river."))

    file.unlink()
    changed(editor, file, types.FileChangeType.Deleted)
    await editor.until(lambda: shows("nothing"))


def write(file: Path, text: str) -> None:
    file.write_text(
        f"---\nid: {file.stem}\ndate: 2025-05-01\nlanguage: en\n---\n\n{text}\n", encoding="utf-8"
    )


def changed(editor: Editor, file: Path, how: types.FileChangeType) -> None:
    editor.client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams([types.FileEvent(file.as_uri(), how)])
    )
