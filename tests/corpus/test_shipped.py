"""The corpus that comes with the package."""

import datetime as dt

import pytest

from phrasebank.corpus import read_content, shipped_statements, statement_files
from phrasebank.statement import Statement, Trust
from phrasebank.text.damage import damages
from phrasebank.text.language import Language

READINGS = [read_content(file.read_bytes(), file) for file in statement_files(shipped_statements())]
STATEMENTS = {statement.metadata.id: statement for reading in READINGS for statement in reading.statements}


def test_five_statements_and_no_mistake() -> None:
    assert not any(reading.mistakes for reading in READINGS)
    about = {
        name: (each.metadata.date, each.metadata.place, each.metadata.language, each.metadata.trust)
        for name, each in STATEMENTS.items()
    }
    assert about == {
        "2005-backgrounder.en": (dt.date(2005, 5, 18), "", Language.EN, Trust.BACKGROUND),
        "2022-washington.en": (dt.date(2022, 3, 22), "Washington", Language.EN, Trust.REWRITE),
        "2023-ottawa.en": (dt.date(2023, 4, 28), "Ottawa", Language.EN, Trust.COPY),
        "2024-washington.en": (dt.date(2024, 7, 12), "Washington", Language.EN, Trust.AGREED),
        "2024-washington.fr": (dt.date(2024, 7, 12), "Washington", Language.FR, Trust.AGREED),
    }


def test_sizes() -> None:
    sizes = {
        name: (
            len(each.sections),
            sum(1 for _ in each.passages()),
            max(p.paragraph for p in each.passages()) + 1,
        )
        for name, each in STATEMENTS.items()
    }
    assert sizes == {
        "2005-backgrounder.en": (8, 37, 20),
        "2022-washington.en": (5, 25, 13),
        "2023-ottawa.en": (7, 47, 33),
        "2024-washington.en": (5, 39, 21),
        "2024-washington.fr": (5, 41, 21),
    }


def test_twins_name_each_other() -> None:
    for name, statement in STATEMENTS.items():
        twin = statement.metadata.twin
        assert twin is None or STATEMENTS[twin].metadata.twin == name
    assert STATEMENTS["2024-washington.en"].metadata.twin == "2024-washington.fr"


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_text_and_metadata_agree(statement: Statement) -> None:
    assert shipped_statements().joinpath(f"{statement.metadata.id}.md").is_file()
    titles = [section.heading for section in statement.sections if section.level == 1]
    assert titles in ([], [statement.metadata.title])
    for passage in statement.passages():
        assert statement.source[slice(*passage.span)] == passage.text
    for repair in statement.metadata.repairs:
        body = statement.source[statement.sections[0].span.start :]
        assert repair.after in body
        assert repair.before not in body


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_no_damage_is_left(statement: Statement) -> None:
    assert [passage.text for passage in statement.passages() if damages(passage.text)] == []
