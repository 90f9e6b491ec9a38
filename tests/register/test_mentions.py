"""Which entries a text names, where, and in which form.

In the tables `[…]` encloses what is found; `~` behind the entry's id says that the text is
written as no form of the register, so that a variant of one is made.
"""

import pytest

from phrasebank.register.load import load_register
from phrasebank.register.mentions import Matcher, Mention, corrected
from phrasebank.register.model import Entry, Form, Kind, Register, Status
from phrasebank.text.block import MASK, MASK_JOIN
from phrasebank.text.language import Language
from phrasebank.text.words import words

EN, FR = Language.EN, Language.FR


def found(matcher: Matcher, text: str, language: Language) -> tuple[Mention, ...]:
    return matcher.mentions(text, words(text), language)


def marked(text: str) -> tuple[str, list[str]]:
    """Part a marked text into the text and what is in brackets."""
    inner = [part.partition("]")[0] for part in text.split("[")[1:]]
    return text.replace("[", "").replace("]", ""), inner


@pytest.mark.parametrize(
    ("language", "text", "entries"),
    [
        (EN, "The [Royal Canadian Mounted Police] ([RCMP]) and [ATF]", "rcmp rcmp atf"),
        (EN, "[U.S. Attorney General] [Merrick B. Garland] hosted", "us-ag garland"),
        (EN, "[Secretary Mayorkas]’s remarks, and [President Biden]’s", "mayorkas biden"),
        (EN, "the [Canada Border Services Agency]'s officers", "cbsa"),
        (EN, "the U.S.–Canada [Cross-Border Crime Forum]", "cbcf"),
        (EN, "the Canada-U.S. [Cross-Border Crime Forum]", "cbcf"),
        (EN, "[Minister of Justice and Attorney General of Canada], [Arif Virani]", "ca-just virani"),
        (EN, "the [Minister of Public Safety] and the [Minister of Justice]", "ca-ps ca-just"),
        (EN, "[IBETs], an [IBET]; [MOUs] and an [MOU]; [SDG 16], [SDGs]", "ibet ibet mou mou sdg16 sdgs"),
        (EN, "Both [Ministers] met; Foreign Ministers and Ministers of Health did not", "the-ministers"),
        (EN, "[The Ministers] noted [AI]-generated [CSAM]", "the-ministers ai csam"),
        (EN, "[Artificial Intelligence] and [artificial intelligence]", "ai ai"),
        (EN, "[Bureau of Alcohol, Tobacco, Firearms and Explosives]", "atf"),
        (EN, "[North Carolina Attorney General's Office]", "nc-ag"),
        (EN, "[Eric H. Holder Jr.] and others", "holder"),
        (EN, "by [Sûreté du Québec] and [Service de police de la Ville de Montréal]", "sq spvm"),
        (FR, "La [Gendarmerie royale du Canada] ([GRC]) et l’[ASFC]", "rcmp rcmp cbsa"),
        (FR, "le [procureur général des États-Unis], [Merrick B. Garland]", "us-ag garland"),
        (FR, "de l'[Agence des services frontaliers du Canada]", "cbsa"),
        (FR, "au [département de la Justice des États\u2011Unis]", "doj"),
        (FR, "le [premier\u00a0ministre Trudeau] et la [procureure générale Bondi]", "trudeau bondi"),
        (FR, "[Les ministres] ont salué les [protocoles d'entente]", "the-ministers mou"),
        (
            FR,
            "la [Foreign Agents Registration Act] ([Loi sur l’enregistrement des agents étrangers])",
            "fara fara",
        ),
        (FR, "[RCMP] et [CBCF] en français", "rcmp cbcf"),
    ],
)
def test_names_in_forms_of_the_register(
    matcher: Matcher, language: Language, text: str, entries: str
) -> None:
    plain, inner = marked(text)
    mentions = found(matcher, plain, language)
    assert [plain[each.span.start : each.span.end] for each in mentions] == inner
    assert [each.entry.id for each in mentions] == entries.split()
    assert all(each.is_exact for each in mentions)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "give us ice and aid to the ministers; he is ill"),
        (EN, "departments of justice, memorandum of understanding, competition bureau"),
        (EN, "the Royal. Canadian Mounted: Police"),
        (EN, "the Department of Homeland; Security"),
        (EN, "an ISP and the GRC framework"),
        (EN, "President Fox of another company met Biden"),
        (EN, "the Partnership will continue"),
        (FR, "j’ai vu UN HOMME, les ministres de l’économie".replace("les ministres", "des ministres")),
        (FR, "l’AI ou l’AG"),
    ],
)
def test_what_names_nothing(matcher: Matcher, language: Language, text: str) -> None:
    assert not found(matcher, text, language)


@pytest.mark.parametrize(
    ("language", "text", "entry", "status", "right"),
    [
        (EN, "Merrick Garland", "garland", Status.VARIANT, "Merrick B. Garland"),
        (EN, "Merrick B Garland", "garland", Status.VARIANT, "Merrick B. Garland"),
        (EN, "Dominic Leblanc", "leblanc", Status.VARIANT, "Dominic LeBlanc"),
        (EN, "Cross Border Crime Forum", "cbcf", Status.VARIANT, "Cross-Border Crime Forum"),
        (EN, "Cross Border-Crime Forum", "cbcf", Status.WRONG, "Cross-Border Crime Forum"),
        (EN, "Cross-border Crime Forum", "cbcf", Status.VARIANT, "Cross-Border Crime Forum"),
        (EN, "cross-border crime forum", "cbcf", Status.VARIANT, "Cross-Border Crime Forum"),
        (
            EN,
            "US-Canada Cross Border Crime Forum",
            "cbcf",
            Status.VARIANT,
            "US-Canada Cross-Border Crime Forum",
        ),
        (
            EN,
            "US Department of Homeland Security",
            "dhs",
            Status.VARIANT,
            "U.S. Department of Homeland Security",
        ),
        (EN, "Trilateral Fentanyl Commission", "tfc", Status.WRONG, "Trilateral Fentanyl Committee"),
        (EN, "R.C.M.P.", "rcmp", Status.VARIANT, "RCMP"),
        (EN, "SDG16", "sdg16", Status.VARIANT, "SDG 16"),
        (EN, "Surete du Quebec", "sq", Status.VARIANT, "Sûreté du Québec"),
        (
            EN,
            "Bureau of Alcohol, Tobacco, Firearms, and Explosives",
            "atf",
            Status.VARIANT,
            "Bureau of Alcohol, Tobacco, Firearms and Explosives",
        ),
        (
            FR,
            "Feuille de route pour un partenariat renouvelé États-Unis-Canada",
            "roadmap",
            Status.VARIANT,
            "Feuille de route pour un partenariat renouvelé États-Unis–Canada",
        ),
        (
            FR,
            "procureur général du département de la Justice des États-Unis",
            "us-ag",
            Status.WRONG,
            "procureur général des États-Unis",
        ),
        (FR, "gendarmerie royale du Canada", "rcmp", Status.VARIANT, "Gendarmerie royale du Canada"),
        (FR, "Police Nationale d'Haïti", "pnh", Status.VARIANT, "Police nationale d’Haïti"),
        (FR, "RCMP", "rcmp", Status.CANONICAL, "GRC"),
        (FR, "Royal Canadian Mounted Police", "rcmp", Status.CANONICAL, "Gendarmerie royale du Canada"),
    ],
)
def test_a_variant_and_what_to_write_for_it(
    matcher: Matcher, language: Language, text: str, entry: str, status: Status, right: str
) -> None:
    before = "with the " if language is EN else "avec la "
    (mention,) = found(matcher, f"{before}{text} today", language)
    assert (mention.entry.id, mention.form.status) == (entry, status)
    assert mention.span == (len(before), len(before) + len(text))
    form = corrected(mention, language)
    assert form is not None
    assert form.text == right


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "CROSS-BORDER CRIME FORUM"),
        (EN, "ATTORNEY GENERAL OF THE UNITED STATES"),
        (FR, "Département de la Justice des États-Unis"),
        (FR, "Ministre de la Sécurité publique"),
        (EN, "Privately manufactured firearms"),
    ],
)
def test_capitals_of_a_heading_or_a_sentence_opening_are_no_fault(
    matcher: Matcher, language: Language, text: str
) -> None:
    assert [each.form.status for each in found(matcher, text, language)] == [Status.CANONICAL]
    again = found(matcher, f"Ici. {text}", language)
    assert [each.form.status for each in again] == [Status.CANONICAL]


def test_markup_and_line_breaks_do_not_hide_a_name(matcher: Matcher) -> None:
    text = f"the {MASK_JOIN}{MASK_JOIN}Royal{MASK_JOIN} Canadian\nMounted\u00a0Police {MASK}RCMP{MASK * 9}"
    mentions = found(matcher, text, EN)
    assert [each.entry.id for each in mentions] == ["rcmp", "rcmp"]
    assert all(each.is_exact for each in mentions)
    assert text[mentions[0].span.start : mentions[0].span.end].startswith("Royal")


def test_the_longest_name_is_taken(matcher: Matcher) -> None:
    text = "Memorandum of Understanding between the CBSA and the ATF"
    assert [each.entry.id for each in found(matcher, text, EN)] == ["mou-cbsa-atf"]


def test_every_form_is_found_as_it_is_written(register: Register, matcher: Matcher) -> None:
    missed = [
        (entry.id, form.text)
        for entry, form in forms(register)
        if not any(
            mention.entry is entry and mention.form is form
            for mention in found(matcher, f"with {form.text} today", form.language or EN)
        )
    ]
    assert missed == []


def forms(register: Register) -> list[tuple[Entry, Form]]:
    return [
        (entry, form)
        for entry in register.entries.values()
        for form in entry.forms
        if form.status is not Status.DAMAGE and not form.anaphoric
    ]


def test_a_register_of_thousands_is_no_slower_to_ask() -> None:
    shipped = load_register()
    many = {
        f"b{n}": Entry(f"b{n}", Kind.BODY, (Form(f"Board Number {n} of Canada", Status.CANONICAL, EN),))
        for n in range(3000)
    }
    matcher = Matcher(Register(entries={**shipped.entries, **many}))
    assert [each.entry.id for each in found(matcher, "the Board Number 77 of Canada, RCMP", EN)] == [
        "b77",
        "rcmp",
    ]
