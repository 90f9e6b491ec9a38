"""A replacement leaves a sentence behind."""

import pytest

from phrasebank.register.model import Gender
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.finding import Edit, Fix
from precedent_ls.checks.fixes import Name, apply, replacement, together

M, F = Gender.MASCULINE, Gender.FEMININE


def replaced(text: str, name: Name, language: Language) -> str:
    """Replace what stands between brackets."""
    start, end = text.index("["), text.index("]")
    plain = text[:start] + text[start + 1 : end] + text[end + 1 :]
    return apply(plain, [replacement(plain, Span(start, end - 1), name, language)])


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("the [ATE]’s work", "ATF", "the ATF’s work"),
        ("an [ATE] agent", "DEA", "a DEA agent"),
        ("a [DEE] agent", "FBI", "an FBI agent"),
        ("A [Border Agency] officer", "Agency", "An Agency officer"),
        ("an [old] plan", "unified", "a unified plan"),
        ("[officials] met.", "the Ministers", "the Ministers met."),
        ("[Officials] met. [", "the Ministers", "The Ministers met. ["),
        ("They heard the [officials].", "the Ministers", "They heard the Ministers."),
        (
            "THE [CROSS BORDER CRIME FORUM] MET",
            "Cross-Border Crime Forum",
            "THE CROSS-BORDER CRIME FORUM MET",
        ),
        ("the Canada [Service]", "Agency", "the Canada Agency"),
    ],
)
def test_english(text: str, new: str, expected: str) -> None:
    assert replaced(text, Name(new), Language.EN) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("le travail de la [Commission]", Name("Comité", M), "le travail du Comité"),
        ("le travail du [Comité]", Name("Commission", F), "le travail de la Commission"),
        ("le travail du [Service]", Name("Agence", F), "le travail de l’Agence"),
        ("le travail de l’[Agence]", Name("Bureau", M), "le travail du Bureau"),
        ("le travail de l'[Agence]", Name("Office", M), "le travail de l'Office"),
        ("le travail de l'[Agence]", Name("Équipe", F), "le travail de l'Équipe"),
        ("le travail de l’[Agence]", Name("Équipes", F, plural=True), "le travail des Équipes"),
        ("parler au [ministre]", Name("ministre", F), "parler à la ministre"),
        ("parler à la [ministre]", Name("ministre", M), "parler au ministre"),
        ("parler aux [Nations]", Name("Organisation", F), "parler à l’Organisation"),
        ("Le [procureur général]", Name("procureure générale", F), "La procureure générale"),
        ("L’[agence]", Name("Gendarmerie", F), "La Gendarmerie"),
        ("un [comité]", Name("commission", F), "une commission"),
        ("cet [organisme]", Name("comité", M), "ce comité"),
        ("d’[Ottawa]", Name("Washington"), "de Washington"),
        ("de [Washington]", Name("Ottawa"), "d’Ottawa"),
        ("selon qu’[Arif]", Name("Marc"), "selon que Marc"),
        ("celui de la [SQ]", Name("FBI", M), "celui du FBI"),
        ("celui de la [SQ]", Name("ASFC", F), "celui de l’ASFC"),
        ("le droit de [Hongrie]", Name("Haïti"), "le droit d’Haïti"),
        ("le travail de la [Commission]", Name("Comité"), "le travail de la Comité"),
    ],
)
def test_french(text: str, name: Name, expected: str) -> None:
    assert replaced(text, name, Language.FR) == expected


def test_nothing_changes_twice() -> None:
    once = replaced("le travail de la [Commission]", Name("Comité", M), Language.FR)
    assert replaced(once.replace("Comité", "[Comité]"), Name("Comité", M), Language.FR) == once


@pytest.mark.parametrize(
    ("fixes", "expected"),
    [
        ([(0, 4)], [(0, 4)]),
        ([(8, 9), (0, 4), (4, 8)], [(0, 4), (4, 8), (8, 9)]),  # in the order of the text
        ([(0, 4), (0, 4)], [(0, 4)]),  # the same
        ([(2, 3), (0, 4)], [(0, 4)]),  # inside a longer one
        ([(0, 6), (4, 9)], [(0, 6)]),  # the rest waits
        ([(4, 4), (0, 4), (4, 8)], [(0, 4), (4, 8)]),  # at the edge of a longer one
        ([(4, 4), (5, 8)], [(4, 4), (5, 8)]),
        ([(0, 9), (5, 5)], [(0, 9)]),
    ],
)
def test_fixes_together(fixes: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    edits = together(Fix("", (Edit(Span(*span), "new"),)) for span in fixes)
    assert [tuple(edit.span) for edit in edits] == expected
