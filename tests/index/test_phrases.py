"""What follows a context, where it stands, and where a text repeats earlier ones."""

import pytest

from phrasebank.index.phrases import Context, Phrases
from phrasebank.index.tokens import HEADING, PARAGRAPH, SENTENCE, STATEMENT
from phrasebank.statement import Statement
from tests.index.corpus import keys, segment, statement

OTTAWA = """
    # Joint Statement

    Ministers met in Ottawa. They discussed ways to enhance collaboration.

    ## Human Smuggling

    Ministers called on their officials to share “timely” information.

    They will report, in writing, on progress.
"""
WASHINGTON = """
    # Joint Statement

    Ministers met in Washington, D.C. They discussed ways to **enhance**
    cooperation.

    ## Fentanyl
"""


@pytest.fixture
def ottawa() -> Statement:
    return statement(OTTAWA)


@pytest.fixture
def phrases(ottawa: Statement) -> Phrases:
    later = statement(WASHINGTON, name="2021-washington.en", date="2021-03-04")
    return Phrases((segment(ottawa), segment(later)))


def following(context: Context, limit: int) -> list[list[str]]:
    """Return the keys that come next at each place."""
    found = []
    for each in context.occurrences():
        first = each.place + each.length
        found.append([each.segment.key(number) for number in each.segment.words[first : first + limit]])
    return found


def test_counts_of_segments_add_up(phrases: Phrases) -> None:
    assert phrases.find(["ministers"]).count == 3
    assert phrases.find(["ministers", "met"]).count == 2
    assert phrases.find(["ministers", "left"]).count == 0


def test_followers_come_by_frequency_and_by_their_first_letters(phrases: Phrases) -> None:
    to = phrases.find(["to"])
    assert [(each.key, each.count) for each in to.followers()] == [("enhance", 2), ("share", 1)]
    assert [each.key for each in to.followers("sh")] == ["share"]
    assert to.followers("x") == ()


def test_the_newest_statement_comes_first(phrases: Phrases) -> None:
    assert following(phrases.find(["ministers", "met"]), 2) == [["in", "washington"], ["in", "ottawa"]]


def test_nothing_known_is_nowhere(phrases: Phrases) -> None:
    assert phrases.find(["unheard"]).count == 0
    assert Phrases(()).find(["to"]).count == 0


def test_boundaries_are_context_too(phrases: Phrases) -> None:
    assert following(phrases.find([SENTENCE]), 2) == [["they", "discussed"]] * 2
    assert following(phrases.find([HEADING]), 2) == [
        ["joint", "statement"],
        ["fentanyl", STATEMENT],
        ["joint", "statement"],
        ["human", "smuggling"],
    ]
    assert following(phrases.find([HEADING, "human", "smuggling", PARAGRAPH]), 1) == [["ministers"]]
    assert [each.key for each in phrases.find([STATEMENT, HEADING]).followers()] == ["joint"]


def test_an_occurrence_can_be_cited(phrases: Phrases, ottawa: Statement) -> None:
    (each,) = phrases.find(["share", "timely"]).occurrences()
    assert each.precedent.metadata == ottawa.metadata
    assert each.precedent.section == "Human Smuggling"
    assert each.precedent.passage == ottawa.sections[1].passages[0]
    text = each.precedent.passage.text
    assert text[slice(*each.span)] == "share “timely"
    assert ottawa.source[slice(*each.source_span)] == "share “timely"


def test_a_run_across_sentences_is_cited_from_the_last(phrases: Phrases) -> None:
    (each,) = phrases.find(["in", "ottawa", SENTENCE, "they", "discussed"]).occurrences()
    assert each.precedent.passage.text[slice(*each.span)] == "They discussed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers met in Ottawa", ["ministers met in ottawa"]),
        ("then ministers met in Ottawa yesterday", ["ministers met in ottawa"]),
        ("ministers met in Paris", []),
        (
            "discussed ways to enhance collaboration and called on their officials to leave",
            ["discussed ways to enhance collaboration", "called on their officials to"],
        ),
    ],
)
def test_matches_are_the_longest_runs(phrases: Phrases, text: str, expected: list[str]) -> None:
    words = keys(text)
    found = phrases.matches(words, least=4)
    assert [" ".join(words[start:end]) for start, end in found] == expected


def test_matches_may_overlap_and_do_not_end_in_a_boundary() -> None:
    phrases = Phrases((segment("one two three four.\n\nthree four five six."),))
    words = [PARAGRAPH, *keys("one two three four five six"), SENTENCE, "seven"]
    assert phrases.matches(words, least=4) == ((1, 5), (3, 7))


def test_some_statements_may_not_count() -> None:
    old = statement("Ministers met in the old town.", name="2020-ottawa.en")
    new = statement("Today ministers met in the old town again.", name="2022-banff.en")
    apart = Phrases((segment(old), segment(new)))
    for phrases in (Phrases((segment(old, new),)), apart):
        words = keys("today ministers met in the old town again")
        assert phrases.matches(words) == ((0, 8),)
        assert phrases.matches(words, without=frozenset({"2022-banff.en"})) == ((1, 7),)
        assert phrases.matches(words, without=frozenset({"2022-banff.en", "2020-ottawa.en"})) == ()
        town = phrases.find(["old", "town"])
        assert (town.count, town.count_without(frozenset({"2022-banff.en"}))) == (2, 1)


def test_french_words_are_found_however_they_are_typed() -> None:
    text = "Les ministres ont souligné l’échange d’information à la frontière États‑Unis–Canada."
    phrases = Phrases((segment(statement(text, name="2024-washington.fr")),))
    typed = keys("souligne l'échange d'information")
    assert phrases.find(typed).count == 1
    (each,) = phrases.find(typed).occurrences()
    assert each.precedent.passage.text[slice(*each.span)] == "souligné l’échange d’information"
    assert [each.key for each in phrases.find(["frontiere"]).followers("et")] == ["etats"]
