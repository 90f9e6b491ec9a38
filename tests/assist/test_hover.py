"""What is shown for a sentence: its precedents, what differs, where they come from, the other language."""

from pathlib import Path

import pytest

from phrasebank.corpus import parse_statement
from phrasebank.statement import Trust
from tests.assist.past import bank, explanation, hover, said

OTTAWA = said(
    """
    # Joint Statement

    Ministers met in the capital.

    ## Human Smuggling

    They asked officials to review recent incidents along the border. They will report in the spring.

    ## Money

    Criminals move the proceeds of serious crimes in the form of virtual currencies.
    """,
    "2023-ottawa.en",
)
WASHINGTON = said(
    """
    ## Cooperation

    They also tasked officials to review the incidents along the northern border.

    Officials praised the new laboratories for tracing.
    """,
    "2024-washington.en",
    twin="2024-washington.fr",
)
FRENCH = said(
    """
    ## Coopération

    Ils ont aussi demandé aux fonctionnaires d'examiner les incidents le long de la frontière nord.

    Les représentants ont salué les nouveaux laboratoires de traçage.
    """,
    "2024-washington.fr",
)
PAST = bank(OTTAWA, WASHINGTON, FRENCH)


def test_the_nearest_precedents_with_their_source_and_what_differs() -> None:
    shown = hover("They asked$0 experts to review incidents along the border.", PAST)
    first, second = shown.split("\n\n---\n\n")[:2]
    assert first.startswith("They asked officials to review recent incidents along the border.\n\n— ")
    assert "2023-03-01" in first
    assert "Human Smuggling" in first
    assert "%" in first
    assert "They asked {~~experts~~} **officials** to review **recent** incidents along the border." in first
    assert second.startswith("They also tasked officials to review the incidents along the northern border.")


def test_a_section_that_bears_the_statements_title_is_not_named_again() -> None:
    title = "Joint Statement of the Forum"
    source = said(f"# {title}\n\nWardens counted elk beside the railway.", "2021-banff.en").source
    titled = source.replace("---\n", f"---\ntitle: {title}\n", 1)
    past = bank(parse_statement(titled, Path("2021-banff.en.md")))
    assert hover("Wardens counted$0 elk beside the railway.", past).count(title) == 1


def test_the_other_language_stands_below() -> None:
    shown = hover("They also tasked officials$0 to review incidents along the northern border.", PAST)
    assert "In French (2024" in shown
    assert "Ils ont aussi demandé aux fonctionnaires d'examiner les incidents" in shown
    shown = hover("Les représentants ont salué$0 les laboratoires de traçage.", PAST)
    assert "En anglais (2024" in shown
    assert "Officials praised the new laboratories for tracing." in shown


def test_what_a_precedent_goes_back_to_and_what_changed() -> None:
    shown = hover("They also tasked officials to review$0 the incidents along the northern border now.", PAST)
    assert "Goes back to: \n\n- 2023 · Human Smuggling · " in shown, shown
    line = next(line for line in shown.splitlines() if line.startswith("- 2023"))
    assert "They {~~also tasked~~} **asked** officials to review" in line


def test_every_chain_is_told_and_none_twice() -> None:
    past = bank(
        said("Wardens counted elk beside the railway bridge in spring.", "2021-banff.en"),
        said("Keepers fed large brown bears behind the stone mill.", "2022-jasper.en"),
        said("Wardens counted all elk beside the railway bridge.", "2023-banff.en"),
        said("Keepers fed brown bears behind the old stone mill.", "2024-jasper.en"),
    )
    text = (
        "Wardens counted elk$0 beside the railway bridge, and keepers fed brown bears behind the stone mill."
    )
    parts = hover(text, past, shown=4).split("\n\n---\n\n")[:4]
    assert [part.partition("\n\n— ")[2][6:10] for part in parts] == ["2024", "2022", "2023", "2021"]
    assert ["Goes back to" in part for part in parts] == [True, False, True, False]


def test_a_chain_stops_where_another_goes_on() -> None:
    past = bank(
        said("Wardens counted elk near the railway bridge in spring.", "2021-banff.en"),
        said("Wardens counted elk beside the railway bridge in spring.", "2022-banff.en"),
        said("Wardens counted all the elk and deer beside the railway bridge in spring.", "2023-banff.en"),
    )
    newest, middle = (
        hover(f"{text}$0.", past, shown=2).split("\n\n---\n\n")[0].partition("Goes back to")[2]
        for text in (
            "Today wardens counted all the elk and deer beside the railway bridge in spring",
            "Today wardens counted elk beside the railway bridge in spring",
        )
    )
    assert [line[2:6] for line in newest.splitlines() if line[:1] == "-"] == ["2022", "2021"]
    assert [line[2:6] for line in middle.splitlines() if line[:1] == "-"] == ["2021"]
    second = hover("Today wardens counted elk beside the railway bridge in spring$0.", past, shown=3)
    chains = [part.partition("Goes back to")[2].count("\n- ") for part in second.split("\n\n---\n\n")[:3]]
    assert sorted(chains) == [0, 1, 1]


def test_exact_reuse_is_said_in_one_line_with_every_statement() -> None:
    again = said("They will report in the spring.", "2025-ottawa.en")
    shown = hover("They will report$0 in the spring.", bank(OTTAWA, again))
    assert shown.splitlines()[0] == "**Word for word in 2025; 2023 · Human Smuggling**"
    assert "~~" not in shown
    assert shown.endswith("\n- 2023 · Human Smuggling · 100%")


def test_of_very_many_statements_the_first_are_named() -> None:
    past = bank(
        *(said("They counted elk beside the railway.", f"{year}-banff.en") for year in range(1990, 2010))
    )
    shown = hover(
        "Nobody counted elk beside$0 the railway, the lake, the road, the mill and the town hall.", past
    )
    assert shown.endswith(
        "“counted elk beside the railway” occurs 20 × in "
        + ", ".join(map(str, range(2009, 1997, -1)))
        + ", …"
    )


def test_of_a_beginning_the_passage_that_goes_on_is_first() -> None:
    past = bank(
        said("Wardens counted elk in the valley.", "2023-banff.en"),
        said(
            "Wardens counted elk beside the railway, drew maps of every path through the upper forest, "
            "asked hikers what they had seen near lakes and glaciers and wrote long reports.",
            "2021-banff.en",
        ),
    )
    shown = hover("Wardens counted elk beside$0", past)
    assert shown.startswith("Wardens counted elk beside the railway")
    assert "weak" not in shown.partition("\n\n---\n\n")[0]


def test_a_loose_match_says_that_it_is_weak_and_what_is_shared() -> None:
    shown = hover("Every year the proceeds$0 of lotteries pay for hospitals and theaters.", PAST)
    assert "(*weak*)" in shown
    assert "In common: the proceeds of" in shown
    french = bank(FRENCH)
    shown = hover(
        "Les nouveaux laboratoires$0 ont été construits dans plusieurs villes par un autre ministère.", french
    )
    assert "(*faible*)" in shown


@pytest.mark.parametrize(
    "text",
    [
        "Penguins$0 swim under the ice for many hours.",
        "Les manchots$0 nagent sous la glace.",
        "$0",
        "They asked officials to review incidents along the border.\n\n$0\n\nMore.",
    ],
)
def test_nothing_similar_no_hover(text: str) -> None:
    assert hover(text, PAST) == ""


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: They asked officials$0 to review recent incidents along the border.\n---\n\nText.",
        "```\nThey asked officials$0 to review recent incidents along the border.\n```",
        "<!-- They asked officials$0 to review recent incidents along the border. -->",
        "`They asked officials$0 to review recent incidents along the border.`",
        "They asked officials to review <!-- old$0 words --> recent incidents along the border.",
    ],
)
def test_nothing_in_what_is_no_prose(text: str) -> None:
    assert hover(text, PAST) == ""


def test_behind_code_there_is_prose_again() -> None:
    assert hover("They asked `all` $0officials to review recent incidents along the border.", PAST)


@pytest.mark.parametrize(
    "text",
    [
        "🇨🇦 Émus! They asked officials to review$0 incidents along the border. More.",
        "Voilà.\r\n\r\nThey asked officials\r\nto review$0 incidents along the border. More.\r\n",
        "They asked officials to *review$0* incidents along the border. More.",
    ],
)
def test_it_is_about_the_whole_sentence_and_nothing_else(text: str) -> None:
    found = explanation(text, PAST)
    assert found
    assert " ".join(found[1].replace("*", "").split()) == (
        "They asked officials to review incidents along the border."
    )


@pytest.mark.parametrize(
    ("front", "uri"),
    [
        ("---\nid: 2024-washington.en\n---\n\n", "file:///draft.md"),
        ("", "file:///cache/sources/2024-washington.en.md"),
    ],
)
def test_a_statement_does_not_cite_itself(front: str, uri: str) -> None:
    text = "They also tasked officials$0 to review the incidents along the northern border."
    assert "Word for word in 2024" in hover(text, PAST)
    shown = hover(front + text, PAST, uri=uri)
    assert "2024" not in shown
    assert shown.startswith("They asked officials to review recent incidents along the border.")


def test_nor_as_what_another_goes_back_to() -> None:
    text = "They asked officials to review$0 recent incidents along the border to identify opportunities."
    older = said(text.replace("$0", ""), "2022-banff.en")
    past = bank(older, WASHINGTON, FRENCH)
    assert "Goes back to: \n\n- 2022" in hover(text.replace("identify", "seek"), past)
    assert "2022" not in hover(text, past, uri="file:///2022-banff.en.md")


def test_a_statement_is_known_by_a_name_that_an_address_encodes() -> None:
    past = bank(said("Les gardes ont compté des wapitis.", "2021-orée.fr"))
    text = "Les gardes ont compté$0 des wapitis."
    assert hover(text, past, uri="file:///past/2021-or%C3%A9e.fr.md") == ""
    assert "Mot pour mot" in hover(text, past, uri="file:///past/2021-oree.fr.md")


def test_the_longest_phrase_under_the_cursor() -> None:
    text = "Experts said that officials$0 to review recent incidents along the coast are few."
    assert hover(text, PAST).endswith("“officials to review recent incidents along the” occurs 1 × in 2023")
    assert "occurs" not in hover("Experts$0 said that incidents were few.", PAST)


def test_a_phrase_is_quoted_with_the_bracket_that_closes_it() -> None:
    past = bank(said("They praised the Border Task Force (BTF) of two towns.", "2021-banff.en"))
    shown = hover("Nobody, not even the border task$0 force (BTF), knew what was to become of it all.", past)
    assert shown.endswith("“the border task force (BTF)” occurs 1 × in 2021"), shown


def test_quotation_marks_in_a_phrase_are_inner_ones() -> None:
    english = bank(said("The four (hereinafter “the Keepers”) met in town.", "2021-banff.en"))
    shown = hover(
        "Nobody saw that four (hereinafter “the Keepers$0”) met before noon or later at all.", english
    )
    assert shown.endswith("“four (hereinafter ‘the Keepers’) met” occurs 1 × in 2021")
    french = bank(said("Les quatre (ci-après « les gardiens ») parlent.", "2021-banff.fr"))
    shown = hover(
        "Personne ne sait si quatre (ci-après « les gardiens$0 ») parlent avant midi ou plus tard.", french
    )
    assert shown.endswith("«\u00a0quatre (ci-après “les gardiens”) parlent\u00a0»\u00a0: 1 × dans 2021")


def test_phrases_of_a_draft_that_is_a_statement_are_those_of_others() -> None:
    past = bank(OTTAWA, said("They asked officials to review recent incidents in town.", "2024-banff.en"))
    text = "They asked officials to review$0 recent incidents in town."
    assert "Word for word in 2024" in hover(text, past)
    assert hover(f"---\nid: 2024-banff.en\n---\n\n{text}", past).endswith(
        "“They asked officials to review recent incidents” occurs 1 × in 2023"
    )


def test_a_long_phrase_alone_is_worth_a_hover() -> None:
    words = "in the form of virtual currencies"
    text = f"{'Nobody among farmers, bakers, tailors, weavers and millers was ever paid ' * 3}{words}$0 then."
    assert hover(text, PAST) == f"“{words}” occurs 1 × in 2023"
    for shorter, shown in (("proceeds of serious$0 crimes", True), ("along the border$0 to", False)):
        assert bool(hover(text.replace(f"{words}$0", shorter), PAST)) == shown


def test_a_heading_names_the_statements_that_have_the_section() -> None:
    assert hover("## Human$0 smuggling", PAST) == "Section of: 2023"
    assert hover("## Human$0 rights", PAST) == ""


def test_a_loose_match_that_shares_no_telling_word_is_none() -> None:
    past = bank(said("The four will meet and all of them will come back to it next year.", "2021-banff.en"))
    assert hover("They will see$0 it next time.", past) == ""


def test_corpus_text_is_whole_and_escaped() -> None:
    odd = said(
        "They paid *five* dollars for [one] and two items_now | #3 ~ R&D &amp; 1. more > less.", "2021-odd.en"
    )
    shown = hover("They paid dollars$0 for one and two items now 3 R&D and 1 more.", bank(odd))
    text = shown.split("\n\n—")[0]
    assert text == "They paid five dollars for \\[one\\] and two items\\_now \\| #3 \\~ R&D & 1. more > less."


@pytest.mark.parametrize("trust", [Trust.REWRITE, Trust.BACKGROUND])
def test_what_is_not_agreed_says_so(trust: Trust) -> None:
    source = OTTAWA.source.replace("---\n", f"---\ntrust: {trust}\n", 1)
    shown = hover(
        "They asked$0 experts to review incidents along the border.",
        bank(parse_statement(source, Path("2023-ottawa.en.md"))),
    )
    assert "not agreed wording" in shown


def test_as_many_as_are_wanted() -> None:
    text = "They asked$0 officials to review incidents along the border."
    counts = [hover(text, PAST, shown=shown).count("\n\n— ") for shown in (1, 2)]
    assert counts == [1, 2]


NASTY = """---
id: [1, 2
---

# H *e* `a` & <b>d</b> \U0001f1e8\U0001f1e6

They \u200basked**officials**\u2028to review `code` the incidents \\* along <!-- x --> the border.\r\n
> - They will report
>   in the spring

| They met | in the capital |
| --- | --- |
| They | will report |
"""


def test_every_place_has_an_answer_inside_the_text() -> None:
    for offset in range(len(NASTY) + 2):
        found = explanation(f"{NASTY[:offset]}$0{NASTY[offset:]}", PAST)
        assert found is None or found[1]


def test_of_a_very_long_sentence_the_phrase_is_found() -> None:
    text = "They asked$0 officials to review recent incidents along the border"
    assert hover(text + " and more" * 1_000, PAST) == (
        "“They asked officials to review recent incidents along the border” occurs 1 × in 2023"
    )
