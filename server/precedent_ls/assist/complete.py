"""What may come next: the ways earlier statements went on from the words before the cursor.

Nothing is made up: each suggestion is the wording of a statement, from the word at the
cursor on, and says which statement it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice

from phrasebank.bank import Phrasebank
from phrasebank.index.occurrence import Occurrence, Piece
from phrasebank.index.phrases import Phrases
from phrasebank.index.tokens import BOUNDARIES, HEADING, PARAGRAPH, SENTENCE, tokens
from phrasebank.statement import Trust
from phrasebank.text.block import MASK, BlockKind
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import Word
from precedent_ls.assist.cite import cite, escaped, source_line
from precedent_ls.draft.snapshot import Draft, Paragraph
from precedent_ls.settings import Settings


class Kind(StrEnum):
    """What a suggestion is, for the editor's icon."""

    PHRASE = "phrase"
    WORD = "word"
    NAME = "name"
    HEADING = "heading"
    SKELETON = "skeleton"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One item of the list.

    `insert` replaces the span that all items of the list share; `filter_text` begins with
    what stands there, exactly as typed. `snippet` is the same with tab stops, where there
    are any. `data` is all that `document` needs, as JSON can hold it.
    """

    label: str
    insert: str
    filter_text: str
    detail: str
    kind: Kind
    snippet: str | None = None
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Completions:
    """A list in its order; `span` are the characters of the draft that an item replaces."""

    items: tuple[Suggestion, ...]
    span: Span
    incomplete: bool = True


@dataclass(frozen=True, slots=True)
class Ghost:
    """Text to show at the cursor; what stands in `span` is an exact prefix of it."""

    insert: str
    span: Span


#: Characters: editors compare no more than 128 UTF-16 units of an item, counted from its range's start.
REACH = 100

#: Words that a suggestion has at most.
LONGEST = 30

#: Known words before the cursor without which ghost text would be a guess.
CERTAIN = 3


def complete(draft: Draft, offset: int, bank: Phrasebank, settings: Settings) -> Completions:
    """Return what may come next at `offset`, the likeliest first."""
    place = _place(draft, offset)
    if place is None:
        return Completions((), Span(offset, offset))
    source = draft.text.source
    typed, kept = source[place.start : offset], source[place.start : place.word]
    items: dict[str, Suggestion] = {}
    for continuation in _continuations(place, bank.phrases(draft.language)):
        for text in continuation.lengths:
            insert = kept + text
            items.setdefault(
                insert,
                Suggestion(
                    label=text,
                    insert=insert,
                    filter_text=typed + text[len(typed) - len(kept) :],
                    detail=continuation.detail,
                    kind=Kind.PHRASE,
                    data=continuation.data,
                ),
            )
        if len(items) >= settings.completion.max_items:
            break
    return Completions(
        tuple(islice(items.values(), settings.completion.max_items)), Span(place.start, offset)
    )


def ghost(draft: Draft, offset: int, bank: Phrasebank, settings: Settings) -> Ghost | None:  # noqa: ARG001
    """Return the likeliest continuation as far as the end of its clause, where enough words lead to it."""
    place = _place(draft, offset)
    if place is None:
        return None
    source = draft.text.source
    after = source[offset : offset + 1]
    if after.strip():
        return None
    word = source[place.word : offset]
    for continuation in _continuations(place, bank.phrases(draft.language)):
        text = continuation.lengths[0]
        if continuation.occurrence.metadata.trust in (Trust.REWRITE, Trust.BACKGROUND):
            continue  # a ghost can't say that it is not agreed wording
        if continuation.context >= CERTAIN and text.startswith(word) and len(text) > len(word):
            # With text behind the cursor, a range that is not empty would hide it in Neovim.
            return Ghost(text[len(word) :], Span(offset, offset))
    return None


def document(bank: Phrasebank, data: Mapping[str, object], language: Language) -> str:
    """Return in Markdown where a suggestion comes from: the whole passage and its statement."""
    statement, start = data.get("statement"), data.get("at")
    if not isinstance(statement, str) or not isinstance(start, int):
        return ""
    precedent = bank.precedent(statement, start)
    return (
        ""
        if precedent is None
        else f"{escaped(precedent.passage.text)}\n\n— {source_line(precedent, language)}"
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """The cursor among the words: `start` is where items begin, `word` where the word being typed does."""

    keys: tuple[str, ...]
    prefix: str
    start: int
    word: int


@dataclass(frozen=True, slots=True)
class _Continuation:
    """How one statement went on; `lengths` are its texts from short to long, `context` the words matched."""

    lengths: tuple[str, ...]
    context: int
    occurrence: Occurrence
    count: int

    @property
    def detail(self) -> str:
        """Which statement it is, and how much it may be trusted."""
        precedent = self.occurrence.precedent
        return cite(precedent.metadata, precedent.section)

    @property
    def data(self) -> Mapping[str, object]:
        """Which passage it is."""
        precedent = self.occurrence.precedent
        return {"statement": precedent.metadata.id, "at": precedent.passage.span.start}


def _place(draft: Draft, offset: int) -> _Place | None:
    paragraph = draft.paragraph_at(offset)
    if paragraph is None:
        return None
    within = offset - paragraph.start
    if paragraph.text[:within].endswith(MASK):
        return None  # in code or behind it
    before = [word for word in paragraph.words if word.start < within]
    last = before[-1] if before and before[-1].end >= within else None
    if last is not None and last.end > within:
        return None  # in the middle of a word
    if last is not None:
        del before[-1]
    word = last.start if last else within
    opening = HEADING if paragraph.kind is BlockKind.HEADING else PARAGRAPH
    keys = [*tokens(before, paragraph.sentences, opening)]
    if last is None and paragraph.text[:within].rstrip().endswith((".", "!", "?")):
        keys.append(SENTENCE)
    prefix = folded(paragraph.text[word:within], accents=True)
    return _Place(tuple(keys), prefix, _start(paragraph, before, within), paragraph.start + word)


def _start(paragraph: Paragraph, before: list[Word], within: int) -> int:
    """Return where items begin: at a word as far back as the line and an editor's comparing reach."""
    line = paragraph.text.rfind("\n", 0, within) + 1
    first = max(line, within - REACH)
    return paragraph.start + next((word.start for word in before if word.start >= first), within)


def _continuations(place: _Place, phrases: Phrases) -> Iterator[_Continuation]:
    for context in phrases.contexts(place.keys):
        known = sum(key not in BOUNDARIES for key in context.keys)
        for follower in context.followers(place.prefix):
            if follower.key in BOUNDARIES:
                continue
            for occurrence in context.extended(follower.key).occurrences(limit=2):
                pieces = replace(occurrence, length=occurrence.length - 1).following(LONGEST)
                yield _Continuation(tuple(_lengths(pieces)), known, occurrence, follower.count)


def _lengths(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Yield the text as far as the first comma, and as far as the end of the sentence."""
    text, clause = "", False
    for number, piece in enumerate(pieces):
        if number > 2 and not clause and piece.before.startswith((",", ";", ":")):
            clause = True
            yield text
        text += (piece.before if number else "") + piece.text
        if not piece.text:
            break
    yield text.rstrip()
