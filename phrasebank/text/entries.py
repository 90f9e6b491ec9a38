"""The keys of a front matter, their values as text, and where each stands."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from phrasebank.text.span import Span

if TYPE_CHECKING:
    import yaml

Value = str | list[Any] | dict[str, Any] | None

#: Characters. Front matter is some lines; PyYAML takes seconds for a megabyte.
LONGEST = 100_000


class Mistake(StrEnum):
    """Why a value cannot be read."""

    TWICE = "given twice"
    ALIAS = "anchors and aliases are not supported"


class Unreadable(StrEnum):
    """Why nothing can be read."""

    LONG = f"front matter of more than {LONGEST} characters"
    SYNTAX = "not valid YAML"
    CHARACTERS = "not valid YAML: unreadable characters, or nested too deeply"
    NO_KEYS = "“key: value” lines are expected"


class Entry(NamedTuple):
    """One key of the front matter; `span` are the characters of its value.

    A value is text, a list or a mapping of values, or None; YAML's guesses at types are not
    taken. `mistake` says why there is none that could be read.
    """

    key: str
    value: Value
    span: Span
    mistake: Mistake | None = None


class UnreadableError(ValueError):
    """The front matter is no YAML of keys and values.

    `offset` is a character near the cause, and `line`, from 1, the line of the front matter; 0: unknown.
    """

    def __init__(self, why: Unreadable, offset: int = 0, *, line: int = 0, detail: str = "") -> None:
        place = f", line {line} of the front matter" if line else ""
        super().__init__(f"{why}{f': {detail}' if detail else ''}{place}")
        self.why = why
        self.offset = offset
        self.line = line


def entries(text: str) -> Iterator[Entry]:
    """Yield the entries of the YAML `text`, without its fences.

    Anchors and aliases are refused: a front matter has no use for them, and a few lines of
    them can stand for gigabytes.

    Raises
    ------
    UnreadableError
        When nothing at all can be read.
    """
    import yaml  # noqa: PLC0415 - costs 20 ms, and the server starts without it

    if len(text) > LONGEST:
        raise UnreadableError(Unreadable.LONG)
    try:
        # Composing makes nodes, no values: no alias is expanded and no type is guessed.
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        detail = error.problem or "unreadable"
        raise UnreadableError(
            Unreadable.SYNTAX,
            mark.index if mark else 0,
            line=mark.line + 1 if mark else 0,
            detail=detail,
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableError(Unreadable.CHARACTERS) from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise UnreadableError(Unreadable.NO_KEYS, root.start_mark.index)
    seen: set[str] = set()
    for key_node, node in root.value:
        key = key_node.value if isinstance(key_node.value, str) else "?"
        span = Span(node.start_mark.index, node.end_mark.index)
        if key in seen:
            yield Entry(key, None, span, Mistake.TWICE)
            continue
        seen.add(key)
        try:
            yield Entry(key, _value(node, set()), span)
        except _AliasError:
            yield Entry(key, None, span, Mistake.ALIAS)


class _AliasError(ValueError):
    pass


def _value(node: "yaml.Node", seen: set[int]) -> Value:
    import yaml  # noqa: PLC0415 - as above

    if id(node) in seen:
        raise _AliasError
    seen.add(id(node))
    match node:
        case yaml.SequenceNode():
            return [_value(each, seen) for each in node.value]
        case yaml.MappingNode():
            return {str(key.value): _value(each, seen) for key, each in node.value}
        case _:
            return None if node.tag.endswith(":null") else str(node.value)
