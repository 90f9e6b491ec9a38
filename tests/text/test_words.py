import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.text.block import MASK
from phrasebank.text.words import words

#: A text, and the keys of its words.
KEYS = [
    ("Cross-Border Crime Forum (CBCF)", "cross border crime forum cbcf"),
    ("Cross Border–Crime", "cross border crime"),
    ("the Canada-U.S. border.", "the canada us border"),
    ("in Washington, D.C., for", "in washington dc for"),
    ("Washington D.C", "washington dc"),
    ("Merrick B. Garland", "merrick b garland"),
    ("at 9 a.m. today", "at 9 am today"),
    ("U.S.Government", "us government"),
    ("Canada’s Minister", "canada 's minister"),
    ("the U.S.’s view", "the us 's view"),
    ("the Ministers’ view", "the ministers view"),
    ("they don't, O’Brien", "they don't o'brien"),
    ("l’échange", "l' echange"),
    ("l'échange d'information", "l' echange d' information"),
    ("Aujourd’hui, lorsqu’il s’agit", "aujourd'hui lorsqu' il s' agit"),
    ("celles‑ci, a-t-il", "celles ci a t il"),
    ("mettre en œuvre", "mettre en oeuvre"),
    ("ÉTATS-UNIS E\u0301tats", "etats unis etats"),
    ("4,527 notifications", "4527 notifications"),
    ("1\u00a0000\u00a0000 de 1\u202f000,5", "1000000 de 1000.5"),
    ("in 2022 149 notifications", "in 2022 149 notifications"),
    ("3.5 and 3,5 %", "3.5 and 3.5"),
    ("$6 million, 9th, 1er, G7+, C-70, SDG16", "6 million 9th 1er g7 c 70 sdg16"),
    ("inter\u00adnational", "international"),
    (f"the {MASK * 4} act", "the act"),
    ("snake_case _em_", "snake case em"),
    ("« oui » “yes”", "oui yes"),
    ("日本 😀 Ελλάδα", "日本 ελλαδα"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "keys"), KEYS)
def test_keys(text: str, keys: str) -> None:
    assert " ".join(word.key for word in words(text)) == keys


@pytest.mark.parametrize(
    "text",
    [
        "[Canada][’s] [Minister]",
        "[l’][échange]",
        "[Cross]-[Border] ([CBCF])",
        "[Washington], [D.C.], [for]",
        "[e\u0301lections]",
        "[co\u00adop]",
        "[1\u00a0000]\u00a0[personnes]",
        "“[œuvre]”",
    ],
)
def test_words_know_where_they_stand(text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    marked = plain
    for word in reversed(words(plain)):
        marked = f"{marked[: word.start]}[{marked[word.start : word.end]}]{marked[word.end :]}"
    assert marked == text


@given(st.text(st.one_of(st.characters(), st.sampled_from("aé'’.-–U1,\u00a0\u00ad\u0301 "))))
def test_words_are_in_order_and_have_keys(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.key
        end = word.end
