from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.text.block import MASK_JOIN
from phrasebank.text.blocks import BlockKind, blocks
from phrasebank.text.language import Language
from phrasebank.text.sentences import is_finished, sentences

#: Sentences, parted by `|`.
ENGLISH = [
    "The Ministers agreed.| They met.",
    "The U.S. and Canada agreed.",
    "U.S. Attorney General Merrick B. Garland spoke.| He left.",
    "They met in the U.S.| The Ministers agreed.",
    "They met in the U.S.| In 2022, they met again.",
    "Border Services, U.S. Customs and Border Protection, and U.S. Immigration agreed.",
    "The Canada-U.S. Cross-Border Crime Forum met.| It was the third.",
    "They met in Washington, D.C. to discuss crime.",
    "They met in Washington, D.C., as well as Ottawa.",
    "They met in Washington, D.C.| Ministers discussed crime.",
    "Write to Washington, D.C. 20530.| Then wait.",
    "WASHINGTON, D.C. – Today, they met.",
    "THE U.S. AND CANADA REESTABLISH THE FORUM",
    "See the Act, S.C. 2024, c. 16, s. 3.| It passed.",
    "Bill No. 5 of Jan. 12 and Art. IV apply.| The answer is no.| Canada agreed.",
    "R. v. Smith was cited.",
    "Mr. Smith Jr. met Dr. Jones of Acme Inc. in St. John's.",
    "They met Acme Inc.| The Ministers left.",
    "They met at 9 a.m. Monday, and at 5 p.m.| They left.",
    "It cost $6 million.| Of 4,527 cases, 3.5 % were closed.",
    "In 2022.| 149 notifications were sent.",
    "The goal “to leave no one behind.”| They have agreed.",
    "It was called “done.” by some.",
    'He said "Yes." and left.| "Then?"| "Now!"',
    "They agreed (see above).| (They met.)| Then they left.",
    "They waited...| Then they left.",
    "The statement “on crime … Forum” is old.",
    "It says “crime.| […] The Ministers agreed.”",
    "Vitamin C.| The Ministers chose plan B.| They left.",
    "1. The Ministers agreed.| 2. They met.",
    "First line\nof a paragraph.| Second\r\nsentence.",
    "A heading\n\n|A paragraph.| Its end",
    "The following:\n|• police\n|• courts",
    "The \u2060\u2060U.S.\u2060\u2060 Attorney General agreed.\u2060| \u2060They met.",
    "Mr. Speaker.",
    "They left.",
    "The second meeting of the CanadaU.S. Cross-Border Crime Forum.",
]

FRENCH = [
    "Les ministres ont discuté.| Ils ont convenu.",
    "WASHINGTON, le 12 juill. 2024 /CNW/ - Les États‑Unis ont agi.| Aujourd'hui, ils agissent.",
    "Merrick B. Garland et M. Virani ont accueilli MM. LeBlanc et J. Le Pen.| Mme Joly aussi.",
    "Ils se sont réunis à Washington, D.C., en vue d'agir.",
    "Ils se sont réunis à Washington, D.C.| Les ministres ont discuté.",
    "Ils ont dit : « Nous agirons. »| Puis ils ont agi.",
    "Ils ont dit : «\u00a0Nous agirons.\u00a0»| L’échange continue.",
    "« Pourquoi ? » demande-t-il.| Pourquoi\u00a0?| Parce que.",
    "La loi, L.C. 2024, ch. 16, art. 3, est en vigueur.| Elle a été adoptée.",
    "Des organismes (police, etc.) ont agi, p. ex. la GRC.| Les autres, etc.| Ils agiront.",
    "C.-à-d. que 3,5 % des 1\u00a0000 cas sont clos.",
    "Le no. 5 et la p. 12.| La fin.",
    "Cela a duré…| À Ottawa, ils ont attendu.",
]


@pytest.mark.parametrize(
    ("language", "marked"),
    [(Language.EN, marked) for marked in ENGLISH] + [(Language.FR, marked) for marked in FRENCH],
)
def test_sentences(language: Language, marked: str) -> None:
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|")]
    assert [text[start:end] for start, end in sentences(text, language)] == expected


STATEMENTS = Path(__file__).parents[2] / "phrasebank" / "statements"

#: Counted by eye.
COUNTS = {
    "2005-backgrounder.en": 37,
    "2022-washington.en": 25,
    "2023-ottawa.en": 47,
    "2024-washington.en": 39,
    "2024-washington.fr": 41,
}


@pytest.mark.parametrize(("statement", "count"), COUNTS.items())
def test_the_statements_split_right(statement: str, count: int) -> None:
    source = (STATEMENTS / f"{statement}.md").read_text(encoding="utf-8")
    paragraphs = [block.text for block in blocks(source) if block.kind is BlockKind.PARAGRAPH]
    language = Language(statement[-2:])
    found = [text[start:end] for text in paragraphs for start, end in sentences(text, language)]
    assert len(found) == count
    for sentence in found:
        assert sentence[0].isupper(), sentence
        assert sentence[-1] in ".:”" or sentence in paragraphs, sentence


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("Aa.!?…»” \n\r(«D.C.1"))), st.sampled_from(Language)
)
def test_nothing_but_white_space_is_left_out(text: str, language: Language) -> None:
    end = 0
    for span in sentences(text, language):
        assert not text[end : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "text",
    [
        "They met.",
        "the following areas:",
        "domaines suivants\u00a0:",
        f"{MASK_JOIN}They met.{MASK_JOIN}",
        "« Ils se sont vus. »",
        "(Twice.)",
        "Why?",
    ],
)
def test_a_text_that_ends_in_a_stop_or_a_colon_is_finished(text: str) -> None:
    assert is_finished(text)
    assert is_finished(f"{text} \n")


@pytest.mark.parametrize(
    "text", ["", "A deck without a point", "Un titre «\u00a0cité\u00a0»", "The U.S. met"]
)
def test_others_are_not(text: str) -> None:
    assert not is_finished(text)
