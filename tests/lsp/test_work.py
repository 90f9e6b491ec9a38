"""Long work holds up nobody."""

import asyncio
from collections.abc import Awaitable, Callable
from threading import Event, current_thread

import pytest

from precedent_ls.cli.connection import Connection
from precedent_ls.lsp.work import Work
from tests.lsp.editor import draft, soon

LONG = draft("".join(f"## Section {n}\n\nThe RCMP met the Ministers in Ottawa.\n\n" for n in range(1500)))
SHORT = draft("Building on the success of")


async def test_one_thing_at_a_time() -> None:
    work, go, done = Work(), Event(), list[str]()

    def first() -> None:
        go.wait()
        done.append("first")

    one = asyncio.create_task(work.do("a draft", first, long=True))
    two = asyncio.create_task(work.do("a draft", lambda: done.append("second"), long=True))
    await soon(work.do("another draft", lambda: done.append("other"), long=True))
    assert done == ["other"]
    assert work.is_long("a draft")
    go.set()
    await soon(asyncio.gather(one, two))
    assert done == ["other", "first", "second"]
    assert not work.is_long("a draft")


async def test_what_took_long_is_done_beside_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    work, threads = Work(), list[str]()

    def note() -> None:
        threads.append(current_thread().name)

    monkeypatch.setattr("precedent_ls.lsp.work.LONG", -0.5)  # everything takes longer
    for _ in range(2):
        await soon(work.do("a draft", note, long=False))
    work.forget("a draft")
    monkeypatch.undo()
    await soon(work.do("a draft", note, long=False))
    here = current_thread().name
    assert threads == [here, "work", here]


async def test_who_stops_waiting_stops_nothing() -> None:
    work, go, done = Work(), Event(), list[str]()

    def first() -> None:
        go.wait()
        done.append("first")

    waiting = asyncio.create_task(work.do("a draft", first, long=True))
    await asyncio.sleep(0)
    waiting.cancel()
    go.set()
    await soon(work.do("a draft", lambda: done.append("second"), long=True))
    assert done == ["first", "second"]


async def test_what_fails_fails_where_it_is_waited_for() -> None:
    work = Work()
    with pytest.raises(ZeroDivisionError):
        await soon(work.do("a draft", lambda: 1 / 0, long=True))
    assert await soon(work.do("a draft", lambda: "well", long=False)) == "well"


async def test_others_are_answered_while_a_long_draft_is_read_and_checked(
    connect: Callable[[], Awaitable[Connection]],
) -> None:
    connection = await connect()
    await connection.initialize({"textDocument": {"diagnostic": {}}})
    for name, text in (("short", SHORT), ("long", LONG)):
        document = {"uri": f"untitled:{name}", "languageId": "markdown", "version": 1, "text": text}
        connection.notify("textDocument/didOpen", {"textDocument": document})

    async def ask(kind: str, name: str) -> object:
        place = {"line": SHORT.count("\n"), "character": 5}
        return await soon(
            connection.request(
                f"textDocument/{kind}", {"textDocument": {"uri": f"untitled:{name}"}, "position": place}
            )
        )

    await ask("hover", "short")  # everything is loaded now
    findings = asyncio.create_task(ask("diagnostic", "long"))
    answered = 0
    while not findings.done():
        await ask("completion", "short")
        await ask("hover", "short")
        answered += not findings.done()
    assert answered > 5
