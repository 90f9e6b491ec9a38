"""Actions that change no word of the draft: a form is accepted, a line ignored, a new holder recorded."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lsprotocol import types

from phrasebank.text.language import Language
from precedent_ls.checks.finding import Appointment, Edit, Finding
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.waivers import accept_in_draft, accepted_form, ignore_here
from precedent_ls.draft.text import Text
from precedent_ls.lsp.convert import workspace_edit
from precedent_ls.lsp.view import View, range_in
from precedent_ls.toml_edits import appended, with_term
from precedent_ls.workspace import NAME

#: The register file that is made where the workspace names none.
REGISTER = "register.toml"

Titled = tuple[str, types.WorkspaceEdit]


def acceptances(view: View, finding: Finding) -> Iterator[Titled]:
    """Yield what accepts the form that a finding is about: in the draft, in the workspace."""
    form = accepted_form(view.draft, finding)
    if form is None:
        return
    fix = accept_in_draft(view.draft, form)
    if fix is not None:
        yield fix.title, workspace_edit(view, fix.edits)
    if view.folder is not None:
        edit = _edits(view, [(view.folder / NAME, lambda text: appended(text, "register", "accept", form))])
        if edit is not None:
            cited = quoted(form, view.draft.language)
            yield (
                _say(
                    view, f"Accept {cited} in this workspace", f"Accepter {cited} dans cet espace de travail"
                ),
                edit,
            )


def appointments(view: View, finding: Finding) -> Iterator[Titled]:
    """Yield what records in the user’s register that a person holds an office from the draft’s date."""
    new, folder = finding.appointment, view.folder
    entries = view.bank.register.entries
    if new is None or folder is None or not {new.office, new.person} <= entries.keys():
        return
    edit = _edits(view, list(_recorded(view, folder, new)))
    person, office = entries[new.person], entries[new.office]
    name, title = (
        form.text if (form := each.canonical(view.draft.language)) else each.id for each in (person, office)
    )
    if edit is not None:
        day = new.start.isoformat()
        yield (
            _say(
                view,
                f"Record {name} as {title} from {day}",
                f"Inscrire {name} au registre comme {title} à compter du {day}",
            ),
            edit,
        )


def ignores(view: View, finding: Finding) -> Iterator[Titled]:
    """Yield what has a rule say nothing on this line."""
    fix = ignore_here(view.draft, finding)
    if fix is not None:
        yield fix.title, workspace_edit(view, fix.edits)


Change = tuple[Path, Callable[[str], Edit | None]]


def _recorded(view: View, folder: Path, new: Appointment) -> Iterator[Change]:
    named = view.settings.register.files
    if named:
        yield (folder / Path(named[-1]).expanduser(), lambda text: with_term(text, new))
    else:
        yield (folder / REGISTER, lambda text: with_term(text, new))
        yield (folder / NAME, lambda text: appended(text, "register", "files", REGISTER))


def _edits(view: View, changes: Sequence[Change]) -> types.WorkspaceEdit | None:
    """Return one edit for changes of files as they are on disk; None if one of them can’t be made."""
    client = view.client
    steps: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
    plain: dict[str, Sequence[types.TextEdit]] = {}
    for path, change in changes:
        try:
            text = _content(path)
        except (OSError, ValueError):
            return None
        edit = change(text or "") if text is not None or client.creates_files else None
        if edit is None:
            return None
        if text is None:
            steps.append(
                types.CreateFile(path.as_uri(), options=types.CreateFileOptions(ignore_if_exists=True))
            )
        made = types.TextEdit(range_in(Text(text or ""), edit.span, client), edit.text)
        steps.append(
            types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(path.as_uri()), [made])
        )
        plain[path.as_uri()] = [made]
    return (
        types.WorkspaceEdit(document_changes=steps) if client.versioned_edits else types.WorkspaceEdit(plain)
    )


def _content(path: Path) -> str | None:
    """Return what a file says; None if there is none.

    Raises
    ------
    OSError, ValueError
        It cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None


def _say(view: View, en: str, fr: str) -> str:
    return fr if view.draft.language is Language.FR else en
