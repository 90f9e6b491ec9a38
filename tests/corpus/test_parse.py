"""From a Markdown file to sections and passages whose spans are exact."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.corpus import StatementError, parse_statement, read_content, read_statement
from phrasebank.statement import Statement, Trust
from phrasebank.text.block import MASK, MASK_JOIN
from phrasebank.text.language import Language
from phrasebank.text.span import Span


def parse(body: str, matter: str = "date: 2031-05-06\n", name: str = "a.en.md") -> Statement:
    return parse_statement(f"---\n{matter}---\n\n{body}", Path(name))


def passages(statement: Statement) -> list[tuple[int, str]]:
    return [(passage.paragraph, passage.text) for passage in statement.passages()]


def test_sections_passages_and_paragraphs() -> None:
    statement = parse(
        "Before.\n\n# Title\n\nOne. Two.\n\n## Part\n\nThree\nin two lines.\n\n- an item\n- more\n"
    )
    assert [(section.level, section.heading) for section in statement.sections] == [
        (0, ""),
        (1, "Title"),
        (2, "Part"),
    ]
    assert passages(statement) == [
        (0, "Before."),
        (2, "One."),
        (2, "Two."),
        (4, "Three\nin two lines."),
        (5, "an item"),
        (6, "more"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_spans_are_characters_of_the_source(end: str) -> None:
    lines = [
        "---",
        "date: 2031",
        "---",
        "",
        "## Été 🎉",
        "",
        "L’échange 🎉 d’abord. Puis « tout » : bien.",
        "",
    ]
    source = end.join(lines)
    statement = parse_statement(source, Path("a.fr.md"))
    (section,) = statement.sections
    assert section.heading_span is not None
    assert source[slice(*section.heading_span)] == section.heading == "Été 🎉"
    texts = [source[slice(*passage.span)] for passage in section.passages]
    assert texts == [passage.text for passage in section.passages]
    assert texts == ["L’échange 🎉 d’abord.", "Puis « tout » : bien."]


def test_sections_lie_end_to_end() -> None:
    statement = parse("Before.\n\n## One\n\nText.\n\n## Two\n\nText.\n")
    spans = [section.span for section in statement.sections]
    assert [span.end for span in spans[:-1]] == [span.start for span in spans[1:]]
    assert spans[-1].end == len(statement.source)


def test_markup_is_masked_and_hidden() -> None:
    statement = parse("**Both** countries read [the *plan*](https://example.org) with `care`.\n")
    (passage,) = statement.passages()
    assert len(passage.text) == passage.span.end - passage.span.start
    assert "https" not in passage.text
    assert passage.plain == "Both countries read the plan with ."
    assert statement.source[passage.span.start :].startswith("Both** countries")


def test_what_is_no_prose_is_no_passage() -> None:
    statement = parse("```\ncode\n```\n\n<!-- a comment -->\n\n<div>\nhtml\n</div>\n\nProse.\n\n![]()\n")
    assert passages(statement) == [(0, "Prose.")]


def test_an_empty_statement_has_no_sections() -> None:
    assert parse("").sections == ()


def test_a_file_without_front_matter_says_what_it_can() -> None:
    text = (
        "# Déclaration de 2031\n\nLes ministres ont discuté de la frontière et des moyens de la protéger.\n"
    )
    metadata = parse_statement(text, Path("folder/2031-05 Ottawa.md")).metadata
    assert metadata.id == "2031-05-Ottawa"
    assert metadata.title == "Déclaration de 2031"
    assert metadata.date == dt.date(2031, 5, 1)
    assert metadata.language is Language.FR
    assert metadata.trust is Trust.COPY
    assert metadata.source == "2031-05 Ottawa.md"


def test_front_matter_wins_over_name_and_text() -> None:
    metadata = parse(
        "# Title\n\nLe texte est en français.\n", "date: 2030\ntitle: Other\nlanguage: en\n"
    ).metadata
    assert (metadata.title, metadata.language, metadata.date.year) == ("Other", Language.EN, 2030)


def test_the_name_tells_the_language() -> None:
    assert parse("The text.\n", name="2031.fr.md").metadata.language is Language.FR


@pytest.mark.parametrize(
    ("matter", "key"),
    [
        ("date: 2031\nauthor: me\n", "author"),
        ("date: soon\n", "date"),
        ("place: Ottawa\n", "date"),
        ("date: 2031\n: [", ""),
    ],
)
def test_an_error_names_file_and_key(matter: str, key: str) -> None:
    with pytest.raises(StatementError) as caught:
        parse("Text.\n", matter)
    assert (caught.value.file, caught.value.key) == (Path("a.en.md"), key)
    assert str(caught.value).startswith("a.en.md: ")


def test_a_missing_date_is_told_beside_other_mistakes() -> None:
    reading = read_content(b"---\nauthor: me\n---\nText.\n", Path("a.md"))
    assert [mistake.key for mistake in reading.mistakes] == ["author", "date"]


def test_a_file_is_read_as_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "2031-05-06.md"
    file.write_bytes("\ufeffDéjà vu.\r\n".encode())
    statement = read_statement(file)
    assert [passage.span for passage in statement.passages()] == [Span(0, 8)]


@pytest.mark.parametrize(("content", "says"), [(b"\xff\xfe caf\xe9", "not UTF-8"), (None, "No such file")])
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, says: str) -> None:
    file = tmp_path / "2031.md"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(StatementError, match=says):
        read_statement(file)


@given(st.text(alphabet="ab.é ’\u2011\u00a0🎉#*_`[]()<>&!-|\\\n\r\t", max_size=60))
def test_any_text_is_read_with_exact_spans(body: str) -> None:
    statement = parse(body, name="a.md")
    numbers = [passage.paragraph for passage in statement.passages()]
    assert numbers == sorted(numbers)
    for passage in statement.passages():
        original = statement.source[slice(*passage.span)]
        assert len(original) == len(passage.text) > 0
        assert all(
            new in (old, " ", MASK, MASK_JOIN) for old, new in zip(original, passage.text, strict=True)
        )
        assert passage.plain
