"""What a person can set, and where it may be said.

`precedent.toml` at the root of a workspace and the editor take the same keys; each source is
read on its own (`read_layer`), so that a mistake in one loses neither its other keys nor
what a source before it said, and the layers are then merged (`merge`).
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from phrasebank.register.model import Country


class Level(StrEnum):
    """How a rule's findings are shown."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    HINT = "hint"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class PhrasebankSettings:
    """Which statements are precedents."""

    statements: tuple[str, ...] = ()  #: folders of further statements
    exclude: tuple[str, ...] = ()  #: patterns of statement ids to leave out, as ``2024-*``


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """Which names are right."""

    files: tuple[str, ...] = ()  #: further register files; they win over the shipped ones
    accept: tuple[str, ...] = ()  #: forms never to flag in this workspace


@dataclass(frozen=True, slots=True)
class DraftSettings:
    """Which files are drafts, and what holds for one that does not say."""

    files: tuple[str, ...] = ()  #: patterns of paths relative to the workspace, as ``drafts/**/*.md``
    date: dt.date | None = None  #: the day of the meeting
    release: Country | None = None  #: whose copy it is


@dataclass(frozen=True, slots=True)
class ChecksSettings:
    """What is reported."""

    severity: Mapping[str, Level] = field(default_factory=lambda: MappingProxyType({}))  #: by rule


@dataclass(frozen=True, slots=True)
class CompletionSettings:
    """The list while typing."""

    max_items: int = field(default=20, metadata={"least": 1, "most": 100})


@dataclass(frozen=True, slots=True)
class HoverSettings:
    """The precedents shown for a sentence."""

    max_precedents: int = field(default=3, metadata={"least": 1, "most": 20})


@dataclass(frozen=True, slots=True)
class CodeLensSettings:
    """The lines above headings and paragraphs."""

    enabled: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, under the names it has in ``precedent.toml``."""

    phrasebank: PhrasebankSettings = PhrasebankSettings()
    register: RegisterSettings = RegisterSettings()
    draft: DraftSettings = DraftSettings()
    checks: ChecksSettings = ChecksSettings()
    completion: CompletionSettings = CompletionSettings()
    hover: HoverSettings = HoverSettings()
    code_lens: CodeLensSettings = CodeLensSettings()


@dataclass(frozen=True, slots=True)
class SettingsProblem:
    """A mistake in one source; `origin` names it (a file, or how the editor sent it)."""

    origin: str
    path: str  #: the key with its sections, as ``draft.date``; empty for the whole
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.origin, self.path, self.message) if part)


@dataclass(frozen=True, slots=True)
class Layer:
    """What one source says: a value for each path that it sets."""

    values: Mapping[tuple[str, ...], object] = field(default_factory=dict)
    problems: tuple[SettingsProblem, ...] = ()


#: Returns the codes of all rules; asked only if one is named, for they load slowly.
Rules = Callable[[], Collection[str]]

#: Sections that an editor extension keeps under the same name for itself.
EDITOR_SECTIONS = frozenset({"server", "trace"})


def merge(layers: Iterable[Layer]) -> Settings:
    """Return the defaults changed by each layer in turn; severities are merged rule by rule."""
    merged: dict[tuple[str, ...], object] = {}
    for layer in layers:
        merged.update(layer.values)
    sections: dict[str, dict[str, object]] = {}
    for (section, key, *rest), value in merged.items():
        if rest:
            sections.setdefault(section, {}).setdefault(key, {})[rest[0]] = value  # type: ignore[index]
        else:
            sections.setdefault(section, {})[key] = value
    defaults = Settings()
    return replace(
        defaults,
        **{name: replace(getattr(defaults, name), **given) for name, given in sections.items()},
    )


def read_layer(raw: object, origin: str, rules: Rules = frozenset) -> Layer:
    """Read what one source says.

    Parameters
    ----------
    raw
        Nested mappings as in the TOML, with or without an enclosing ``precedent``; dotted keys
        count as nested. None and an empty string say nothing: editors send them for what is not set.
    origin
        What to call the source in a problem.
    rules
        Returns the codes that a severity may be given for; any may, when there are none.
    """
    if isinstance(raw, Mapping) and "precedent" in raw:
        raw = raw["precedent"]
    if raw is None:
        return Layer()
    if not isinstance(raw, Mapping):
        return Layer(problems=(SettingsProblem(origin, "", "a table of settings is expected"),))
    values: dict[tuple[str, ...], object] = {}
    problems = []
    for path, value in _leaves(raw, ()):
        if value in (None, "") or path[0] in EDITOR_SECTIONS:
            continue
        try:
            values[path] = _read(path, value, rules)
        except ValueError as error:
            problems.append(SettingsProblem(origin, ".".join(path), str(error)))
        except KeyError:
            problems.append(SettingsProblem(origin, ".".join(path), _unknown(path)))
    return Layer(values, tuple(problems))


def _leaves(raw: Mapping[Any, object], prefix: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, value in raw.items():
        path = (*prefix, *str(key).split("."))
        if isinstance(value, Mapping) and len(path) < 3:
            yield from _leaves(value, path)
        else:
            yield path, value


@cache
def _hints() -> dict[tuple[str, ...], tuple[Any, Mapping[str, Any]]]:
    """Return the type and the metadata of every setting, by its path."""
    found: dict[tuple[str, ...], tuple[Any, Mapping[str, Any]]] = {}
    for name, section in get_type_hints(Settings).items():
        assert is_dataclass(section)
        hints = get_type_hints(section)
        found.update({(name, each.name): (hints[each.name], each.metadata) for each in fields(section)})
    return found


def _read(path: tuple[str, ...], value: object, rules: Rules) -> object:
    """Return the typed value; raise `KeyError` for an unknown path, `ValueError` for a bad value."""
    if len(path) < 2 and any(known[0] == path[0] for known in _hints()):
        raise ValueError("a table of settings is expected")
    hint, metadata = _hints()[path[:2]]
    if get_origin(hint) is Mapping:
        if len(path) != 3:
            raise ValueError("a table of rules is expected")
        known = rules()
        if known and path[2] not in known:
            raise ValueError(f"there is no such rule{_nearest(path[2], known)}")
        return _typed(get_args(hint)[1], value, metadata)
    if len(path) > 2:
        raise KeyError(path)
    return _typed(hint, value, metadata)


def _typed(hint: object, value: object, metadata: Mapping[str, Any]) -> object:
    if isinstance(hint, UnionType):
        (hint,) = (each for each in get_args(hint) if each is not NoneType)
    if get_origin(hint) is tuple:
        if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
            raise ValueError("a list of strings is expected")
        return tuple(value)
    if hint is bool:
        if not isinstance(value, bool):
            raise ValueError("true or false is expected")
        return value
    if hint is int:
        return _whole_number(value, metadata["least"], metadata["most"])
    if hint is dt.date:
        return _date(value)
    assert isinstance(hint, type)
    assert issubclass(hint, StrEnum)
    try:
        return hint(str(value))
    except ValueError:
        raise ValueError(f"one of {', '.join(hint)} is expected") from None


def _whole_number(value: object, least: int, most: int) -> int:
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # JSON does not tell 20 from 20.0
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"a whole number from {least} to {most} is expected")
    return value


def _date(value: object) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise ValueError("a day written YYYY-MM-DD is expected") from None


def _unknown(path: tuple[str, ...]) -> str:
    sections = {section for section, _ in _hints()}
    known = [".".join(each) for each in _hints()] if path[0] in sections or len(path) > 1 else sections
    return f"there is no such setting{_nearest('.'.join(path), known)}"


def _nearest(word: str, known: Collection[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - for a mistake only

    near = get_close_matches(word, known, n=1)
    return f"; is {near[0]} meant?" if near else ""
