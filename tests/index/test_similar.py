"""The nearest passages, and how near they are."""

import pytest

from phrasebank.index.likeness import likeness, profile
from phrasebank.index.similar import Passages, Similar
from tests.index.corpus import keys, segment, statement

OLD = statement(
    """
    # Human Smuggling

    Ministers called on their officials to review recent incidents along the border.

    Both countries will continue to share information on the border.

    They asked officials to report.
    """
)
NEW = statement(
    """
    # Money

    Ministers took note of the proceeds of serious crimes.

    They asked officials to report.
    """,
    name="2022-washington.en",
    date="2022-03-22",
)


@pytest.fixture
def passages() -> Passages:
    return Passages([segment(OLD), segment(NEW)])


def texts(found: tuple[Similar, ...]) -> list[str]:
    return [each.precedent.passage.text for each in found]


def test_the_nearest_comes_first(passages: Passages) -> None:
    found = passages.similar(keys("The Ministers tasked officials to review incidents at the border."))
    assert texts(found)[0].startswith("Ministers called on their officials to review")
    assert found[0].score > found[1].score


def test_the_same_words_score_one_and_the_newest_comes_first(passages: Passages) -> None:
    found = passages.similar(keys("They asked officials to report."), limit=2)
    assert [each.precedent.metadata.id for each in found] == [NEW.metadata.id, OLD.metadata.id]
    assert [each.score for each in found] == pytest.approx([1, 1])


def test_words_in_common_are_marked_inflected_or_not(passages: Passages) -> None:
    (found,) = passages.similar(keys("reviewing an incident"), limit=1)
    text = found.precedent.passage.text
    assert [text[slice(*span)] for span in found.matched] == ["review", "incidents"]
    (found,) = passages.similar(keys("serious crime proceeded"), limit=1)
    text = found.precedent.passage.text
    assert [text[slice(*span)] for span in found.matched] == ["proceeds", "serious"]


def test_nothing_in_common_finds_nothing(passages: Passages) -> None:
    assert passages.similar(keys("Une phrase entièrement nouvelle")) == ()
    assert passages.similar([]) == ()
    assert Passages([]).similar(["border"]) == ()


def test_headings_are_no_precedents(passages: Passages) -> None:
    assert passages.similar(keys("human smuggling")) == ()


def test_unrelated_passages_change_neither_order_nor_much_of_the_score() -> None:
    sentence = keys("Ministers asked officials to review incidents along the shared border.")
    alone = Passages([segment(OLD)]).similar(sentence, limit=1)[0]
    noise = statement("\n\n".join(f"Unit {number} of lot {number % 7} was made." for number in range(500)))
    among = Passages([segment(OLD), segment(noise)]).similar(sentence, limit=1)[0]
    assert among.precedent == alone.precedent
    assert among.score == pytest.approx(alone.score, abs=0.1)


def test_a_sentence_of_nothing_but_frequent_words_finds_its_like() -> None:
    text = "\n\n".join(f"They will meet and they will report on item{number}." for number in range(3000))
    many = statement(text + "\n\nAnd they will report and they will meet.")
    (found,) = Passages([segment(many)]).similar(keys("And they will report and they will meet."), limit=1)
    assert found.score == pytest.approx(1)


def test_order_and_rarity_count() -> None:
    def alike(one: str, other: str) -> float:
        weights = {"the": 0.1, "and": 0.1}
        return likeness(
            *(profile(text.split(), lambda stem: weights.get(stem, 1.0)) for text in (one, other))
        )

    assert alike("the border and crime", "the border and crime") == pytest.approx(1)
    assert alike("crime", "crime") == pytest.approx(1)
    assert alike("border crime", "crime border") < 1
    assert alike("the border", "a border") > alike("the border", "the forum")
    assert alike("border", "forum") == 0
    assert alike("investigate crimes", "investigation crimes") == pytest.approx(1)
