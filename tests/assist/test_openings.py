"""How paragraphs open: as those did that stood under such a heading, as far into it."""

import pytest

from precedent_ls.assist.complete import complete
from precedent_ls.assist.completion.choice import LIKELY
from precedent_ls.settings import Settings
from tests.assist.offered import results, taken
from tests.assist.past import bank, draft, said

PAST = bank(
    said(
        "# Joint Statement\n\nWhat they met about, without a point\n\nCanada hosted all four of them."
        "\n\nBuilding on what was done, they met.\n\n"
        "## Fentanyl / Opioids\n\nThe crisis of opioids goes on.\n\nThey confirmed what had been said."
        "\n\nOfficials shall report on all of it.\n\n"
        "## Access to Justice\n\nJustice is what courts are for.\n\nMore is to be done by all.",
        "2023-ottawa.en",
    ),
    said(
        "# Joint Statement\n\nWe met once more in Washington.\n\n"
        "## Opioids\n\nOpioids kill ever more of us.\n\nNothing else was said of them.",
        "2024-washington.en",
    ),
    said(
        "# Déclaration conjointe\n\nLe Canada a reçu les quatre.\n\nForts de ce succès, ils se sont vus.\n\n"
        "## Crimes en ligne et crimes haineux\n\nL’extorsion se répand en ligne.\n\n"
        "De nouvelles lois sont à l’étude.",
        "2024-washington.fr",
    ),
)


def openings(before: str, language: str = "en") -> list[str]:
    """Return the phrases that are offered to begin a paragraph."""
    text = f"---\nlanguage: {language}\n---\n\n{before}"
    found = complete(draft(text, PAST), len(text), PAST, Settings())
    return [item.insert for item in found.items if item.insert.count(" ") > 2]


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("# Any\n\n", "We met once more"),
        ("# Any\n\nOne.\n\n", "Building on what"),
        ("One.\n\n", "Building on what"),
        ("# Any\n\nA deck, which is none\n\nOne.\n\n", "Building on what"),
        ("# Any\n\n*One, emphasized.*\n\n", "Building on what"),
        ("# Any\n\n(One, in brackets.)\n\n", "Building on what"),
        ("## Opioids\n\n", "Opioids kill"),
        ("## Opioids\n\nOne.\n\n", "Nothing else was said"),
        ("## Opioids\n\nOne.\n\nTwo.\n\n", "Nothing else was said"),
        ("# Any\n\n## FENTANYL\n\n", "The crisis of opioids"),
        ("# Any\n\n# Fentanyl\n\n", "The crisis of opioids"),
        ("## Fentanyl\n\nOne.\n\n", "They confirmed what"),
        ("## Fentanyl\n\nOne.\n\n- ", "They confirmed what"),
        ("## Fentanyl\n\nOne.\n\nTwo.\n\n", "Officials shall report"),
        ("## The Access to a Better Justice\n\n", "Justice is what"),
    ],
)
def test_the_first_is_from_such_a_section(before: str, first: str) -> None:
    assert openings(before)[0].startswith(first)


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("# Titre\n\nUn.\n\n", "Forts de ce succès"),
        ("## Les crimes haineux\n\n", "L’extorsion se répand"),
        ("## Les crimes haineux\n\nUn.\n\n", "De nouvelles lois"),
        ("## Crimes haineux\n\n« Un, cité. »\n\n", "De nouvelles lois"),
    ],
)
def test_in_french(before: str, first: str) -> None:
    assert openings(before, "fr")[0].startswith(first)


@pytest.mark.parametrize("heading", ["##", "## ", "## What is it", "## 🇨🇦", "## Unheard"])
def test_a_heading_that_is_like_no_other_tells_nothing(heading: str) -> None:
    last = ["More is to be done by all", "Nothing else was said of them"]
    assert openings(f"# Any\n\n{heading}\n\n") == openings(f"# Any\n\n{heading}\n\nOne.\n\n")
    assert set(last) <= set(openings(f"# Any\n\n{heading}\n\n"))


def test_what_the_section_has_already_is_not_offered_once_more() -> None:
    assert not openings("# Any\n\nOne.\n\nBuilding on what they said.\n\n")[0].startswith("Building")
    assert not openings("## Fentanyl\n\nThey confirmed what they knew.\n\n")[0].startswith("They confirmed")


def test_an_introduction_does_not_go_on_for_ever() -> None:
    far = "One.\n\n" * 9
    assert openings(f"# Any\n\n{far}") == openings(f"# Any\n\n## Unheard\n\n{far}")


@pytest.mark.parametrize(
    ("before", "language", "word"),
    [
        ("# T\n\nOne.\n\n", "en", "Building"),
        ("## Opioids and Fentanyl\n\nOne.\n\n", "en", "They"),
        ("# T\n\nUn.\n\n", "fr", "Forts"),
    ],
)
def test_the_likeliest_words_begin_as_such_a_section_did(before: str, language: str, word: str) -> None:
    shown = (taken(f"{before}$0", language) or "", *results(f"{before}$0", language)[:LIKELY])
    assert any(each.startswith(f"{before}{word}") for each in shown)
