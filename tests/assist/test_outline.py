"""The outline, folds and selections of a draft."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest

from precedent_ls.assist.folding import folds
from precedent_ls.assist.outline import Item, outline
from precedent_ls.assist.selection import selections
from tests.assist.cursor import placed, quoted
from tests.checks.bench import Bench


def drawn(items: Iterable[Item], depth: int = 0) -> Iterator[str]:
    for item in items:
        detail = f" = {item.detail}" if item.detail else ""
        yield f"{'  ' * depth}{item.name}{detail}"
        yield from drawn(item.children, depth + 1)


class TestOutline:
    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            (
                """
                *Joint* Ledger Office (JLO)

                # The *first* part

                Open Border Board (OBB)

                ## Inside

                They (hereinafter “the Ministers”)

                #### Deeper

                # Second
                """,
                [
                    "JLO = Joint Ledger Office",
                    "The first part",
                    "  OBB = Open Border Board",
                    "  Inside",
                    "    Ministers",
                    "    Deeper",
                    "Second",
                ],
            ),
            ("### Low\n\n# High\r\n\r\n#\n", ["Low", "High", "§"]),
            ("No heading, JLO.", []),
            ("", []),
        ],
    )
    def test_headings_and_what_is_defined_under_each(self, bench: Bench, text: str, lines: list[str]) -> None:
        draft, _ = placed(bench, text)
        assert list(drawn(outline(draft, bench.bank))) == lines

    def test_everything_lies_in_what_it_is_under(self, bench: Bench) -> None:
        draft = bench.statement("2024-washington.fr")
        assert draft

        def check(items: Iterable[Item]) -> None:
            for item in items:
                for inner in (item.selection, *(child.span for child in item.children)):
                    assert item.span.start <= inner.start <= inner.end <= item.span.end
                check(item.children)

        check(outline(draft, bench.bank))


def test_folds(bench: Bench) -> None:
    draft, _ = placed(
        bench,
        """
        # One

        A line.

        - item
        - item

        <!-- a
        comment -->

        ```
        code
        ```

        ## Two

        Words
        on two lines.

        """,
    )
    lines = draft.text.source.splitlines()
    assert [(lines[fold.first], lines[fold.last], fold.comment) for fold in folds(draft)] == [
        ("---", "---", False),
        ("# One", "on two lines.", False),
        ("- item", "- item", False),
        ("<!-- a", "comment -->", True),
        ("```", "```", False),
        ("## Two", "on two lines.", False),
        ("Words", "on two lines.", False),
    ]


class TestSelections:
    @pytest.mark.parametrize(
        ("text", "language", "around"),
        [
            (
                "# One\r\n\r\n😀 First. Zebras graze, and Royal Canadian $0Mounted Police look; lions nap.",
                "en",
                [
                    "Mounted",
                    "Royal Canadian Mounted Police",
                    "and Royal Canadian Mounted Police look",
                    "Zebras graze, and Royal Canadian Mounted Police look; lions nap.",
                    "😀 First. Zebras graze, and Royal Canadian Mounted Police look; lions nap.",
                ],
            ),
            (
                "Les zèbres paissent (près de l’éta$0ng) le soir.",
                "fr",
                ["étang", "près de l’étang", "Les zèbres paissent (près de l’étang) le soir."],
            ),
            ("A total of 3,5$027 zebras.", "en", ["3,527", "A total of 3,527 zebras."]),
        ],
    )
    def test_from_the_word_outward(self, bench: Bench, text: str, language: str, around: list[str]) -> None:
        draft, offset = placed(bench, text, language)
        assert quoted(draft, selections(draft, bench.bank, offset))[: len(around)] == around

    def test_a_phrase_of_a_statement(self, bench: Bench) -> None:
        draft, offset = placed(bench, "Zebras continue their close con$0tact daily.")
        assert quoted(draft, selections(draft, bench.bank, offset))[:3] == [
            "contact",
            "continue their close contact",
            "Zebras continue their close contact daily.",
        ]

    def test_each_within_the_next(self, bench: Bench) -> None:
        draft = bench.statement("2024-washington.fr")
        assert draft
        for offset in range(0, len(draft.text), 37):
            found = selections(draft, bench.bank, offset)
            assert found[0].start <= offset <= found[0].end
            for inner, outer in pairwise(found):
                assert outer.start <= inner.start <= inner.end <= outer.end
                assert inner != outer

    @pytest.mark.parametrize("text", ["```\nco$0de\n```", "$0", "a `co$0de`"])
    def test_in_what_is_no_prose(self, bench: Bench, text: str) -> None:
        draft, offset = placed(bench, text)
        assert selections(draft, bench.bank, offset)[-1] == (0, len(draft.text))
