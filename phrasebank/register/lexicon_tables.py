"""The lexicon's blocks as values."""

from collections.abc import Callable, Iterator

from phrasebank.register.fields import Fields
from phrasebank.register.lexicon import (
    Compound,
    ContentWord,
    Ladder,
    Lexicon,
    Preference,
    Spelling,
    TermPair,
    WellKnown,
)
from phrasebank.text.language import Language


def read_lexicon(name: str, fields: Fields) -> Lexicon:
    """Read one block of the lexicon; `name` is one of `LEXICON_TABLES`."""
    lexicon = LEXICON_TABLES[name](fields)
    fields.close()
    return lexicon


def joined(parts: list[Lexicon]) -> Lexicon:
    """Put lexicons together, in order."""
    return Lexicon(
        tuple(each for part in parts for each in part.well_known),
        tuple(each for part in parts for each in part.preferences),
        tuple(each for part in parts for each in part.compounds),
        tuple(each for part in parts for each in part.pairs),
        tuple(each for part in parts for each in part.spellings),
        tuple(each for part in parts for each in part.ordinary),
        tuple(each for part in parts for each in part.confusable),
        tuple(each for part in parts for each in part.others),
        tuple(each for part in parts for each in part.ladders),
        tuple(each for part in parts for each in part.content),
    )


def _well_known(fields: Fields) -> Lexicon:
    release = fields.text("release")
    return Lexicon(well_known=tuple(WellKnown(each, release) for each in fields.texts("acronyms")))


def _preferences(fields: Fields) -> Lexicon:
    language, source, verified = _language(fields), fields.text("source"), _verified(fields)
    return Lexicon(
        preferences=tuple(
            Preference(item.text("preferred"), item.texts("avoid"), language, source, verified)
            for item in _items(fields, "words", "preferred", "avoid")
        )
    )


def _compounds(fields: Fields) -> Lexicon:
    language, source, verified = _language(fields), fields.text("source"), _verified(fields)
    return Lexicon(
        compounds=tuple(Compound(each, language, source, verified) for each in fields.texts("forms"))
    )


def _spellings(fields: Fields) -> Lexicon:
    source, verified = fields.text("source"), _verified(fields)
    return Lexicon(
        spellings=tuple(
            Spelling(item.text("canada"), item.text("united_states"), source, verified)
            for item in _items(fields, "words", "canada", "united_states")
        )
    )


def _pairs(fields: Fields) -> Lexicon:
    source, verified = fields.text("source"), _verified(fields)
    return Lexicon(
        pairs=tuple(
            TermPair(
                en=item.texts("en"),
                fr=item.texts("fr"),
                avoid_en=item.texts("avoid_en"),
                avoid_fr=item.texts("avoid_fr"),
                verb=item.flag("verb"),
                loose=item.flag("loose"),
                source=source,
                verified=verified,
                note=item.text("note"),
            )
            for item in _items(fields, "terms", "en", "fr")
        )
    )


def _content(fields: Fields) -> Lexicon:
    source, verified = fields.text("source"), _verified(fields)
    return Lexicon(
        content=tuple(
            ContentWord(
                en=item.texts("en"),
                fr=item.texts("fr"),
                also_en=item.texts("also_en"),
                also_fr=item.texts("also_fr"),
                source=source,
                verified=verified,
            )
            for item in _items(fields, "words", "en", "fr")
        )
    )


def _ladders(fields: Fields) -> Lexicon:
    language, source, verified = _language(fields), fields.text("source"), _verified(fields)
    rungs = tuple(item.texts("verbs") for item in _items(fields, "rungs", "verbs"))
    return Lexicon(ladders=(Ladder(rungs, language, source, verified),))


def _verified(fields: Fields) -> bool:
    return fields.flag("verified", default=True)


def _language(fields: Fields) -> Language:
    return fields.choice("language", Language) or Language.EN


def _items(fields: Fields, key: str, *needed: str) -> Iterator[Fields]:
    """Yield the tables listed under `key` that have what is needed, and report the others."""
    items = fields.raw(key)
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict) or not all(item.get(each) for each in needed):
            fields.wrong(key, f"each item needs {' and '.join(needed)}")
            continue
        inner = Fields(item, fields.file, fields.line, fields.problems)
        inner.entry, inner.prefix = fields.entry, f"{key}."
        yield inner
        inner.close()


#: What reads each kind of block.
LEXICON_TABLES: dict[str, Callable[[Fields], Lexicon]] = {
    "well_known": _well_known,
    "preferences": _preferences,
    "compounds": _compounds,
    "pairs": _pairs,
    "spellings": _spellings,
    "ladder": _ladders,
    "content": _content,
    "ordinary": lambda fields: Lexicon(ordinary=fields.texts("words")),
    "confusable": lambda fields: Lexicon(confusable=(fields.texts("words"),)),
    "others": lambda fields: Lexicon(others=fields.texts("names")),
}
