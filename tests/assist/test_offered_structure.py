"""Headings, openings, the skeleton, and what is filled in for this meeting."""

import pytest

from precedent_ls.assist.complete import (
    Kind,
)
from tests.assist.offered import item, listed, results


class TestStructure:
    def test_headings_not_used_yet_in_the_order_they_had(self) -> None:
        offered = results("# T\n\n## Foreign Interference/National Security\n\nText.\n\n## $0")
        names = [each.rpartition("## ")[2] for each in offered]
        assert names[:2] == [
            "Law Enforcement Cooperation and Information Sharing",
            "Online Crime and Hate Crimes",
        ]
        assert "Foreign Interference/National Security" not in names

    def test_a_heading_being_typed(self) -> None:
        assert results("# T\n\n## Onl$0") == ["# T\n\n## Online Crime and Hate Crimes"]

    @pytest.mark.parametrize(("typed", "language"), [("# Joint $0", "en"), ("# Forum $0", "fr")])
    def test_a_title_is_this_year_s_and_names_the_forum_right(self, typed: str, language: str) -> None:
        titles = listed(typed, language).items
        assert titles
        for each in titles:
            assert each.snippet
            assert "${1:2026}" in each.snippet
            assert each.label == each.insert
            assert "Cross Border" not in each.insert
            assert each.filter_text.startswith(typed.removeprefix("# ").removesuffix("$0"))

    def test_paragraphs_open_as_their_section_did(self) -> None:
        opening = "The Ministers plan to continue their close contact on all these critical issues"
        assert f"## Conclusion\n\n{opening}" in results("## Conclusion\n\n$0")

    @pytest.mark.parametrize("mark", ["- ", "* ", "1. ", "  - "])
    @pytest.mark.parametrize(("language", "first"), [("en", "The"), ("fr", "Les")])
    def test_an_item_of_a_list_opens_as_a_paragraph(self, mark: str, language: str, first: str) -> None:
        before = f"Canada: 2.\n\n- Un, deux;\n{mark}"
        assert f"{before}{first}" in results(f"{before}$0", language)

    def test_nothing_where_a_mark_is_code(self) -> None:
        assert not results("```\n- $0\n```")

    @pytest.mark.parametrize("text", ["$0", "---\nstatement: cbcf\n---\n\n$0"])
    def test_the_skeleton_of_a_statement(self, text: str) -> None:
        first = listed(text).items[0]
        assert first.kind is Kind.SKELETON
        assert first.snippet
        assert first.snippet.splitlines()[0].startswith("# ")
        assert "\n\n## ${" in first.snippet

    FRONT = "---\nstatement: cbcf\ndate: 2026-12-03\nlanguage: {}\nhost: {}\nplace: {}\n---\n\n$0"

    def test_it_has_the_day_the_place_and_the_people_of_this_meeting(self) -> None:
        snippet = listed(self.FRONT.format("en", "united-states", "Detroit")).items[0].snippet
        assert snippet
        assert ":On December 3, 2026}, to advance our shared goals" in snippet
        assert "in ${7:Detroit} for the U.S.–Canada" in snippet
        assert "U.S. Attorney General ${3:Todd Blanche}" in snippet

    @pytest.mark.parametrize("language", ["en", "fr"])
    @pytest.mark.parametrize("host", ["canada", "united-states"])
    @pytest.mark.parametrize("place", ["Detroit", ""])
    def test_nothing_of_last_time_s(self, language: str, host: str, place: str) -> None:
        snippet = listed(self.FRONT.format(language, host, place), language).items[0].snippet or ""
        last = ("Yesterday", "Today", "Aujourd", "Hier", "Washington, D", "2024", "April 28", "Institutions")
        people = ("Garland", "Mayorkas", "Virani", "LeBlanc", "Mendicino", "Lametti")
        passed = snippet.replace("CBCF in Washington, D.C., as well as", "")
        assert snippet
        assert not [each for each in (*last, *people) if each in passed]

    def test_it_is_modeled_on_a_statement_of_the_same_host(self) -> None:
        snippet = listed(self.FRONT.format("en", "canada", "Ottawa")).items[0].snippet
        assert snippet
        assert "Canada’s Minister of Public Safety ${3:Gary Anandasangaree}" in snippet
        assert "in Mexico in ${11:January 2023} and in Ottawa in ${12:March 2023}" in snippet

    def test_who_received_whom_is_open_where_the_other_side_were_the_hosts(self) -> None:
        snippet = listed(self.FRONT.format("fr", "canada", "Ottawa")).items[0].snippet
        assert snippet
        assert ". ${2:Le 3 décembre 2026, à l'occasion du Forum" in snippet
        assert ", à Ottawa, en vue de promouvoir nos objectifs communs.} Il s'agit de la ${3:" in snippet

    @pytest.mark.parametrize(
        ("language", "year"), [("en", "at ${10:last year’s} meeting"), ("fr", "de ${11:l'année dernière}")]
    )
    def test_a_year_counted_from_that_meeting_is_open(self, language: str, year: str) -> None:
        snippet = listed(self.FRONT.format(language, "united-states", "Detroit")).items[0].snippet
        assert snippet
        assert year in snippet

    def test_the_place_is_open_where_nobody_says_it(self) -> None:
        snippet = listed(self.FRONT.format("fr", "united-states", "")).items[0].snippet
        assert snippet
        assert ", à ${8:…}, en vue de promouvoir" in snippet
        assert ":Le 3 décembre 2026}, à l'occasion du Forum" in snippet

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_without_snippets_its_title_of_this_year(self, language: str) -> None:
        first = listed(self.FRONT.format(language, "canada", ""), language).items[0]
        assert first.insert == first.label == first.filter_text
        assert "2026" in first.insert
        assert first.snippet
        assert first.snippet.splitlines()[0].replace("${1:2026}", "2026") == first.insert

    def test_no_skeleton_beside_text(self) -> None:
        assert not [each for each in listed("Some text.\n\n$0").items if each.kind is Kind.SKELETON]


class TestSlots:
    def test_the_ordinal_and_the_holder_are_filled_in(self) -> None:
        found = item("in Ottawa, for the $0", "Cross-Border Crime Forum")
        assert found.insert.endswith("fourth meeting of the Canada-U.S. Cross-Border Crime Forum")
        assert found.snippet
        assert "${1:fourth}" in found.snippet
        assert found.label == found.insert

    @pytest.mark.parametrize(
        ("typed", "day", "language"),
        [
            ("consistent with rights protected by law. $0", "${1:On May 12, 2026}", "en"),
            ("advancing democratic values. $0", "${1:On May 12, 2026}, Canada’s Minister", "en"),
            ("dans le respect des droits protégés par la loi. $0", "${1:Le 12 mai 2026}", "fr"),
        ],
    )
    def test_the_statement_s_own_day_is_the_draft_s(self, typed: str, day: str, language: str) -> None:
        assert any(each.snippet and day in each.snippet for each in listed(typed, language).items)

    def test_the_place_is_the_front_matter_s(self) -> None:
        front = "---\nstatement: cbcf\ndate: 2026-12-03\nlanguage: en\nplace: Detroit\n---\n\n"
        typed = "hosted Canada’s Minister of Justice and Attorney General, $0"
        assert any(
            each.snippet and ":Detroit} for the" in each.snippet for each in listed(front + typed).items
        )

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_a_title_that_is_over_is_the_one_of_today(self, language: str) -> None:
        typed = {
            "en": "hosted Canada’s Minister of Justice and Attorney General, $0",
            "fr": "ministre de la Justice et procureur général du Canada, et $0",
        }[language]
        quoted = [each.insert for each in listed(typed, language).items if each.snippet]
        assert quoted
        assert not [each for each in quoted if "nstitutions" in each]

    def test_what_is_not_known_is_a_tab_stop_and_said(self) -> None:
        found = item("Building on the success of the March $0", "Washington")
        assert found.snippet is None or "as it was there" in found.detail

    def test_signs_that_snippets_read_are_escaped(self) -> None:
        for each in listed("Investigators found that 100,000 victims were $0").items:
            assert each.snippet is None or "$45" not in each.snippet.replace("\\$45", "")
