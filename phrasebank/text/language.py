"""The two languages of the Forum."""

from enum import StrEnum


class Language(StrEnum):
    """An official language, by its ISO 639-1 code."""

    EN = "en"
    FR = "fr"

    @property
    def other(self) -> "Language":
        """The language of the twin."""
        return Language.FR if self is Language.EN else Language.EN
