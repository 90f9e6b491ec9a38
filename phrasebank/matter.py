"""The front matter of a statement file as typed values; every mistake is named by its key."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from phrasebank.statement import Repair, Trust
from phrasebank.text.entries import UnreadableError, Value, entries
from phrasebank.text.language import Language

Choice = TypeVar("Choice", bound=StrEnum)

#: The key that makes a file a draft.
DRAFT = "statement"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with the value of `key`, or with the whole when `key` is empty."""

    key: str
    message: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What the front matter says; None where it is silent or where its value is a mistake."""

    id: str | None = None
    title: str | None = None
    date: dt.date | None = None
    place: str | None = None
    hosts: tuple[str, ...] | None = None
    language: Language | None = None
    trust: Trust | None = None
    source: str | None = None
    source_url: str | None = None
    twin: str | None = None
    repairs: tuple[Repair, ...] | None = None
    notes: tuple[str, ...] | None = None
    mistakes: tuple[Mistake, ...] = field(default=(), kw_only=True)


def read_matter(text: str) -> Matter:
    """Read the YAML `text`, without its fences.

    A key with a mistake does not take the others with it.
    """
    values: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    try:
        for entry in entries(text):
            try:
                if entry.mistake:
                    raise ValueError(entry.mistake)
                if entry.value is not None:
                    values[entry.key] = _reader(entry.key)(entry.value)
            except ValueError as error:
                mistakes.append(Mistake(entry.key, str(error)))
    except UnreadableError as error:
        mistakes.append(Mistake("", str(error)))
    return Matter(**values, mistakes=tuple(mistakes))


def read_date(text: str) -> dt.date:
    """Read ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; the last two mean their first day."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text, re.ASCII)
    try:
        if match is None:
            raise ValueError
        year, month, day = match.groups(default="1")
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"“{text}” is no date (YYYY-MM-DD, YYYY-MM or YYYY)") from None


def _reader(key: str) -> Callable[[Value], object]:
    if key == DRAFT:
        raise ValueError("this file is a draft, and a draft is no precedent")
    try:
        return _READERS[key]
    except KeyError:
        raise ValueError(f"unknown key; known are {', '.join(_READERS)}") from None


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise ValueError("a text is expected")
    return value.strip()


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(_text(each) for each in (value if isinstance(value, list) else [value]))


def _id(value: Value) -> str:
    text = _text(value)
    if not re.fullmatch(r"[\w.\-]+", text):
        raise ValueError(f"“{text}” is no id: letters, digits, “-”, “_” and “.” make one")
    return text


def _address(value: Value) -> str:
    text = _text(value)
    if not re.match(r"https?://\S+$", text):
        raise ValueError(f"“{text}” is no web address")
    return text


def _choice(kind: type[Choice]) -> Callable[[Value], Choice]:
    def read(value: Value) -> Choice:
        try:
            return kind(_text(value).lower())
        except ValueError:
            raise ValueError(f"“{value}” is none of {', '.join(kind)}") from None

    return read


def _repairs(value: Value) -> tuple[Repair, ...]:
    if not isinstance(value, list):
        raise ValueError("a list of “before” and “after” is expected")
    return tuple(_repair(each) for each in value)


def _repair(value: Value) -> Repair:
    match value:
        case {"before": str(before), "after": str(after), **rest} if before and not rest:
            return Repair(before, after)
    raise ValueError("each repair has a text “before” and a text “after”, and nothing else")


_READERS: dict[str, Callable[[Value], object]] = {
    "id": _id,
    "title": _text,
    "date": lambda value: read_date(_text(value)),
    "place": _text,
    "hosts": _texts,
    "language": _choice(Language),
    "trust": _choice(Trust),
    "source": _text,
    "source_url": _address,
    "twin": _id,
    "repairs": _repairs,
    "notes": _texts,
}
