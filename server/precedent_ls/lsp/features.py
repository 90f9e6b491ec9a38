"""Every request the server answers, and the guard around each.

A row names the function that answers; its module is imported when it is first needed, so
that `initialize` is answered before anything heavy loads. The function gets a `View`
and the parameters. If it fails, the client gets the empty answer and the log says once
which feature it was.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from precedent_ls.lsp.client import Client

if TYPE_CHECKING:
    from precedent_ls.lsp.documents import Document
    from precedent_ls.lsp.server import PrecedentServer

logger = logging.getLogger(__name__)


class RefusedError(Exception):
    """The client asked for something that makes no sense; the message says why, to the person."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One kind of request.

    Attributes
    ----------
    answer
        The function that answers, as ``module:function`` of `precedent_ls.lsp.requests`.
    empty
        Makes the answer that says nothing, from the parameters.
    options
        What is told to the client at `initialize`.
    wanted
        Whether this client is to be offered it.
    passing
        Whether the answer is of no use once the text has changed.
    urgent
        Whether someone waits for it: others yield to what is in the queue, and wait for the
        phrasebank as long as it takes.
    workspace
        Whether it is about no document: the function gets a `WorkspaceView`.
    glance
        The function, named as `answer` is, that tells from a document's text, before anything of it
        is read, that there is nothing to answer; it gets a `Glimpse` and the parameters.
    """

    method: str
    answer: str
    empty: Callable[[Any], object] = lambda _: None
    options: Callable[[], object] = lambda: None
    wanted: Callable[[Client], bool] = lambda _: True
    passing: bool = True
    urgent: bool = True
    workspace: bool = False
    glance: str = ""


#: What opens the list by itself, in drafts: Markdown editors open it for nothing else.
TRIGGERS = (" ", "-", "’", "'")

#: The kind of the action that applies every exact replacement.
FIX_ALL = "source.fixAll.precedent"

FEATURES = (
    Feature(
        types.TEXT_DOCUMENT_COMPLETION,
        "completion:complete",
        options=lambda: types.CompletionOptions(trigger_characters=TRIGGERS, resolve_provider=True),
        glance="completion:has_nothing",
    ),
    Feature(
        types.TEXT_DOCUMENT_INLINE_COMPLETION,
        "inline_completion:inline_complete",
        # On null, Neovim keeps the last ghost and inserts it in the wrong place.
        empty=lambda _: types.InlineCompletionList([]),
        options=types.InlineCompletionOptions,
    ),
    Feature(types.COMPLETION_ITEM_RESOLVE, "completion:resolve", empty=lambda item: item, passing=False),
    Feature(types.TEXT_DOCUMENT_HOVER, "hover:hover"),
    Feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        "code_action:code_actions",
        empty=lambda _: [],
        options=lambda: types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL]),
        wanted=lambda client: client.code_action_literals,
    ),
    Feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        "diagnostics:pull",
        empty=lambda _: types.RelatedFullDocumentDiagnosticReport([]),
        options=lambda: types.DiagnosticOptions(
            identifier="precedent", inter_file_dependencies=True, workspace_diagnostics=False
        ),
        wanted=lambda client: client.pulls_diagnostics,
        passing=False,
        urgent=False,
    ),
    Feature(types.TEXT_DOCUMENT_DEFINITION, "navigation:definition"),
    Feature(types.TEXT_DOCUMENT_DECLARATION, "navigation:declaration"),
    Feature(types.TEXT_DOCUMENT_TYPE_DEFINITION, "navigation:type_definition"),
    Feature(types.TEXT_DOCUMENT_REFERENCES, "references:references"),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, "references:highlights"),
    Feature(types.TEXT_DOCUMENT_RENAME, "rename:rename"),
    Feature(
        types.TEXT_DOCUMENT_PREPARE_RENAME,
        "rename:prepare",
        wanted=lambda client: client.prepares_rename,
    ),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, "symbols:outline", passing=False, urgent=False),
    Feature(types.WORKSPACE_SYMBOL, "symbols:find", workspace=True),
    Feature(types.TEXT_DOCUMENT_FOLDING_RANGE, "ranges:folds", passing=False, urgent=False),
    Feature(types.TEXT_DOCUMENT_SELECTION_RANGE, "ranges:selections"),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, "links:links", passing=False, urgent=False),
    Feature(
        types.TEXT_DOCUMENT_CODE_LENS,
        "code_lens:code_lens",
        empty=lambda _: [],
        options=types.CodeLensOptions,
        urgent=False,
    ),
)


@dataclass(frozen=True, slots=True)
class Command:
    """One kind of ``workspace/executeCommand``; its first argument is an object.

    `answer` and `empty` are as a feature's, but get that object; one of a `workspace` is about
    no document, any other about the document that the object names as ``uri``.
    """

    name: str
    answer: str
    empty: Callable[[Any], object] = lambda _: None
    workspace: bool = False


NOWHERE = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}

COMMANDS = (
    Command("precedent.search", "commands:search", empty=lambda _: [], workspace=True),
    Command("precedent.statements", "commands:statements", empty=lambda _: [], workspace=True),
    Command(
        "precedent.precedents",
        "commands:precedents",
        empty=lambda _: {"sentence": "", "range": NOWHERE, "precedents": [], "markdown": ""},
    ),
    Command(
        "precedent.provenance",
        "commands:provenance",
        empty=lambda _: {"spans": [], "share": 0, "table": ""},
    ),
)


def install(server: "PrecedentServer", client: Client) -> None:
    """Offer the client what it can use."""
    for feature in FEATURES:
        if feature.wanted(client):
            server.feature(feature.method, feature.options())(_receiver(server, feature))
    for command in COMMANDS:
        server.command(command.name)(_runner(server, command))


def _receiver(server: "PrecedentServer", feature: Feature) -> Callable[[Any], object]:
    def receive(params: Any) -> object:  # noqa: ANN401 - one of a dozen types
        if feature.workspace:
            return _answer_of_workspace(server, feature, params)
        # The version is taken now: an edit may follow before the answer is worked out.
        document = server.session.documents.get(_uri(params))
        return feature.empty(params) if document is None else _answer(server, feature, document, params)

    return receive


def _runner(server: "PrecedentServer", command: Command) -> Callable[..., object]:
    feature = Feature(command.name, command.answer, empty=command.empty)

    # Annotated with anything that the server is an instance of, it would be given the server.
    def run(*arguments: Any) -> object:  # noqa: ANN401
        argument = arguments[0] if arguments and isinstance(arguments[0], dict) else {}
        if command.workspace:
            return _answer_of_workspace(server, feature, argument)
        document = server.session.documents.get(str(argument.get("uri", "")))
        return command.empty(argument) if document is None else _answer(server, feature, document, argument)

    return run


async def _answer(
    server: "PrecedentServer",
    feature: Feature,
    document: "Document",
    params: Any,  # noqa: ANN401
) -> object:
    session = server.session
    try:
        if feature.glance:
            glimpse = session.glimpse(document)
            if glimpse is not None and _function(feature.glance)(glimpse, params):
                return feature.empty(params)
        if not feature.urgent:
            await asyncio.sleep(0)
        while True:
            if not feature.passing:
                document = session.documents.get(document.uri) or document
            view = await session.view(document, patient=not feature.urgent)
            if view is None or (feature.passing and not session.is_current(document)):
                return feature.empty(params)
            answer = _function(feature.answer)(view, params)
            if isawaitable(answer):
                answer = await answer
            if session.documents.get(document.uri) in (None, document):
                return answer
            if feature.passing:
                return feature.empty(params)
    except RefusedError:
        raise
    except Exception:
        server.report_failure(feature.answer)
        return feature.empty(params)


async def _answer_of_workspace(server: "PrecedentServer", feature: Feature, params: Any) -> object:  # noqa: ANN401
    try:
        return _function(feature.answer)(await server.session.workspace_view(), params)
    except Exception:
        server.report_failure(feature.answer)
        return feature.empty(params)


@cache
def _function(name: str) -> Callable[[Any, Any], object]:
    module, _, function = name.partition(":")
    answer: Callable[[Any, Any], object] = getattr(
        import_module(f"precedent_ls.lsp.requests.{module}"), function
    )
    return answer


def _uri(params: Any) -> str:  # noqa: ANN401
    """Return the document a request is about; a completion item carries it in its data."""
    if isinstance(params, types.CompletionItem):
        return str(params.data.get("uri", "")) if isinstance(params.data, dict) else ""
    return str(params.text_document.uri)
