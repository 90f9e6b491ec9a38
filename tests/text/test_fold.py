import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.text.block import MASK_JOIN
from phrasebank.text.fold import INVISIBLE, fold, folded

SAME_READING = [
    ("Cross-Border", "cross-border"),
    ("Cross\u2010Border", "cross-border"),
    ("Cross\u2011Border", "cross-border"),
    ("Canada–U.S.", "canada-u.s."),
    ("pages 3—4", "pages 3-4"),
    ("\u22125", "-5"),
    ("“agreed” „agreed‟", '"agreed" "agreed"'),
    ("« les ministres »", '" les ministres "'),
    ("Canada’s ‘own’", "canada's 'own'"),
    ("l’échange", "l'échange"),
    ("suivants\u00a0: 1\u202f000", "suivants : 1 000"),
    ("two\r\nlines\tand\u2028more", "two  lines and more"),
    ("inter\u00adnational", "international"),
    ("zero\u200bwidth\ufeff", "zerowidth"),
    (f"inter{MASK_JOIN * 2}nation{MASK_JOIN * 2}al", "international"),
    ("ﬁnance oﬃce", "finance office"),
    ("mettre en œuvre", "mettre en oeuvre"),
    ("STRASSE Straße", "strasse strasse"),
    ("İSTANBUL", "i̇stanbul"),
    ("1ᵉʳ", "1er"),
    ("E\u0301tats-Unis", "états-unis"),
    ("ÉTATS-UNIS", "états-unis"),
    ("…", "..."),
    ("¼", "¼"),
    ("", ""),
]

WITHOUT_ACCENTS = [
    ("États‑Unis", "etats-unis"),
    ("E\u0301tats‑Unis", "etats-unis"),
    ("Haïti, Québec, ça, Noël", "haiti, quebec, ca, noel"),
    ("İstanbul", "istanbul"),
    ("cœur", "coeur"),
]

#: A piece of the folded text, and the source characters that it stands for.
PIECES = [
    ("der Straße nach", "ss", "ß"),
    ("Maß", "s", "ß"),
    ("der Straße nach", "e nach", "e nach"),
    ("en œuvre", "oeuvre", "œuvre"),
    ("en œuvre", "o", "œ"),
    ("in co\u00adop now", "coop", "co\u00adop"),
    ("in co\u00adop now", "co", "co"),
    ("in co\u00adop now", "op", "op"),
    ("les e\u0301lections", "é", "e\u0301"),
    ("les e\u0301lections", "élections", "e\u0301lections"),
    ("les e\u0301lections", "lections", "lections"),
    ("une ﬁn", "fi", "ﬁ"),
    ("İl", "i̇l", "İl"),
]


@pytest.mark.parametrize(("text", "reading"), SAME_READING)
def test_the_ways_to_type_a_text_read_the_same(text: str, reading: str) -> None:
    assert fold(text).text == folded(text) == reading


@pytest.mark.parametrize(("text", "reading"), WITHOUT_ACCENTS)
def test_accents_go_when_asked(text: str, reading: str) -> None:
    assert fold(text, accents=True).text == folded(text, accents=True) == reading


@pytest.mark.parametrize(("text", "piece", "source"), PIECES)
def test_a_folded_piece_knows_its_source(text: str, piece: str, source: str) -> None:
    reading = fold(text)
    start = reading.text.index(piece)
    span = reading.source_span(start, start + len(piece))
    assert text[span.start : span.end] == source


def test_a_removed_accent_belongs_to_its_letter() -> None:
    text = "e\u0301lu"
    assert fold(text, accents=True).source_span(0, 1) == (0, 2)


def test_what_is_dropped_has_no_folded_characters() -> None:
    reading = fold("é\u00ad!")
    assert reading.source_span(1, 1) == (2, 2)
    assert reading.source_span(2, 2) == (3, 3)


def test_a_long_text_is_folded_like_a_short_one() -> None:
    assert folded("É–" * 100) == folded("É–") * 100


TEXTS = st.text(
    st.one_of(
        st.characters(),  # lone surrogates too
        st.sampled_from("aeouAEßİœﬁ–—‑’“”« »\u00a0\u202f\u00ad\u200b\u2060\u0301\u0327\u0308😀é.\r\n"),
    )
)


@given(TEXTS, st.booleans())
def test_the_map_covers_all_that_is_read(text: str, accents: bool) -> None:
    reading = fold(text, accents=accents)
    assert reading.text == folded(text, accents=accents)
    assert list(reading.starts) == sorted(reading.starts)
    assert list(reading.ends) == sorted(reading.ends)
    assert len(reading.starts) == len(reading.ends) + 1
    covered: set[int] = set()
    for offset in range(len(reading.text)):
        span = reading.source_span(offset, offset + 1)
        covered.update(range(*span))
    for offset in set(range(len(text))) - covered:
        assert text[offset] in INVISIBLE or unicodedata.combining(text[offset]), "all else is read"


@given(TEXTS, st.booleans())
def test_ascii_is_folded_as_in_other_company(text: str, accents: bool) -> None:
    ascii_text = text.encode("ascii", "ignore").decode()
    assert fold(ascii_text + "œ", accents=accents).text == fold(ascii_text, accents=accents).text + "oe"
