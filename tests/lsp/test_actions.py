"""What an editor is offered about a finding, in which order, and what it does to which file."""

from pathlib import Path

from lsprotocol import types

from tests.lsp.editor import Document, Editor, draft
from tests.lsp.test_features import PULLING


def creating() -> types.ClientCapabilities:
    """Return the capabilities of an editor that can create files."""
    can = types.WorkspaceEditClientCapabilities(
        document_changes=True, resource_operations=[types.ResourceOperationKind.Create]
    )
    assert PULLING.workspace
    return types.ClientCapabilities(
        text_document=PULLING.text_document,
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=can, diagnostics=PULLING.workspace.diagnostics
        ),
    )


async def offered(document: Document) -> dict[str, types.CodeAction]:
    """Return the actions at the cursor, by their titles, in order."""
    found = await document.client.text_document_code_action_async(
        types.CodeActionParams(
            document.identifier,
            types.Range(document.position, document.position),
            types.CodeActionContext(diagnostics=[], only=["quickfix"]),
        )
    )
    actions = [each for each in found or () if isinstance(each, types.CodeAction)]
    by_title = {each.title: each for each in actions}
    assert len(by_title) == len(actions), "nothing is offered twice"
    return by_title


def written(action: types.CodeAction) -> dict[str, list[str]]:
    """Return the new texts of an action by the file’s name; a created file has None first."""
    assert action.edit
    texts: dict[str, list[str]] = {}
    for step in action.edit.document_changes or ():
        if isinstance(step, types.CreateFile):
            texts[Path(step.uri).name] = ["(new)"]
        elif isinstance(step, types.TextDocumentEdit):
            name = Path(step.text_document.uri).name
            texts.setdefault(name, []).extend(
                edit.new_text for edit in step.edits if isinstance(edit, types.TextEdit)
            )
    return texts


async def test_in_order(editor: Editor) -> None:
    await editor.initialize(creating())
    document = editor.open(draft("Merrick Gar$0land and Alejandro Mayorkas spoke."), name="draft.md")
    actions = await offered(document)
    assert list(actions) == [
        "Replace with “Merrick B. Garland”",
        "Fix all 2 of `person-name`",
        "Accept “Merrick Garland” in this draft",
        "Accept “Merrick Garland” in this workspace",
        "Ignore `person-name` on this line",
    ]
    assert [each.is_preferred for each in actions.values()] == [True, None, None, None, None]
    texts = [written(each) for each in actions.values()]
    assert texts[1] == {"draft.md": ["Merrick B. Garland", "Alejandro N. Mayorkas"]}
    assert texts[2] == {"draft.md": ['accept: ["Merrick Garland"]\n']}
    assert texts[3] == {"precedent.toml": ["(new)", 'register.accept = ["Merrick Garland"]\n']}
    assert texts[4] == {"draft.md": [" <!-- precedent: ignore person-name -->"]}


async def test_one_fix_of_two_findings_is_offered_once(editor: Editor) -> None:
    await editor.initialize(PULLING)
    document = editor.open(
        draft("The Cross Bor$0der Crime Forum met. The Cross-Border Crime Forum meets again.")
    )
    first = next(iter((await offered(document)).values()))
    assert first.title == "Replace with “Cross-Border Crime Forum”"
    assert [each.code for each in first.diagnostics or ()] == ["forum-name", "forum-name-mixed"]


async def test_in_french(editor: Editor) -> None:
    await editor.initialize(creating())
    document = editor.open(draft("Merrick Gar$0land a pris la parole.", "fr"))
    assert [title.split()[0] for title in await offered(document)] == [
        "Remplacer",
        "Accepter",
        "Accepter",
        "Ignorer",
    ]


async def test_a_new_holder(editor: Editor) -> None:
    (editor.folder / "precedent.toml").write_text('draft.files = ["*.md"]\n', encoding="utf-8")
    await editor.initialize(creating())
    document = editor.open(draft("Secretary of Homeland Security Merrick B. Gar$0land spoke."))
    actions = await offered(document)
    (action,) = (each for title, each in actions.items() if title.startswith("Record "))
    assert action.title == "Record Merrick B. Garland as Secretary of Homeland Security from 2026-12-03"
    assert written(action) == {
        "register.toml": [
            "(new)",
            '[[tenure]]\noffice = "us-dhs-sec"\nperson = "garland"\nstart = "2026-12-03"\n',
        ],
        "precedent.toml": ['register.files = ["register.toml"]\n'],
    }


async def test_a_new_holder_in_the_register_that_there_is(editor: Editor) -> None:
    (editor.folder / "precedent.toml").write_text('register.files = ["ours.toml"]\n', encoding="utf-8")
    (editor.folder / "ours.toml").write_text("# ours\n", encoding="utf-8")
    await editor.initialize(creating())
    document = editor.open(draft("Secretary of Homeland Security Merrick B. Gar$0land spoke."))
    actions = await offered(document)
    (action,) = (each for title, each in actions.items() if title.startswith("Record "))
    (name,) = texts = written(action)
    assert name == "ours.toml"
    assert texts[name][0].startswith("\n[[tenure]]")


async def test_an_editor_that_creates_no_files_is_not_asked_to(editor: Editor) -> None:
    await editor.initialize(PULLING)
    document = editor.open(draft("Merrick Gar$0land spoke."))
    assert "Accept “Merrick Garland” in this workspace" not in await offered(document)
    (editor.folder / "precedent.toml").write_text("# ours\n", encoding="utf-8")
    action = (await offered(document))["Accept “Merrick Garland” in this workspace"]
    assert written(action) == {"precedent.toml": ['register.accept = ["Merrick Garland"]\n']}
