import pytest

from phrasebank.text.damage import damages

#: A text, and what it should read.
DAMAGED = [
    ("the CanadaU.S. Cross-Border Crime Forum", "the Canada–U.S. Cross-Border Crime Forum"),
    ("the U.S.Canada border", "the U.S.–Canada border"),
    ("les ÉtatsUnis", "les États-Unis"),
    ("across theU.S. border", "across the U.S. border"),
    ("I ntegrated Border Enforcement Teams", "Integrated Border Enforcement Teams"),
    ("(I mmigration", "(Immigration"),
    ("the 9 th Forum, the 21 st", "the 9th Forum, the 21st"),
    ("le 1 er juillet, la 2 e réunion", "le 1er juillet, la 2e réunion"),
    ("Canada Border Services Agency , U.S. Customs", "Canada Border Services Agency, U.S. Customs"),
    ("in both countries . Both", "in both countries. Both"),
    ("« les ministres » , a-t-il dit", "« les ministres », a-t-il dit"),
    ("Canada ’s trading partner", "Canada’s trading partner"),
    ("Canada 's trading partner", "Canada's trading partner"),
    ("our youth -- Canada and", "our youth – Canada and"),
    ("the 9 th , again", "the 9th , again"),
]

SOUND = [
    "A new agreement that I think is right. A few, A posteriori. O Canada",
    "I am, I have, I mmm",
    "Annex A xviii, vitamin C is, plan B works, Section B of the Act",
    "À la frontière, Y a-t-il",
    "LeBlanc, McGuinty, MacDonald, YouTube, TransCanada, SafeCanada.ca, iPhone",
    "the Canada-U.S. border, the U.S.–Canada border, (U.S.), non-U.S. persons",
    "les domaines suivants : la drogue ; les armes ? Oui ! « Oui »",
    "it goes on . . . and on ... and … on",
    "a .NET page, .5 %, ,5",
    "l’Agence, c’est, ‘so ’tis’",
    "2 St. Clair, 5 stars, 9 the, 4 e-mails, 30 er.",
    "a --option, --- and a--b",
    "Merrick B. Garland, J. Edgar",
    "",
]


@pytest.mark.parametrize(("text", "repaired"), DAMAGED)
def test_damage_is_found_with_what_it_should_read(text: str, repaired: str) -> None:
    for damage in reversed(damages(text)):
        text = text[: damage.span.start] + damage.repaired + text[damage.span.end :]
    assert text == repaired


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_alone(text: str) -> None:
    assert damages(text) == ()


def test_a_vocabulary_tells_more() -> None:
    vocabulary = {"canada", "a", "bout", "about", "agency"}
    assert damages("C anada") == ()
    assert [damage.repaired for damage in damages("C anada, A gency", vocabulary=vocabulary)] == [
        "Canada",
        "Agency",
    ]
    assert damages("A bout", vocabulary=vocabulary) == ()
