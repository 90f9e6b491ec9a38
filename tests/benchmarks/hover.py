"""What hover shows for every sentence of a statement that is not indexed, and how fast.

The tables in `judged/` say, for each sentence of two statements, which earlier passages a
person would pair it with: `pair` names them, the best first; `none` has no precedent; of a
`loose` one, people would judge differently, and it is not counted. All were judged from the
texts alone. Thresholds and weights are chosen by the table of 2023; that of 2024 verifies.

    python -m tests.benchmarks.hover [judge] [--misses]
    python -m tests.benchmarks.hover speed
"""

import csv
import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from phrasebank.bank import Phrasebank, Sources
from phrasebank.statement import Statement
from phrasebank.text.words import words
from precedent_ls.assist.explain import hover
from precedent_ls.assist.precedents import Match, Sentence, precedents
from precedent_ls.assist.provenance import provenance
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.settings import Settings
from tests.benchmarks import prose
from tests.benchmarks.index import write_statements

JUDGED = Path(__file__).with_name("judged")
MANY = 100_000
SHOWN = 3

#: What is mixed in: nothing, 10,000 passages of official prose on other subjects, of made-up words,
#: and half of each.
UNRELATED: dict[str, tuple[int, int]] = {
    "none": (0, 0),
    "prose": (10_000, 0),
    "made up": (0, 10_000),
    "both": (5_000, 5_000),
}

#: What is hidden while a statement is judged: itself, and all that came later.
HIDDEN = {"2023-ottawa.en": ("2023-*", "2024-*"), "2024-washington.en": ("2024-*",)}


@dataclass(frozen=True)
class Judged:
    """A sentence and what a person made of it: `right` are statement and beginning of a passage."""

    judgment: str
    beginning: str
    right: tuple[tuple[str, str], ...]


def run() -> None:
    """Print both."""
    judge(misses=False)
    print()
    speed()


def judge(*, misses: bool) -> None:
    """Print a row for each table and number of unrelated passages."""
    print("statement | unrelated | pairs | among three | first | best one first | none: nothing, weak, shown")
    for statement in sorted(HIDDEN):
        for unrelated in UNRELATED:
            with TemporaryDirectory() as name:
                print(_row(statement, unrelated, Path(name), misses=misses))


def _row(statement: str, unrelated: str, folder: Path, *, misses: bool) -> str:
    written, made_up = UNRELATED[unrelated]
    folders = (folder / "prose", folder / "made-up")
    prose.write(folders[0], written)
    write_statements(folders[1], made_up)
    cache = folder / "cache"
    whole = Phrasebank.open(cache=cache).statement(statement)
    assert whole is not None
    bank = Phrasebank.open(Sources(folders, HIDDEN[statement]), cache=cache)
    ranks: list[int | None] = []
    best = 0
    shown = {"nothing": 0, "weak": 0, "shown": 0}
    for judged, text in zip(table(statement), _sentences(whole), strict=True):
        assert " ".join(text.split()).startswith(judged.beginning), (judged, text)
        keys = tuple(word.key for word in words(text))
        found = precedents(bank, Sentence(text, keys, whole.metadata.language), SHOWN)
        if judged.judgment == "pair":
            ranks.append(
                next((rank for rank, each in enumerate(found) if _is_right(each, judged.right)), None)
            )
            best += bool(found) and _is_right(found[0], judged.right[:1])
        elif judged.judgment == "none":
            shown["nothing" if not found else "weak" if all(each.weak for each in found) else "shown"] += 1
        if misses and (
            (judged.judgment == "pair" and ranks[-1] != 0)
            or (judged.judgment == "none" and any(not each.weak for each in found))
        ):
            print(f"  {judged.judgment}: {judged.beginning} …")
            for each in found:
                print(f"      {each.score:.2f} {each.precedent.metadata.id}: {each.text[:90]}")
    count, hits, firsts = len(ranks), sum(rank is not None for rank in ranks), ranks.count(0)
    rates = " | ".join(f"{each / count:.1%}" for each in (hits, firsts, best))
    return f"{statement} | {unrelated:7} | {count} | {rates} | {', '.join(map(str, shown.values()))}"


def table(statement: str) -> Iterator[Judged]:
    """Yield the judgments on a statement's sentences in order."""
    with (JUDGED / f"{statement}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            places = (place.partition(": ") for place in (row["precedents"] or "").split(" | ") if place)
            yield Judged(
                row["judgment"], row["sentence"], tuple((name, begins) for name, _, begins in places)
            )


def _sentences(statement: Statement) -> Iterator[str]:
    return (passage.text for passage in statement.passages())


def _is_right(match: Match, right: tuple[tuple[str, str], ...]) -> bool:
    return any(
        match.precedent.metadata.id == name and match.text.startswith(begins) for name, begins in right
    )


def speed() -> None:
    """Print how long hover and provenance take, on the shipped statements and with many more."""
    print("added passages | hover p50/p99, first time | again | provenance of a draft, after an edit")
    for added in (0, MANY):
        with TemporaryDirectory() as name:
            folder = Path(name)
            write_statements(folder / "statements", added)
            bank = Phrasebank.open(Sources((folder / "statements",)), cache=folder / "cache")
            print(f"{added:7,} | {_speed(bank)}")


def _speed(bank: Phrasebank) -> str:
    statement = bank.statement("2024-washington.en")
    assert statement is not None
    body = statement.source.partition("\n---\n")[2]
    draft = _draft(body.replace("Ministers", "Ministers and officials"), bank)
    places = [
        paragraph.start + (word.start + word.end) // 2
        for paragraph in draft.paragraphs
        for word in paragraph.words[::6]
    ]
    parts = []
    for _ in range(2):
        taken = [_timed(partial(hover, draft, place, bank, Settings())) for place in places]
        cuts = quantiles(taken, n=100)
        parts.append(f"{cuts[49]:.1f}/{cuts[98]:.1f} ms")
    fresh = _draft(draft.text.source, bank)
    parts.append(f"{_timed(partial(provenance, fresh, bank)):.0f} ms")
    middle = len(draft.text.source) // 2
    edited = _draft(draft.text.source, bank, fresh, middle)
    parts.append(f"{_timed(partial(provenance, edited, bank)):.1f} ms")
    return " | ".join(parts)


def _draft(text: str, bank: Phrasebank, previous: Draft | None = None, edit: int | None = None) -> Draft:
    if edit is not None:
        text = text[:edit] + " new " + text[edit:]
    return read_draft(
        "file:///draft.md",
        1,
        Source.of(text, markdown=True),
        matcher=bank.matcher,
        defaults=Defaults(dt.date(2026, 12, 3)),
        previous=previous,
    )


def _timed(do: Callable[[], object]) -> float:
    """Return milliseconds of processor time: those of the clock tell what else the machine does."""
    start = time.process_time()
    do()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    if "speed" in sys.argv:
        speed()
    else:
        judge(misses="--misses" in sys.argv)
