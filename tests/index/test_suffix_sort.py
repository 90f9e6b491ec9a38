"""The order of all places of a text, by what stands from there on."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.index import suffix_sort
from phrasebank.index.suffix_sort import suffix_array

texts = st.integers(1, 6).flatmap(lambda most: st.lists(st.integers(1, most), max_size=120))


def in_order(words: list[int]) -> list[int]:
    return list(memoryview(suffix_array(array("I", words))))


def naive(words: list[int]) -> list[int]:
    return sorted(range(len(words)), key=lambda place: words[place:])


@given(texts)
def test_places_are_in_the_order_of_what_follows(words: list[int]) -> None:
    assert in_order(words) == naive(words)


@pytest.mark.parametrize("length", [1, 11, 12, 13, 25, 500])
def test_a_text_that_repeats_itself(length: int) -> None:
    assert in_order([7] * length) == naive([7] * length)
    doubled = [*range(1, length + 1)] * 2
    assert in_order(doubled) == naive(doubled)


@given(st.lists(st.integers(1, 70_000), min_size=1, max_size=60))
def test_large_texts_are_sorted_alike(words: list[int]) -> None:
    assert list(memoryview(suffix_sort._with_divsufsort(array("I", words)))) == naive(words)
