"""What is likely to come next, by small statements of the past."""

from precedent_ls.assist.complete import complete
from precedent_ls.settings import Settings
from tests.assist.offered import results
from tests.assist.past import bank, draft, said

PAST = (
    said(
        "# Joint Statement\n\nWe track smuggling of firearms. They stop trafficking of fentanyl."
        " All condemn laundering of money. In the port, in the city, in the house, in the street.",
        "2023-ottawa.en",
    ),
    said(
        "# Déclaration conjointe\n\nNous suivons la contrebande d’armes. Ils freinent le trafic de fentanyl,"
        " la production de drogues. Dans la ville, dans la rue, dans la maison, dans la cour.",
        "2023-ottawa.fr",
    ),
)


def offered(marked: str, language: str = "en") -> list[str]:
    """Return what a person who asks is offered behind the cursor ``$0``, the first first."""
    past = bank(*PAST)
    before, _, after = f"---\nlanguage: {language}\n---\n\n{marked}".partition("$0")
    found = complete(draft(before + after, past), len(before), past, Settings(), beside_ghost=False)
    kept = before[: found.span.start]
    return [(kept + item.insert).removeprefix(before) for item in found.items]


class TestUnknownWord:
    """What usually follows words that are seldom seen may follow one that was never seen."""

    def test_it_comes_before_words_that_are_only_frequent(self) -> None:
        assert offered("They prevent kidnapping $0")[0] == "of"

    def test_in_french(self) -> None:
        assert offered("Ils freinent le détournement $0", "fr")[0] == "de"

    def test_not_behind_a_known_word(self) -> None:
        assert offered("All condemn laundering of $0")[0].startswith("money")

    def test_nor_behind_a_word_that_it_was_often_seen_not_to_follow(self) -> None:
        first = {
            each.removeprefix("They work in order to ") for each in results("They work in order to $0")[:3]
        }
        assert not first & {"and", "of", "to"}


class TestMarks:
    """Behind a comma or a bracket comes what was read behind one."""

    def test_a_word_that_stands_behind_commas(self) -> None:
        assert offered("They prevent kidnapping, $0")[0] == "in"

    def test_in_french(self) -> None:
        assert offered("Ils freinent le détournement, $0", "fr")[0] in ("la", "dans")

    def test_nothing_without_the_space(self) -> None:
        assert all(each.startswith(" ") for each in offered("They prevent kidnapping,$0"))
        assert all(each.startswith(" ") for each in offered("Ils freinent le détournement,$0", "fr"))
