"""Words the checks go by, apart from names: data kept in the register files beside the entries."""

from dataclasses import dataclass

from phrasebank.text.language import Language


@dataclass(frozen=True, slots=True)
class WellKnown:
    """An acronym that needs no definition; `release` limits it to one side's copies ("canada")."""

    acronym: str
    release: str = ""


@dataclass(frozen=True, slots=True)
class Preference:
    """A concept: the word for it that is preferred, and the words to be replaced by it."""

    preferred: str
    avoid: tuple[str, ...]
    language: Language
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Compound:
    """How a compound is written (open, closed or with a hyphen) where a text mixes the ways."""

    form: str
    language: Language
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class TermPair:
    """Terms that translate each other; the first of each side is the usual one.

    `avoid_en` and `avoid_fr` are translations that were used and are better replaced.
    `loose` pairs have other good translations as well: that the counterpart is missing
    proves nothing.
    """

    en: tuple[str, ...]
    fr: tuple[str, ...]
    avoid_en: tuple[str, ...] = ()
    avoid_fr: tuple[str, ...] = ()
    verb: bool = False
    loose: bool = False
    source: str = ""
    verified: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word of ordinary language that carries what a sentence says, in both languages.

    Each text is how its words begin (“investigat”); several words are a phrase whose last word
    begins so. `also_en` and `also_fr` count as its translation where the other language has it,
    and are not looked for themselves, since they mean other things as well.
    """

    en: tuple[str, ...]
    fr: tuple[str, ...]
    also_en: tuple[str, ...] = ()
    also_fr: tuple[str, ...] = ()
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Spelling:
    """One word as each country spells it."""

    canada: str
    united_states: str
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Ladder:
    """Verbs by how strongly they commit: `rungs` from the weakest to the strongest."""

    rungs: tuple[tuple[str, ...], ...]
    language: Language
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it.

    `ordinary`, `confusable`, `others` serve the search for near-misses: `ordinary` words are in so
    many names that sharing them means little; the words of one `confusable` group are mistaken for each
    other in names; `others` are names that resemble a registered one and are right.
    """

    well_known: tuple[WellKnown, ...] = ()
    preferences: tuple[Preference, ...] = ()
    compounds: tuple[Compound, ...] = ()
    pairs: tuple[TermPair, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    ordinary: tuple[str, ...] = ()
    confusable: tuple[tuple[str, ...], ...] = ()
    others: tuple[str, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    content: tuple[ContentWord, ...] = ()
