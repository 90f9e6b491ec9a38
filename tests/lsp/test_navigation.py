"""Going from place to place, over the real protocol."""

import stat
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from precedent_ls.draft.files import path_of
from precedent_ls.draft.text import Text
from tests.index.corpus import write
from tests.lsp.editor import Document, Editor, draft

CAPABLE = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        definition=types.DefinitionClientCapabilities(link_support=True),
        document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
        rename=types.RenameClientCapabilities(prepare_support=True),
        document_link=types.DocumentLinkClientCapabilities(tooltip_support=True),
    ),
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
    ),
)


def at(document: Document) -> dict[str, Any]:
    """Return what every request at a cursor says."""
    return {"text_document": document.identifier, "position": document.position}


def words(text: str, place: types.Range) -> str:
    """Return what stands in a range, as an editor counts."""
    lines = Text(text)
    start, end = (lines.offset(each.line, each.character) for each in (place.start, place.end))
    return text[start:end]


def opened(place: types.Location) -> str:
    """Return what stands at a location, from the file that an editor would open."""
    path = path_of(place.uri)
    assert path
    return words(path.read_bytes().decode(), place.range)


async def definition(document: Document) -> list[types.Location]:
    found = await document.client.text_document_definition_async(types.DefinitionParams(**at(document)))
    assert found is None or isinstance(found, list)
    return [each for each in found or [] if isinstance(each, types.Location)]


async def references(document: Document, *, declaration: bool = True) -> list[types.Location]:
    context = types.ReferenceContext(declaration)
    found = await document.client.text_document_references_async(
        types.ReferenceParams(context, **at(document))
    )
    return list(found or [])


async def rename(document: Document, new: str) -> types.WorkspaceEdit:
    found = await document.client.text_document_rename_async(types.RenameParams(new_name=new, **at(document)))
    assert found
    return found


class TestDefinition:
    async def test_a_phrase_opens_the_statement_at_that_sentence(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(
            draft("😀 Élan.\r\n\r\nThe Ministers plan to continue their close $0contact on all these issues.")
        )
        (place,) = await definition(document)
        assert opened(place).startswith("The Ministers plan to continue their close contact")
        path = path_of(place.uri)
        assert path
        assert path.name == "2024-washington.en.md"
        assert not path.stat().st_mode & stat.S_IWUSR, "a copy is for reading"

    async def test_in_french(self, editor: Editor) -> None:
        await editor.initialize()
        text = (
            "😀 Les ministres ont l’intention de poursuivre leur $0étroite collaboration sur tous ces enjeux."
        )
        (place,) = await definition(editor.open(draft(text, "fr")))
        assert opened(place).startswith(
            "Les ministres ont l'intention de poursuivre leur étroite collaboration"
        )

    async def test_a_use_leads_to_its_definition(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(
            draft("😀 The Royal Canadian Mounted Police (RCMP) met.\r\n\r\n😀 The RC$0MP left.")
        )
        (place,) = await definition(document)
        assert place.uri == document.uri
        assert words(document.text, place.range) == "Royal Canadian Mounted Police (RCMP)"

    async def test_a_name_leads_to_its_register_entry(self, editor: Editor) -> None:
        await editor.initialize()
        (place,) = await definition(editor.open(draft("The Royal Canadian $0Mounted Police met.")))
        path = path_of(place.uri)
        assert path
        after = path.read_text(encoding="utf-8").splitlines()[place.range.start.line :]
        assert 'id = "rcmp"' in after[:2]
        assert not path.stat().st_mode & stat.S_IWUSR

    async def test_a_name_of_the_workspace_leads_to_its_own_file(self, editor: Editor) -> None:
        register = editor.folder / "ours.toml"
        register.write_text(
            '\n[[body]]\nid = "jlo"\nen.canonical = "Joint Ledger Office"\n', encoding="utf-8"
        )
        (editor.folder / "precedent.toml").write_text('register.files = ["ours.toml"]', encoding="utf-8")
        await editor.initialize()
        (place,) = await definition(editor.open(draft("The Joint Ledger $0Office met.")))
        assert (path_of(place.uri), place.range.start.line) == (register, 1)

    async def test_links_say_what_leads_there(self, editor: Editor) -> None:
        await editor.initialize(CAPABLE)
        document = editor.open(draft("😀 The RC$0MP left."))
        found = await editor.client.text_document_definition_async(types.DefinitionParams(**at(document)))
        assert isinstance(found, list)
        (link,) = found
        assert isinstance(link, types.LocationLink)
        assert link.origin_selection_range
        assert words(document.text, link.origin_selection_range) == "RCMP"

    async def test_the_twin_passage(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(
            draft("The Ministers plan to continue their close $0contact on all of these critical issues.")
        )
        declared = await editor.client.text_document_declaration_async(
            types.DeclarationParams(**at(document))
        )
        typed = await editor.client.text_document_type_definition_async(
            types.TypeDefinitionParams(**at(document))
        )
        assert isinstance(declared, list)
        assert declared == typed
        assert isinstance(declared[0], types.Location)
        assert opened(declared[0]).startswith("Les ministres ont l'intention")

    async def test_a_statement_that_changes_and_goes_on_disk(self, editor: Editor) -> None:
        folder = editor.folder / "statements"
        file = write(folder, "Purple zebras graze along the quiet river at dawn.")
        (editor.folder / "precedent.toml").write_text(
            'phrasebank.statements = ["statements"]', encoding="utf-8"
        )
        await editor.initialize()
        document = editor.open(draft("Purple zebras graze along the quiet $0river at dawn."))
        (place,) = await definition(document)
        assert opened(place) == "Purple zebras graze along the quiet river at dawn."
        file.write_text("changed while nobody looked", encoding="utf-8")
        assert await definition(document) == [place]
        file.unlink()
        assert await definition(document) == [place]
        assert opened(place) == "Purple zebras graze along the quiet river at dawn."
        kept = path_of(place.uri)
        assert kept
        kept.unlink()
        assert [opened(each) for each in await definition(document)] == [
            "Purple zebras graze along the quiet river at dawn."
        ]

    @pytest.mark.parametrize("text", ["`The RC$0MP`", "<!-- RC$0MP -->", "    RC$0MP", "$0"])
    async def test_nothing_in_what_is_no_prose(self, editor: Editor, text: str) -> None:
        await editor.initialize()
        document = editor.open(draft(text))
        assert await definition(document) == []
        assert await references(document) == []

    async def test_elsewhere_it_comes_when_asked(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open("The Royal Canadian $0Mounted Police met.", "notes.txt", "plaintext")
        assert len(await definition(document)) == 1


class TestReferences:
    async def test_in_the_draft_and_in_every_statement(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(
            draft("😀 The Royal Canadian Mounted Police (RCMP) met.\r\n\r\nThe RC$0MP and the GRC left.")
        )
        found = await references(document)
        here = [words(document.text, each.range) for each in found if each.uri == document.uri]
        assert sorted(here) == ["RCMP", "RCMP", "Royal Canadian Mounted Police"]
        statements = {Path(each.uri).name for each in found} - {"draft.md", "bodies.toml"}
        assert {"2005-backgrounder.en.md", "2023-ottawa.en.md"} <= statements
        there = {opened(each) for each in found if each.uri.endswith(("en.md", "fr.md"))}
        assert {"RCMP", "Royal Canadian Mounted Police"} <= there

    async def test_without_the_declaration(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft("The Royal Canadian Mounted Police (RCMP) met. The RC$0MP left."))
        found = await references(document, declaration=False)
        here = [each.range for each in found if each.uri == document.uri]
        assert [
            words(document.text, each) for each in sorted(here, key=lambda each: each.start.character)
        ] == [
            "Royal Canadian Mounted Police",
            "RCMP",
        ]
        assert not [each for each in found if each.uri.endswith(".toml")]

    async def test_highlights(self, editor: Editor) -> None:
        await editor.initialize()
        text = "😀 The Royal Canadian Mounted Police (RCMP) met. The $0RCMP left."
        document = editor.open(draft(text))
        found = await editor.client.text_document_document_highlight_async(
            types.DocumentHighlightParams(**at(document))
        )
        assert found
        assert [(words(document.text, each.range), each.kind) for each in found] == [
            ("Royal Canadian Mounted Police", types.DocumentHighlightKind.Read),
            ("RCMP", types.DocumentHighlightKind.Write),
            ("RCMP", types.DocumentHighlightKind.Read),
        ]
        elsewhere = editor.open(text, "notes.txt", "plaintext")
        assert not await editor.client.text_document_document_highlight_async(
            types.DocumentHighlightParams(**at(elsewhere))
        )


class TestRename:
    TEXT = "😀 The Joint Ledger Office (JLO) met.\r\n\r\nThe J$0LO left."

    async def test_everywhere_in_the_draft(self, editor: Editor) -> None:
        await editor.initialize(CAPABLE)
        document = editor.open(draft(self.TEXT))
        prepared = await editor.client.text_document_prepare_rename_async(
            types.PrepareRenameParams(**at(document))
        )
        assert isinstance(prepared, types.PrepareRenamePlaceholder)
        assert (words(document.text, prepared.range), prepared.placeholder) == ("JLO", "JLO")
        edit = await rename(document, "OJL")
        assert edit.document_changes
        (change,) = edit.document_changes
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.version == document.version
        assert [words(document.text, each.range) for each in change.edits] == ["JLO", "JLO"]

    async def test_in_the_twin_too(self, editor: Editor) -> None:
        await editor.initialize()
        (editor.folder / "projet.md").write_text(
            draft("Le Joint Ledger Office (JLO) et le JLO", "fr"), encoding="utf-8"
        )
        document = editor.open(draft(self.TEXT).replace("language: en", "language: en\ntwin: projet.md"))
        edit = await rename(document, "OJL")
        assert edit.changes
        assert {path_of(uri): len(edits) for uri, edits in edit.changes.items()} == {
            editor.folder / "draft.md": 2,
            editor.folder / "projet.md": 2,
        }

    @pytest.mark.parametrize(
        ("text", "new", "language", "reason"),
        [
            ("The Royal Canadian $0Mounted Police met.", "X", "en", "register"),
            ("Zebras $0graze.", "X", "en", "acronym"),
            ("Des zèbres $0paissent.", "X", "fr", "sigle"),
            (TEXT, "  ", "en", "empty"),
            (TEXT, "J\nL", "en", "letters"),
            ("`J$0LO`", "X", "en", "acronym"),
        ],
    )
    async def test_refused_with_a_reason(
        self, editor: Editor, text: str, new: str, language: str, reason: str
    ) -> None:
        await editor.initialize(CAPABLE)
        document = editor.open(draft(text, language))
        with pytest.raises(JsonRpcException, match=reason) as refused:
            await rename(document, new)
        assert refused.value.code == types.LSPErrorCodes.RequestFailed


class TestSymbols:
    TEXT = draft("# Statement\n\nThe Joint Ledger Office (JLO) met.\n\n## Fentanyl\n\n$0More.\n")

    async def test_the_outline(self, editor: Editor) -> None:
        await editor.initialize(CAPABLE)
        document = editor.open(self.TEXT)
        found = await editor.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(document.identifier)
        )
        assert found
        (title,) = found
        assert isinstance(title, types.DocumentSymbol)
        assert (title.name, [each.name for each in title.children or ()]) == (
            "Statement",
            ["JLO", "Fentanyl"],
        )

    async def test_the_outline_for_a_client_without_trees(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(self.TEXT)
        found = await editor.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(document.identifier)
        )
        assert found
        assert [(each.name, getattr(each, "container_name", None)) for each in found] == [
            ("Statement", None),
            ("JLO", "Statement"),
            ("Fentanyl", "Statement"),
        ]

    @pytest.mark.parametrize(
        ("query", "name", "file"),
        [
            ("rcmp", "Royal Canadian Mounted Police (RCMP)", "bodies.toml"),
            ("gendarmerie royale", "Gendarmerie royale du Canada (GRC)", "bodies.toml"),
            ("fentanyl op", "Fentanyl / Opioids", "2023-ottawa.en.md"),
            ("2024-wash", "2024-washington.en", "2024-washington.en.md"),
            ("Mayorkaz", "Alejandro N. Mayorkas", "people.toml"),
        ],
    )
    async def test_the_workspace(self, editor: Editor, query: str, name: str, file: str) -> None:
        await editor.initialize()
        found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams(query))
        assert found
        first = found[0]
        assert first.name.startswith(name)
        assert first.location.uri.endswith(file)

    async def test_folds_selections_and_links(self, editor: Editor) -> None:
        await editor.initialize(CAPABLE)
        document = editor.open(
            draft(
                "# Statement\n\n2024-washington.en: a Smart Border Declaration and Action $0Plan.\n\nEnd.\n"
            )
        )
        folds = await editor.client.text_document_folding_range_async(
            types.FoldingRangeParams(document.identifier)
        )
        assert folds
        assert [(each.start_line, each.end_line) for each in folds] == [(0, 4), (6, 10)]
        selected = await editor.client.text_document_selection_range_async(
            types.SelectionRangeParams(document.identifier, [document.position])
        )
        assert selected
        assert words(document.text, selected[0].range) == "Plan"
        assert selected[0].parent
        assert words(document.text, selected[0].parent.range) == "Smart Border Declaration and Action Plan"
        links = await editor.client.text_document_document_link_async(
            types.DocumentLinkParams(document.identifier)
        )
        assert links
        assert [words(document.text, each.range) for each in links] == [
            "2024-washington.en",
            "Smart Border Declaration and Action Plan",
        ]
        assert links[0].target
        assert links[0].target.startswith("http")
