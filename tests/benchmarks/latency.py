"""A keystroke: from the edit to the answer, both over the pipe; and what memory the server takes."""

import asyncio
import time

from precedent_ls.cli.connection import Connection
from tests.benchmarks.servers import CAPABILITIES, DRAFTS, SERVERS, Draft, percentiles, resident

#: Typed into the draft character by character; nobody has written it before.
TYPED = (
    "Building on the success of previous meetings, the Ministers discussed how their officials share what "
    "they learn of the smuggling of firearms across the border, and instructed them to continue to work "
    "together to identify the networks that profit from it. They also noted with concern that synthetic "
    "opioids reach communities in both countries, and reaffirmed their commitment to the Royal Canadian "
    "Mounted Police and its partners, who continue to investigate and to disrupt the supply chain."
)
CONTEXT = {"triggerKind": 1}
#: The list coming by itself, at a space.
BY_ITSELF = {"triggerKind": 2, "triggerCharacter": " "}
#: Seconds between opening a draft and the first key; `start` tells how long the first answer takes.
READING = 5.0
#: Seconds between two keys of someone who types faster than anyone does for long.
PACE = 0.05
#: How many words that nobody has written are typed before a space.
UNKNOWN = 300


def run() -> None:
    """Print a row for each server and question."""
    print(f"{'server':12} {'question':28} {'p50':>6} {'p99':>6}   (ms)")
    for name, command in SERVERS.items():
        asyncio.run(measure(name, command))


async def measure(name: str, command: tuple[str, ...]) -> None:
    """Type into drafts and ask after each character."""
    connection = await Connection.start(*command)
    capabilities = await connection.initialize(CAPABILITIES)
    text = (DRAFTS / "future.en.md").read_text(encoding="utf-8")

    async def row(question: str, draft: Draft, method: str, pace: float = 0.0, **more: object) -> None:
        print(f"{name:12} {question:28} {percentiles(await keystrokes(draft, method, pace, **more))}")

    draft = Draft(connection, f"{text}\n")
    await draft.ask("completion", context=CONTEXT)
    await asyncio.sleep(READING)
    await row("completion", draft, "completion", context=CONTEXT)
    paced = Draft(connection, f"{text}\n")
    await row(f"completion, {1 / PACE:.0f} keys a second", paced, "completion", PACE, context=CONTEXT)
    draft = Draft(connection, f"{text}\n")
    print(f"{name:12} {'a space with weak context':28} {percentiles(await spaces(draft))}")
    await row("hover", draft, "hover")
    if "inlineCompletionProvider" in capabilities:
        await row("ghost text", draft, "inlineCompletion", context=CONTEXT)
    print(f"{name:12} {'memory':28} {resident(connection.process.pid):6.0f} MiB")
    if "diagnosticProvider" in capabilities:
        for words in (1_500, 100_000):
            long = Draft(connection, longer(text, words))
            await long.ask("diagnostic")
            await row(f"findings, {words:,} words", long, "diagnostic")
            await row(f"completion, {words:,} words", long, "completion", context=CONTEXT)
    await connection.end()


async def keystrokes(draft: Draft, method: str, pace: float = 0.0, **more: object) -> list[float]:
    """Return the seconds that each character took, typed after a pause of `pace`; the first few left out."""
    taken = []
    for character in TYPED:
        await asyncio.sleep(pace)
        began = time.perf_counter()
        draft.type(character)
        await draft.ask(method, **more)
        taken.append(time.perf_counter() - began)
    draft.type(" ")
    return taken[10:]


async def spaces(draft: Draft) -> list[float]:
    """Return the seconds that a space took behind each word that nothing is known to follow."""
    taken = []
    for number in range(UNKNOWN):
        beginning = "\n\nThe Ministers noted with concern that " if number % 20 == 0 else ""
        draft.type(f"{beginning}qx{number}zw")
        await draft.ask("hover")  # the word is read by now
        began = time.perf_counter()
        draft.type(" ")
        assert await draft.ask("completion", context=BY_ITSELF) is None
        taken.append(time.perf_counter() - began)
    return taken[10:]


def longer(text: str, words: int) -> str:
    """Return a draft of so many words: the text, then a clean one over and over, and an empty line."""
    clean = (DRAFTS / "clean-ottawa.en.md").read_text(encoding="utf-8").partition("\n---\n")[2]
    return f"{text}{clean * ((words - len(text.split())) // len(clean.split()) + 1)}\n\n"
