"""Look-ups in one segment agree with reading the whole text."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from phrasebank.index import assemble, suffixes
from phrasebank.index.digest import Digest, Record
from phrasebank.index.live import DRAFT
from phrasebank.index.segment import Segment
from phrasebank.index.tokens import PARAGRAPH
from phrasebank.text.words import Word

words_of = st.lists(st.sampled_from(["a", "ab", "b", "ba", "c", "é"]), min_size=1, max_size=40)
run_of = st.lists(st.sampled_from(["a", "ab", "b", "ba", "c", "x"]), min_size=1, max_size=5)


def indexed(passages: list[list[str]]) -> Segment:
    digest = Digest.of(DRAFT, "")
    digest.headings.append("")
    for number, words in enumerate(passages):
        spelled = [Word(2 * index + 1, 2 * index + 2, word) for index, word in enumerate(words)]
        digest.passage(PARAGRAPH, spelled, Record(0, 0, number, 0, 0, 0, 0))
    digest.close()
    return assemble.segment([digest])


def spelled(segment: Segment) -> list[str]:
    return [segment.key(number) for number in segment.words[:-1]]


def naive(text: list[str], run: list[str]) -> list[int]:
    return [place for place in range(len(text)) if text[place : place + len(run)] == run]


texts = st.lists(words_of, min_size=1, max_size=4)


@given(texts, run_of)
def test_find_gives_every_place(passages: list[list[str]], run: list[str]) -> None:
    segment = indexed(passages)
    interval = suffixes.find(segment, run)
    assert sorted(suffixes.places(segment, interval, 1000)) == naive(spelled(segment), run)
    assert interval.depth == len(run)


@given(texts, run_of)
def test_followers_are_counted(passages: list[list[str]], run: list[str]) -> None:
    segment = indexed(passages)
    text = spelled(segment)
    expected = Counter(text[place + len(run)] for place in naive(text, run))
    found = suffixes.followers(segment, suffixes.find(segment, run), limit=100)
    assert {segment.key(number): count for number, count in found.items()} == expected


@given(texts, run_of, st.sampled_from(["a", "b", "ab", "é", "x", ""]))
def test_followers_by_their_first_letters(passages: list[list[str]], run: list[str], prefix: str) -> None:
    segment = indexed(passages)
    text = spelled(segment)
    part = suffixes.among(segment, suffixes.find(segment, run), segment.numbers_from(prefix))
    places = [place for place in naive(text, run) if text[place + len(run)].startswith(prefix)]
    assert sorted(suffixes.places(segment, part, 1000)) == places


@given(texts, run_of)
def test_longest_beginning_that_occurs(passages: list[list[str]], run: list[str]) -> None:
    segment = indexed(passages)
    numbers = [0xFFFFFFFF if number is None else number for number in map(segment.number, run)]
    text = spelled(segment)
    expected = max(length for length in range(len(run) + 1) if not length or naive(text, run[:length]))
    assert suffixes.longest(segment, numbers) == expected


def test_a_run_of_many_words_is_found_whole() -> None:
    words = [f"w{number}" for number in range(100)]
    segment = indexed([words, words[:50]])
    numbers = [segment.number(word) or 0 for word in words]
    assert suffixes.longest(segment, numbers) == 100
    assert suffixes.longest(segment, numbers, 30) == 70


def test_what_is_frequent_after_a_frequent_word_is_counted_exactly() -> None:
    segment = indexed([["the", "forum"] * 700 + ["the", "border"] * 400])
    found = suffixes.followers(segment, suffixes.find(segment, ["the"]), limit=1, sample=64)
    assert {segment.key(number): count for number, count in found.items()} == {"forum": 700}


def test_the_places_of_a_frequent_word_are_spread() -> None:
    segment = indexed([["the"] * 1000])
    places = suffixes.places(segment, suffixes.find(segment, ["the"]), 10)
    assert len(set(places)) == 10
