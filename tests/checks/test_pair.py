"""The two languages side by side: what a pair reports as it is edited, and after all fixes."""

from pathlib import Path

import pytest

from phrasebank.text.span import Span
from precedent_ls.checks.finding import Finding, InDraft, Severity
from precedent_ls.checks.fixes import apply, together
from precedent_ls.draft.snapshot import Draft
from tests.checks.bench import Bench

DRAFTS = Path(__file__).parent.parent / "drafts"
PAIRS = [("clean-ottawa.en.md", "clean-ottawa.fr.md"), ("clean-washington.en.md", "clean-washington.fr.md")]

#: Mistakes that the rules mend, in both languages: what is right, and what stands in its place.
MISTAKES = [
    ("Cross-Border Crime Forum", "Cross Border Crime Forum"),
    ("Royal Canadian Mounted Police", "Royal Canadian Mounted Polices"),
    ("transnational repression", "Transnational repression"),
    (" (hereinafter “the Ministers”)", ""),
    (" (ci-après appelés «\u00a0les ministres\u00a0»)", ""),
    ("les interceptions le long", "les interdictions le long"),
    ("Alejandro N. Mayorkas", "Alejandro Mayorkas"),
    ("suivants\u00a0:", "suivants :"),
    ("États-Unis", "États‑Unis"),
    ("’", "'"),
]


@pytest.mark.parametrize("names", PAIRS, ids=lambda names: names[0])
def test_after_all_fixes_no_error_or_warning_is_left(names: tuple[str, str], bench: Bench) -> None:
    texts = [with_mistakes((DRAFTS / name).read_text(encoding="utf-8")) for name in names]
    for number in range(4):
        english, french = (bench.draft(text, uri=name) for text, name in zip(texts, names, strict=True))
        found = bench.run(english, french), bench.run(french, english)
        assert number or all(len(each) > 3 for each in found)
        texts = [fixed(text, each) for text, each in zip(texts, found, strict=True)]
    assert [fixed(text, each) for text, each in zip(texts, found, strict=True)] == texts
    grave = [each for findings in found for each in findings if each.severity <= Severity.WARNING]
    assert [f"{each.rule}: {each.message}" for each in grave] == []


def with_mistakes(text: str) -> str:
    head, fence, body = text.partition("\n---\n")
    for right, wrong in MISTAKES:
        body = body.replace(right, wrong, 1)
    return head + fence + body


def fixed(text: str, findings: tuple[Finding, ...]) -> str:
    return apply(text, together(fix for each in findings for fix in each.fixes if fix.preferred))


ENGLISH = [
    "The ministers met.",
    "They seized 40 firearms at the border.",
    "They thanked the Canadian artists.",
]
FRENCH = [
    "Les ministres se sont réunis.",
    "Ils ont saisi 40 armes à feu à la frontière.",
    "Ils ont remercié les artistes canadiens.",
]


def text(paragraphs: list[str], language: str) -> str:
    return f"---\nlanguage: {language}\n---\n" + "\n\n".join(paragraphs) + "\n"


def on_pair(bench: Bench, here: Draft, there: Draft) -> list[str]:
    return [
        f"{each.rule}: {here.text.source[each.span.start : each.span.end]}"
        for each in bench.run(here, there)
        if each.rule.startswith("pair")
    ]


def test_an_edit_is_seen_as_it_is_in_a_text_read_anew(bench: Bench) -> None:
    english, french = bench.draft(text(ENGLISH, "en")), bench.draft(text(FRENCH, "fr"))
    assert on_pair(bench, english, french) == []
    edits = [
        ("40", "41"),
        ("firearms ", ""),
        ("41", "40"),
        ("ministers", "officials"),
        ("They thanked", "She met"),
    ]
    for old, new in edits:
        start = english.text.source.index(old)
        english = bench.edited(english, Span(start, start + len(old)), new)
        anew = bench.draft(english.text.source)
        assert on_pair(bench, english, french) == on_pair(bench, anew, french)


def test_paragraphs_that_change_places_are_aligned_anew(bench: Bench) -> None:
    english, french = bench.draft(text(ENGLISH, "en")), bench.draft(text(FRENCH, "fr"))
    assert on_pair(bench, english, french) == []
    moved = bench.draft(text([ENGLISH[1], ENGLISH[0], ENGLISH[2]], "en"), uri=english.uri)
    anew = bench.draft(moved.text.source)
    assert on_pair(bench, moved, french) == on_pair(bench, anew, french)


def test_editing_the_twin_changes_what_is_said_of_the_draft(bench: Bench) -> None:
    english, french = bench.draft(text(ENGLISH, "en")), bench.draft(text(FRENCH, "fr"))
    start = french.text.source.index("40")
    french = bench.edited(french, Span(start, start + 2), "50")
    assert on_pair(bench, english, french) == ["pair-number: 40"]
    assert on_pair(bench, french, english) == ["pair-number: 50"]


@pytest.mark.parametrize(
    ("rule", "lost", "used"),
    [
        ("pair-acronym", " (DEA)", "DEA"),
        ("pair-defined-term", " (hereinafter “the Ministers”)", "The Ministers"),
    ],
)
def test_a_definition_lost_in_one_language_is_told_with_its_first_use(
    rule: str, lost: str, used: str, bench: Bench
) -> None:
    names = PAIRS[1]
    english, french = ((DRAFTS / name).read_text(encoding="utf-8") for name in names)
    assert lost in english
    draft = bench.draft(english.replace(lost, "", 1), uri=names[0])
    found = [each for each in bench.run(draft, bench.draft(french, uri=names[1])) if each.rule == rule]
    places = [each.place.span for each in found[0].evidence if isinstance(each.place, InDraft)]
    assert [draft.text.source[span.start : span.end] for span in places] == [used]
