"""Links from a draft, and symbols of the workspace."""

import pytest

from phrasebank.bank import Phrasebank
from phrasebank.text.span import Span
from precedent_ls.assist.links import links
from precedent_ls.assist.symbols import Sort, symbols
from precedent_ls.checks.finding import InRegister, InStatement
from tests.assist.cursor import placed, quoted
from tests.checks.bench import Bench


class TestLinks:
    def test_a_statement_to_where_it_was_published(self, bench: Bench) -> None:
        draft, _ = placed(bench, "😀 As in 2024-washington.fr.")
        (link,) = links(draft, bench.bank)
        assert quoted(draft, [link.span]) == ["2024-washington.fr"]
        assert isinstance(link.target, str)
        assert link.target.startswith("http")

    def test_an_instrument_to_its_entry(self, bench: Bench) -> None:
        draft, _ = placed(bench, "The Smart Border Declaration and Action Plan")
        (link,) = links(draft, bench.bank)
        assert link.target == InRegister("sbd")

    @pytest.mark.parametrize("text", ["2031-nowhere.en", "x2024-washington.en", "`2024-washington.en`"])
    def test_none(self, bench: Bench, text: str) -> None:
        draft, _ = placed(bench, text)
        assert links(draft, bench.bank) == ()


class TestSymbols:
    @pytest.mark.parametrize(
        ("query", "sort", "name"),
        [
            ("rcmp", Sort.BODY, "Royal Canadian Mounted Police (RCMP)"),
            ("grc", Sort.BODY, "Gendarmerie royale du Canada (GRC)"),
            ("GENDARMERIE", Sort.BODY, "Gendarmerie royale du Canada (GRC)"),
            ("mayorkas", Sort.PERSON, "Alejandro N. Mayorkas"),
            ("Alexandro Mayorkas", Sort.PERSON, "Alejandro N. Mayorkas"),
            ("moun polise", Sort.BODY, "Royal Canadian Mounted Police (RCMP)"),
            ("gend royl du can", Sort.BODY, "Gendarmerie royale du Canada (GRC)"),
            ("conclu", Sort.SECTION, "Conclusion"),
            ("ingerence", Sort.SECTION, "Ingérence étrangère"),
            ("2005-back", Sort.STATEMENT, "2005-backgrounder.en"),
        ],
    )
    def test_the_best(self, bench: Bench, query: str, sort: Sort, name: str) -> None:
        best = symbols([bench.bank], query)[0]
        assert best.sort is sort
        assert best.name.startswith(name)

    def test_sections_of_twins_are_told_apart(self, bench: Bench) -> None:
        found = symbols([bench.bank], "conclusion")
        assert [each.container for each in found] == ["2024 Washington (en)", "2024 Washington (fr)"]

    def test_of_no_query_the_statements(self, bench: Bench) -> None:
        found = symbols([bench.bank, bench.bank], "")
        assert [each.place for each in found] == [
            InStatement(each.id, Span(0, 0)) for each in reversed(bench.bank.statements)
        ]

    @pytest.mark.parametrize("query", ["zzzzqqqq", "q", "😀", "(", "\\", "a" * 5000])
    def test_nothing_like_it(self, bench: Bench, query: str) -> None:
        found = symbols([bench.bank], query)
        assert all(query in each.name.lower() or len(query) == 1 for each in found)

    def test_of_nothing(self) -> None:
        assert symbols([Phrasebank()], "rcmp") == ()
        assert symbols([], "") == ()
