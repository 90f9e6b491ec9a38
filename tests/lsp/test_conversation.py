"""The rules of the protocol, and clients that break them."""

import asyncio
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from precedent_ls.cli.connection import SERVER, Connection, RequestError
from precedent_ls.draft.text import Encoding
from precedent_ls.lsp.client import negotiated

Connect = Callable[[], Awaitable[Connection]]

URI = "file:///drafts/draft.md"
OPEN = {"textDocument": {"uri": URI, "languageId": "markdown", "version": 1, "text": "Building on "}}
AFTER = {"line": 99, "character": 99}
HOVER = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 3}}


async def initialized(connect: Connect, **capabilities: Any) -> Connection:
    connection = await connect()
    await connection.initialize(capabilities)
    return connection


async def code(connection: Connection, method: str, params: object = None) -> int:
    with pytest.raises(RequestError) as error:
        await connection.request(method, params)
    assert error.value.code is not None
    return int(error.value.code)


class TestOrder:
    async def test_a_request_before_initialize_is_refused(self, connect: Connect) -> None:
        connection = await connect()
        assert await code(connection, "textDocument/hover", HOVER) == -32002
        assert "hoverProvider" in await connection.initialize({})

    async def test_a_notification_before_initialize_is_dropped(self, connect: Connect) -> None:
        connection = await connect()
        connection.notify("textDocument/didOpen", OPEN)
        await connection.initialize({})
        assert await connection.request("textDocument/hover", HOVER) is None

    async def test_initialize_comes_once(self, connect: Connect) -> None:
        connection = await initialized(connect)
        assert await code(connection, "initialize", {"capabilities": {}, "processId": None}) == -32600

    async def test_a_request_after_shutdown_is_refused(self, connect: Connect) -> None:
        connection = await initialized(connect)
        assert await connection.request("shutdown") is None
        assert await code(connection, "textDocument/hover", HOVER) == -32600
        connection.notify("exit", None)
        assert await connection.wait() == 0

    async def test_a_client_that_forgets_to_say_initialized(self, connect: Connect) -> None:
        connection = await connect()
        await connection.request("initialize", {"capabilities": {}, "processId": None})
        connection.notify("textDocument/didOpen", OPEN)
        behind = HOVER | {"position": {"line": 0, "character": 12}}
        assert (await connection.request("textDocument/completion", behind))["items"]


class TestEnd:
    async def test_exit_without_shutdown_is_a_failure(self, connect: Connect) -> None:
        connection = await initialized(connect)
        connection.notify("exit", None)
        assert await connection.wait() == 1

    async def test_exit_before_initialize(self, connect: Connect) -> None:
        connection = await connect()
        connection.notify("exit", None)
        assert await connection.wait() == 1

    async def test_end_of_input(self, connect: Connect) -> None:
        connection = await initialized(connect)
        connection.process.stdin.close()  # type: ignore[union-attr]
        assert await connection.wait() == 1

    async def test_end_of_input_after_shutdown(self, connect: Connect) -> None:
        connection = await initialized(connect)
        await connection.request("shutdown")
        connection.process.stdin.close()  # type: ignore[union-attr]
        assert await connection.wait() == 0

    @pytest.mark.skipif(sys.platform == "win32", reason="the end of the input has to do there")
    async def test_the_parent_dies(self, connect: Connect) -> None:
        parent = await asyncio.create_subprocess_exec(
            sys.executable, "-c", "input()", stdin=asyncio.subprocess.PIPE
        )
        connection = await connect()
        await connection.initialize({}, processId=parent.pid)
        parent.send_signal(signal.SIGKILL)
        assert await connection.wait() == 1
        await parent.wait()

    async def test_everything_sent_arrives_before_the_end(self, connect: Connect) -> None:
        connection = await initialized(connect)
        answers = [connection.send("textDocument/hover", HOVER)[1] for _ in range(200)]
        assert await connection.end() == 0
        assert all(answer.done() for answer in answers)


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        ((), Encoding.UTF_16),
        (("utf-16",), Encoding.UTF_16),
        ((types.PositionEncodingKind.Utf8, "utf-16"), Encoding.UTF_8),
        (("utf-32", "utf-16", "utf-8"), Encoding.UTF_32),
        (("utf-7", "utf-16", "utf-8"), Encoding.UTF_16),
        (("utf-7",), Encoding.UTF_16),
    ],
)
def test_the_client_s_first_encoding_that_is_known(offered: Sequence[str], chosen: Encoding) -> None:
    assert negotiated(offered) is chosen


GARBAGE = (
    b"hello\r\n\r\n",
    b"\r\n\r\n\r\n",
    b"Content-Length: many\r\n\r\n",
    b"Content-Length: -1\r\n\r\n",
    b"Content-Length: 99999999999999999999999\r\n\r\n",
    b"Content-Length: 0\r\n\r\n",
    b"\xff\xfe\x00" * 10 + b"\r\n",
    b"x" * 1_000_000 + b"\r\n",
    b'Content-Length: 9\r\n\r\n{"id": 1,',
    b"Content-Length: 4\r\n\r\nnull",
    b"Content-Length: 2\r\n\r\n[]",
    b"Content-Length: 2\r\n\r\n{}",
    b"Content-Length: 100000\r\n\r\n" + b"[" * 100_000,
    b"Content-Length: 3\r\n\r\n\xff\xff\xff",
)


class TestBrokenMessages:
    async def test_garbage_is_passed_over(self, connect: Connect) -> None:
        connection = await connect()
        for garbage in GARBAGE:
            connection.write_bytes(garbage)
            assert await code(connection, "textDocument/hover", HOVER) == -32002
        await connection.initialize({})
        for garbage in GARBAGE:
            connection.write_bytes(garbage)
            assert await connection.request("textDocument/hover", HOVER) is None
        assert await connection.end() == 0

    async def test_header_lines_may_be_written_otherwise(self, connect: Connect) -> None:
        connection = await connect()
        body = json.dumps(
            {"jsonrpc": "2.0", "id": "a", "method": "textDocument/hover", "params": HOVER}
        ).encode()
        connection.write_bytes(
            b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:%d\r\n\r\n"
            % len(body)
            + body
        )
        assert (await connection.notification("error"))["code"] == -32002

    async def test_a_length_that_is_too_short_costs_one_message(self, connect: Connect) -> None:
        connection = await connect()
        body = b'{"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover"}'
        connection.write_bytes(b"Content-Length: 20\r\n\r\n" + body)
        assert (await connection.notification("error"))["code"] == -32700
        await connection.initialize({})
        assert await connection.end() == 0


class TestBrokenRequests:
    async def test_unknown_method(self, connect: Connect) -> None:
        connection = await initialized(connect)
        assert await code(connection, "textDocument/sing") == -32601
        assert await code(connection, "textDocument/didOpen", OPEN) == -32601, "no request"
        connection.notify("textDocument/dance", {})
        connection.notify("$/whatever", [])
        assert await connection.end() == 0

    async def test_parameters_that_cannot_be_read(self, connect: Connect) -> None:
        connection = await initialized(connect)
        unreadable: list[object] = [None, [], "x", {}, {"textDocument": {"uri": 3}, "position": {}}]
        for params in unreadable:
            assert await code(connection, "textDocument/hover", params) == -32602
            connection.notify("textDocument/didChange", params)
            connection.notify("textDocument/didOpen", params)
            connection.notify("$/cancelRequest", params)
        assert await connection.end() == 0

    @pytest.mark.parametrize("end", [{"line": 1 << 40, "character": 0}, {"line": 0, "character": 4294967295}])
    async def test_an_edit_beyond_the_protocol_s_numbers_is_not_lost(
        self, connect: Connect, end: dict[str, int]
    ) -> None:
        connection = await initialized(connect)
        connection.notify("textDocument/didOpen", OPEN)
        edit = {
            "range": {"start": {"line": -1, "character": -1}, "end": end},
            "text": "---\nstatement: cbcf\n---\n\n# Ottawa\n",
        }
        identifier = {"uri": URI, "version": 2}
        connection.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": [edit]})
        (symbol,) = await connection.request("textDocument/documentSymbol", {"textDocument": {"uri": URI}})
        assert symbol["name"] == "Ottawa"

    async def test_capabilities_that_cannot_be_read(self, connect: Connect) -> None:
        connection = await connect()
        assert "hoverProvider" in await connection.initialize({"textDocument": {"completion": 3}})

    async def test_an_id_that_is_none(self, connect: Connect) -> None:
        connection = await initialized(connect)
        numbers: list[object] = [None, 1.5, [], {}]
        for number in numbers:
            connection.write({"id": number, "method": "textDocument/hover", "params": HOVER})
            assert (await connection.notification("error"))["code"] == -32600

    async def test_an_answer_to_nothing(self, connect: Connect) -> None:
        connection = await initialized(connect)
        connection.write({"id": 12345, "result": {"a": 1}})
        connection.write({"id": None, "error": {"code": 1, "message": ""}})
        assert await connection.end() == 0

    async def test_settings_that_are_no_list(self, connect: Connect) -> None:
        connection = await connect()
        connection.answers["workspace/configuration"] = lambda _: {"a": 1}
        await connection.initialize({"workspace": {"configuration": True}})
        connection.notify("textDocument/didOpen", OPEN)
        await connection.request("textDocument/hover", HOVER)
        assert await connection.end() == 0


class TestCancelling:
    async def test_a_stale_answer_is_not_sent(self, connect: Connect) -> None:
        connection = await initialized(connect)
        connection.notify("textDocument/didOpen", OPEN)
        place = {"line": 0, "character": 12}
        asked = {"textDocument": {"uri": URI}, "position": place}
        assert (await connection.request("textDocument/completion", asked))["items"]
        number, answer = connection.expect()
        edit = {"range": {"start": place, "end": place}, "text": "the "}
        change = {"textDocument": {"uri": URI, "version": 2}, "contentChanges": [edit]}
        connection.write(
            {"id": number, "method": "textDocument/completion", "params": asked},
            {"method": "textDocument/didChange", "params": change},
        )
        assert await answer is None

    async def test_what_is_cancelled_before_it_is_answered(self, connect: Connect) -> None:
        connection = await initialized(connect)
        connection.notify("textDocument/didOpen", OPEN)
        assert await connection.request("textDocument/completion", HOVER | {"position": AFTER})
        number, answer = connection.expect()
        connection.write(
            {"id": number, "method": "textDocument/completion", "params": HOVER},
            {"method": "$/cancelRequest", "params": {"id": number}},
        )
        with pytest.raises(RequestError) as error:
            await answer
        assert error.value.code == -32800

    async def test_a_thousand_at_once(self, connect: Connect) -> None:
        connection = await initialized(connect)
        connection.notify("textDocument/didOpen", OPEN)
        sent = [connection.send("textDocument/completion", HOVER) for _ in range(1000)]
        for number, _ in sent:
            connection.notify("$/cancelRequest", {"id": number})
        answers = await asyncio.gather(*(answer for _, answer in sent), return_exceptions=True)
        # What was answered before its cancelling arrived is an answer; all else says it was cancelled.
        assert len(answers) == 1000
        assert {each.code for each in answers if isinstance(each, RequestError)} <= {-32800}
        assert await connection.request("textDocument/hover", HOVER | {"position": AFTER}) is None
        assert await connection.end() == 0

    async def test_what_is_answered_already(self, connect: Connect) -> None:
        connection = await initialized(connect)
        number, answer = connection.send("textDocument/hover", HOVER)
        await answer
        connection.notify("$/cancelRequest", {"id": number})
        connection.notify("$/cancelRequest", {"id": "never sent"})
        assert await connection.end() == 0


def framed(*bodies: bytes) -> bytes:
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


@pytest.mark.usefixtures("own_cache")
class TestStreams:
    """Whatever the streams are, a conversation goes through them."""

    INITIALIZE = framed(
        b'{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}'
    )
    EXIT = framed(b'{"jsonrpc": "2.0", "method": "exit"}')

    def test_files(self, tmp_path: Path) -> None:
        (tmp_path / "in").write_bytes(self.INITIALIZE + self.EXIT)
        with (tmp_path / "in").open("rb") as source, (tmp_path / "out").open("wb") as sink:
            ended = subprocess.run(SERVER, stdin=source, stdout=sink, check=False, timeout=60)
        assert ended.returncode == 1
        assert b'"capabilities"' in (tmp_path / "out").read_bytes()

    @pytest.mark.skipif(sys.platform == "win32", reason="no socket is a file there")
    def test_one_socket(self) -> None:
        ours, theirs = socket.socketpair()
        with (
            ours,
            subprocess.Popen(SERVER, stdin=theirs.fileno(), stdout=theirs.fileno()) as process,
        ):
            theirs.close()
            ours.sendall(self.INITIALIZE)
            assert ours.recv(14) == b"Content-Length"
            ours.sendall(self.EXIT)
            while ours.recv(1 << 16):
                pass
            assert process.wait(timeout=60) == 1

    async def test_tcp(self) -> None:
        program = SERVER[2].replace("main([])", "main(['--tcp', '127.0.0.1:0'])")
        process = await asyncio.create_subprocess_exec(*SERVER[:2], program, stderr=asyncio.subprocess.PIPE)
        assert process.stderr is not None
        listening = (await process.stderr.readline()).decode()
        reader, writer = await asyncio.open_connection("127.0.0.1", int(listening.split()[-1]))
        writer.write(self.INITIALIZE + self.EXIT)
        assert b'"capabilities"' in await reader.read()
        assert await process.wait() == 1
        writer.close()
