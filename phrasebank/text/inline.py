"""Masks for what is not prose inside a paragraph of Markdown: code, addresses, tags, emphasis marks.

The parser keeps no offsets of inline markup. Its rules know them while they run, so each
rule that makes markup is wrapped by one that notes where it stands.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, entity, escape, html_inline, image, link
from markdown_it.rules_inline.emphasis import tokenize as emphasis

from phrasebank.text.block import MASK, MASK_JOIN

if TYPE_CHECKING:
    from markdown_it.token import Token

_Rule = Callable[[StateInline, bool], bool]

#: Marks times characters of one paragraph. More than this is no prose, and may take the parser that long.
_MANY = 2_000_000
_MARKS = "`*_[]<&\\"


def note_inline(parser: MarkdownIt) -> None:
    """Make `parser` note for `masked` what it recognizes."""
    for name, rule in (("backticks", backtick), ("autolink", autolink), ("html_inline", html_inline)):
        parser.inline.ruler.at(name, partial(_noting_whole, rule))
    parser.inline.ruler.at("image", _noting_image)
    parser.inline.ruler.at("link", _noting_link)
    parser.inline.ruler.at("escape", _noting_escape)
    parser.inline.ruler.at("entity", _noting_entity)
    parser.inline.ruler.at("emphasis", _noting_emphasis)
    parser.disable("fragments_join")


def masked(text: str, parser: MarkdownIt, references: dict[str, object]) -> str:
    """Return the prose of `text`, character for character; `references` are the known link labels."""
    marks = sum(map(text.count, _MARKS))
    if not 0 < marks * len(text) <= _MANY:
        return text
    notes = _Notes(text)
    parser.inline.parse(text, parser, {"references": references, "notes": notes}, [])
    return notes.masked()


class _Notes:
    """The characters of a text and what to put for some of them."""

    def __init__(self, text: str) -> None:
        self.characters = list(text)
        self.delimiters: list[tuple[int, Token]] = []

    def mask(self, start: int, end: int) -> None:
        for offset in range(start, end):
            if self.characters[offset] not in "\r\n":
                self.characters[offset] = MASK

    def masked(self) -> str:
        for offset, token in self.delimiters:
            if token.type != "text" or not token.content:
                self.characters[offset] = MASK_JOIN
        return "".join(self.characters)


def _notes(state: StateInline) -> _Notes:
    notes: _Notes = state.env["notes"]
    return notes


def _noting_whole(rule: _Rule, state: StateInline, silent: bool) -> bool:
    start, before = state.pos, len(state.tokens)
    matched = rule(state, silent)
    if matched and not silent and any(token.type != "text" for token in state.tokens[before:]):
        _notes(state).mask(start, state.pos)
    return matched


def _noting_image(state: StateInline, silent: bool) -> bool:
    start, env = state.pos, state.env
    state.env = {**env, "notes": _Notes(state.src)}  # the alternative text is parsed by itself, from 0
    matched = image(state, silent)
    state.env = env
    if matched and not silent:
        _notes(state).mask(start, state.pos)
    return matched


def _noting_link(state: StateInline, silent: bool) -> bool:
    start = state.pos
    matched = link(state, silent)
    if matched and not silent:
        label_end = state.md.helpers.parseLinkLabel(state, start, True)
        _notes(state).mask(start, start + 1)
        _notes(state).mask(label_end, state.pos)
    return matched


def _noting_escape(state: StateInline, silent: bool) -> bool:
    start = state.pos
    matched = escape(state, silent)
    if matched and not silent:
        token = state.tokens[-1]
        if token.type == "hardbreak" or token.content != token.markup:
            _notes(state).characters[start] = MASK_JOIN
    return matched


def _noting_entity(state: StateInline, silent: bool) -> bool:
    start, before = state.pos, len(state.tokens)
    matched = entity(state, silent)
    if matched and not silent and len(state.tokens) > before:
        reading = state.tokens[-1].content
        length = state.pos - start
        if len(reading) <= length:
            _notes(state).characters[start : state.pos] = reading.ljust(length, MASK_JOIN)
    return matched


def _noting_emphasis(state: StateInline, silent: bool) -> bool:
    start = state.pos
    matched = emphasis(state, silent)
    if matched:
        length = state.pos - start
        _notes(state).delimiters += enumerate(state.tokens[-length:], start)
    return matched
