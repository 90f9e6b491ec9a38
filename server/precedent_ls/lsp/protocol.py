"""The rules of the conversation: order of messages, errors, cancelling, the end.

pygls keeps the registry of features, computes the capabilities and turns JSON into
typed values. What it leaves open is decided here: a request that cannot be read gets its
error, one out of order is refused, no message body is logged, and texts are our own
(`Documents`), not pygls's, whose lines are not LSP's.
"""

import asyncio
import inspect
import json
import logging
from collections.abc import Callable
from concurrent.futures import Future
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, cast

from cattrs import Converter, transform_error
from lsprotocol import types
from lsprotocol.validators import UINTEGER_MAX_VALUE
from pygls.capabilities import ServerCapabilitiesBuilder
from pygls.protocol import LanguageServerProtocol, lsp_method

from precedent_ls.lsp.client import Client
from precedent_ls.lsp.features import RefusedError

if TYPE_CHECKING:
    from precedent_ls.lsp.server import PrecedentServer

logger = logging.getLogger(__name__)

Json = dict[str, Any]


class Stage(Enum):
    """How far the conversation has come."""

    FRESH = auto()  #: nothing but `initialize` and `exit` is allowed
    RUNNING = auto()
    SHUT_DOWN = auto()  #: nothing but `exit` is allowed


class Protocol(LanguageServerProtocol):
    """One conversation with one client."""

    _server: "PrecedentServer"

    def __init__(self, server: "PrecedentServer", converter: Converter) -> None:
        super().__init__(server, converter)
        converter.register_structure_hook(types.Position, lambda raw, _: _position(raw))
        self.stage = Stage.FRESH
        self.over = asyncio.Event()  #: set by `exit`

    def receive(self, body: bytes) -> None:
        """Handle one message; nothing it holds makes this raise."""
        try:
            message = json.loads(body)
        except (ValueError, RecursionError):
            self._refuse(None, types.ErrorCodes.ParseError, "This is no JSON.")
            return
        method = message.get("method") if isinstance(message, dict) else None
        if isinstance(method, str) and "id" in message:
            self._receive_request(message, method)
        elif isinstance(method, str):
            self._receive_notification(message, method)
        elif isinstance(message, dict) and ("result" in message or "error" in message):
            self._receive_response(message)
        else:
            self._refuse(None, types.ErrorCodes.InvalidRequest, "This is no message.")

    def _receive_request(self, message: Json, method: str) -> None:
        number = message["id"]
        if not isinstance(number, int | str):
            self._refuse(None, types.ErrorCodes.InvalidRequest, "An id is a number or a string.")
        elif self.stage is Stage.FRESH and method != types.INITIALIZE:
            self._refuse(number, types.ErrorCodes.ServerNotInitialized, "Send initialize first.")
        elif self.stage is Stage.SHUT_DOWN:
            self._refuse(number, types.ErrorCodes.InvalidRequest, "The server is shut down.")
        elif self.stage is Stage.RUNNING and method == types.INITIALIZE:
            self._refuse(number, types.ErrorCodes.InvalidRequest, "The server is initialized already.")
        elif self.get_result_type(method) is None or not self._knows(method):
            self._refuse(number, types.ErrorCodes.MethodNotFound, "There is no such request.")
        elif (request := self._read_request(message, method)) is None:
            self._refuse(number, types.ErrorCodes.InvalidParams, "The parameters cannot be read.")
        else:
            self._handle_request(number, method, request.params)

    def _receive_notification(self, message: Json, method: str) -> None:
        if method == types.EXIT:
            self.over.set()
        elif self.stage is not Stage.RUNNING:
            logger.info("%s came out of order", method)
        elif not (method == types.CANCEL_REQUEST or self._knows(method)):
            logger.info("there is no notification %s", method)
        elif (notification := self._read(message, method)) is not None:
            self._handle_notification(method, notification.params)

    def _receive_response(self, message: Json) -> None:
        number = message.get("id")
        expected = self._result_types.pop(number, None) if isinstance(number, int | str) else None
        if expected is None:
            logger.info("an answer to nothing that was asked")
            return
        assert number is not None
        try:
            if "error" in message:
                answer = self._converter.structure(message, types.ResponseErrorMessage)
                self._handle_response(number, error=answer.error or types.ResponseError(0, ""))
            else:
                self._handle_response(number, self._converter.structure(message, expected).result)
        except Exception:
            self._handle_response(number, error=types.ResponseError(0, "The answer cannot be read."))

    def _knows(self, method: str) -> bool:
        return method in self.fm.builtin_features or method in self.fm.features

    def _read_request(self, message: Json, method: str) -> Any:  # noqa: ANN401 - one of a hundred types
        request = self._read(message, method)
        if request is None and method == types.INITIALIZE and isinstance(message.get("params"), dict):
            # Better a client whose capabilities are not understood than none.
            return self._read(message | {"params": message["params"] | {"capabilities": {}}}, method)
        return request

    def _read(self, message: Json, method: str) -> Any:  # noqa: ANN401 - one of a hundred types
        """Return the typed message, or None, saying in the log where it cannot be read."""
        try:
            return self._converter.structure(message, self.get_message_type(method) or object)
        except Exception as error:
            places = [each.rpartition(" @ ")[2] for each in transform_error(error)]
            logger.warning("%s cannot be read at %s", method, ", ".join(places))
            return None

    def _send_handler_result(self, future: "Future[Any]", *, msg_id: int | str) -> None:
        """Send an answer; what was refused for a reason is no failure, and nothing for the log."""
        refused = None if future.cancelled() else future.exception()
        if isinstance(refused, RefusedError):
            self._request_futures.pop(msg_id, None)
            self._refuse(msg_id, types.LSPErrorCodes.RequestFailed, str(refused))
        else:
            super()._send_handler_result(future, msg_id=msg_id)

    def _refuse(
        self, number: int | str | None, code: types.ErrorCodes | types.LSPErrorCodes, message: str
    ) -> None:
        self._send_response(cast("int", number), error=types.ResponseError(code=code, message=message))

    def _send_response(
        self,
        msg_id: int | str,
        result: Any = None,  # noqa: ANN401 - one of a hundred types
        error: types.ResponseError | None = None,
    ) -> None:
        if error is None and isinstance(result, dict):  # the protocol's JSON already
            self._result_types.pop(msg_id, None)
            self._send_data({"jsonrpc": self.VERSION, "id": msg_id, "result": result})
        else:
            super()._send_response(msg_id, result, error)

    def _execute_handler(
        self,
        msg_id: int | str,
        handler: Callable[..., Any],
        callback: Callable[[Future[Any]], None],
        args: tuple[Any, ...] | None = None,
        kwargs: Json | None = None,
    ) -> None:
        """Let a handler be a plain function that looks at the state at once and returns a coroutine."""
        if inspect.isgeneratorfunction(handler) or inspect.iscoroutinefunction(handler):
            super()._execute_handler(msg_id, handler, callback, args, kwargs)
            return
        future: Any = Future()
        try:
            outcome = handler(*(args or ()), **(kwargs or {}))
        except Exception as error:
            future.set_exception(error)
        else:
            if inspect.isawaitable(outcome):
                future = asyncio.ensure_future(outcome)
                self._request_futures[msg_id] = future
            else:
                future.set_result(outcome)
        future.add_done_callback(callback)

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(  # type: ignore[override]
        self, params: types.InitializeParams
    ) -> types.InitializeResult:
        """Agree on what both sides can do."""
        self.stage = Stage.RUNNING
        self.client_capabilities = params.capabilities
        client = Client.of(params.capabilities)
        self._server.begin(client, params)
        builder = ServerCapabilitiesBuilder(
            params.capabilities,
            {*self.fm.features, *self.fm.builtin_features},
            self.fm.feature_options,
            list(self.fm.commands),
            types.TextDocumentSyncKind.Incremental,
            None,
            types.PositionEncodingKind(client.encoding.value),
        )
        self.server_capabilities = builder.build()  # type: ignore[no-untyped-call]
        return types.InitializeResult(self.server_capabilities, self.server_info)

    @lsp_method(types.INITIALIZED)
    def lsp_initialized(self, _: types.InitializedParams) -> None:
        """Start what takes longer."""
        self._server.session.start()

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *_: object) -> None:  # type: ignore[override]
        """Drop what is under way and take no more."""
        self.stage = Stage.SHUT_DOWN
        for future in list(self._request_futures.values()):
            future.cancel()
        self._server.session.stop()

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a document's text."""
        document = params.text_document
        self._server.session.open(document.uri, document.language_id, document.version, document.text)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Follow a document's text."""
        document = params.text_document
        changes = [(each.text, _ends(each)) for each in params.content_changes]
        self._server.session.change(document.uri, document.version, changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a document's text."""
        self._server.session.close(params.text_document.uri)

    @lsp_method(types.TEXT_DOCUMENT_DID_SAVE)
    def lsp_text_document__did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        """Take note that a document is not being typed in."""
        self._server.session.saved(params.text_document.uri)

    @lsp_method(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def lsp_workspace__did_change_configuration(self, params: types.DidChangeConfigurationParams) -> None:
        """Take other settings."""
        self._server.session.settings_changed(params.settings)

    @lsp_method(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def lsp_workspace__did_change_watched_files(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Read changed files again."""
        self._server.session.files_changed([change.uri for change in params.changes])

    @lsp_method(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def lsp_workspace__did_change_workspace_folders(
        self, params: types.DidChangeWorkspaceFoldersParams
    ) -> None:
        """Follow the workspace's folders."""
        event = params.event
        self._server.session.change_folders(
            added=[folder.uri for folder in event.added], removed=[folder.uri for folder in event.removed]
        )


def _position(raw: Json) -> types.Position:
    """Return a position within the protocol's numbers: rather a clamped edit than one that is lost."""
    line, character = (min(max(0, int(raw[key])), UINTEGER_MAX_VALUE) for key in ("line", "character"))
    return types.Position(line, character)


def _ends(
    change: types.TextDocumentContentChangeEvent,
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return both ends of a change as plain values; None for one of the whole document."""
    if isinstance(change, types.TextDocumentContentChangePartial):
        start, end = change.range.start, change.range.end
        return (start.line, start.character), (end.line, end.character)
    return None
