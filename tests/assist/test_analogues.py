"""What is offered where only a variable part differs from earlier statements: a date, a number, a name."""

import pytest

from phrasebank.text.words import keys_of
from precedent_ls.assist.complete import complete
from precedent_ls.assist.completion.variables import Variables
from precedent_ls.settings import Settings
from tests.assist.past import bank, draft, said, shipped_register

PAST = bank(
    said(
        "# Joint Statement\n\n"
        "On April 28, 2023, representatives convened. "
        "They opened the third meeting of the heads of agencies. "
        "Minister Mendicino thanked everyone warmly. Police seized 46 firearms along with ammunition. "
        "Everywhere the United States and Canada deplore such acts. "
        "Work of the U.S.-Canada Opioids group goes on.",
        "2023-ottawa.en",
    ),
    said(
        "# Déclaration conjointe\n\n"
        "Le 28 avril 2023, les représentants se sont réunis. "
        "Ils ont ouvert la troisième réunion des chefs de service. "
        "Le ministre Mendicino remercia chacun. Les policiers ont saisi 46 armes chargées. "
        "Partout les États-Unis et le Canada déplorent ces actes.",
        "2023-ottawa.fr",
    ),
    register=shipped_register(),
)


def offered(marked: str, language: str, *, asked: bool = True) -> list[str]:
    """Return the words that may come behind the cursor ``$0``, the likeliest first."""
    before, _, after = f"---\nstatement: cbcf\nlanguage: {language}\n---\n\n{marked}".partition("$0")
    read = draft(before + after, PAST)
    found = complete(read, len(before), PAST, Settings(), asked=asked, beside_ghost=False)
    rests = [(before[: found.span.start] + item.insert).removeprefix(before) for item in found.items]
    return [rest.split()[0] for rest in rests if rest]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("On March 3, 2026, $0", "representatives"),
        ("They opened the fourth meeting of the $0", "heads"),
        ("They opened the 5th meeting of the $0", "heads"),
        ("Yesterday Minister Anandasangaree $0", "thanked"),
        ("Yesterday Minister Qwertz $0", "thanked"),
        ("Police seized 1,200 $0", "firearms"),
        ("Everywhere Canada and the United States $0", "deplore"),
        ("Work of the Canada-U.S. $0", "Opioids"),
    ],
)
def test_english(typed: str, expected: str) -> None:
    assert expected in offered(typed, "en")[:2]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Le 3 mars 2026, $0", "les"),
        ("Ils ont ouvert la quatrième réunion des $0", "chefs"),
        ("Hier le ministre Anandasangaree $0", "remercia"),
        ("Les policiers ont saisi 1\u00a0200 $0", "armes"),
        ("Partout le Canada et les États-Unis $0", "déplorent"),
    ],
)
def test_french(typed: str, expected: str) -> None:
    assert expected in offered(typed, "fr")[:2]


def test_it_comes_by_itself_behind_a_name_that_is_known_from_nowhere() -> None:
    assert "thanked" in offered("Yesterday Minister Qwertz $0", "en", asked=False)


def test_but_not_behind_any_unknown_word() -> None:
    assert not offered("Yesterday the minister qwertz $0", "en", asked=False)


def test_what_is_known_itself_goes_before() -> None:
    written = "They met in Ottawa. Police seized 12 cars.\n\nThere the police seized 12 $0"
    assert offered(written, "en")[0] == "cars"


@pytest.mark.parametrize(
    ("named", "varies"),
    [
        ("Canada and the United States", True),
        ("U.S.-Canada", True),
        ("les États-Unis et le Canada", True),
        ("and U.S.", False),
        ("and Canada", False),
        ("the United States", False),
    ],
)
def test_countries_vary_by_their_order_only(named: str, varies: bool) -> None:
    assert any(part.is_variable for part in Variables(()).reading(keys_of(named))) is varies
