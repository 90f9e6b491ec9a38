"""What is offered at a cursor, marked ``$0``."""

import pytest

from phrasebank.bank import Phrasebank
from phrasebank.text.language import Language
from precedent_ls.assist.complete import (
    Ghost,
    Kind,
    complete,
    ghost,
)
from precedent_ls.assist.completion.documentation import document
from precedent_ls.settings import Settings
from tests.assist.offered import at_cursor, bank, item, listed, results, taken


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

    @pytest.mark.parametrize(
        ("typed", "day", "language"),
        [
            ("They met on October $0", "9, 2026", "en"),
            ("They met on October 9, $0", "2026", "en"),
            ("Ils se sont réunis le 9 $0", "octobre", "fr"),
            ("Ils se sont réunis le 9 oct$0", "octobre 2026", "fr"),
        ],
    )
    def test_so_is_the_day_that_it_says_it_is_of(self, typed: str, day: str, language: str) -> None:
        before = typed.removesuffix("$0").removesuffix("oct")
        offered = listed(typed, language, "2026-10-09")
        assert f"{before}{day}" in results(typed, language, "2026-10-09")
        assert {each.detail for each in offered.items if each.insert.endswith(day)} == {
            "this draft" if language == "en" else "ce document"
        }

    def test_and_no_day_that_it_does_not_say(self) -> None:
        assert not [
            each for each in results("---\nlanguage: en\n---\n\nThey met on May $0") if "2026" in each
        ]

    def test_the_paragraph_being_written_is_known(self) -> None:
        assert any(
            each.endswith("the zebra crossing")
            for each in results("The zebra crossing opened, and the zeb$0")
        )

    def test_a_rewrite_says_so(self) -> None:
        details = {each.detail for each in listed("The two countries $0").items}
        assert not any("Washington" in each and "2022" in each and "rewrite" not in each for each in details)


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
        typed = "Les ministres ont discuté de l’échange de rens$0"
        details = {each.insert: each.detail for each in listed(typed, "fr").items}
        assert details["renseignement"] == "2024 Washington"
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
            ("en vue d’assurer la securit$0", "en vue d’assurer la sécurité publique"),
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

    @pytest.mark.parametrize("hyphen", ["-", "‑", "‐"])
    @pytest.mark.parametrize(
        ("before", "after", "language"),
        [("aux États", "Unis", "fr"), ("la frontière canado", "américaine", "fr"), ("cross", "border", "en")],
    )
    def test_a_hyphen_for_any_other(self, before: str, after: str, language: str, hyphen: str) -> None:
        assert (taken(f"{before}{hyphen}$0", language) or "").startswith(f"{before}{hyphen}{after}")

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
