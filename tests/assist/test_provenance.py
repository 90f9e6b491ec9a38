"""Where a draft's wording comes from."""

from itertools import pairwise

import pytest

from phrasebank.bank import Phrasebank
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist import provenance as module
from precedent_ls.assist.provenance import Traced, provenance, rows, table
from precedent_ls.draft.snapshot import Defaults, Draft, Reading, read_draft
from tests.assist.past import TODAY, bank, characters, draft, said

OTTAWA = said(
    """
    They asked officials to review recent incidents along the border. They will report in the spring.

    Ministers took note of the proceeds of serious crimes.
    """,
    "2023-ottawa.en",
)
WASHINGTON = said(
    "They will report in the spring and in the fall.", "2024-washington.en", twin="2024-washington.fr"
)
FRENCH = said("Ils feront rapport au printemps | à l'automne.", "2024-washington.fr")
PAST = bank(OTTAWA, WASHINGTON, FRENCH)


def borrowed(read: Draft) -> list[tuple[str, int]]:
    return [(characters(read, each.span), each.metadata.date.year) for each in provenance(read, PAST).spans]


def listed(read: Draft, language: Language) -> str:
    return table([rows(PAST, each, language) for _, each in provenance(read, PAST).paragraphs], language)


def edited(before: Draft, old: str, new: str) -> Draft:
    start = before.text.source.index(old)
    source = before.source.edited(Span(start, start + len(old)), new)
    return read_draft(before.uri, 2, source, matcher=PAST.matcher, defaults=Defaults(TODAY), previous=before)


def test_runs_of_words_by_year_the_newest_that_has_them() -> None:
    read = draft(
        "🇨🇦 Émus, they will report in the spring.\r\n\r\nToday they took note of the proceeds.", PAST
    )
    assert borrowed(read) == [
        ("they will report in the spring", 2024),
        ("took note of the proceeds", 2023),
    ]


def test_overlapping_runs_share_no_word() -> None:
    read = draft(
        "We asked officials to review recent incidents. They will report in the spring and more.", PAST
    )
    spans = [each.span for each in provenance(read, PAST).spans]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_short_runs_headings_and_code_are_nobodys() -> None:
    text = "# They will report in the spring\n\nIn the spring it rains.\n\n`They will report in the spring`"
    assert borrowed(draft(text, PAST)) == []


def test_the_share_counts_words() -> None:
    assert (
        provenance(draft("They will report in the spring or some other day soon.", PAST), PAST).share
        == 6 / 11
    )
    assert provenance(draft("", PAST), PAST).share == 0


def test_a_statement_is_not_its_own_source() -> None:
    read = draft("---\nid: 2024-washington.en\n---\n\nThey will report in the spring.", PAST)
    assert borrowed(read) == [("They will report in the spring", 2023)]
    whole = draft("---\nid: 2024-washington.en\n---\n\nThey will report in the spring and in the fall.", PAST)
    assert borrowed(whole) == [("They will report in the spring", 2023)]
    only = draft("---\nid: 2024-washington.fr\n---\n\nIls feront rapport au printemps.", PAST)
    assert borrowed(only) == []


def test_only_changed_paragraphs_are_traced_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = draft("They will report in the spring.\n\nNew words.\n\nTook note of the proceeds.", PAST)
    traced = [each for _, each in provenance(first, PAST).paragraphs]
    calls: list[str] = []
    trace = module._trace

    def counted(reading: Reading, past: Phrasebank, own: frozenset[str]) -> Traced:
        calls.append(reading.text)
        return trace(reading, past, own)

    monkeypatch.setattr(module, "_trace", counted)
    second = edited(first, "New", "Other\nnew")
    again = [each for _, each in provenance(second, PAST).paragraphs]
    assert calls == ["Other\nnew words."]
    assert [one is other for one, other in zip(traced, again, strict=True)] == [True, False, True]
    assert borrowed(second)[-1] == ("Took note of the proceeds", 2023)


def test_the_table_has_a_row_for_each_sentence() -> None:
    read = draft("They will report in the spring and in winter. A sentence | of our own.", PAST)
    header, _, ours, other, _, marks = listed(read, Language.EN).splitlines()
    assert header == "| Sentence | Nearest precedent | Alike | Changed words | French |"
    assert ours.startswith("| They will report in the spring and in winter. | 2024 | ")
    assert ours.endswith("% | {~~winter~~} **the fall** | Ils feront rapport au printemps \\| à l'automne. |")
    assert marks == "Changed words: **only in the precedent**, {~~only in the draft~~}."
    assert other == "| A sentence \\| of our own. | none |  |  |  |"
    french = listed(draft("Ils feront rapport à l’automne et dans les prés.", PAST), Language.FR)
    assert french.startswith("| Phrase | Précédent le plus proche | Ressemblance | Mots changés | Anglais |")
    assert "They will report in the spring" in french


def test_a_giant_paragraph_is_nobodys() -> None:
    assert borrowed(draft("They will report in the spring. " * 2000, PAST)) == []
