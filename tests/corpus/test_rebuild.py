"""Each statement is its seed, minus what is no part of it, plus the repairs it lists: nothing else.

A word changed in a statement, a repair that is not listed, or one that changes more than it
says fails here.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
STATEMENTS = ROOT / "phrasebank" / "statements"
SEEDS = ROOT / "tests" / "seeds"


@dataclass(frozen=True)
class Excerpt:
    """What of a seed is the statement: lines from 1, both included."""

    first: int
    last: int
    headings: dict[int, int]  # line -> level
    cut: dict[int, str] = field(default_factory=dict)  # line -> furniture at its start


EXCERPTS = {
    "2005-backgrounder.en": Excerpt(
        30, 68, headings={30: 1, 34: 2, 40: 2, 44: 2, 50: 2, 56: 2, 62: 2, 66: 2}
    ),
    "2022-washington.en": Excerpt(5, 30, headings={5: 1, 14: 2, 18: 2, 22: 2, 26: 2}),
    "2023-ottawa.en": Excerpt(1, 65, headings={1: 1, 9: 2, 15: 2, 23: 2, 31: 2, 39: 2, 47: 2}),
    "2024-washington.en": Excerpt(2, 22, headings={5: 2, 9: 2, 14: 2, 21: 2}),
    "2024-washington.fr": Excerpt(
        1,
        41,
        headings={7: 2, 15: 2, 25: 2, 39: 2},
        cut={1: " date 2024-07 ", 3: "WASHINGTON, le 12 juill. 2024 /CNW/ - "},
    ),
}


def rebuilt(seed: str, excerpt: Excerpt, repairs: list[dict[str, str]]) -> str:
    lines = seed.split("\n")
    paragraphs = []
    for number in range(excerpt.first, excerpt.last + 1):
        line = lines[number - 1]
        furniture = excerpt.cut.get(number, "")
        assert line.startswith(furniture)
        marker = "#" * excerpt.headings.get(number, 0)
        if line:
            text = line.removeprefix(furniture)
            paragraphs.append(f"{marker} {text}" if marker else text)
    body = "\n\n".join(paragraphs)
    for repair in repairs:
        assert body.count(repair["before"]) == 1, f"{repair['before']!r} is not one place of the seed"
        body = body.replace(repair["before"], repair["after"])
    return body


def test_every_statement_has_a_seed_and_every_seed_a_statement() -> None:
    assert {path.stem for path in STATEMENTS.glob("*.md")} == EXCERPTS.keys()
    assert {path.stem for path in SEEDS.glob("*.txt")} == EXCERPTS.keys()


@pytest.mark.parametrize("statement", EXCERPTS)
def test_statement_is_its_seed_repaired(statement: str) -> None:
    source = (STATEMENTS / f"{statement}.md").read_bytes().decode()
    seed = (SEEDS / f"{statement}.txt").read_bytes().decode()
    _, front_matter, body = source.split("---\n", 2)
    repairs = yaml.safe_load(front_matter).get("repairs", [])
    assert body == f"\n{rebuilt(seed, EXCERPTS[statement], repairs)}\n"


@pytest.mark.parametrize("statement", EXCERPTS)
def test_repairs_change_spaces_and_dashes_only(statement: str) -> None:
    def letters(text: str) -> str:
        return "".join(character for character in text if character.isalnum())

    front_matter = (STATEMENTS / f"{statement}.md").read_text(encoding="utf-8").split("---\n", 2)[1]
    for repair in yaml.safe_load(front_matter).get("repairs", []):
        assert letters(repair["before"]) == letters(repair["after"])
        assert repair["before"] != repair["after"]


@pytest.mark.parametrize("statement", EXCERPTS)
def test_seeds_hold_no_press_contacts(statement: str) -> None:
    seed = (SEEDS / f"{statement}.txt").read_text(encoding="utf-8")
    for sign in ("@", "[email", "Personnes-ressources", "Media Relations", "991-0657"):
        assert sign not in seed
