"""A draft and its twin, both open: what is typed in one is judged beside the other."""

from lsprotocol import types

from tests.lsp.editor import Document, Editor, soon
from tests.lsp.test_features import PULLING

FRONT = "---\nstatement: cbcf\ndate: 2026-12-03\nlanguage: {}\ntwin: {}\n---\n\n"
ENGLISH = FRONT.format("en", "fr.md") + "They seized 40$0 firearms.\n"
FRENCH = FRONT.format("fr", "en.md") + "Ils ont saisi 40$0 armes à feu.\n"


async def found(document: Document) -> list[types.Diagnostic]:
    report = await document.pull()
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    return [each for each in report.items if str(each.code).startswith("pair")]


async def test_a_number_changed_in_one_is_found_in_both(editor: Editor) -> None:
    await editor.initialize(PULLING)
    english, french = editor.open(ENGLISH, "en.md"), editor.open(FRENCH, "fr.md")
    assert await found(english) == []
    assert await found(french) == []
    english.type("0 ")
    (finding,) = await found(french)
    assert finding.message.replace("\u00a0", " ") == "« 40 » ici, « 400 » dans l’autre langue."
    assert finding.related_information
    assert finding.related_information[0].location.uri == english.uri


async def test_the_other_is_asked_for_again_in_a_pause(editor: Editor) -> None:
    await editor.initialize(PULLING)
    english, french = editor.open(ENGLISH, "en.md"), editor.open(FRENCH, "fr.md")
    assert await found(english) == []
    assert await found(french) == []
    while not editor.refreshed.empty():
        editor.refreshed.get_nowait()
    french.type("0 ")
    await soon(editor.refreshed.get())
    assert [each.message for each in await found(english)] == ["“40” here, “400” in the other language."]


async def test_a_twin_that_is_not_there_is_told_where_it_is_named(editor: Editor) -> None:
    await editor.initialize(PULLING)
    english = editor.open(ENGLISH, "en.md")
    (finding,) = await found(english)
    assert (finding.code, finding.range.start) == ("pair-twin", types.Position(4, 6))
    assert finding.message == "`twin`: there is no file “fr.md”."


async def test_a_twin_on_disk_that_is_saved(editor: Editor) -> None:
    path = editor.folder / "fr.md"
    path.write_text(FRENCH.replace("$0", ""), encoding="utf-8")
    await editor.initialize(PULLING)
    english = editor.open(ENGLISH, "en.md")
    assert await found(english) == []
    path.write_text(FRENCH.replace("$0", "1"), encoding="utf-8")
    event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert [each.message for each in await found(english)] == ["“40” here, “401” in the other language."]


async def test_what_the_other_names_comes_up_first(editor: Editor) -> None:
    await editor.initialize()
    english = editor.open(FRONT.format("en", "fr.md") + "They thanked the Ca$0\n", "en.md")
    french = editor.open(FRONT.format("fr", "en.md") + "Merci à $0\n", "fr.md")
    name = "Canada Border Services Agency (CBSA)"
    assert not english.after((await english.complete())[0]).endswith(f"{name}\n")
    french.type("l’ASFC.")
    assert english.after((await english.complete())[0]).endswith(f"They thanked the {name}\n")
