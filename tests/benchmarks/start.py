"""Start: from the process's birth to `initialize`, and to the first completion, with a warm cache."""

import asyncio
import time
from statistics import median

from precedent_ls.cli.connection import Connection
from tests.benchmarks.servers import CAPABILITIES, DRAFTS, SERVERS, Draft

RUNS = 11


def run() -> None:
    """Print the medians of some starts, the two servers by turns."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in SERVERS}
    for _ in range(RUNS):
        for name, command in SERVERS.items():
            taken[name].append(asyncio.run(start(command)))
    print(f"{'server':12} initialize  first completion   (s, median of {RUNS})")
    floor = median(completed for _, completed in taken["bare pygls"])
    for name, times in taken.items():
        initialized, completed = (median(each) for each in zip(*times, strict=True))
        print(f"{name:12} {initialized:10.3f}  {completed:16.3f}   {completed / floor:.2f} x")


async def start(command: tuple[str, ...]) -> tuple[float, float]:
    """Return the seconds from the start to each of the two answers."""
    text = (DRAFTS / "future.en.md").read_text(encoding="utf-8") + "\nBuilding on the success of "
    began = time.perf_counter()
    connection = await Connection.start(*command)
    await connection.initialize(CAPABILITIES)
    initialized = time.perf_counter() - began
    await Draft(connection, text).ask("completion", context={"triggerKind": 1})
    completed = time.perf_counter() - began
    await connection.end()
    return initialized, completed
