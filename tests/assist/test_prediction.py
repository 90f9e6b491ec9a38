"""What is likely to come next, by small statements of the past."""

from collections.abc import Sequence

import pytest

from phrasebank.statement import Statement
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


def offered(marked: str, language: str = "en", past: Sequence[Statement] = PAST) -> list[str]:
    """Return what a person who asks is offered behind the cursor ``$0``, the first first."""
    earlier = bank(*past)
    before, _, after = f"---\nlanguage: {language}\n---\n\n{marked}".partition("$0")
    found = complete(draft(before + after, earlier), len(before), earlier, Settings(), beside_ghost=False)
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


class TestSmallWord:
    """What follows a small word may follow another that stands in the same places."""

    past = (
        said(
            "# T\n\nThe border is open, and the harbor is closed. The harbor was full. They guard the border,"
            " the harbor, the bridge and the tunnel. They rely on our partners. Trade of arms and sale of"
            " drugs and theft of cars and fraud of all sorts went on.",
            "2023-ottawa.en",
        ),
        said(
            "# T\n\nLa frontière est libre, et la rivière est basse. Ils gardent la frontière, la rivière,"
            " la route et la gare. Ils comptent sur notre appui et leur appui. Vente de tabac et vol de"
            " bijoux et trafic de drogues et fraude de toutes sortes. Ils ont vu cette gare.",
            "2023-ottawa.fr",
        ),
    )

    @pytest.mark.parametrize(
        ("typed", "language", "follows"),
        [
            ("They know our $0", "en", {"partners", "harbor", "border"}),
            ("Ils aiment cette $0", "fr", {"gare", "rivière", "frontière"}),
        ],
    )
    def test_in_any_past(self, typed: str, language: str, follows: set[str]) -> None:
        words = [each for each in offered(typed, language, self.past) if " " not in each]
        assert set(words[:3]) == follows

    @pytest.mark.parametrize(
        ("typed", "language", "follows"),
        [
            ("They will protect our ", "en", "communities"),
            ("They wrote an ", "en", "agreement"),
            ("The plan that could ", "en", "continue"),
            ("Ils protègent notre ", "fr", "engagement"),
            ("Ils connaissent cette ", "fr", "menace"),
            ("Ils voient ses ", "fr", "ministres"),
            ("Ils voient chaque ", "fr", "engagement"),
        ],
    )
    def test_no_word_comes_that_only_follows_others(self, typed: str, language: str, follows: str) -> None:
        first = [each.removeprefix(typed) for each in results(f"{typed}$0", language)[:5]]
        assert follows in first
        assert not {"and", "to", "of", "in", "the", "et", "de", "à", "d'", "les"} & set(first)


class TestLikeness:
    """What follows a seldom word tells most of words that end alike and stand behind the same word."""

    past = (
        said(
            "# T\n\nThey plan the mapping of all. They fear the fishing of most. They like the hoarding."
            " We see small boats that sail. We see small carts that roll. We see small trucks that stop.",
            "2023-ottawa.en",
        ),
        said(
            "# T\n\nIls veulent la création de tout. Ils craignent la pollution de rien."
            " Nous voyons des bateaux qui voguent. Nous voyons des camions qui roulent.",
            "2023-ottawa.fr",
        ),
    )

    @pytest.mark.parametrize(
        ("typed", "first", "language"),
        [
            ("They note the gathering $0", "of", "en"),
            ("They note the small planes $0", "that", "en"),
            ("Ils notent la relation $0", "de", "fr"),
            ("Ils notent des avions $0", "qui", "fr"),
        ],
    )
    def test_by_the_ending_and_the_word_before(self, typed: str, first: str, language: str) -> None:
        assert offered(typed, language, self.past)[0] == first


class TestCase:
    """“Sex Offender Registry” tells little of what follows “offender” in small letters."""

    past = (
        said(
            "# T\n\nThe National Guard Bureau met. Each guard post opened. A guard post closed."
            " It is the Guard Bureau of all. We saw the Guard Bureau again. They are a bureau of two.",
            "2023-ottawa.en",
        ),
        said(
            "# T\n\nLe Grand Conseil Fédéral siège. Chaque conseil local siège. Un conseil local vote."
            " C’est le Conseil Fédéral de tous. Voici le Conseil Fédéral encore.",
            "2023-ottawa.fr",
        ),
    )

    @pytest.mark.parametrize(
        ("typed", "first", "language"),
        [
            ("They visited every guard $0", "post", "en"),
            ("They visited every Guard $0", "Bureau", "en"),
            ("Ils consultent le conseil $0", "local", "fr"),
            ("Ils consultent le Conseil $0", "Fédéral", "fr"),
        ],
    )
    def test_the_same_case_counts_most(self, typed: str, first: str, language: str) -> None:
        assert offered(typed, language, self.past)[0] == first

    def test_the_other_case_is_offered_where_a_text_has_the_word_so(self) -> None:
        assert "bureau" in offered("They visited every guard $0", past=self.past)

    def test_and_not_where_none_has(self) -> None:
        assert not [each for each in offered("le conseil $0", "fr", self.past) if each.startswith("fédéral")]

    def test_a_name_does_not_go_on_from_a_small_letter(self) -> None:
        assert results("They hear a public $0")[0] != "They hear a public Safety"


class TestMarks:
    """Behind a comma or a bracket comes what was read behind one."""

    def test_a_word_that_stands_behind_commas(self) -> None:
        assert offered("They prevent kidnapping, $0")[0] == "in"

    def test_in_french(self) -> None:
        assert offered("Ils freinent le détournement, $0", "fr")[0] in ("la", "dans")

    def test_nothing_without_the_space(self) -> None:
        assert all(each.startswith(" ") for each in offered("They prevent kidnapping,$0"))
        assert all(each.startswith(" ") for each in offered("Ils freinent le détournement,$0", "fr"))


class TestMark:
    """Behind a mark only what followed it there tells, and a single place of it proves little."""

    past = (
        said(
            "# T\n\nThey work at the border, seeking peace. They stay at the border. They live at the border."
            " They walk at the border. They met, and left, and came, and went, and ate, and slept.",
            "2023-ottawa.en",
        ),
        said(
            "# T\n\nIls sont à la frontière, sans bruit. Ils restent à la frontière."
            " Ils vivent à la frontière. Ils marchent à la frontière. Ils vont, et partent, et viennent, et"
            " mangent, et boivent, et rient, et dorment.",
            "2023-ottawa.fr",
        ),
    )

    @pytest.mark.parametrize(
        ("typed", "language", "usual"),
        [("They wait for the border, $0", "en", "and"), ("Ils voient leur frontière, $0", "fr", "et")],
    )
    def test_what_usually_follows_it_is_there(self, typed: str, language: str, usual: str) -> None:
        assert offered(typed, language, self.past)[0] == usual
