"""The text of a document against a simple model of the protocol's own rules."""

import re
from collections.abc import Callable, Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precedent_ls.draft import text as text_module
from precedent_ls.draft.text import Encoding, Text

UNITS: dict[Encoding, Callable[[str], int]] = {
    Encoding.UTF_8: lambda text: len(text.encode("utf-8", "surrogatepass")),
    Encoding.UTF_16: lambda text: len(text) + sum(character > "\uffff" for character in text),
    Encoding.UTF_32: len,
}


class Model:
    """The protocol read aloud: slow, and plain to see."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", source))]

    def end(self, line: int) -> int:
        after = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.source)
        return self.starts[line] + len(self.source[self.starts[line] : after].rstrip("\r\n"))

    def offset(self, line: int, column: int, encoding: Encoding) -> int:
        if line < 0:
            return 0
        if line >= len(self.starts):
            return len(self.source)
        offset = self.starts[line]
        while offset < self.end(line):
            column -= UNITS[encoding](self.source[offset])
            if column < 0:
                break
            offset += 1
        return offset

    def position(self, offset: int, encoding: Encoding) -> tuple[int, int]:
        offset = min(max(offset, 0), len(self.source))
        line = max(line for line, start in enumerate(self.starts) if start <= offset)
        offset = min(offset, self.end(line))
        return line, UNITS[encoding](self.source[self.starts[line] : offset])


def agree(text: Text, model: Model) -> None:
    assert text.source == model.source
    assert len(text) == len(model.source)
    assert text.line_count == len(model.starts)
    for line, start in enumerate(model.starts):
        assert text.line_start(line) == start
        assert text.line_end(line) == model.end(line)


@pytest.fixture(scope="module", autouse=True, params=[4, 4096])
def _chunk_size(request: pytest.FixtureRequest) -> Iterator[None]:
    """Small chunks bring the seams between them into a short text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_module, "_SIZE", request.param)
        yield


SOURCES = st.lists(
    st.sampled_from(
        [
            *("a", "é", "e\u0301", "–", "\u00a0", "😀", "👩\u200d🚀", "\ud83d", "\ude00", "\0", "word "),
            *("\r", "\n", "\r\n", "\x0b", "\x0c", "\u2028", "\x85"),
        ]
    )
).map("".join)
PLACES = st.floats(0, 1)
EDITS = st.lists(st.tuples(PLACES, PLACES, st.booleans(), SOURCES), max_size=6)


@given(SOURCES, EDITS, st.sampled_from(Encoding), st.lists(PLACES, min_size=1, max_size=5))
def test_edits_and_positions_follow_the_model(
    source: str, edits: list[tuple[float, float, bool, str]], encoding: Encoding, places: list[float]
) -> None:
    text = Text(source)
    for place, length, small, new in edits:
        start = round(place * len(source))
        end = min(len(source), start + round(length * (3 if small else len(source))))
        text = text.edited(start, end, new)
        source = source[:start] + new + source[end:]
    model = Model(source)
    agree(text, model)
    for place in places:
        offset = round(place * len(source))
        line, column = model.position(offset, encoding)
        assert text.position(offset, encoding) == (line, column)
        for near in (column - 1, column, column + 1, column + 2, column + 100_000):
            assert text.offset(line, near, encoding) == model.offset(line, near, encoding)


WITH_EVERYTHING = "aé\r\ne\u0301😀\x0bb\u2028\rc\n\n–\u00a0"


@pytest.mark.parametrize("encoding", Encoding)
def test_a_lone_surrogate_at_every_position(encoding: Encoding) -> None:
    everywhere = range(len(WITH_EVERYTHING) + 1)
    for place, lone in product(everywhere, ("\ud83d", "\ude00", "\ud83d\ude00")):
        text = Text(WITH_EVERYTHING).edited(place, place, lone)
        model = Model(WITH_EVERYTHING[:place] + lone + WITH_EVERYTHING[place:])
        agree(text, model)
        for offset in range(-1, len(model.source) + 2):
            assert text.position(offset, encoding) == model.position(offset, encoding)
        for line in range(-1, len(model.starts) + 1):
            for column in range(-1, 12):
                assert text.offset(line, column, encoding) == model.offset(line, column, encoding)


@pytest.mark.parametrize(
    ("encoding", "column"), [(Encoding.UTF_8, 7), (Encoding.UTF_16, 4), (Encoding.UTF_32, 3)]
)
def test_a_column_counts_the_clients_units(encoding: Encoding, column: int) -> None:
    text = Text("é😀a!")
    assert text.position(3, encoding) == (0, column)
    assert text.offset(0, column, encoding) == 3


def test_a_column_within_a_character_means_its_start() -> None:
    assert Text("a😀b").offset(0, 2, Encoding.UTF_16) == 1
    assert Text("aéb").offset(0, 2, Encoding.UTF_8) == 1


def test_positions_are_clamped_as_the_specification_says() -> None:
    text = Text("one\r\ntwo")
    assert text.offset(0, 99) == 3
    assert text.offset(9, 0) == text.line_start(9) == text.line_end(9) == 8
    assert text.offset(-1, 5) == 0
    assert text.position(4) == (0, 3), "between the two characters of a line break"
    assert text.position(99) == (1, 3)


def test_a_line_break_may_be_joined_and_parted() -> None:
    text = Text("one\rtwo").edited(4, 4, "\n")
    assert (text.source, text.line_count) == ("one\r\ntwo", 2)
    assert text.edited(4, 4, "-").line_count == 3


def test_an_edit_leaves_the_text_it_was_made_on() -> None:
    before = Text("one two")
    assert before.edited(0, 3, "three").source == "three two"
    assert before.source == "one two"
