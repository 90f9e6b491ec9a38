"""Names: in full first, then short, of those who hold the office, in both languages."""

import re

import pytest

from precedent_ls.assist.complete import (
    Kind,
    complete,
)
from precedent_ls.settings import Settings
from tests.assist.offered import at_cursor, bank, listed, results, taken


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

    @pytest.mark.parametrize(
        ("typed", "surname", "language"),
        [
            ("Attorney General Merrick B. $0", "Garland", "en"),
            ("avec le procureur général des États-Unis, Merrick B. $0", "Garland", "fr"),
            ("le secrétaire à la Sécurité intérieure, Alejandro N. $0", "Mayorkas", "fr"),
        ],
    )
    def test_the_surname_behind_an_initial_whose_point_ends_no_sentence(
        self, typed: str, surname: str, language: str
    ) -> None:
        before = typed.removesuffix("$0")
        assert taken(typed, language, "2024-07-12") == before + surname
        assert results(typed, language, "2024-07-12")[0] == before + surname

    @pytest.mark.parametrize("language", ["en", "fr"])
    @pytest.mark.parametrize(
        ("before", "surname"),
        [
            ("Merrick B. ", "Garland"),
            ("Alejandro N. ", "Mayorkas"),
            ("Merrick W. ", "Garland"),
            ("Dominic W. ", "LeBlanc"),
            ("as in plan B. ", None),
            ("Schedule A. ", None),
        ],
    )
    def test_never_another_surname_behind_initials(
        self, before: str, surname: str | None, language: str
    ) -> None:
        surnames = {"Garland", "Mayorkas", "LeBlanc", "Virani", "Trudeau", "Biden"}
        shown = [
            *results(f"{before}$0", language, "2024-07-12"),
            taken(f"{before}$0", language, "2024-07-12"),
        ]
        offered = surnames.intersection(each.removeprefix(before) for each in shown if each)
        assert offered <= {surname}

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_someone_else_behind_a_comma(self, language: str) -> None:
        assert "Dominic, Arif Virani" in results("Dominic, Ar$0", language, "2024-07-12")

    @pytest.mark.parametrize(
        ("typed", "gone", "language"),
        [
            ("Attorney General Merrick B. Garl$0", "Garland", "en"),
            ("Prime Minister Trud$0", "Trudeau", "en"),
            ("le ministre Vira$0", "Virani", "fr"),
        ],
    )
    def test_never_who_has_left_as_a_correction(self, typed: str, gone: str, language: str) -> None:
        assert not [each for each in results(typed, language) if gone in each]

    @pytest.mark.parametrize(
        ("typed", "surname", "language"),
        [
            ("Minister C$0", "Carney", "en"),
            ("Canada’s Minister $0", "Carney", "en"),
            ("le ministre C$0", "Carney", "fr"),
            ("la ministre $0", "Carney", "fr"),
        ],
    )
    def test_no_surname_behind_a_title_that_is_not_its_own(
        self, typed: str, surname: str, language: str
    ) -> None:
        shown = [*results(typed, language), taken(typed, language) or ""]
        assert not [each for each in shown if each.endswith(f" {surname}")]

    @pytest.mark.parametrize(
        ("typed", "styled", "language"),
        [
            ("Prime Minister C$0", "Prime Minister Carney", "en"),
            ("Secretary Mu$0", "Secretary Mullin", "en"),
            ("le premier ministre C$0", "le premier ministre Carney", "fr"),
            ("le ministre F$0", "le ministre Fraser", "fr"),
        ],
    )
    def test_but_behind_its_own(self, typed: str, styled: str, language: str) -> None:
        assert taken(typed, language) == styled

    @pytest.mark.parametrize(
        ("typed", "day"),
        [("U.S. President Kr$0", "2025-01-25"), ("ministre de la Sécurité publique, Do$0", "2026-04-10")],
    )
    def test_no_full_name_behind_the_title_of_another(self, typed: str, day: str) -> None:
        language = "fr" if "ministre" in typed else "en"
        assert not [each for each in results(typed, language, day) if "Noem" in each or "Trump" in each]

    @pytest.mark.parametrize(
        ("typed", "language"),
        [("in Canada$0", "en"), ("avec l’Agence$0", "fr")],
    )
    def test_one_way_to_write_each_among_the_first(self, typed: str, language: str) -> None:
        first = [
            str(each.data["entry"]) for each in listed(typed, language).items[:5] if "entry" in each.data
        ]
        assert first
        assert len(set(first)) == len(first)

    @pytest.mark.parametrize(
        ("typed", "theirs", "language"),
        [
            ("par Gary Anandasangaree, ministre de la $0", "Sécurité publique", "fr"),
            ("by Gary Anandasangaree, Minister of $0", "Public Safety", "en"),
            ("by Sean Fraser, Minister of $0", "Justice", "en"),
        ],
    )
    def test_their_own_office_behind_a_name(self, typed: str, theirs: str, language: str) -> None:
        before = typed.removesuffix("$0")
        shown = [*results(typed, language), taken(typed, language) or before]
        assert [each for each in shown if each.startswith(before + theirs)]
        others = {"Justice", "Public Safety", "Sécurité publique"} - {theirs}
        assert not [each for each in shown if each.removeprefix(before).startswith(tuple(others))]

    @pytest.mark.parametrize(
        ("typed", "language"),
        [
            ("by Markwayne Mullin, Secretary of $0", "en"),
            ("par Markwayne Mullin, secrétaire $0", "fr"),
            ("par Markwayne Mullin, secrétaire à la $0", "fr"),
        ],
    )
    def test_and_not_the_name_again(self, typed: str, language: str) -> None:
        shown = [*results(typed, language), taken(typed, language) or ""]
        assert not [each for each in shown if each.count("Mullin") > 1]

    @pytest.mark.parametrize(
        ("address", "men", "language"),
        [("Ms. $0", False, "en"), ("Mr. $0", True, "en"), ("Mme $0", False, "fr"), ("M. $0", True, "fr")],
    )
    def test_the_gender_of_the_address(self, address: str, men: bool, language: str) -> None:
        shown = [*results(address, language), taken(address, language) or ""]
        named = [each for each in shown if each.endswith(("Trump", "Homan", "Mullin", "Fraser"))]
        assert bool(named) <= men

    @pytest.mark.parametrize(
        "typed",
        ["Canada’s Minister of Justice and Attorney General, $0", "Canada’s Minister of Justice and A$0"],
    )
    def test_nobody_who_is_still_to_come(self, typed: str) -> None:
        day = "2023-04-28"
        assert not [
            each for each in [*results(typed, "en", day), taken(typed, "en", day) or ""] if "Arif" in each
        ]

    @pytest.mark.parametrize("typed", ["Prime Minister Carney and President $0", "President V$0"])
    def test_nobody_whose_office_is_not_known(self, typed: str) -> None:
        assert not [each for each in [*results(typed), taken(typed) or ""] if "Vicente" in each]

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

    @pytest.mark.parametrize(
        ("typed", "expected", "language"),
        [
            ("The Drug Enforcement Administration ($0", "Administration (DEA)", "en"),
            ("The Drug Enforcement Administration ($0)", "Administration (DEA", "en"),
            ("The Drug Enforcement Administration (D$0", "Administration (DEA)", "en"),
            ("La Gendarmerie royale du Canada ($0", "Gendarmerie royale du Canada (GRC)", "fr"),
            ("l’Agence des services frontaliers du Canada\u00a0($0)", "Canada\u00a0(ASFC", "fr"),
        ],
    )
    def test_the_acronym_behind_its_name_and_a_bracket(
        self, typed: str, expected: str, language: str
    ) -> None:
        assert results(typed, language)[0].endswith(expected)
        assert (taken(typed, language) or "").endswith(expected)

    def test_no_other_acronym_behind_a_name(self) -> None:
        assert not [each for each in results("La Gendarmerie royale du Canada ($0", "fr") if "ASFC" in each]

    @pytest.mark.parametrize(
        ("typed", "language"),
        [
            ("The Drug Enforcement Administration ($0)", "en"),
            ("The four officials (hereinafter “the $0”)", "en"),
            ("La Gendarmerie royale du Canada ($0)", "fr"),
            ("(ci-après appelés «\u00a0les ministre$0\u00a0»", "fr"),
            ("(ci-après appelés $0\u00a0») ont", "fr"),
            ("The Canada Border Services Agency ($0 )", "en"),
        ],
    )
    def test_nothing_closes_what_is_closed_behind_the_cursor(self, typed: str, language: str) -> None:
        kept = typed.partition("$0")[0]
        assert results(typed, language)
        for each in results(typed, language):
            added = each.removeprefix(kept)
            assert added.count(")") <= added.count("(")
            assert added.count("”") <= added.count("“")
            assert added.count("»") <= added.count("«")

    @pytest.mark.parametrize(
        ("typed", "language"),
        [
            ("The Ministers’ officials ($0", "en"),
            ("of drugs, guns ($0", "en"),
            ("l’Agence ($0", "fr"),
            ("\u00a0($0", "en"),
            ("\\\n ($0", "fr"),
        ],
    )
    def test_no_acronym_where_no_name_stands_before_the_bracket(self, typed: str, language: str) -> None:
        assert not [each for each in results(typed, language) if re.search(r"\([A-Z]{3,}\)$", each)]

    @pytest.mark.parametrize(
        ("typed", "language"),
        [
            ("le Canada ($0", "fr"),
            ("l’Agence du revenu du Canada ($0", "fr"),
            ("le gouvernement des États-Unis ($0", "fr"),
            ("Ontario Provincial Police ($0", "en"),
            ("the Secretary of Homeland Security ($0", "en"),
            ("the RCMP ($0", "en"),
            ("the RCMP ($0)", "en"),
            ("la GRC ($0", "fr"),
            ("## Canada Border Services Agency ($0", "en"),
            ("The Canada Border Services Agency (CBSA) met. The Canada Border Services Agency ($0", "en"),
            ("Gendarmerie royale du Canada ($0", "en"),
        ],
    )
    def test_nor_where_the_name_has_another_or_none(self, typed: str, language: str) -> None:
        kept = typed.partition("$0")[0]
        added = {each.removeprefix(kept).rstrip(")") for each in results(typed, language)}
        added.add((taken(typed, language) or kept).removeprefix(kept).rstrip(")"))
        assert not [each for each in added if re.fullmatch(r"[A-Z]{2,}", each)]

    @pytest.mark.parametrize(
        ("typed", "language"),
        [
            ("The Drug Enforcement Administration (DEA$0", "en"),
            ("Le Service des douanes et de la protection des frontières des États-Unis (CBP$0", "fr"),
        ],
    )
    def test_the_bracket_behind_an_acronym_typed_whole(self, typed: str, language: str) -> None:
        kept = typed.partition("$0")[0]
        assert f"{kept})" in results(typed, language)
        assert not [each for each in results(typed, language) if re.search(r"\)\w", each)]

    @pytest.mark.parametrize(
        ("typed", "surname", "language"),
        [
            ("the Minister $0", "Trudeau", "en"),
            ("the Minister T$0", "Trudeau", "en"),
            ("discussed by Men$0", "Mendicino", "en"),
            ("Attorney General M$0", "Mayorkas", "en"),
            ("le ministre M$0", "Mendicino", "fr"),
        ],
    )
    def test_nor_the_surname_of_someone_who_has_left(self, typed: str, surname: str, language: str) -> None:
        assert not [each for each in results(typed, language) if surname in each]
        assert surname not in (taken(typed, language) or "")

    @pytest.mark.parametrize(
        ("typed", "word", "language"),
        [
            ("Each permit holder and each ridge were seen. The permit $0", "holder", "en"),
            ("Two working sessions were held. Then they met in working s$0", "sessions", "en"),
            ("Chaque fox terrier est là. Le chien est un f$0", "fox", "fr"),
        ],
    )
    def test_but_a_word_that_is_written_like_one(self, typed: str, word: str, language: str) -> None:
        stem = typed.partition("$0")[0].rpartition(" ")[0]
        assert [each for each in results(typed, language) if each.startswith(f"{stem} {word}")]

    @pytest.mark.parametrize(
        ("typed", "surname", "language"),
        [
            ("Prime Minister $0", "Anandasangaree", "en"),
            ("Prime Minister F$0", "Fraser", "en"),
            ("le premier ministre $0", "Anandasangaree", "fr"),
        ],
    )
    def test_nor_that_of_who_holds_another_office(self, typed: str, surname: str, language: str) -> None:
        assert not [each for each in results(typed, language) if surname in each]

    @pytest.mark.parametrize(
        ("typed", "language"),
        [("to ga$0", "en"), ("in ot$0", "en"), ("the an$0", "en"), ("la frontière ca$0", "fr")],
    )
    def test_nor_a_name_in_small_letters(self, typed: str, language: str) -> None:
        names = ("gary", "garland", "ottawa", "anandasangaree", "canada", "carney")
        assert not [each for each in results(typed, language) if each.endswith(names)]

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

    def test_but_a_word_that_also_begins_other_names(self) -> None:
        assert "met with the U.S." in results("met with the U$0")

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
