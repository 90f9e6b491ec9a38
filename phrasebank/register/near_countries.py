"""Names that hold countries, compared without regard to how a country is written."""

from collections.abc import Sequence

from phrasebank.register.content_words import COUNTRY

_UNITED = frozenset({("united", "states"), ("etats", "unis")})


def one_word_each(keys: Sequence[str]) -> tuple[str, ...]:
    """Return the words with the United States, however written, as one."""
    found: list[str] = []
    for key in keys:
        if found and (found[-1], key) in _UNITED:
            found[-1] = "us"
        elif not (key == "america" and found and found[-1] == "us"):
            found.append(key)
    return tuple(found)


def without_countries(keys: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name but for the countries, if those stand inside it; else nothing."""
    if not keys or keys[0] in COUNTRY or keys[-1] in COUNTRY:
        return ()
    bare = tuple(key for key in keys if key not in COUNTRY)
    return bare if len(bare) < len(keys) else ()


def swapped(name: Sequence[str], text: Sequence[str]) -> bool:
    """Tell whether two neighboring words have changed places, and nothing else."""
    apart = [index for index, (ours, theirs) in enumerate(zip(name, text, strict=True)) if ours != theirs]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return (name[first], name[second]) == (text[second], text[first])
