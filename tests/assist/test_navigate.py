"""Where definition and declaration lead."""

import pytest

from phrasebank.text.span import Span
from precedent_ls.assist.navigate import Targets, counterpart, definition
from precedent_ls.checks.finding import InDraft, InRegister, InStatement, InTwin
from precedent_ls.draft.snapshot import Draft
from tests.assist.cursor import placed
from tests.checks.bench import Bench


def described(bench: Bench, draft: Draft, targets: Targets | None, twin: Draft | None = None) -> list[str]:
    """Return each target as where it is and what stands there."""
    return [_described(bench, draft, twin, place) for place in targets.places] if targets else []


def _described(
    bench: Bench, draft: Draft, twin: Draft | None, place: InDraft | InTwin | InStatement | InRegister
) -> str:
    match place:
        case InDraft(span):
            return f"draft: {draft.text.source[slice(*span)]}"
        case InTwin(span):
            assert twin
            return f"twin: {twin.text.source[slice(*span)]}"
        case InStatement(statement, span):
            return f"{statement}: {(bench.bank.source(statement) or '')[slice(*span)]}"
        case InRegister(entry):
            return f"register: {entry}"


def goes_to(bench: Bench, text: str, language: str = "en") -> list[str]:
    draft, offset = placed(bench, text, language)
    return described(bench, draft, definition(draft, bench.bank, offset))


def last_words(bench: Bench, statement: str) -> str:
    """Return a statement's last sentence."""
    found = bench.bank.statement(statement)
    assert found
    return found.sections[-1].passages[-1].text


class TestDefinition:
    @pytest.mark.parametrize(
        ("text", "language", "target"),
        [
            (
                "The Joint Ledger Office (JLO) met. The J$0LO left.",
                "en",
                "draft: Joint Ledger Office (JLO)",
            ),
            (
                "😀 Élan. They (hereinafter “the Ministers”) met.\r\n\r\nThe $0Ministers left.",
                "en",
                "draft: (hereinafter “the Ministers”)",
            ),
            (
                "Ils (ci-après appelés « les ministres ») parlent.\n\nLes ministres$0 partent.",
                "fr",
                "draft: (ci-après appelés « les ministres »)",
            ),
            ("The R$0CMP reports.", "en", "register: rcmp"),
            ("The Royal Canadian$0 Mounted Police (RCMP) reports.", "en", "register: rcmp"),
            ("😀 La Gendarmerie royale$0 du Canada", "fr", "register: rcmp"),
        ],
    )
    def test_of_a_name(self, bench: Bench, text: str, language: str, target: str) -> None:
        assert goes_to(bench, text, language) == [target]

    def test_on_a_definition_is_the_register(self, bench: Bench) -> None:
        assert goes_to(bench, "Royal Canadian Mounted Police (RC$0MP)") == ["register: rcmp"]

    def test_of_a_statement(self, bench: Bench) -> None:
        assert goes_to(bench, "As in 2024-washin$0gton.fr.") == ["2024-washington.fr: "]

    def test_two_definitions(self, bench: Bench) -> None:
        text = "Joint Ledger Office (JLO), Joint Ledger Office (JLO), $0JLO"
        assert goes_to(bench, text) == ["draft: Joint Ledger Office (JLO)"] * 2

    def test_of_a_sentence_word_for_word(self, bench: Bench) -> None:
        sentence = last_words(bench, "2024-washington.en")
        start, end = sentence[:20], sentence[20:]
        assert goes_to(bench, f"New.\n\n{start}$0{end}") == [f"2024-washington.en: {sentence}"]

    def test_of_a_sentence_that_is_like_another(self, bench: Bench) -> None:
        text = "The Ministers $0plan to continue their close contact on all these issues."
        (target,) = goes_to(bench, text)
        assert target.startswith("2024-washington.en: ")
        assert "close contact" in target

    def test_of_a_phrase_in_a_new_sentence(self, bench: Bench) -> None:
        text = (
            "Zebras graze quietly, building on the success of previous CBCF $0meetings, under purple moons."
        )
        (target,) = goes_to(bench, text)
        assert target.startswith("2024-washington.en: ")
        assert "uccess of previous" in target

    def test_of_a_phrase_in_several_statements(self, bench: Bench) -> None:
        text = "Zebras graze quietly, on strategies to over$0come systemic moons."
        places = goes_to(bench, text)
        assert [place.partition(":")[0] for place in places] == ["2024-washington.en", "2023-ottawa.en"]
        assert all("to overcome systemic" in place for place in places)

    def test_a_phrase_of_function_words_is_none(self, bench: Bench) -> None:
        assert goes_to(bench, "Zebras graze, and $0of the, under purple moons.") == []

    def test_the_article_belongs_to_the_term(self, bench: Bench) -> None:
        text = "They (hereinafter “the Ministers”) met. $0The Ministers left."
        assert goes_to(bench, text) == ["draft: (hereinafter “the Ministers”)"]

    def test_of_a_heading(self, bench: Bench) -> None:
        places = goes_to(bench, "## Conclusion$0\n\nEnd.")
        assert "2024-washington.en: Conclusion" in places

    @pytest.mark.parametrize(
        "text",
        [
            "```\nThe RC$0MP\n```",
            "<!-- The RC$0MP -->",
            "The `RC$0MP`",
            "Zebras $0graze.",
            "$0",
            "## $0\n",
        ],
    )
    def test_of_nothing(self, bench: Bench, text: str) -> None:
        assert goes_to(bench, text) == []

    def test_in_front_matter(self, bench: Bench) -> None:
        draft, _ = placed(bench, "The RCMP")
        assert definition(draft, bench.bank, 8) is None

    def test_a_statement_does_not_lead_to_itself(self, bench: Bench) -> None:
        source = bench.bank.source("2024-washington.en")
        assert source
        draft = bench.draft(source, uri="file:///2024-washington.en.md")
        for paragraph in draft.paragraphs:
            found = definition(draft, bench.bank, paragraph.start + 3)
            places = found.places if found else ()
            assert not [
                each
                for each in places
                if isinstance(each, InStatement) and each.statement == "2024-washington.en"
            ]


class TestCounterpart:
    def test_the_official_wording_of_the_precedent(self, bench: Bench) -> None:
        text = "The Ministers plan to continue their close $0contact on all of these critical issues."
        draft, offset = placed(bench, text)
        (target,) = described(bench, draft, counterpart(draft, bench.bank, offset))
        assert target.startswith("2024-washington.fr: Les ministres")

    def test_from_french(self, bench: Bench) -> None:
        sentence = last_words(bench, "2024-washington.fr")
        draft, offset = placed(bench, f"😀\r\n\r\n$0{sentence}", "fr")
        (target,) = described(bench, draft, counterpart(draft, bench.bank, offset))
        assert target.startswith("2024-washington.en: They reiterated")

    def test_the_twin_draft_first(self, bench: Bench) -> None:
        draft, offset = placed(
            bench, "# Zebras\n\nZebras graze. They $0run in 2025.\n\nLions sleep in Ottawa."
        )
        twin, _ = placed(
            bench, "# Zèbres\n\nLes zèbres paissent. Ils courent en 2025.\n\nDes lions à Ottawa.", "fr"
        )
        found = counterpart(draft, bench.bank, offset, twin)
        assert described(bench, draft, found, twin)[0] == "twin: Ils courent en 2025."

    def test_a_heading(self, bench: Bench) -> None:
        draft, offset = placed(bench, "## Con$0clusion\n")
        assert described(bench, draft, counterpart(draft, bench.bank, offset)) == [
            "2024-washington.fr: Conclusion"
        ]

    def test_a_statement_leads_to_its_own_twin(self, bench: Bench) -> None:
        source = bench.bank.source("2024-washington.en")
        assert source
        draft = bench.draft(source, uri="file:///2024-washington.en.md")
        found = counterpart(draft, bench.bank, source.index("Officials"))
        assert found
        assert {each.statement for each in found.places if isinstance(each, InStatement)} == {
            "2024-washington.fr"
        }

    @pytest.mark.parametrize("text", ["Zebras $0graze.", "`The $0Ministers`", "$0"])
    def test_nothing(self, bench: Bench, text: str) -> None:
        draft, offset = placed(bench, text)
        assert counterpart(draft, bench.bank, offset) is None


def test_the_origin_is_what_leads_there(bench: Bench) -> None:
    draft, offset = placed(bench, "😀 The RC$0MP reports.")
    found = definition(draft, bench.bank, offset)
    assert found
    assert found.origin == Span(offset - 2, offset + 2)
