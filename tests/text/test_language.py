import pytest

from phrasebank.text.language import Language, guess_language

ENGLISH = [
    "The Ministers met in Ottawa.",
    "Statement of Partnership to Prevent Crime",
    "The Police Nationale d’Haïti and the Sûreté du Québec were named in the statement.",
    "CBCF",
    "",
]
FRENCH = [
    "Les ministres se sont réunis à Ottawa.",
    "L’ingérence étrangère",
    "FORUM SUR LA CRIMINALITÉ TRANSFRONTALIÈRE",
    "Les ministres ont signé le Statement of Partnership to Prevent Cross-Border Crime à Ottawa.",
    "Le Canada et les Etats-Unis sont partenaires",
]


@pytest.mark.parametrize(
    ("text", "language"),
    [(text, Language.EN) for text in ENGLISH] + [(text, Language.FR) for text in FRENCH],
)
def test_the_language_is_guessed(text: str, language: Language) -> None:
    assert guess_language(text) is language
