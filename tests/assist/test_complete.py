"""What is offered at a cursor, marked ``$0``."""

import datetime as dt
from functools import cache

import pytest

from phrasebank.bank import Phrasebank, Sources
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.complete import (
    Completions,
    Ghost,
    Kind,
    Suggestion,
    complete,
    ghost,
    ghost_beyond,
)
from precedent_ls.assist.completion.documentation import document
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.settings import CompletionSettings, Settings


@cache
def bank(*exclude: str) -> Phrasebank:
    return Phrasebank.open(Sources(exclude=exclude))


def at_cursor(text: str, language: str = "en", date: str = "2026-05-12") -> tuple[Draft, int]:
    front = f"---\nstatement: cbcf\ndate: {date}\nlanguage: {language}\n---\n\n"
    before, _, after = (text if text.startswith("---") else front + text).partition("$0")
    draft = read_draft(
        "file:///draft.md",
        1,
        Source.of(before + after, markdown=True),
        matcher=bank().matcher,
        defaults=Defaults(dt.date(2026, 5, 12)),
    )
    return draft, len(before)


def listed(text: str, language: str = "en", date: str = "2026-05-12", most: int = 20) -> Completions:
    settings = Settings(completion=CompletionSettings(max_items=most))
    return complete(*at_cursor(text, language, date), bank(), settings)


def results(text: str, language: str = "en", date: str = "2026-05-12") -> list[str]:
    """Return what stands before the cursor after each item is taken, without the front matter."""
    draft, _ = at_cursor(text, language, date)
    found = listed(text, language, date)
    kept = draft.text.source[: found.span.start].partition("\n---\n\n")[2]
    return [kept + item.insert for item in found.items]


def taken(text: str, language: str = "en", date: str = "2026-05-12") -> str | None:
    """Return what stands before the cursor after the ghost text is taken."""
    draft, offset = at_cursor(text, language, date)
    shown = ghost(draft, offset, bank(), Settings())
    if shown is None:
        return None
    return draft.text.source[: shown.span.start].partition("\n---\n\n")[2] + shown.insert


def item(text: str, ending: str, language: str = "en", date: str = "2026-05-12") -> Suggestion:
    return next(each for each in listed(text, language, date).items if each.insert.endswith(ending))


class TestContinuation:
    def test_a_formula_goes_on_whole_and_says_where_from(self) -> None:
        found = item("Building on the success of $0", "previous CBCF meetings")
        assert (found.detail, found.kind) == ("2024 Washington", Kind.PHRASE)

    def test_each_statement_that_began_so_is_quoted(self) -> None:
        offered = results("Building on the success of $0")
        assert "Building on the success of previous CBCF meetings" in offered
        assert any(each.startswith("Building on the success of the March 2022 CBCF") for each in offered)

    @pytest.mark.parametrize("typed", ["success o$0", "success of$0", "success of $0", "success of p$0"])
    def test_it_goes_on_across_spaces(self, typed: str) -> None:
        assert "Building on the success of previous CBCF meetings" in results(f"Building on the {typed}")

    @pytest.mark.parametrize("typed", ["BUILDING ON THE SUCCESS OF $0", "Building  on the\nsuccess of $0"])
    def test_case_and_spacing_of_the_context_do_not_matter(self, typed: str) -> None:
        assert any(each.endswith("previous CBCF meetings") for each in results(typed))

    def test_french_context_without_its_accents(self) -> None:
        assert any(
            each.endswith("réunions précédentes du FCT") for each in results("Forts du succes des $0", "fr")
        )

    def test_the_draft_itself_is_known(self) -> None:
        text = "The zebra crossing initiative began.\n\nWe praise the zebra cro$0"
        assert "We praise the zebra crossing" in [
            each[len("The zebra crossing initiative began.\n\n") :] for each in results(text)
        ]
        assert item(text, "crossing").detail == "this draft"

    def test_the_paragraph_being_written_is_known(self) -> None:
        assert any(
            each.endswith("the zebra crossing")
            for each in results("The zebra crossing opened, and the zeb$0")
        )

    def test_a_rewrite_says_so(self) -> None:
        details = {each.detail for each in listed("The two countries $0").items}
        assert not any("Washington" in each and "2022" in each and "rewrite" not in each for each in details)


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

    def test_not_before_text(self) -> None:
        draft, offset = at_cursor("Building on the success $0of")
        item = Ghost("success of", Span(offset - len("success "), offset))
        assert ghost_beyond(draft, offset, item, bank(), Settings()) is None


class TestNowhereElse:
    @pytest.mark.parametrize(
        "text",
        [
            "```\nBuilding on the success of $0\n```",
            "<!-- Building on the success of $0 -->",
            "Building on `the success of $0`",
            "---\nstatement: c$0bcf\n---\n",
            "Building on the suc$0cess of",
        ],
    )
    def test_nothing(self, text: str) -> None:
        assert listed(text).items == ()
        assert taken(text) is None


class TestNames:
    def test_first_in_full_with_its_acronym(self) -> None:
        assert results("Thanks to the Royal Can$0")[0] == "Thanks to the Royal Canadian Mounted Police (RCMP)"

    def test_then_by_acronym(self) -> None:
        text = "The Royal Canadian Mounted Police (RCMP) met. Thanks to the Royal Can$0"
        assert results(text)[0].endswith("Thanks to the RCMP")

    def test_an_acronym_is_written_out_at_first_mention(self) -> None:
        assert results("Thanks to the RC$0")[0] == "Thanks to the Royal Canadian Mounted Police (RCMP)"

    def test_as_ghost_text_too(self) -> None:
        shown = taken("Thanks to the Royal Can$0")
        assert shown
        assert shown.startswith("Thanks to the Royal Canadian Mounted")

    def test_an_office_with_who_holds_it_that_day(self) -> None:
        for date, holder in (("2024-07-12", "Merrick B. Garland"), ("2026-05-12", "Todd Blanche")):
            offered = results("U.S. Attorney Gen$0", date=date)
            assert f"U.S. Attorney General {holder}" in offered

    @pytest.mark.parametrize(
        ("office", "holder"),
        [
            ("Canada’s Minister of Public Safety, ", "Gary Anandasangaree"),
            ("Canada’s Minister of Justice and Attorney General, ", "Sean Fraser"),
            ("the Attorney General of the United States, ", "Todd Blanche"),
        ],
    )
    def test_the_holder_behind_the_office_and_a_comma(self, office: str, holder: str) -> None:
        assert taken(f"They hosted {office}$0") == f"They hosted {office}{holder}"

    @pytest.mark.parametrize(
        "typed", ["and Secretary of Homeland Security $0", "and U.S. Attorney General $0", "and Al$0"]
    )
    def test_never_who_has_left(self, typed: str) -> None:
        for each in [*results(typed), taken(typed) or ""]:
            assert not any(gone in each for gone in ("Mayorkas", "Garland", "Alejandro", "Merrick"))

    @pytest.mark.parametrize(
        ("office", "others"),
        [
            ("U.S. Attorney General ", ("Sean", "Gary")),
            ("Attorney General of the United States, ", ("Donald", "Sean")),
            ("Canada’s Minister of Public Safety, ", ("Todd", "Democratic")),
        ],
    )
    def test_never_behind_the_title_of_another(self, office: str, others: tuple[str, ...]) -> None:
        offered = [each.removeprefix(f"They hosted {office}") for each in results(f"They hosted {office}$0")]
        assert offered
        assert not [each for each in offered if each.startswith(others)]

    def test_what_was_not_read_in_a_source_is_marked_and_never_ghost_text(self) -> None:
        late = "2031-01-01"
        named = [
            each
            for each in listed("Minister of Public Saf$0", date=late).items
            if "Anandasangaree" in each.insert
        ]
        assert all("unverified" in each.detail for each in named)
        assert "Anandasangaree" not in (taken("Minister of Public Saf$0", date=late) or "")

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("La Gend$0", "La Gendarmerie royale du Canada (GRC)"),
            ("le chef de AS$0", "le chef de l’Agence des services frontaliers du Canada (ASFC)"),
            (
                "le chef de la Agence des serv$0",
                "le chef de l’Agence des services frontaliers du Canada (ASFC)",
            ),
            ("le FBI et le Gendarmerie r$0", "le FBI et la Gendarmerie royale du Canada (GRC)"),
            ("au nom de la procureur$0", "au nom du procureur général des États-Unis, Todd Blanche"),
        ],
    )
    def test_french_gender_article_and_contraction(self, typed: str, expected: str) -> None:
        assert expected in results(typed, "fr")

    def test_attested_in_an_excluded_statement_only(self) -> None:
        draft, offset = at_cursor("Thanks to the Foreign Influence Transparency Reg$0")
        held_out = bank("2024-*")
        assert not [
            each
            for each in complete(draft, offset, held_out, Settings()).items
            if each.kind is Kind.NAME
            and not held_out.attested(held_out.register.entries[str(each.data["entry"])])
        ]

    def test_wrong_forms_are_not_offered(self) -> None:
        assert not any(
            "Trilateral Fentanyl Commission" in each
            for each in results("the newly established Trilateral Fentanyl $0")
        )
        assert not any(
            "Opioids Action Plan" in each for each in results("initiatives from the U.S.-Canada Opioids $0")
        )

    @pytest.mark.parametrize(
        ("typed", "never", "language"),
        [
            ("le ministre de la Sécurité publique, $0", "publique, des", "fr"),
            ("le ministre de la Sécurité publique, des $0", "Institutions", "fr"),
            ("le secrétaire $0", "secrétaire du", "fr"),
            ("Canada’s Minister of Public Safety, $0", "Democratic", "en"),
            ("Canada’s Minister of Public Safety and $0", "Emergency", "en"),
        ],
    )
    def test_nor_the_beginning_of_a_title_that_is_over(self, typed: str, never: str, language: str) -> None:
        assert results(typed, language)
        assert not [each for each in results(typed, language) if never in each]
        assert never not in (taken(typed, language) or "")

    def test_which_its_own_time_has(self) -> None:
        title = "le ministre de la Sécurité publique, des Institutions démocratiques"
        typed = "le ministre de la Sécurité publique, $0"
        assert any(each.startswith(title) for each in results(typed, "fr", date="2024-07-12"))

    def test_nor_a_name_without_the_noun_that_only_a_wrong_form_gives_it(self) -> None:
        assert results("the newly established Tril$0") == [
            "the newly established Trilateral Fentanyl Committee"
        ]
        assert taken("the newly established Tril$0") == "the newly established Trilateral Fentanyl Committee"

    def test_but_for_what_the_draft_accepts(self) -> None:
        front = "---\nstatement: cbcf\ndate: 2026-05-12\nlanguage: en\naccept: [{}]\n---\n\n"
        text = "the newly established Tril$0"
        accepted = results(front.format("Trilateral Fentanyl Commission") + text)
        assert "the newly established Trilateral Fentanyl Commission" in accepted
        assert not [each for each in results(front.format("Other") + text) if "Commission" in each]
        said = "They thanked Merick Garland.\n\nThey thanked Mer$0"
        assert any(
            each.endswith("They thanked Merick") for each in results(front.format("Merick Garland") + said)
        )

    def test_nor_the_beginning_of_a_name_written_as_it_is_not(self) -> None:
        assert not [each for each in results("the U.S.-Canada Cross$0") if "Cross Border" in each]

    def test_beginnings_that_go_on_in_other_ways_are_offered(self) -> None:
        assert any(
            each.endswith("Public Safety and") for each in results("Canada’s Minister of Public Safety $0")
        )
        assert taken("the U.S.-$0") == "the U.S.-Canada"
        assert any(each.startswith("the U.S.–Canada Cross") for each in results("the U.S.–Canada $0"))

    @pytest.mark.parametrize(
        ("said", "typed", "never", "language"),
        [
            ("They thanked Alejandro Mayorkas.", "They thanked $0", "Alejandro Mayorkas", "en"),
            ("They thanked Merick Garland.", "They thanked Mer$0", "Merick", "en"),
            ("They met the Departmnt of Homeland Security.", "They met the $0", "Departmnt", "en"),
            ("Merci à la Gendarmerie royle du Canada.", "Merci à la Gendarmerie $0", "royle", "fr"),
        ],
    )
    def test_what_a_check_flags_in_the_draft_is_not_offered_back(
        self, said: str, typed: str, never: str, language: str
    ) -> None:
        for before in (f"{said}\n\n", f"{said} "):
            offered = [
                *results(before + typed, language, "2024-07-12"),
                taken(before + typed, language, "2024-07-12"),
            ]
            assert not [each for each in offered if each and never in each.removeprefix(before)]


class TestNamesOfTheTwin:
    """What the text in the other language names is likely to be named here."""

    CASES = (
        ("with the Ca$0", "Canada Border Services Agency (CBSA)", "Merci à l’ASFC.", "en"),
        ("They thanked Ma$0", "Mark Carney", "Ils ont remercié Mark Carney.", "en"),
        ("and the In$0", "Integrated Border Enforcement Teams (IBETs)", "Les EIPF l’ont dit.", "en"),
        (
            "et la Co$0",
            "la Convention internationale pour la répression du financement du terrorisme",
            "the International Convention for the Suppression of the Financing of Terrorism",
            "fr",
        ),
    )

    @staticmethod
    def names(text: str, twin: str, language: str) -> list[str]:
        draft, offset = at_cursor(text, language)
        other, _ = at_cursor(twin, {"en": "fr", "fr": "en"}[language])
        found = complete(draft, offset, bank(), Settings(), twin=other)
        return [each.insert for each in found.items]

    @pytest.mark.parametrize(("text", "name", "twin", "language"), CASES)
    def test_first_in_this_draft_s_language(self, text: str, name: str, twin: str, language: str) -> None:
        assert self.names(text, twin, language)[0] == name
        assert self.names(text, "…", language)[0] != name

    def test_what_does_not_begin_so_is_not_there(self) -> None:
        assert not [
            each for each in self.names("with the Ca$0", "Merci à la GRC.", "en") if "Mounted" in each
        ]


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


class TestItems:
    def test_one_range_and_what_is_typed_before_the_rest(self) -> None:
        text = "🇨🇦 « Émus », building on the $0"
        draft, offset = at_cursor(text)
        found = listed(text)
        typed = draft.text.source[found.span.start : offset]
        assert typed == "the "
        assert all(each.filter_text.startswith(typed) for each in found.items)

    def test_text_behind_the_cursor_is_not_replaced(self) -> None:
        _, offset = at_cursor("Building on the success of $0 and more")
        assert listed("Building on the success of $0 and more").span.end == offset

    def test_no_more_than_asked_for_and_no_text_twice(self) -> None:
        assert len(listed("The Ministers $0", most=4).items) == 4
        offered = results("The Ministers $0")
        assert len(offered) == len(set(offered)) <= 20

    def test_a_bracket_is_closed_and_none_that_is_not_open(self) -> None:
        for each in results("Thanks to the Royal Canadian Mounted Police $0"):
            assert each.count("(") == each.count(")")

    @pytest.mark.parametrize(
        ("typed", "language"),
        [
            ("hosted Canada’s Minister of Justice and Attorney General, $0", "en"),
            ("et du Canada, le $0", "fr"),
            ("dans le respect des droits protégés par la loi. $0", "fr"),
        ],
    )
    def test_no_bracket_is_left_open(self, typed: str, language: str) -> None:
        for each in listed(typed, language).items:
            assert each.insert.count("(") == each.insert.count(")"), each.insert

    @pytest.mark.parametrize(
        ("typed", "language"),
        [("advancing democratic values. $0", "en"), ("Forts du succès des $0", "fr")],
    )
    def test_no_clause_that_is_cut_ends_in_a_small_word(self, typed: str, language: str) -> None:
        small = ("and", "the", "of", "to", "in", "et", "de", "du", "des", "la", "le", "à", "d'", "l'")
        clauses = [each.insert for each in listed(typed, language).items if each.insert.count(" ") > 4]
        assert clauses
        assert not [each for each in clauses if each.split()[-1] in small]

    @pytest.mark.parametrize(
        ("opening", "language"),
        [("Officials met. ", "en"), ("## Synthetic Drugs\n\n", "en"), ("Ils se sont réunis. ", "fr")],
    )
    def test_a_sentence_opens_with_a_capital_and_without_a_space(self, opening: str, language: str) -> None:
        offered = [each.removeprefix(opening) for each in results(f"{opening}$0", language)]
        assert len(offered) > 4
        assert not [each for each in offered if each[0].islower() or each[0].isspace()]

    def test_and_in_small_letters_once_one_is_typed(self) -> None:
        assert "Officials met. the" in results("Officials met. t$0")

    @pytest.mark.parametrize(
        ("typed", "language"), [("Investigators on both si$0", "en"), ("ont constaté av$0", "fr")]
    )
    def test_no_longer_item_only_leads_on(self, typed: str, language: str) -> None:
        shown = taken(typed, language) or ""
        offered = [
            each.insert for each in listed(typed, language).items[5:] if not shown.endswith(each.insert)
        ]
        small = ("of", "the", "on", "par", "la", "de", "d'", "l'")
        assert not [each for each in offered if " " in each and each.split()[-1] in small]

    def test_a_word_says_no_section_and_a_long_one_is_cut(self) -> None:
        details = {each.insert: each.detail for each in listed("Les États-Un$0", "fr").items}
        assert details["Unis"] == "2024 Washington"
        assert "2024 Washington · Coopération et échange de…" in details.values()

    def test_a_name_typed_in_small_letters_comes_below_words(self) -> None:
        kinds = [each.kind for each in listed("The Ministers agreed to co$0").items]
        assert Kind.NAME in kinds
        assert Kind.NAME not in kinds[:3]

    @pytest.mark.parametrize("mark", ["’", "'"])
    def test_an_elision_of_either_apostrophe(self, mark: str) -> None:
        offered = results(f"Les ministres ont souligné la nécessité d{mark}$0", "fr")
        assert offered
        assert all(f"d{mark}" in each for each in offered)

    def test_what_is_typed_is_corrected_only_once_a_letter_tells_what_is_meant(self) -> None:
        assert not [each for each in results("the U.S.-$0") if each.startswith("the U.S. ")]

    def test_nothing_twice_not_even_with_another_mark_behind_it(self) -> None:
        for text in ("the newly established Tril$0", "Building on the success of $0", "The Ministers $0"):
            offered = [each.rstrip(" ,;:.") for each in results(text)]
            assert len(offered) == len(set(offered))

    def test_a_hyphen_opens_the_second_half(self) -> None:
        assert taken("The cross-$0") == "The cross-border"

    @pytest.mark.parametrize(
        ("typed", "meant", "language"),
        [("the invetsig$0", "the investigation", "en"), ("les rensegn$0", "les renseignements", "fr")],
    )
    def test_a_slip_in_the_word_is_corrected_in_the_list_only(
        self, typed: str, meant: str, language: str
    ) -> None:
        assert any(each.startswith(meant) for each in results(typed, language))
        assert taken(typed, language) is None


class TestTolerance:
    """What is typed in another way than the statements have it."""

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("en matière de securit$0", "en matière de sécurité"),
            ("la sécurité et la securit$0", "la sécurité et la sécurité publique"),
            ("notamment l'ech$0", "notamment l'échange de renseignements"),
            ("notamment l’ech$0", "notamment l’échange de renseignements"),
            ("les opioides$0", "les opioïdes"),
            ("Securit$0", "Sécurité"),
            ("le prècur$0", "le précurseurs"),
        ],
    )
    def test_accents(self, typed: str, meant: str) -> None:
        assert meant in results(typed, "fr")
        assert taken(typed, "fr") is None or not (taken(typed, "fr") or "").startswith(meant)

    def test_accents_that_are_right_come_first(self) -> None:
        assert not [each for each in results("les ministres de$0", "fr")[:3] if "dé" in each]

    def test_such_an_item_is_filtered_by_what_is_typed_and_typed_on(self) -> None:
        found = listed("la securit$0", "fr").items
        item = next(each for each in found if each.insert == "sécurité publique")
        assert item.filter_text == "securité publique"
        assert item.detail.startswith("2024 Washington")

    @pytest.mark.parametrize("space", ["  ", "\u00a0", "\u202f", " \u00a0"])
    def test_other_spaces_before_the_word(self, space: str) -> None:
        for typed in (f"of{space}$0", f"of{space}prev$0"):
            text = f"Building on the success {typed}"
            whole = f"Building on the success of{space}previous CBCF meetings"
            assert whole in results(text)
        assert (taken(f"Building on the success of{space}prev$0") or "").endswith(f"of{space}previous")

    @pytest.mark.parametrize("dash", ["\u2011", "–"])
    def test_another_hyphen(self, dash: str) -> None:
        assert f"the cross{dash}border" in (taken(f"the cross{dash}bor$0") or "")

    @pytest.mark.parametrize("mark", ["'", "’"])
    def test_either_apostrophe(self, mark: str) -> None:
        assert f"Canada{mark}s Minister of Public Safety" in results(f"Canada{mark}s Minister of Pub$0")


class TestDocumentation:
    def test_the_sentence_with_the_words_marked_its_source_and_its_twin(self) -> None:
        found = item("Building on the success of $0", "previous CBCF meetings")
        text = document(bank(), found.data, Language.EN)
        assert "**" in text
        assert "previous CBCF meetings" in text
        assert "2024-07-12" in text
        assert "réunions précédentes" in text

    def test_a_name_has_its_card(self) -> None:
        found = item("Thanks to the Royal Can$0", "(RCMP)")
        assert "Gendarmerie royale du Canada" in document(bank(), found.data, Language.EN)

    @pytest.mark.parametrize(
        "data",
        [
            {},
            {"statement": "none", "at": 0},
            {"statement": 3},
            {"entry": "none"},
            {"statement": "2024-washington.en", "at": 10**9},
            {"entry": "rcmp", "day": "x"},
        ],
    )
    def test_what_came_back_broken(self, data: dict[str, object]) -> None:
        assert isinstance(document(bank(), data, Language.EN), str)


class TestBadInput:
    def test_a_line_of_five_megabytes(self) -> None:
        text = "word " * 1_000_000
        draft, offset = at_cursor(text + "Building on the success of $0")
        complete(draft, offset, bank(), Settings())
        assert isinstance(ghost(draft, offset, bank(), Settings()), Ghost | None)

    @pytest.mark.parametrize("offset", [0, 3, 10**9])
    def test_a_position_beyond_the_document(self, offset: int) -> None:
        draft, _ = at_cursor("Text.$0")
        complete(draft, offset, bank(), Settings())
        ghost(draft, offset, bank(), Settings())

    @pytest.mark.parametrize(
        "text",
        [
            "\ud800$0",
            "\u2028$0",
            "(((((((($0",
            "- $0",
            "> $0",
            "| a | $0 |\n|---|---|",
            "\u0301$0",
            "’$0",
            "d’$0",
        ],
    )
    def test_odd_text(self, text: str) -> None:
        listed(text)
        taken(text)

    def test_an_empty_phrasebank(self) -> None:
        draft, offset = at_cursor("Building on $0")
        assert complete(draft, offset, Phrasebank(), Settings()).items
        draft, offset = at_cursor("$0")
        complete(draft, offset, Phrasebank(), Settings())
