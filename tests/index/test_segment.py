"""A segment gives back what its statements said."""

from phrasebank.corpus import read_statement, shipped_statements
from phrasebank.index import assemble
from phrasebank.index.digest import LONGEST, digest
from phrasebank.index.phrases import Phrases
from phrasebank.index.tokens import GAP, PARAGRAPH
from tests.index.corpus import segment, statement


def test_every_passage_of_the_corpus_comes_back() -> None:
    statements = [read_statement(file) for file in sorted(shipped_statements().glob("*.md"))]
    index = assemble.segment([digest(each, each.metadata.id) for each in statements])
    assert index.statement_count == len(statements)
    for number, each in enumerate(statements):
        assert index.metadata(number) == each.metadata
        assert index.source(number) == each.source
        assert index.file(number) == each.metadata.id
        passages = [index.precedent(passage) for passage in index.passages_of(number)]
        assert [
            (precedent.section, precedent.passage)
            for precedent in passages
            if precedent.passage.paragraph >= 0
        ] == [(section.heading, passage) for section in each.sections for passage in section.passages]
        assert [precedent.passage.text for precedent in passages if precedent.passage.paragraph < 0] == [
            section.heading for section in each.sections if section.heading
        ]


def test_a_word_stands_where_its_span_says() -> None:
    index = segment("The “déjà vu” of the Minister’s *office*.\n\nNew paragraph.")
    text = index.precedent(0).passage.text
    words = [text[slice(*span)] for span in index.spans(index.tokens_of(0))]
    assert words == ["", "", "The", "déjà", "vu", "of", "the", "Minister", "’s", "office"]


def test_a_passage_is_found_by_a_character() -> None:
    one = statement("First one. Second one.")
    index = segment(one)
    at = one.source.index("Second")
    assert index.passage_with(0, at + 3) == 1
    assert index.passage_with(0, at - 5) == 0
    assert index.passage_with(0, 0) is None
    assert index.passage_with(0, len(one.source) + 9) is None


def test_damage_is_left_out_and_nothing_continues_across_it() -> None:
    one = statement("They met. I ntegrated teams were set up. They left.")
    made = digest(one)
    assert [one.source[slice(*span)] for span in made.damaged] == ["I ntegrated teams were set up."]
    phrases = Phrases((assemble.segment([made]),))
    assert phrases.find(["teams"]).count == 0
    assert [each.key for each in phrases.find(["met"]).followers()] == [GAP]
    assert phrases.find([PARAGRAPH]).count == 1


def test_a_passage_without_end_is_indexed_as_far_as_offsets_reach() -> None:
    index = segment("word " * 20_000 + "last.")
    assert Phrases((index,)).find(["last"]).count == 0
    assert index.spans(index.tokens_of(0))[-2].end <= LONGEST
    assert index.precedent(0).passage.text.endswith("last.")


def test_no_statement_and_an_empty_one() -> None:
    assert Phrases((assemble.segment([]),)).find(["a"]).count == 0
    empty = segment(statement(""))
    assert empty.passage_count == 0
    assert Phrases((empty,)).find([]).followers() == ()
    assert empty.source(0).startswith("---")
