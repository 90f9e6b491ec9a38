"""Words the checks go by, apart from names: data kept in the register files beside the entries."""

from dataclasses import dataclass

from phrasebank.text.language import Language


@dataclass(frozen=True, slots=True)
class WellKnown:
    """An acronym that needs no definition; `release` limits it to one side's copies ("canada")."""

    acronym: str
    language: Language | None = None
    release: str = ""


@dataclass(frozen=True, slots=True)
class Preference:
    """A concept and the words for it: `preferred` is written, `avoid` is not.

    The words of one place correspond: ``avoid[0]`` is replaced by ``preferred[0]`` where
    the two have as many, else by ``preferred[0]``.
    """

    preferred: tuple[str, ...]
    avoid: tuple[str, ...]
    language: Language
    source: str = ""
    verified: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermPair:
    """Terms that translate each other; the first of each side is the usual one.

    `exclusive` is false where a term also has other good translations in a statement, so
    that its absence proves nothing. `replaced` are translations that were used and are
    better avoided.
    """

    en: tuple[str, ...]
    fr: tuple[str, ...]
    replaced_en: tuple[str, ...] = ()
    replaced_fr: tuple[str, ...] = ()
    verb: bool = False
    exclusive: bool = True
    source: str = ""
    verified: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One word as each country spells it."""

    canada: str
    united_states: str
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it."""

    well_known: tuple[WellKnown, ...] = ()
    preferences: tuple[Preference, ...] = ()
    pairs: tuple[TermPair, ...] = ()
    spellings: tuple[Spelling, ...] = ()
