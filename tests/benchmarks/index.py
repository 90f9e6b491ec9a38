"""The index: what it takes to build, to keep and to ask, with the five statements and with many more.

``python -m tests.benchmarks.index 1000000`` measures so many made-up passages.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate, islice
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

from phrasebank.bank import Phrasebank, Sources
from phrasebank.index.tokens import PARAGRAPH
from phrasebank.text.language import Language
from phrasebank.text.words import words
from precedent_ls.assist.completion.counts import SegmentSource

MANY = 100_000
PASSAGES_PER_FILE = 10_000

COLUMNS = (
    "passages added | built in | by a process of | on disk | opened in | memory then, and when asked"
    " | continuations p50, p99 | similar p50, p99 | matches of 1,500 words p50, p99"
)


@dataclass(frozen=True)
class Built:
    """Opening with a cold cache: seconds, and the most memory a builder had, in MiB."""

    seconds: float
    builder: float


@dataclass(frozen=True)
class Asked:
    """Opening with a warm cache: seconds, memory before and after in MiB, milliseconds of the questions."""

    seconds: float
    before: float
    after: float
    times: list[tuple[float, float]]


def run(passages: int = MANY) -> None:
    """Print a row for the shipped statements and one with so many passages more."""
    print(COLUMNS)
    for count in (0, passages):
        with TemporaryDirectory() as name:
            folder, cache = Path(name, "statements"), Path(name, "cache")
            write_statements(folder, count)
            built = Built(**apart("build", folder, cache))
            asked = Asked(**apart("ask", folder, cache))
            size = sum(file.stat().st_size for file in cache.iterdir()) / 2**20
        cells = [
            f"{count:,}",
            f"{built.seconds:.2f} s",
            f"{built.builder:.0f} MiB",
            f"{size:.1f} MiB",
            f"{asked.seconds * 1000:.0f} ms",
            f"{asked.before:.0f}, {asked.after:.0f} MiB",
            *(f"{p50:.2f}, {p99:.2f} ms" for p50, p99 in asked.times),
        ]
        print(" | ".join(cells))


def apart(what: str, folder: Path, cache: Path) -> dict[str, Any]:
    """Do one part in a process of its own, so that its memory is its own too."""
    command = [sys.executable, "-m", "tests.benchmarks.index", what, str(folder), str(cache)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer


def build(folder: Path, cache: Path) -> Built:
    """Open the phrasebank with a cold cache."""
    start = time.perf_counter()
    Phrasebank.open(Sources(folders=(folder,)), cache=cache)
    seconds = time.perf_counter() - start
    return Built(seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)


def ask(folder: Path, cache: Path) -> Asked:
    """Open it with a warm cache and ask what an editor asks."""
    start = time.perf_counter()
    bank = Phrasebank.open(Sources(folders=(folder,)), cache=cache)
    seconds = time.perf_counter() - start
    before = resident()
    phrases, passages = bank.phrases(Language.EN), bank.passages(Language.EN)
    sentences = list(asked_about(bank, folder))
    contexts = [[PARAGRAPH, *keys[:end]] for keys in sentences for end in range(1, len(keys))]

    sources = [SegmentSource(segment) for segment in bank.segments[Language.EN]]

    def continuations(keys: Sequence[str]) -> None:
        for source in sources:
            source.after(keys)

    text = [key for keys in sentences for key in keys][:1500]
    times = [
        timed(continuations, contexts),
        timed(passages.similar, sentences),
        timed(phrases.matches, [text] * 5),
    ]
    return Asked(seconds, before, resident(), times)


def timed(do: Callable[[Sequence[str]], object], all_keys: Sequence[Sequence[str]]) -> tuple[float, float]:
    """Return the median and the 99th percentile in milliseconds."""
    taken = []
    for keys in all_keys:
        start = time.perf_counter()
        do(keys)
        taken.append((time.perf_counter() - start) * 1000)
    cuts = quantiles(taken, n=100)
    return cuts[49], cuts[98]


def resident() -> float:
    """Return the memory of this process in MiB, mapped pages included; 0 where that can't be known."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def asked_about(bank: Phrasebank, folder: Path) -> Iterator[list[str]]:
    """Yield the words of sentences: all of the newest statement's, and as many made-up ones."""
    newest = bank.statement("2024-washington.en")
    assert newest
    own = [passage.text for passage in newest.passages()]
    random.seed(2)  # the same phrases, so that there is something to find
    made = made_up_sentences() if any(folder.iterdir()) else iter(())
    for text in (*own, *islice(made, 160)):
        yield [word.key for word in words(text)]


def write_statements(folder: Path, count: int) -> None:
    """Write statements of so many made-up passages."""
    folder.mkdir()
    random.seed(2)
    sentences = made_up_sentences()
    for number, first in enumerate(range(0, count, PASSAGES_PER_FILE)):
        paragraphs = []
        for index in range(first, min(first + PASSAGES_PER_FILE, count), 5):
            if index % 50 == 0:
                paragraphs.append(f"## {next(sentences)[:40].rsplit(' ', 1)[0]}")
            paragraphs.append(" ".join(islice(sentences, 5)))
        text = "\n\n".join(paragraphs)
        front = f"---\nid: {number:04}-made-up.en\ndate: 2001-01-01\nlanguage: en\n---\n\n"
        (folder / f"{number:04}-made-up.en.md").write_text(front + text, encoding="utf-8")


def made_up_sentences() -> Iterator[str]:
    """Yield sentences of made-up words: as often as words are (Zipf), and in phrases that come again."""
    syllables = [a + b for a in "bcdfglmnprst" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]
    known = random.Random(3)
    made = ("".join(known.choices(syllables, k=known.randint(1, 4))) for _ in range(60_000))
    spelled = sorted(dict.fromkeys(made), key=len)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(spelled))))

    def phrase() -> str:
        return " ".join(random.choices(spelled, cum_weights=weights, k=random.randint(2, 7)))

    stock = [phrase() for _ in range(20_000)]
    often = list(accumulate(1 / (rank + 10) for rank in range(len(stock))))
    while True:
        parts = [
            random.choices(stock, cum_weights=often)[0] if random.random() < 0.5 else phrase()
            for _ in range(random.randint(3, 8))
        ]
        yield " ".join(parts).capitalize() + "."


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["build", folder, cache]:
            print(json.dumps(asdict(build(Path(folder), Path(cache)))))
        case ["ask", folder, cache]:
            print(json.dumps(asdict(ask(Path(folder), Path(cache)))))
        case [count]:
            run(int(count))
        case _:
            run()
