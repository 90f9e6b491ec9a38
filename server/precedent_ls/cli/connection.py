"""The other end of the conversation: starts a server and talks to it as an editor would."""

import asyncio
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from precedent_ls.lsp.transport import LIMIT, bodies

Json = dict[str, Any]

#: How to start our own server, whichever way this Python was started.
SERVER = (sys.executable, "-c", "from precedent_ls.cli.main import main; raise SystemExit(main([]))")


class RequestError(Exception):
    """The server's answer was an error."""

    def __init__(self, error: Json) -> None:
        super().__init__(f"{error.get('message')} ({error.get('code')})")
        self.code = error.get("code")


class Connection:
    """A server in a process of its own. What it asks is answered by `answers`, else with null.

    Notifications are kept until `notification` takes them.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.process = process
        self.answers: dict[str, Callable[[Any], object]] = {
            "workspace/configuration": lambda params: [None for _ in params["items"]]
        }
        self._writer = process.stdin
        self._pending: dict[int | str, asyncio.Future[Any]] = {}
        self._notifications: defaultdict[str, asyncio.Queue[Any]] = defaultdict(asyncio.Queue)
        self._numbers = count(1)
        self._reading = asyncio.create_task(self._read(process.stdout))

    @classmethod
    async def start(cls, *command: str, env: Mapping[str, str] | None = None) -> "Connection":
        """Start a server: ours, unless another command is given."""
        process = await asyncio.create_subprocess_exec(
            *(command or SERVER),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=env,
            limit=LIMIT,
        )
        return cls(process)

    async def initialize(self, capabilities: Json, **more: object) -> Json:
        """Begin the conversation; return the server's capabilities."""
        params = {"processId": None, "rootUri": None, "capabilities": capabilities, **more}
        result = await self.request("initialize", params)
        self.notify("initialized", {})
        capabilities_: Json = result["capabilities"]
        return capabilities_

    async def request(self, method: str, params: object = None) -> Any:  # noqa: ANN401 - JSON
        """Return the answer.

        Raises
        ------
        RequestError
            It was an error.
        EOFError
            The server ended before it answered.
        """
        return await self.send(method, params)[1]

    def send(self, method: str, params: object = None) -> tuple[int, "asyncio.Future[Any]"]:
        """Send a request; return its number and the answer to come."""
        number, answer = self.expect()
        self.write({"id": number, "method": method, "params": params})
        return number, answer

    def expect(self) -> tuple[int, "asyncio.Future[Any]"]:
        """Return a number for a request to be written, and the answer to come."""
        number = next(self._numbers)
        answer = self._pending[number] = asyncio.get_running_loop().create_future()
        return number, answer

    def notify(self, method: str, params: object) -> None:
        """Send a notification."""
        self.write({"method": method, "params": params})

    async def notification(self, method: str) -> Any:  # noqa: ANN401 - JSON
        """Return the parameters of the first notification not taken yet; wait for one if there is none."""
        return await self._notifications[method].get()

    def write(self, *messages: Json) -> None:
        """Send messages, all at once."""
        bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
        self.write_bytes(b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies))

    def write_bytes(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._writer.write(data)

    async def end(self) -> int:
        """End the conversation as one should; return the server's exit code."""
        await self.request("shutdown")
        self.notify("exit", None)
        return await self.wait()

    async def wait(self) -> int:
        """Return the exit code when the server has ended."""
        await self._reading
        return await self.process.wait()

    async def _read(self, reader: asyncio.StreamReader) -> None:
        async for body in bodies(reader):
            self._take(json.loads(body))
        for answer in self._pending.values():
            if not answer.done():
                answer.set_exception(EOFError("the server has ended"))

    def _take(self, message: Json) -> None:
        number, method = message.get("id"), message.get("method")
        if method is None:
            answer = self._pending.pop(number, None) if number is not None else None
            if answer is None:
                self._notifications["error"].put_nowait(message.get("error"))
            elif answer.done():
                pass
            elif "error" in message:
                answer.set_exception(RequestError(message["error"]))
            else:
                answer.set_result(message.get("result"))
        elif number is None:
            self._notifications[method].put_nowait(message.get("params"))
        else:
            respond = self.answers.get(method, lambda _: None)
            self.write({"id": number, "result": respond(message.get("params"))})
