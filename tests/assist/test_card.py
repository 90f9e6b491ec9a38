"""The register's card of a name."""

import datetime as dt
import re

import pytest

from phrasebank.register.model import Entry
from phrasebank.text.language import Language
from precedent_ls.assist.card import card
from tests.assist.past import bank, explanation, hover, said, shipped_register

PAST = bank(
    said("The Royal Canadian Mounted Police (RCMP) met the ATF. The RCMP will report.", "2023-ottawa.en"),
    said("La Gendarmerie royale du Canada (GRC) a présenté un rapport.", "2023-ottawa.fr"),
    register=shipped_register(),
)


def entry(name: str) -> Entry:
    return PAST.register.entries[name]


def lines(name: str, language: Language = Language.EN, day: str = "2026-12-03") -> list[str]:
    return card(entry(name), PAST, language, dt.date.fromisoformat(day)).split("  \n")


def test_a_body_in_both_languages_and_where_it_was_used() -> None:
    first, *rest = (
        hover("They thanked the Royal Canadian$0 Mounted Police.", PAST).split("\n\n---\n\n")[0].split("  \n")
    )
    assert first == "**Royal Canadian Mounted Police** · body"
    assert "English: Royal Canadian Mounted Police (RCMP)" in rest
    assert "French: Gendarmerie royale du Canada (GRC)" in rest
    assert "Used in: 2023 (en), 2023 (fr)" in rest
    assert rest[-1].startswith("Source: ")
    assert rest[-1].endswith("verified 2026-11")


def test_a_word_of_an_acronyms_letters_is_no_use_of_it() -> None:
    past = bank(
        said("The ice melted.", "2021-banff.en"),
        said("They thanked I.C.E. for it.", "2022-banff.en"),
        register=shipped_register(),
    )
    assert "Used in: 2022 (en)" in hover("Agents of IC$0E came.", past).split("  \n")


def test_in_french_in_a_french_draft() -> None:
    text = "Les ministres ont remercié la Gendarmerie royale$0 du Canada de son travail."
    first, *rest = hover(text, PAST).split("\n\n---\n\n")[0].split("  \n")
    assert first == "**Gendarmerie royale du Canada** · organisme"
    assert rest[0] == "Français\u00a0: Gendarmerie royale du Canada (GRC)"
    assert rest[1] == "Anglais\u00a0: Royal Canadian Mounted Police (RCMP)"
    assert rest[-1].endswith("vérifié en 2026-11")


def test_the_card_is_about_the_name_and_comes_before_the_precedents() -> None:
    text = "The Royal Canadian Mounted Police$0 (RCMP) met the ATF."
    found = explanation(text, PAST)
    assert found
    shown, about = found
    assert about == "Royal Canadian Mounted Police"
    assert [part[:12] for part in shown.split("\n\n---\n\n")] == ["**Royal Cana", "**Word for w"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The *Joint* Ledger Office (JLO) met.\n\nThe JL$0Os’ plan",
            "**JLO**: Joint Ledger Office · defined in this draft",
        ),
        (
            "Le Bureau du grand livre (BGL).\n\n## Le BG$0L",
            "**BGL**\u00a0: Bureau du grand livre · défini dans cette ébauche",
        ),
        ("The JL$0O met, never defined.", ""),
    ],
)
def test_a_short_form_of_the_drafts_own_is_written_out(text: str, shown: str) -> None:
    assert hover(text, PAST) == shown


@pytest.mark.parametrize(
    "text", ["the RC$0MP", "the RCMP$0", "the $0RCMP", "the R.C.$0M.P. said", "the *RC$0MP*"]
)
def test_an_acronym_wherever_the_cursor_touches_it(text: str) -> None:
    assert hover(text, PAST).startswith("**Royal Canadian Mounted Police**")


def test_who_held_an_office_on_the_drafts_date_comes_first() -> None:
    found = lines("ca-ps", day="2024-07-12")
    held = next(line for line in found if line.startswith("**On 2024-07-12**"))
    assert held.startswith("**On 2024-07-12**: Dominic LeBlanc · ")
    assert held.endswith(" · 2023-07-26 – 2024-12-20")
    assert "Minister of Public Safety, Democratic Institutions and Intergovernmental Affairs" in held
    others = [line for line in found if re.search(r" · \d{4}-\d\d-\d\d – ", line) and line is not held]
    starts = [re.findall(r"\d{4}-\d\d-\d\d", line)[0] for line in others]
    assert starts == sorted(starts, reverse=True)
    assert "Marco Mendicino · 2021-10-26 – 2023-07-26" in others


def test_a_person_has_the_office_held_on_that_date_or_none() -> None:
    assert "**On 2022-03-22**: Minister of Public Safety" in "\n".join(lines("mendicino", day="2022-03-22"))
    assert "**On 2026-12-03**: no office in the register" in lines("mendicino")
    french = "\n".join(lines("mendicino", Language.FR, "2022-03-22"))
    assert "**Au 2022-03-22**\u00a0: ministre de la Sécurité publique" in french


def test_what_nobody_read_is_said_to_be_unverified() -> None:
    assert lines("clement")[0] == "**Paul D. Clement** · person · *unverified*"
    assert lines("clement")[-1].endswith("*unverified*")
    assert any("IA *(non vérifié)*" in line for line in lines("ai", Language.FR))


def test_since_when_a_thing_exists() -> None:
    assert "In force since 2002-11" in lines("dhs")
