"""What is underlined, and mending it."""

from pathlib import Path

from tests.editors.vscode.conftest import Start


def test_findings_are_underlined_and_listed(start: Start, workspace: Path) -> None:
    vscode = start(file=workspace / "future.en.md")
    vscode.shown(vscode.findings)
    vscode.run("View: Focus Problems")
    problems = vscode.page.locator(".markers-panel")
    vscode.shown(problems.get_by_text("Marco Mendicino left the office"))
    vscode.shown(problems.get_by_text("holder-out"))
    vscode.picture("findings")


def test_a_quick_fix_changes_the_buffer(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.place(file, "Canada Border Ser")
    vscode.fix("Canada Border Services Agency", picture="quick-fix")
    assert "of the Canada Border Services Agency, and instructed" in vscode.saved(file)


def test_fix_all_mends_what_has_one_right_form(start: Start, workspace: Path) -> None:
    file = workspace / "future.en.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.fix_all()
    text = vscode.saved(file)
    for right in (
        "# Joint Statement of the Cross-Border Crime Forum",
        "Trilateral Fentanyl Committee",
        "Canada Border Services Agency",
        "United States Postal Inspection Service",
    ):
        assert right in text
    vscode.picture("fix-all")


def test_french_spaces_and_accents_are_mended(start: Start, workspace: Path) -> None:
    file = workspace / "future.fr.md"
    vscode = start(file=file)
    vscode.shown(vscode.findings)
    vscode.new_paragraph(file, "## Crimes en ligne")
    vscode.type("Les ministres ont discuté des enjeux suivants : la fraude et l’extorsion.")
    vscode.press("Escape")
    vscode.saved(file)
    vscode.place(file, "enjeux suivants")
    vscode.fix("Mettre une espace insécable", picture="quick-fix-french")
    assert "des enjeux suivants\u00a0: la fraude" in vscode.saved(file)
    vscode.fix_all()
    text = vscode.saved(file)
    assert "appelés «\u00a0les ministres\u00a0») ont discuté" in text
    assert "Forum sur la criminalité transfrontalière" in text.splitlines()[8]
    assert "l’Agence des services frontaliers du Canada" in text
