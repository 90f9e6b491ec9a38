"""The server's own commands, as the editors' extensions call them."""

from typing import Any

import pytest
from lsprotocol import types

from precedent_ls.draft.files import path_of
from precedent_ls.draft.text import Text
from tests.lsp.editor import Document, Editor, draft, soon

REVIEW = "They also tasked officials to review incidents at the border"
AFTER_EMOJI = (
    "🇨🇦 « Émue ». Building on the success of previous CBCF meetings, they met.\r\n\r\nNew words.\r\n"
)


async def run(editor: Editor, command: str, *arguments: object) -> Any:
    return await editor.client.workspace_execute_command_async(
        types.ExecuteCommandParams(f"precedent.{command}", list(arguments))
    )


async def at(editor: Editor, command: str, document: Document, **more: object) -> Any:
    position = {"line": document.position.line, "character": document.position.character}
    return await run(editor, command, {"uri": document.uri, "position": position, **more})


def text_at(source: str, given: dict[str, dict[str, int]]) -> str:
    text = Text(source)
    start, end = (text.offset(given[each]["line"], given[each]["character"]) for each in ("start", "end"))
    return source[start:end]


class TestSearch:
    async def test_passages_come_with_their_place_in_a_copy(self, editor: Editor) -> None:
        await editor.initialize()
        found = await run(editor, "search", {"text": "securing elections cornerstones", "limit": 3})
        assert len(found) == 3
        best = found[0]
        assert best["text"].startswith("Both Canada and the U.S. agreed that fair and secure elections")
        assert best["statement"] == "2024-washington.en"
        assert best["section"] == "Foreign Interference/National Security"
        assert best["date"] == "2024-07-12"
        assert (best["place"], best["trust"], best["language"]) == ("Washington", "agreed", "en")
        assert 0 < best["score"] <= 1
        copy = types.TextDocumentIdentifier(best["uri"]).uri
        assert copy.endswith("/2024-washington.en.md")
        assert text_at(read(copy), best["range"]) == best["text"]

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("malign actors may seek", "Malign actors may seek to influence outcomes"),
            ("malign actors may se", "Malign actors may seek to influence outcomes"),
            ("the Angel Wat", "The United States shared that, in 2022, the Angel Watch Center"),
            ("fraude envers les aîn", "La nécessité de procéder à une mobilisation stratégique"),
        ],
    )
    async def test_as_one_types(self, editor: Editor, typed: str, expected: str) -> None:
        await editor.initialize()
        found = await run(editor, "search", {"text": typed, "language": None, "limit": 5})
        assert found[0]["text"].startswith(expected)

    async def test_in_one_language_only(self, editor: Editor) -> None:
        await editor.initialize()
        found = await run(editor, "search", {"text": "Forum transnational", "language": "fr"})
        assert {each["language"] for each in found} == {"fr"}

    @pytest.mark.parametrize(
        "arguments", [(), ({},), ({"text": 3},), ({"text": ""},), ({"text": "  … "},), ("text",)]
    )
    async def test_nothing_asked_finds_nothing(self, editor: Editor, arguments: tuple[object, ...]) -> None:
        await editor.initialize()
        assert await run(editor, "search", *arguments) == []

    async def test_odd_limits_and_languages_count_as_not_said(self, editor: Editor) -> None:
        await editor.initialize()
        for limit in ("many", -1, None, 1e9):
            assert await run(editor, "search", {"text": "border", "limit": limit, "language": "de"})


class TestPrecedents:
    async def test_of_the_sentence_at_the_cursor(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft(f"They met.\n\n{REVIEW} $0to improve detection."))
        found = await at(editor, "precedents", document)
        assert found["sentence"] == f"{REVIEW} to improve detection."
        assert text_at(document.text, found["range"]) == found["sentence"]
        by_id = {each["statement"]: each for each in found["precedents"]}
        newest = by_id["2024-washington.en"]
        assert newest["text"].startswith("They also tasked officials to review information sharing")
        assert newest["twin"]["statement"] == "2024-washington.fr"
        assert newest["twin"]["text"].startswith("Ils ont aussi demandé aux représentants")
        assert text_at(read(newest["twin"]["uri"]), newest["twin"]["range"]) == newest["twin"]["text"]
        (earlier,) = newest["lineage"]
        assert earlier["statement"] == "2023-ottawa.en"
        assert not newest["exact"]
        assert not newest["weak"]
        precedent = "".join(each["text"] for each in newest["changes"] if each["kind"] != "added")
        assert precedent == newest["text"]
        assert newest["text"] in found["markdown"]

    async def test_more_on_request(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft("Both countries will continue to share information$0 on crime."))
        few, more = [await at(editor, "precedents", document, limit=limit) for limit in (1, 20)]
        assert len(few["precedents"]) == 1 < len(more["precedents"])

    async def test_its_names_and_places_are_slots_for_this_draft(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(
            draft("Today, U.S. Attorney General$0 Todd Blanche hosted Canada’s Minister of Justice in Banff.")
        )
        first = (await at(editor, "precedents", document))["precedents"][0]
        assert "Merrick B. Garland" in first["text"]
        assert "Garland" not in first["snippet"]
        assert ":Todd Blanche}" in first["snippet"]

    async def test_none_where_there_is_no_sentence(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft("`Building on the success$0 of`"))
        assert (await at(editor, "precedents", document))["precedents"] == []
        assert (await run(editor, "precedents", {"uri": document.uri}))["precedents"] == []
        assert (await run(editor, "precedents", {"uri": "file:///nowhere.md"}))["precedents"] == []


class TestStatements:
    async def test_a_tree_of_sections_and_passages(self, editor: Editor) -> None:
        await editor.initialize()
        found = await run(editor, "statements")
        assert [each["id"] for each in found][-1] == "2005-backgrounder.en"
        newest = next(each for each in found if each["id"] == "2024-washington.fr")
        assert (newest["language"], newest["trust"]) == ("fr", "agreed")
        section = newest["sections"][-1]
        assert section["heading"] == "Conclusion"
        source = read(newest["uri"])
        assert text_at(source, section["range"]) == "Conclusion"
        for passage in section["passages"]:
            assert text_at(source, passage["range"]) == passage["text"]


class TestProvenance:
    async def test_spans_share_and_table(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft(AFTER_EMOJI))
        found = await run(editor, "provenance", {"uri": document.uri})
        (span,) = found["spans"]
        assert text_at(document.text, span["range"]) == "Building on the success of previous CBCF meetings"
        assert (span["year"], span["statement"], span["trust"]) == (2024, "2024-washington.en", "agreed")
        assert found["share"] == pytest.approx(8 / 13, abs=0.1)
        rows = found["table"].partition("\n\n")[0].splitlines()
        assert rows[0] == "| Sentence | Nearest precedent | Alike | Changed words | French |"
        assert len({row.replace("\\|", "").count("|") for row in rows}) == 1
        assert "2024 Washington" in found["table"]
        assert "Forts du succès" in found["table"]
        assert "| New words. | none |" in found["table"]

    async def test_of_a_french_draft(self, editor: Editor) -> None:
        await editor.initialize()
        document = editor.open(draft("Les deux pays chercheront à optimiser l’envoi.", "fr"))
        found = await run(editor, "provenance", {"uri": document.uri})
        (span,) = found["spans"]
        assert text_at(document.text, span["range"]) == "Les deux pays chercheront à optimiser l’envoi"
        assert found["share"] == 1
        assert "Both countries will seek to maximize" in found["table"]

    async def test_nothing_of_what_is_not_open(self, editor: Editor) -> None:
        await editor.initialize()
        nothing = {"spans": [], "share": 0, "table": ""}
        assert await run(editor, "provenance", {"uri": "file:///nowhere.md"}) == nothing
        assert await run(editor, "provenance") == nothing


class TestCodeLens:
    TEXT = draft("# Human Smuggling\n\nBuilding on the success of previous CBCF meetings, we met.\n\nNew.")

    async def lenses(self, editor: Editor, text: str) -> list[tuple[int, str]]:
        document = editor.open(text)
        found = await editor.client.text_document_code_lens_async(types.CodeLensParams(document.identifier))
        return [(each.range.start.line, each.command.title) for each in found or () if each.command]

    async def test_on_headings_and_paragraphs(self, editor: Editor) -> None:
        await editor.initialize(initialization_options={"code_lens": {"enabled": True}})
        (on_heading, on_paragraph, on_new) = await self.lenses(editor, self.TEXT)
        assert on_heading == (6, "1 earlier statement has this section: 2023 Ottawa")
        assert on_paragraph == (8, "80% precedent wording (2024)")
        assert on_new == (10, "new wording")

    async def test_a_section_that_nobody_had(self, editor: Editor) -> None:
        await editor.initialize(initialization_options={"code_lens": {"enabled": True}})
        text = draft("# Déclaration\n\n## Lutte contre les zèbres\n\n## \n\nDes zèbres ont été vus.", "fr")
        assert await self.lenses(editor, text) == [
            (8, "aucune déclaration antérieure n’a cette section"),
            (12, "formulation nouvelle"),
        ]

    async def test_off_by_default(self, editor: Editor) -> None:
        await editor.initialize()
        assert await self.lenses(editor, self.TEXT) == []

    async def test_fetched_anew_once_they_are_turned_on(self, editor: Editor) -> None:
        lenses = types.CodeLensWorkspaceClientCapabilities(refresh_support=True)
        workspace = types.WorkspaceClientCapabilities(code_lens=lenses)
        await editor.initialize(types.ClientCapabilities(workspace=workspace))
        assert await self.lenses(editor, self.TEXT) == []
        settings = {"precedent": {"code_lens": {"enabled": True}}}
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
        await soon(editor.lenses_refreshed.get())
        assert await self.lenses(editor, self.TEXT)


def read(uri: str) -> str:
    path = path_of(uri)
    assert path is not None
    return path.read_bytes().decode()
