"""What this client can do, decided once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lsprotocol import types

from precedent_ls.draft.text import Encoding


@dataclass(frozen=True, slots=True)
class Client:
    """The client's capabilities as named flags; all are off for a client that names none."""

    encoding: Encoding = Encoding.UTF_16
    snippets: bool = False
    markdown_documentation: bool = False  #: of completion items
    inline_completion: bool = False
    markdown_hover: bool = False
    pulls_diagnostics: bool = False
    refreshes_diagnostics: bool = False
    refreshes_lenses: bool = False
    related_information: bool = False
    diagnostic_tags: bool = False
    code_action_literals: bool = False
    preferred_actions: bool = False
    versioned_edits: bool = False
    creates_files: bool = False  #: as part of an edit
    configuration: bool = False
    registers_configuration: bool = False
    registers_watchers: bool = False
    relative_patterns: bool = False
    progress: bool = False
    links: frozenset[str] = frozenset()  #: the go-to requests that may be answered by links with an origin
    nested_symbols: bool = False
    prepares_rename: bool = False
    link_tooltips: bool = False

    @classmethod
    def of(cls, given: types.ClientCapabilities) -> "Client":
        """Read the capabilities that came with `initialize`."""
        general = given.general
        document = given.text_document or types.TextDocumentClientCapabilities()
        workspace = given.workspace or types.WorkspaceClientCapabilities()
        item = document.completion and document.completion.completion_item
        publish = document.publish_diagnostics
        pull = document.diagnostic
        hover = document.hover
        action = document.code_action
        edit = workspace.workspace_edit
        symbol = document.document_symbol
        watched = workspace.did_change_watched_files
        return cls(
            encoding=negotiated((general and general.position_encodings) or ()),
            snippets=bool(item and item.snippet_support),
            markdown_documentation=bool(item and _markdown(item.documentation_format)),
            inline_completion=document.inline_completion is not None,
            markdown_hover=bool(hover and _markdown(hover.content_format)),
            pulls_diagnostics=pull is not None,
            refreshes_diagnostics=bool(workspace.diagnostics and workspace.diagnostics.refresh_support),
            refreshes_lenses=bool(workspace.code_lens and workspace.code_lens.refresh_support),
            related_information=bool(
                (publish and publish.related_information) or (pull and pull.related_information)
            ),
            diagnostic_tags=bool((publish and publish.tag_support) or (pull and pull.tag_support)),
            code_action_literals=bool(action and action.code_action_literal_support),
            preferred_actions=bool(action and action.is_preferred_support),
            versioned_edits=bool(edit and edit.document_changes),
            creates_files=bool(
                edit
                and edit.document_changes
                and types.ResourceOperationKind.Create in (edit.resource_operations or ())
            ),
            configuration=bool(workspace.configuration),
            registers_configuration=bool(
                workspace.did_change_configuration and workspace.did_change_configuration.dynamic_registration
            ),
            registers_watchers=bool(watched and watched.dynamic_registration),
            relative_patterns=bool(watched and watched.relative_pattern_support),
            progress=bool(given.window and given.window.work_done_progress),
            links=frozenset(_with_links(document)),
            nested_symbols=bool(symbol and symbol.hierarchical_document_symbol_support),
            prepares_rename=bool(document.rename and document.rename.prepare_support),
            link_tooltips=bool(document.document_link and document.document_link.tooltip_support),
        )


def negotiated(offered: Iterable[str]) -> Encoding:
    """Return the first encoding offered that we know, or UTF-16, which every client has to know."""
    known = {encoding.value: encoding for encoding in Encoding}
    return next((known[each] for each in map(_plain, offered) if each in known), Encoding.UTF_16)


def _with_links(document: types.TextDocumentClientCapabilities) -> Iterator[str]:
    for method, capability in (
        (types.TEXT_DOCUMENT_DEFINITION, document.definition),
        (types.TEXT_DOCUMENT_DECLARATION, document.declaration),
        (types.TEXT_DOCUMENT_TYPE_DEFINITION, document.type_definition),
    ):
        if capability and capability.link_support:
            yield method


def _plain(value: str) -> str:
    return value.value if isinstance(value, types.PositionEncodingKind) else value


def _markdown(formats: Iterable[types.MarkupKind | str] | None) -> bool:
    return types.MarkupKind.Markdown in (formats or ())
