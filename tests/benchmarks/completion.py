"""What completion saves a drafter: statements typed again, each with only the earlier ones known.

``python -m tests.benchmarks.completion`` types over the protocol, as an editor does;
``--here`` without a server, which is faster; ``2024 fr`` only these; ``--show`` prints what was taken where.

The drafter is greedy and looks at everything: of ghost text and the first five items, all of them an
exact prefix of what is to be written, the one is taken that saves most, if any saves something.
A typed character costs 1, ghost text 1, the list's item in rank r costs r, and 1 more where the list is not
open: a trigger character opens it, and it stays open while something is listed.

How well the next word is known is counted of lists that are asked for (Ctrl+Space) while the text is
typed in full. By itself the list does not come behind a space with weak context, however good its first
word might be; how often it does not is printed beside it. Phrases count where they come by themselves.
"""

import argparse
import asyncio
import datetime as dt
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Protocol

from phrasebank.bank import Phrasebank, Sources
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import words
from precedent_ls.assist.complete import complete, ghost
from precedent_ls.cli.connection import Connection, Json
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.draft.text import Text
from precedent_ls.settings import Settings

LIST = 5
TRIGGERS = " -’'"
APOSTROPHES = ("’", "'")


@dataclass(frozen=True, slots=True)
class Case:
    """A statement to be typed; `second_half` with its first half there already."""

    statement: str
    exclude: tuple[str, ...]
    second_half: bool = False


CASES = {
    "2024": Case("2024-washington.en", ("2024-*",)),
    "2023": Case("2023-ottawa.en", ("2023-*", "2024-*")),
    "2022": Case("2022-washington.en", ("2022-*", "2023-*", "2024-*")),
    "fr": Case("2024-washington.fr", ("2024-*",), second_half=True),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """What is shown at the cursor: what each item would put in behind it, None for one that corrects."""

    ghost: str | None
    items: tuple[str | None, ...]


class Desk(Protocol):
    """Where a draft is typed."""

    async def open(self, text: str) -> None:
        """Begin with a text; the cursor is at its end."""

    async def type(self, text: str) -> None:
        """Put in `text` at the cursor."""

    async def offer(self, *, asked: bool = False) -> Offer:
        """Return what is shown by itself, or what is when a person asks for the list."""


@dataclass
class Here:
    """A desk without a server."""

    bank: Phrasebank
    date: dt.date
    draft: Draft | None = None
    source: Source = field(default_factory=lambda: Source.of("", markdown=True))

    async def open(self, text: str) -> None:
        self.source = Source.of(text, markdown=True)

    async def type(self, text: str) -> None:
        end = len(self.source.text.source)
        self.source = self.source.edited(Span(end, end), text)

    async def offer(self, *, asked: bool = False) -> Offer:
        self.draft = read_draft(
            "file:///draft.md",
            None,
            self.source,
            matcher=self.bank.matcher,
            defaults=Defaults(self.date),
            previous=self.draft,
        )
        source = self.source.text.source
        shown = ghost(self.draft, len(source), self.bank, Settings())
        asked = asked or source[-1:] not in TRIGGERS
        listed = complete(self.draft, len(source), self.bank, Settings(), asked=asked)
        typed = source[listed.span.start : listed.span.end]
        return Offer(
            None if shown is None else shown.insert[len(source) - shown.span.start :],
            tuple(
                each.insert[len(typed) :] if each.insert.startswith(typed) else None for each in listed.items
            ),
        )


@dataclass
class Protocoled:
    """A desk at a server, which is talked to as editors do."""

    connection: Connection
    uri: str
    text: str = ""
    version: int = 0
    taken: list[float] = field(default_factory=list)  #: seconds of each change and completion

    async def open(self, text: str) -> None:
        self.text = text
        item = {"uri": self.uri, "languageId": "markdown", "version": 0, "text": text}
        self.connection.notify("textDocument/didOpen", {"textDocument": item})

    async def type(self, text: str) -> None:
        place = self._position()
        self.version += 1
        self.text += text
        self._change = {
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [{"range": {"start": place, "end": place}, "text": text}],
        }
        self.connection.notify("textDocument/didChange", self._change)

    async def offer(self, *, asked: bool = False) -> Offer:
        where = {"textDocument": {"uri": self.uri}, "position": self._position()}
        start = time.perf_counter()
        last = self.text[-1:]
        by_itself = last in TRIGGERS and not asked
        context = {"triggerKind": 2, "triggerCharacter": last} if by_itself else {"triggerKind": 1}
        listed = await self.connection.request("textDocument/completion", {**where, "context": context})
        self.taken.append(time.perf_counter() - start)
        shown = await self.connection.request(
            "textDocument/inlineCompletion", {**where, "context": {"triggerKind": 2}}
        )
        inline = next(iter(shown["items"]), None)
        return Offer(
            None if inline is None else self._rest(inline["range"], inline["insertText"]),
            tuple(
                self._rest(item["textEdit"]["range"], item["textEdit"]["newText"])
                for item in (listed or {"items": ()})["items"]
            ),
        )

    def _position(self) -> dict[str, int]:
        line, character = Text(self.text).position(len(self.text))
        return {"line": line, "character": character}

    def _rest(self, place: Json, new: str) -> str | None:
        start = Text(self.text).offset(place["start"]["line"], place["start"]["character"])
        typed = self.text[start:]
        return new[len(typed) :] if new.startswith(typed) else None


@dataclass
class Score:
    """What a statement cost."""

    characters: int = 0
    keys: int = 0
    ghosts: int = 0
    ghosts_taken: int = 0
    items_taken: int = 0
    accepted: int = 0  #: characters
    accepted_words: int = 0
    words: int = 0

    def __str__(self) -> str:
        return (
            f"keystrokes saved {1 - self.keys / self.characters:.1%}, {self.ghosts_taken} of {self.ghosts}"
            f" ghost texts taken ({self.ghosts_taken / max(1, self.ghosts):.2f}), {self.items_taken} items,"
            f" {self.accepted_words / max(1, self.words):.0%} of the words completed"
        )


async def typed(
    desk: Desk, text: str, size: int = LIST, show: Callable[[str], None] = lambda _: None
) -> Score:
    """Type `text`, taking what helps; `size` items are looked at."""
    score = Score(len(text), words=len(words(text)))
    place, is_open = 0, False
    while place < len(text):
        offer = await desk.offer()
        rest = text[place:]
        score.ghosts += offer.ghost is not None
        items = offer.items[:size]
        is_open = is_open and bool(items)
        options = [(1, "g", offer.ghost)] if offer.ghost else []
        options += [(rank + (not is_open), str(rank), item) for rank, item in enumerate(items, 1) if item]
        fitting = [
            (len(item.rstrip()) - cost, -cost, how, item.rstrip())
            for cost, how, item in options
            if rest.startswith(item.rstrip())
        ]
        saved, cost, how, taken = max(fitting, default=(0, 0, "", ""))
        if saved > 0:
            score.keys -= cost
            score.ghosts_taken += how == "g"
            score.items_taken += how != "g"
            score.accepted += len(taken)
            score.accepted_words += len(words(taken))
            is_open = False
            show(f"[{how}:{taken}]")
        else:
            taken = text[place]
            score.keys += 1
            is_open = is_open or taken in TRIGGERS
            show(taken)
        await desk.type(taken)
        place += len(taken)
    return score


@dataclass
class Hits:
    """How the next word was ranked, typed in full, by the letters of it that were there."""

    asked: dict[int, int] = field(default_factory=dict)
    ranks: dict[int, list[int]] = field(default_factory=dict)
    boundaries: int = 0
    silent: int = 0  #: boundaries at which the list does not come by itself
    phrases: int = 0
    phrases_right: int = 0

    def __str__(self) -> str:
        rows = []
        for letters, asked in sorted(self.asked.items()):
            ranks = self.ranks.get(letters, [])
            first, five = (sum(rank <= most for rank in ranks) / asked for most in (1, LIST))
            mean = sum(1 / rank for rank in ranks if rank <= LIST) / asked
            rows.append(f"{letters} letters: hit@1 {first:.2f} hit@5 {five:.2f} MRR@5 {mean:.2f}")
        rows.append(f"no list by itself at {self.silent / max(1, self.boundaries):.0%} of word boundaries")
        rows.append(
            f"phrases of 3 words and more at {self.phrases / max(1, self.boundaries):.0%} of them,"
            f" exact {self.phrases_right / max(1, self.phrases):.2f}"
        )
        return "; ".join(rows)


async def watched(desk: Desk, text: str, letters: Sequence[int] = (0, 1, 3)) -> Hits:
    """Type `text` in full, and look at what is shown at each word."""
    hits = Hits()
    place = 0
    for word in words(text):
        for number in letters:
            at = word.start + number
            if at < place or at > word.end - (number > 0):
                continue
            await desk.type(text[place:at])
            place = at
            offer = await desk.offer()
            if number == 0:
                _count_phrases(hits, offer, text, at)
                if not offer.items:
                    hits.silent += 1
                    offer = await desk.offer(asked=True)
            rest = text[at : word.end]
            hits.asked[number] = hits.asked.get(number, 0) + 1
            rows = [each for each in (offer.ghost, *offer.items) if each][:LIST]
            shown = list(dict.fromkeys(map(_first_word, rows)))
            if rest in shown:
                hits.ranks.setdefault(number, []).append(shown.index(rest) + 1)
    await desk.type(text[place:])
    return hits


def _count_phrases(hits: Hits, offer: Offer, text: str, at: int) -> None:
    hits.boundaries += 1
    phrases = [each for each in (offer.ghost, *offer.items[:LIST]) if each and len(words(each)) >= 3]
    if phrases:
        hits.phrases += 1
        hits.phrases_right += text.startswith(phrases[0].rstrip(), at)


def _first_word(text: str) -> str:
    # A French elision is one only before the letter that is still to come.
    found = words(f"{text}a" if text.endswith(APOSTROPHES) else text)
    return text[: found[0].end] if found else text


def ceiling(bank: Phrasebank, language: Language, before: str, text: str) -> float:
    """Return what perfect foresight saves: one key for each of the longest runs of words known so far."""
    phrases = bank.phrases(language)
    known = [[word.key for word in words(line)] for line in before.split("\n\n")]
    keys = words(text)
    cost, at = 0, 0
    place = 0
    while place < len(text):
        index = next((number for number in range(at, len(keys)) if keys[number].end > place), len(keys))
        at = index
        if index == len(keys) or keys[index].start > place + 1:
            cost, place = cost + 1, place + 1
            continue
        end = index
        while end < len(keys) and end - index < 30:
            run = [word.key for word in keys[index : end + 1]]
            gap = text[keys[end - 1].end : keys[end].start] if end > index else ""
            if "\n" in gap or not (phrases.find(run).count or _has(known, run)):
                break
            end += 1
        if end > index and keys[end - 1].end - place > 1:
            cost, place = cost + 1, keys[end - 1].end
        else:
            cost, place = cost + 1, place + 1
        if "\n\n" in text[max(0, place - 2) : place]:
            known.append([word.key for word in words(text[:place].rsplit("\n\n", 2)[-2])])
    return 1 - cost / len(text)


def _has(texts: Sequence[Sequence[str]], run: Sequence[str]) -> bool:
    return any(
        list(run) == list(each[start : start + len(run)])
        for each in texts
        for start in range(len(each) - len(run) + 1)
    )


def prepared(bank: Phrasebank, case: Case) -> tuple[str, str, dt.date, Language]:
    """Return what stands in the draft before the typing begins, and what is typed."""
    source = bank.source(case.statement)
    metadata = next(each for each in bank.statements if each.id == case.statement)
    assert source
    text = source.split("\n---\n", 1)[1].strip() + "\n"
    front = f"---\nstatement: cbcf\ndate: {metadata.date}\nlanguage: {metadata.language}\n---\n\n"
    half = text.index("\n\n", len(text) // 2) + 2 if case.second_half else 0
    return front + text[:half], text[half:], metadata.date, metadata.language


@asynccontextmanager
async def desk(case: Case, date: dt.date, *, here: bool) -> AsyncIterator[Desk]:
    """Yield a desk at which the statement itself and later ones are not known."""
    if here:
        yield Here(Phrasebank.open(Sources(exclude=case.exclude)), date)
        return
    connection = await Connection.start()
    options = {"phrasebank": {"exclude": list(case.exclude)}}
    await connection.initialize({"textDocument": {"inlineCompletion": {}}}, initializationOptions=options)
    try:
        yield Protocoled(connection, "file:///draft.md")
    finally:
        await connection.end()


async def report(names: Sequence[str], *, here: bool, show: bool, quick: bool) -> None:
    """Print a block for each statement."""
    bank = Phrasebank.open()
    for name in names:
        case = CASES[name]
        before, text, date, language = prepared(bank, case)
        print(f"{name}: {case.statement}, {len(text)} characters", flush=True)
        trace = (lambda part: print(part, end="")) if show else (lambda _: None)
        for size, label in ((LIST, "list and ghost text"), (0, "ghost text alone")):
            async with desk(case, date, here=here) as at:
                await at.open(before)
                print(f"  {label}: {await typed(at, text, size, trace)}", flush=True)
                if isinstance(at, Protocoled):
                    cuts = quantiles(at.taken, n=100)
                    print(f"    completion p50 {cuts[49] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms")
        if quick:
            continue
        async with desk(case, date, here=here) as at:
            await at.open(before)
            print(f"  {await watched(at, text)}", flush=True)
        earlier = Phrasebank.open(Sources(exclude=case.exclude))
        print(f"  ceiling: {ceiling(earlier, language, before, text):.1%}", flush=True)


def run() -> None:
    """Print everything, over the protocol."""
    asyncio.run(report(list(CASES), here=False, show=False, quick=False))


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.completion")
    parser.add_argument("statements", nargs="*", help=f"of {', '.join(CASES)}; all, if none is named")
    parser.add_argument("--here", action="store_true", help="without a server")
    parser.add_argument("--show", action="store_true", help="print the text and what was taken")
    parser.add_argument("--quick", action="store_true", help="keystrokes only")
    given = parser.parse_args()
    asyncio.run(report(given.statements or list(CASES), here=given.here, show=given.show, quick=given.quick))


if __name__ == "__main__":
    main()
