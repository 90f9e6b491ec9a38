"""The front matter of a draft: what it says of itself.

All keys are optional. A mistake in one key is a problem with a place; the other keys
count all the same.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TypeVar

from phrasebank.register.model import Country
from phrasebank.text.entries import LONGEST, Mistake, Unreadable, UnreadableError, Value, entries
from phrasebank.text.language import Language
from phrasebank.text.span import Span

Choice = TypeVar("Choice", Language, Country)

#: The keys read here; a draft may carry keys of other tools beside them.
KEYS = frozenset({"statement", "date", "language", "release", "twin", "accept", "host", "place"})


_CLOSING_FENCE = re.compile(r"(?:---|\.\.\.)\s*\Z")


@dataclass(frozen=True, slots=True)
class MatterProblem:
    """A mistake in the front matter, said in both languages; `span` holds characters of the draft."""

    key: str
    en: str
    fr: str
    span: Span


@dataclass(frozen=True, slots=True)
class Matter:
    """What the front matter says.

    `keys` gives, for each key found, the characters of its value in the draft.
    """

    statement: str | None = None
    date: dt.date | None = None
    language: Language | None = None
    release: Country | None = None
    twin: str | None = None  #: a path relative to the draft
    accept: tuple[str, ...] = ()  #: forms not to flag in this draft
    host: Country | None = None  #: the side that holds the meeting
    place: str = ""  #: the city of the meeting
    span: Span | None = None  #: the whole front matter, None when there is none
    keys: tuple[tuple[str, Span], ...] = ()
    problems: tuple[MatterProblem, ...] = ()


def read_matter(text: str, start: int) -> Matter:
    """Read the front matter `text`, fences included, that stands at `start` of the draft."""
    whole = Span(start, start + len(text))
    body_at = text.find("\n") + 1
    body = _CLOSING_FENCE.sub("", text[body_at:])
    matter = Matter(span=whole)
    keys, problems = [], []
    try:
        for entry in entries(body):
            span = entry.span.shifted(start + body_at)
            keys.append((entry.key, span))
            try:
                if entry.mistake:
                    raise _ValueError(entry.mistake, _MISTAKES[entry.mistake])
                matter = _with(matter, entry.key, entry.value)
            except _ValueError as error:
                en, fr = f"`{entry.key}`: {error.en}.", f"`{entry.key}`\u00a0: {error.fr}."
                problems.append(MatterProblem(entry.key, en, fr, span))
    except UnreadableError as error:
        at = start + body_at + error.offset
        line = f", ligne {error.line}" if error.line else ""
        en, fr = f"Front matter: {error}.", f"En-tête\u00a0: {_UNREADABLE[error.why]}{line}."
        problems.append(MatterProblem("", en, fr, Span(at, min(at + 1, whole.end))))
    return replace(matter, keys=tuple(keys), problems=tuple(problems))


_MISTAKES = {
    Mistake.TWICE: "donné deux fois",
    Mistake.ALIAS: "les ancres et les alias ne sont pas admis",
}
_UNREADABLE = {
    Unreadable.LONG: f"plus de {LONGEST} caractères",
    Unreadable.SYNTAX: "ce n’est pas du YAML valide",
    Unreadable.CHARACTERS: "caractères illisibles, ou trop de niveaux",
    Unreadable.NO_KEYS: "des lignes «\u00a0clé: valeur\u00a0» sont attendues",
}


class _ValueError(ValueError):
    """What is wrong with a value, in both languages."""

    def __init__(self, en: str, fr: str) -> None:
        super().__init__(en)
        self.en = en
        self.fr = fr


def _with(matter: Matter, key: str, value: Value) -> Matter:
    if key not in KEYS or value in (None, ""):
        return matter
    if key == "accept":
        return replace(matter, accept=_forms(value))
    if not isinstance(value, str):
        if key in {"host", "place"}:
            return matter
        raise _ValueError("one value is expected", "une seule valeur est attendue")
    match key:
        case "date":
            return replace(matter, date=_day(value))
        case "language":
            return replace(matter, language=_choice(Language, value))
        case "release":
            return replace(matter, release=_choice(Country, value))
        case "twin":
            return replace(matter, twin=value)
        case "host":
            # Other tools may have a host of their own.
            return replace(matter, host=next((each for each in Country if each == value.lower()), None))
        case "place":
            return replace(matter, place=value)
        case _:
            return replace(matter, statement=value)


def _forms(value: Value) -> tuple[str, ...]:
    forms = value if isinstance(value, list) else [value]
    if not all(isinstance(form, str) for form in forms):
        raise _ValueError("a list of forms is expected", "une liste de formes est attendue")
    return tuple(str(form) for form in forms if form)


def _day(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise _ValueError(
            f"“{value}” is no day written YYYY-MM-DD",
            f"«\u00a0{value}\u00a0» n’est pas un jour écrit AAAA-MM-JJ",
        ) from None


def _choice(kind: type[Choice], value: str) -> Choice:
    try:
        return kind(value.lower())
    except ValueError:
        listed = ", ".join(kind)
        raise _ValueError(
            f"“{value}” is none of {listed}", f"«\u00a0{value}\u00a0» n’est aucun de {listed}"
        ) from None
