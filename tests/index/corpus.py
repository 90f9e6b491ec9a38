"""Small statements for the tests of the index: each text is given by its paragraphs."""

from pathlib import Path
from textwrap import dedent

from phrasebank.corpus import parse_statement
from phrasebank.index import assemble
from phrasebank.index.digest import digest
from phrasebank.index.segment import Segment
from phrasebank.statement import Statement
from phrasebank.text.words import words


def source(text: str, *, name: str = "2020-ottawa.en", date: str = "2020-01-02") -> str:
    language = name.rpartition(".")[2]
    return f"---\nid: {name}\ndate: {date}\nlanguage: {language}\n---\n\n{dedent(text).strip()}\n"


def statement(text: str, *, name: str = "2020-ottawa.en", date: str = "2020-01-02") -> Statement:
    return parse_statement(source(text, name=name, date=date), Path(f"{name}.md"))


def segment(*statements: Statement | str) -> Segment:
    return assemble.segment(
        [digest(each if isinstance(each, Statement) else statement(each)) for each in statements]
    )


def keys(text: str) -> list[str]:
    return [word.key for word in words(text)]


def write(folder: Path, text: str, *, name: str = "2020-ottawa.en", date: str = "2020-01-02") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.md"
    file.write_text(source(text, name=name, date=date), encoding="utf-8")
    return file
