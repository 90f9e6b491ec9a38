"""The cursor among the words of a draft."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from phrasebank.index.tokens import HEADING, PARAGRAPH, SENTENCE, STATEMENT
from phrasebank.text.block import MASK, BlockKind
from phrasebank.text.sentences import sentences
from phrasebank.text.words import Word, words
from precedent_ls.assist.completion.openings import Section, section_at
from precedent_ls.assist.completion.tuning import CONTEXT
from precedent_ls.assist.completion.units import Unit, shown, units, word_at
from precedent_ls.draft.snapshot import PROSE, Draft, Paragraph


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cursor is.

    Attributes
    ----------
    paragraph
        The block of prose it is in; None on an empty line.
    opening
        The boundary before the block's first word.
    units
        The paragraph's units before the cursor, the opening first, without the word being typed.
    context
        The tokens before the word being typed, those of the block before among them.
    gap, letters
        What was typed since the last finished word: spaces and marks, then letters.
    opened
        The text just before `gap`, as far as a bracket or quotation mark may be open in it.
    words
        The last finished words, in the draft's own offsets.
    section
        Where the block stands, if it is a paragraph or an item of which no word is finished.
    start
        The character of the draft where items begin: with the letters or, where there are
        none yet, with the word before if that is on the same line.
    offset
        The cursor.
    """

    paragraph: Paragraph | None
    opening: str
    units: tuple[Unit, ...]
    context: tuple[str, ...]
    gap: str
    letters: str
    opened: str
    words: tuple[Word, ...]
    section: Section | None
    start: int
    offset: int

    @property
    def typed(self) -> str:
        """What was typed since the last finished word."""
        return self.gap + self.letters


#: What opens as paragraphs of statements do.
OPENED = (BlockKind.PARAGRAPH, BlockKind.ITEM)

#: Editors compare no more than 128 UTF-16 units of an item, counted from its range's start.
REACH = 60

#: Finished words that are kept: names are no longer.
KEPT = 12

_APOSTROPHES = frozenset("'’")

#: Initials that are being typed: what is not a word yet without its next letter.
_INITIALS = re.compile(r"(?<![^\W_])[^\W\d_]\.(?:[^\W\d_]\.)*\Z")
#: What may stand on a line that is empty yet: the mark of a list item.
_NOTHING_YET = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?")

_ENDING = re.compile(r"[.!?…]")


def find_place(draft: Draft, offset: int) -> Place | None:
    """Return the place of a cursor; None where nothing may be offered: outside prose, inside a word."""
    paragraph = draft.paragraph_at(offset)
    if paragraph is None:
        return _empty_line(draft, offset)
    within = offset - paragraph.start
    text = paragraph.text
    if within > len(text) or text[:within].endswith(MASK):
        return None
    if text[within : within + 1].isalnum() and text[within - 1 : within].isalnum():
        return None
    initials = _INITIALS.search(text, max(0, within - 12), within)
    first_open = initials.start() if initials else within
    finished = [word for word in paragraph.words if word.end < within and word.end <= first_open]
    if text[within - 1 : within] in _APOSTROPHES and finished and finished[-1].end == within - 1:
        # An elision is one only before a letter, which is not there yet.
        last = finished.pop()
        *whole, _ = words(text[last.start : within] + "a")
        finished += [Word(last.start + start, last.start + end, key) for start, end, key in whole]
    gap_at = finished[-1].end if finished else 0
    typed = text[gap_at:within]
    if MASK in typed:
        return None
    letters_at = word_at(typed)
    opening = HEADING if paragraph.kind is BlockKind.HEADING else PARAGRAPH
    parts = _units(text[: finished[-1].end] if finished else "", tuple(finished), paragraph, opening)
    context = [key for unit in parts[-CONTEXT:] for key in unit.keys]
    if len(parts) < CONTEXT:
        context = [*_before(draft, paragraph), *context]
    gap, letters = _gap(typed[:letters_at]), typed[letters_at:]
    start = gap_at + letters_at
    if not letters and finished and "\n" not in typed and within - finished[-1].start <= REACH:
        start = finished[-1].start
    if finished and _ENDING.search(gap) and gap[-1:].isspace() and _ends(text, gap_at + letters_at, draft):
        context.append(SENTENCE)
        gap = ""
    return Place(
        paragraph,
        opening,
        parts,
        tuple(context[-CONTEXT:]),
        gap,
        letters,
        text[max(0, gap_at - 300) : gap_at],
        tuple(
            Word(paragraph.start + start, paragraph.start + end, key) for start, end, key in finished[-KEPT:]
        ),
        section_at(draft, paragraph.start) if paragraph.kind in OPENED and not finished else None,
        paragraph.start + start,
        offset,
    )


def closed_behind(source: str, offset: int) -> str:
    """Return the closing brackets and quotation marks behind the cursor, which editors put in by themselves.

    A space may stand before them, as in French « ».
    """
    found = _CLOSED.match(source, offset)
    return found[1] if found else ""


def is_clear(source: str, offset: int) -> bool:
    """Tell whether no text stands directly behind the cursor but what editors close by themselves."""
    closed = 0 if source[offset : offset + 1].isspace() else len(closed_behind(source, offset))
    return not source[offset + closed : offset + closed + 1].strip()


_CLOSED = re.compile(r"[ \u00a0\u202f]?([)\]}”»\"]*)")


def _gap(typed: str) -> str:
    """Return a gap as texts have it: several spaces, or one that does not break, are a space."""
    return " " if typed.isspace() else shown(typed)


def _units(text: str, finished: tuple[Word, ...], paragraph: Paragraph, opening: str) -> tuple[Unit, ...]:
    """Return the units of `text`, the beginning of a paragraph, kept while the next word is typed."""
    key = (text, opening)
    if _LAST.get(key) is None:
        _LAST.clear()
        _LAST[key] = tuple(units(text, finished, paragraph.sentences, opening))
    return _LAST[key]


#: The paragraph that was asked about last.
_LAST: dict[tuple[str, str], tuple[Unit, ...]] = {}


#: A word like a name, which begins no sentence behind an initial.
_NO_STARTER = "Xx"


def _ends(text: str, at: int, draft: Draft) -> bool:
    """Tell whether a sentence begins at `at`, be it with a name."""
    start = max(0, at - 200)
    found = sentences(text[start:at] + _NO_STARTER, draft.language)
    return bool(found) and found[-1].start == at - start


def _empty_line(draft: Draft, offset: int) -> Place | None:
    source = draft.text.source
    line = source.rfind("\n", 0, offset) + 1
    end = source.find("\n", offset)
    if source[offset : end if end >= 0 else len(source)].strip() or _inside_other(draft, offset):
        return None
    if not _NOTHING_YET.fullmatch(source, line, offset):
        return None
    context = (*_keys_before(draft, offset), PARAGRAPH)
    opening, section = (Unit("", (PARAGRAPH,)),), section_at(draft, offset)
    return Place(None, PARAGRAPH, opening, context[-CONTEXT:], "", "", "", (), section, offset, offset)


def _inside_other(draft: Draft, offset: int) -> bool:
    """Tell whether code, markup or front matter is at `offset`."""
    for block in draft.source.blocks:
        if block.span.start > offset:
            return False
        if offset <= block.span.end:
            return block.kind not in PROSE
    return False


def _before(draft: Draft, paragraph: Paragraph) -> list[str]:
    return _keys_before(draft, paragraph.start)


def _keys_before(draft: Draft, offset: int) -> list[str]:
    """Return the last tokens of the block before `offset`."""
    index = bisect_left(draft.paragraphs, offset, key=lambda each: each.start)
    before = draft.paragraphs[index - 1] if index else None
    if before is None:
        return [STATEMENT]
    opening = HEADING if before.kind is BlockKind.HEADING else PARAGRAPH
    return [key for unit in units(before.text, before.words, before.sentences, opening) for key in unit.keys][
        -CONTEXT:
    ]
