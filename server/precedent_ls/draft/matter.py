"""The front matter of a draft: what it says of itself.

All keys are optional. A mistake in one key is a problem with a place; the other keys
count all the same.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from phrasebank.register.model import Country
from phrasebank.text.language import Language
from phrasebank.text.span import Span

if TYPE_CHECKING:
    import yaml

Choice = TypeVar("Choice", Language, Country)

#: Front matter is a few lines; what is longer is not one, and YAML is slow to say so.
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class MatterProblem:
    """A mistake in the front matter; `span` holds characters of the draft."""

    key: str
    message: str
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
    span: Span | None = None  #: the whole front matter, None when there is none
    keys: tuple[tuple[str, Span], ...] = ()
    problems: tuple[MatterProblem, ...] = ()


def read_matter(text: str, start: int) -> Matter:
    """Read the front matter `text`, fences included, that stands at `start` of the draft."""
    whole = Span(start, start + len(text))
    body_at = text.find("\n") + 1
    body, _, _ = text[body_at:].rpartition("\n")
    if len(body) > LONGEST:
        return Matter(span=whole, problems=(MatterProblem("", "The front matter is too long.", whole),))
    matter = Matter(span=whole)
    try:
        pairs = list(_pairs(body))
    except _UnreadableError as error:
        at = start + body_at + error.offset
        return replace(matter, problems=(MatterProblem("", str(error), Span(at, at + 1)),))
    keys, problems = [], []
    for key, value, raw in pairs:
        span = raw.shifted(start + body_at)
        keys.append((key, span))
        try:
            matter = _with(matter, key, value)
        except ValueError as error:
            problems.append(MatterProblem(key, f"`{key}`: {error}", span))
    return replace(matter, keys=tuple(keys), problems=tuple(problems))


class _UnreadableError(ValueError):
    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def _pairs(body: str) -> Iterator[tuple[str, "str | list[str]", Span]]:
    """Yield key, value and the value's characters; scalars stay strings, whatever YAML makes of them."""
    import yaml  # noqa: PLC0415 - costs 20 ms, and most files have no front matter

    try:
        # Composing, not loading: no alias is expanded and no type guessed.
        node = yaml.compose(body, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "cannot be read"
        raise _UnreadableError(
            f"The front matter is not valid YAML: {problem}.", mark.index if mark else 0
        ) from error
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        raise _UnreadableError("The front matter has to be `key: value` lines.", node.start_mark.index)
    for key, value in node.value:
        span = Span(value.start_mark.index, value.end_mark.index)
        yield str(key.value), _plain(value), span


def _plain(node: "yaml.Node") -> "str | list[str]":
    if isinstance(node.value, list):
        return [
            item.value if isinstance(item.value, str) else "" for item in node.value if hasattr(item, "value")
        ]
    return str(node.value)


def _with(matter: Matter, key: str, value: "str | list[str]") -> Matter:
    if key == "accept":
        forms = [value] if isinstance(value, str) else value
        return replace(matter, accept=tuple(form for form in forms if form))
    if key not in {"statement", "date", "language", "release", "twin"}:
        return matter  # a draft may carry keys of other tools
    if not isinstance(value, str):
        raise ValueError("one value is expected, not a list")
    if not value or value == "null":
        return matter
    match key:
        case "date":
            try:
                return replace(matter, date=dt.date.fromisoformat(value))
            except ValueError:
                raise ValueError(f"`{value}` is not a day written YYYY-MM-DD") from None
        case "language":
            return replace(matter, language=_choice(Language, value.lower()))
        case "release":
            return replace(matter, release=_choice(Country, value.lower()))
        case "twin":
            return replace(matter, twin=value)
        case _:
            return replace(matter, statement=value)


def _choice(kind: type[Choice], value: str) -> Choice:
    try:
        return kind(value)
    except ValueError:
        raise ValueError(f"`{value}` is none of {', '.join(kind)}") from None
