"""Alignment of paragraphs and sentences, shown on small texts in two languages."""

import random
from typing import Any

import pytest

from phrasebank import alignment
from phrasebank.alignment import Bead, Part, align_parts

ENGLISH = """
# Opening
The ministers met in Ottawa on May 6, 2031. They discussed the 2030 action plan. It has 14 points.
Canada and the United States will share intelligence on synthetic opioids and precursor chemicals.
# Firearms
Firearms trafficking remains a serious concern for police services. Tracing identifies the origin of firearms.
In 2030, officers seized 1,204 firearms at 37 ports of entry.
# Conclusion
The ministers reaffirmed the partnership. The next forum will convene in Washington in 2032.
"""
FRENCH = """
# Ouverture
Les ministres se sont réunis à Ottawa le 6 mai 2031. Ils ont discuté du plan d'action de 2030. Il a 14 points.
Le Canada et les États-Unis échangeront du renseignement sur les opioïdes synthétiques et leurs précurseurs.
# Armes à feu
Le trafic d'armes à feu demeure une préoccupation des services de police. Le traçage établit leur origine.
En 2030, les agents ont saisi 1 204 armes à feu à 37 points d'entrée.
# Conclusion
Les ministres ont réaffirmé le partenariat. Le prochain forum se tiendra à Washington en 2032.
"""


def parts(text: str) -> list[Part]:
    found = []
    for line in text.strip().splitlines():
        heading = line.startswith("# ")
        sentences = [line.removeprefix("# ")] if heading else [f"{each}." for each in line[:-1].split(". ")]
        found.append(Part(tuple(sentences), int(heading)))
    return found


def paragraphs(left: list[Part], right: list[Part]) -> list[str]:
    return [show(bead) for bead in align_parts(left, right).paragraphs]


def show(bead: Bead) -> str:
    """Write a bead as ``0-0``, ``1-``, ``2-1+2``."""
    return "-".join("+".join(map(str, run)) for run in bead)


def test_paragraphs_and_sentences_go_together() -> None:
    beads = align_parts(parts(ENGLISH), parts(FRENCH))
    assert [show(bead) for bead in beads.paragraphs] == [f"{n}-{n}" for n in range(8)]
    assert [show(bead) for bead in beads.sentences] == [f"{n}-{n}" for n in range(12)]


def test_either_language_may_be_on_the_left() -> None:
    assert paragraphs(parts(FRENCH), parts(ENGLISH)) == [f"{n}-{n}" for n in range(8)]


@pytest.mark.parametrize("dropped", range(8))
def test_a_paragraph_left_out(dropped: int) -> None:
    french = parts(FRENCH)
    del french[dropped]
    expected = [f"{n}-{n - (n > dropped)}" for n in range(8)]
    expected[dropped] = f"{dropped}-"
    assert paragraphs(parts(ENGLISH), french) == expected
    expected = [f"{n - (n > dropped)}-{n}" for n in range(8)]
    expected[dropped] = f"-{dropped}"
    assert paragraphs(french, parts(ENGLISH)) == expected


def test_a_section_left_out() -> None:
    french = parts(FRENCH)
    del french[3:6]
    assert paragraphs(parts(ENGLISH), french) == ["0-0", "1-1", "2-2", "3-", "4-", "5-", "6-3", "7-4"]


def test_a_paragraph_added() -> None:
    french = parts(FRENCH)
    french.insert(4, Part(("Une phrase nouvelle que personne n'avait encore prévue.",)))
    assert paragraphs(parts(ENGLISH), french)[3:7] == ["3-3", "-4", "4-5", "5-6"]


def test_two_paragraphs_made_one() -> None:
    french = parts(FRENCH)
    french[4:6] = [Part(french[4].sentences + french[5].sentences)]
    beads = align_parts(parts(ENGLISH), french)
    assert [show(bead) for bead in beads.paragraphs] == ["0-0", "1-1", "2-2", "3-3", "4+5-4", "6-5", "7-6"]
    assert [show(bead) for bead in beads.sentences] == [f"{n}-{n}" for n in range(12)]


def test_two_sentences_made_one() -> None:
    french = parts(FRENCH)
    first, second, third = french[1].sentences
    french[1] = Part((f"{first[:-1]} et i{second[1:]}", third))
    beads = align_parts(parts(ENGLISH), french)
    assert [show(bead) for bead in beads.sentences][:4] == ["0-0", "1+2-1", "3-2", "4-3"]


def test_a_sentence_made_two() -> None:
    french = parts(FRENCH)
    whole = french[5].sentences[0]
    french[5] = Part((whole.replace(" à 37", "."), "Ils l'ont fait à 37 points d'entrée."))
    assert "8-8+9" in [show(bead) for bead in align_parts(parts(ENGLISH), french).sentences]


def test_a_sentence_left_out() -> None:
    french = parts(FRENCH)
    french[1] = Part(french[1].sentences[:1] + french[1].sentences[2:])
    assert [show(bead) for bead in align_parts(parts(ENGLISH), french).sentences][:4] == [
        "0-0",
        "1-1",
        "2-",
        "3-2",
    ]


def test_a_section_that_moved_is_found() -> None:
    french = parts(FRENCH)
    french = [*french[3:6], *french[:3], *french[6:]]
    assert paragraphs(parts(ENGLISH), french) == ["0-3", "1-4", "2-5", "3-0", "4-1", "5-2", "6-6", "7-7"]


def test_a_heading_is_no_paragraph() -> None:
    left = [Part(("Conclusion",), 2), Part(("The ministers closed the meeting.",))]
    right = [Part(("Les ministres ont clos la conclusion de la réunion.",))]
    assert paragraphs(left, right) == ["0-", "1-0"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("", "", []), ("", "Une phrase.", ["-0"]), ("One sentence.", "", ["0-"]), ("Yes.", "Oui.", ["0-0"])],
)
def test_next_to_nothing(left: str, right: str, expected: list[str]) -> None:
    assert paragraphs(parts(left), parts(right)) == expected


def test_a_paragraph_without_sentences() -> None:
    beads = align_parts([Part(()), Part(("Canada.",))], [Part(("Canada.",))])
    assert [show(bead) for bead in beads.sentences] == ["0-0"]


@pytest.mark.parametrize("seed", range(20))
def test_everything_is_in_one_bead(seed: int) -> None:
    rng = random.Random(seed)
    english, french = parts(ENGLISH) * 2, parts(FRENCH) * 2
    left = rng.sample(english, rng.randint(0, 16))
    right = rng.sample(french, rng.randint(0, 16))
    beads = align_parts(left, right)
    for side, side_parts in enumerate((left, right)):
        assert sorted(n for bead in beads.paragraphs for n in bead[side]) == list(range(len(side_parts)))
        count = sum(len(part.sentences) for part in side_parts)
        assert sorted(n for bead in beads.sentences for n in bead[side]) == list(range(count))


def test_the_work_grows_with_the_length_and_a_long_gap_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(0)
    stems = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=5)) for _ in range(6000)]
    english = [Part((" ".join(rng.choices(stems, k=20)),)) for _ in range(800)]
    french = [Part((" ".join(f"{word}ent" for word in part.sentences[0].split()),)) for part in english]
    del french[200:300]
    compared = 0

    def counted(*arguments: Any) -> float:
        nonlocal compared
        compared += 1
        return unlike(*arguments)

    unlike = alignment._unlike
    monkeypatch.setattr(alignment, "_unlike", counted)
    beads = align_parts(english, french).paragraphs
    assert [bead.left.start for bead in beads if not bead.right] == list(range(200, 300))
    assert [show(bead) for bead in beads[300:]] == [f"{n}-{n - 100}" for n in range(300, 800)]
    assert compared < 800 * 700 / 4


def test_texts_that_have_nothing_in_common_take_bounded_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "WIDTH", 8)
    english = [Part((f"{'word ' * (n % 7 + 2)}.",)) for n in range(300)]
    french = [Part((f"{'mot ' * (n % 5 + 2)}.",)) for n in range(290)]
    beads = align_parts(english, french).paragraphs
    assert sorted(n for bead in beads for n in bead.left) == list(range(300))
