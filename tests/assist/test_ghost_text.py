"""Ghost text: the one continuation that is shown behind the cursor, marked ``$0``."""

import pytest

from phrasebank.text.span import Span
from precedent_ls.assist.complete import (
    Ghost,
    ghost,
    ghost_beyond,
)
from precedent_ls.settings import Settings
from tests.assist.offered import at_cursor, bank, listed, results, taken


class TestGhost:
    def test_shown_where_the_context_carries_it(self) -> None:
        shown = taken("Building on the success of pre$0")
        assert shown
        assert shown.startswith("Building on the success of previous")

    def test_the_next_stretch_follows_at_once(self) -> None:
        text = "Building on the success $0"
        for _ in range(4):
            shown = taken(text)
            assert shown
            text = f"{shown}$0"
        assert "previous CBCF meetings" in text

    def test_one_line_behind_the_cursor_and_nothing_replaced(self) -> None:
        draft, offset = at_cursor("Building on the suc$0")
        shown = ghost(draft, offset, bank(), Settings())
        assert shown
        assert "\n" not in shown.insert
        assert shown.span.start == shown.span.end == offset

    @pytest.mark.parametrize("text", ["Building on the suc$0cess of", "Xyzzy plugh $0", "Building $0on"])
    def test_not_in_a_word_not_before_text_not_without_context(self, text: str) -> None:
        assert taken(text) is None


def beyond(text: str, item: str, language: str = "en") -> str | None:
    """Return what the ghost text beside a list puts in place of the item’s range, `item` being selected."""
    draft, offset = at_cursor(text, language)
    found = listed(text, language)
    selected = Ghost(next(each.insert for each in found.items if each.insert.endswith(item)), found.span)
    shown = ghost_beyond(draft, offset, selected, bank(), Settings())
    assert shown is None or shown.span == selected.span
    return None if shown is None else shown.insert


class TestGhostBesideTheList:
    @pytest.mark.parametrize(
        ("text", "item", "whole", "language"),
        [
            (
                "Building on the success of $0",
                "of previous CBCF meetings",
                "of previous CBCF meetings, including",
                "en",
            ),
            ("Building on the success of pre$0", "previous", "previous CBCF", "en"),
            (
                "Forts du succès des $0",
                "réunions précédentes du FCT",
                "des réunions précédentes du FCT, notamment",
                "fr",
            ),
        ],
    )
    def test_it_goes_on_from_the_item_that_is_selected(
        self, text: str, item: str, whole: str, language: str
    ) -> None:
        shown = beyond(text, item, language)
        assert shown
        assert shown.startswith(whole)

    def test_another_item_another_text(self) -> None:
        text = "Building on the success of $0"
        other = next(each for each in results(text) if "March 2022 CBCF" in each).removeprefix(text[:-2])
        shown = beyond(text, other)
        assert shown is None or shown.startswith(f"of {other}")

    @pytest.mark.parametrize(
        ("selected", "start"),
        [("previous CBCF", -1), ("something else", -3), ("of previous\n\n## Next", -3)],
    )
    def test_nothing_where_it_could_not_be_shown(self, selected: str, start: int) -> None:
        draft, offset = at_cursor("Building on the success of $0")
        item = Ghost(selected, Span(offset + start, offset))
        assert ghost_beyond(draft, offset, item, bank(), Settings()) is None

    @pytest.mark.parametrize(("front", "given"), [("language: en", False), ("date: 2026-05-12", True)])
    def test_the_day_of_a_draft_that_gives_one_only(self, front: str, given: bool) -> None:
        draft, offset = at_cursor(f"---\n{front}\n---\n\nThey met on May 1$0")
        shown = ghost_beyond(draft, offset, Ghost("May 12", Span(offset - 5, offset)), bank(), Settings())
        assert (shown is not None and shown.insert == "May 12, 2026") is given

    def test_not_before_text(self) -> None:
        draft, offset = at_cursor("Building on the success $0of")
        item = Ghost("success of", Span(offset - len("success "), offset))
        assert ghost_beyond(draft, offset, item, bank(), Settings()) is None


@pytest.mark.parametrize(
    ("typed", "expected", "language"),
    [
        ("the Canada Border$0 Services Agency met", None, "en"),
        ("The Royal Canadian $0 Mounted Police", None, "en"),
        ("The Royal Canadian Mounted P$0 (RCMP) met", "The Royal Canadian Mounted Police", "en"),
        ("la Gendarmerie royale du$0 Canada (GRC)", None, "fr"),
    ],
)
def test_nothing_that_stands_behind_the_cursor_already(
    typed: str, expected: str | None, language: str
) -> None:
    assert taken(typed, language) == expected
