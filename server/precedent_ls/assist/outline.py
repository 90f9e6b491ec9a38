"""The outline of a draft: its headings, and under each the short forms that are defined there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from phrasebank.bank import Phrasebank
from phrasebank.statement import plain
from phrasebank.text.block import BlockKind
from phrasebank.text.span import Span
from precedent_ls.assist.short_forms import ShortForm, Use, prose, short_forms
from precedent_ls.draft.snapshot import Draft, Paragraph

#: The name of a heading without words: an editor takes none that is empty.
NAMELESS = "§"


class Part(Enum):
    """What an item of the outline is."""

    SECTION = auto()
    ACRONYM = auto()
    TERM = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """A section or a short form; `selection`, its own words, lies in `span`, and so does all under it."""

    part: Part
    name: str
    span: Span
    selection: Span
    detail: str = ""
    level: int = 0  #: of a section's heading
    children: "tuple[Item, ...]" = ()


def outline(draft: Draft, bank: Phrasebank) -> tuple[Item, ...]:
    """Return the outline: sections in sections by their levels; what stands before them comes first."""
    defined = (_defined(draft, form, use) for form in short_forms(draft, bank) for use in form.definitions)
    return _tree(sorted([*sections_of(draft), *defined], key=lambda item: item.span.start))


def sections_of(draft: Draft) -> Iterator[Item]:
    """Yield each section, from its heading's line to the next heading of its level or a higher one."""
    headings = [each for each in draft.paragraphs if each.kind is BlockKind.HEADING]
    starts = [_line_start(draft, each) for each in headings]
    for number, heading in enumerate(headings):
        following = range(number + 1, len(headings))
        end = next(
            (starts[each] for each in following if headings[each].level <= heading.level), len(draft.text)
        )
        name = plain(heading.text) or NAMELESS
        yield Item(Part.SECTION, name, Span(starts[number], end), heading.span, level=heading.level)


def _line_start(draft: Draft, paragraph: Paragraph) -> int:
    return draft.text.line_start(draft.text.line_of(paragraph.start))


def _defined(draft: Draft, form: ShortForm, use: Use) -> Item:
    assert use.whole is not None
    name = prose(draft, use.span) or NAMELESS
    detail = prose(draft, use.expansion) if use.expansion else ""
    part = Part.TERM if form.is_term else Part.ACRONYM
    return Item(part, name, use.whole, use.span, detail)


def _tree(items: Sequence[Item]) -> tuple[Item, ...]:
    """Put each item under the innermost section that it begins in."""
    top: list[Item] = []
    opened: list[tuple[Item, list[Item]]] = []

    def close() -> None:
        section, children = opened.pop()
        (opened[-1][1] if opened else top).append(replace(section, children=tuple(children)))

    for item in items:
        while opened and opened[-1][0].span.end <= item.span.start:
            close()
        if item.part is Part.SECTION:
            opened.append((item, []))
        else:
            (opened[-1][1] if opened else top).append(item)
    while opened:
        close()
    return tuple(top)
