"""What the extension says of itself agrees with the server, and is said in both languages."""

import json
import re
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_type_hints

import pytest
from jsonschema import Draft7Validator

from phrasebank.register.load import shipped_registers
from precedent_ls import __version__
from precedent_ls.checks.catalogue import catalogue
from precedent_ls.settings import Level, Settings
from tests.editors.vscode.tools import EXTENSION

PACKAGE = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((EXTENSION / "schemas" / "precedent.schema.json").read_text(encoding="utf-8"))
PROPERTIES = {
    name.removeprefix("precedent."): value
    for part in PACKAGE["contributes"]["configuration"]
    for name, value in part["properties"].items()
}


def server_settings() -> dict[str, object]:
    """Return every setting of the server with its default."""
    found: dict[str, object] = {}
    for section, kind in get_type_hints(Settings).items():
        assert is_dataclass(kind)
        default = getattr(Settings(), section)
        found |= {f"{section}.{each.name}": getattr(default, each.name) for each in fields(kind)}
    return found


def test_every_setting_of_the_server_can_be_set() -> None:
    offered = {name for name in PROPERTIES if not name.startswith("server.")}
    assert offered == set(server_settings())


@pytest.mark.parametrize(("name", "default"), server_settings().items())
def test_a_default_is_the_servers(name: str, default: object) -> None:
    shown = PROPERTIES[name]["default"]
    assert (shown or None) == (default or None) if not isinstance(default, tuple) else shown == list(default)


def test_severities_are_offered_for_the_rules_there_are() -> None:
    offered = PROPERTIES["checks.severity"]["properties"]
    texts = json.loads((EXTENSION / "package.nls.json").read_text(encoding="utf-8"))
    for code, rule in catalogue().items():
        default = rule.severity.name.lower() if rule.on else "off"
        assert texts[f"rule.{code}"].endswith(f"(by default {default})")
    assert all(set(rule["enum"]) == set(Level) for rule in offered.values())


def test_the_schema_of_precedent_toml_has_the_same_keys() -> None:
    described = {
        f"{section}.{key}": value
        for section, table in SCHEMA["properties"].items()
        for key, value in table["properties"].items()
    }
    assert set(described) == set(server_settings())
    severity = PROPERTIES["checks.severity"]["properties"]
    assert described["checks.severity"]["properties"].keys() == severity.keys()
    assert all(value["description"] for value in described.values())


@pytest.mark.parametrize("file", sorted(shipped_registers().glob("*.toml")), ids=lambda file: file.name)
def test_the_schema_of_register_files_fits_those_there_are(file: Path) -> None:
    schema = json.loads((EXTENSION / "schemas" / "register.schema.json").read_text(encoding="utf-8"))
    # As editors hand a file to a schema: with its dates as text.
    facts = json.loads(json.dumps(tomllib.loads(file.read_text(encoding="utf-8")), default=str))
    assert [error.message for error in Draft7Validator(schema).iter_errors(facts)] == []


def test_every_text_of_the_package_is_in_both_languages() -> None:
    used = set(re.findall(r'"%([\w.-]+)%"', json.dumps(PACKAGE)))
    for file in ("package.nls.json", "package.nls.fr.json"):
        assert set(json.loads((EXTENSION / file).read_text(encoding="utf-8"))) == used, file


def test_every_message_has_its_french() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in EXTENSION.glob("src/**/*.ts"))
    messages = {json.loads(text) for text in re.findall(r'l10n\.t\(\s*("(?:[^"\\]|\\.)*")', source)}
    french = json.loads((EXTENSION / "l10n" / "bundle.l10n.fr.json").read_text(encoding="utf-8"))
    assert set(french) == messages
    assert [text for text in french.values() if re.search(r" [:»]|« ", text)] == []
    assert {text: slots(text) for text in french} == {text: slots(said) for text, said in french.items()}


def test_the_server_is_new_enough_for_the_extension() -> None:
    source = (EXTENSION / "src" / "server" / "notices.ts").read_text(encoding="utf-8")
    oldest = re.search(r'OLDEST_SERVER = "([\d.]+)"', source)
    assert oldest
    assert numbers(oldest[1]) <= numbers(__version__)


def slots(text: str) -> set[str]:
    return set(re.findall(r"\{\d\}", text))


def numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]
