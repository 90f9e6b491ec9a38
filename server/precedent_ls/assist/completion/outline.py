"""Headings, and the skeleton of a whole statement, as earlier statements had them."""

from collections.abc import Iterator
from dataclasses import dataclass

from phrasebank.bank import Phrasebank
from phrasebank.register.model import Kind
from phrasebank.statement import Metadata, Section, Statement, Trust
from phrasebank.text.block import BlockKind
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.sentences import is_finished
from phrasebank.text.words import words
from precedent_ls.assist.completion.slots import UNKNOWN, Slots, escaped, meeting_on
from precedent_ls.draft.snapshot import Draft

#: The newest statements that headings are taken from.
STATEMENTS = 12


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the statement that has it."""

    text: str
    metadata: Metadata
    at: int  #: its first character in the statement


def headings(draft: Draft, bank: Phrasebank, level: int, offset: int) -> list[Heading]:
    """Return the headings that may stand at `offset`: those not used yet, in earlier statements’ order.

    First what followed the heading before, then the rest of that statement, then others. A
    heading of level 1 is the title.
    """
    used = {
        folded(each.text.strip())
        for each in draft.paragraphs
        if each.kind is BlockKind.HEADING and not each.start <= offset <= each.span.end
    }
    before = draft.heading_before(offset - 1)
    last = folded(before.text.strip()) if before else ""
    found: dict[str, Heading] = {}
    for statement in _newest(bank, draft.language):
        own = list(_headings(statement, level))
        names = [folded(each.text) for each in own]
        start = names.index(last) + 1 if last in names else 0
        for each in own[start:] + own[:start]:
            if folded(each.text) not in used:
                found.setdefault(folded(each.text), each)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A whole statement to be written: its title, all of it as a snippet, and which one it is after."""

    title: str
    snippet: str
    metadata: Metadata


def skeleton(draft: Draft, bank: Phrasebank) -> Skeleton | None:
    """Return the skeleton after the newest agreed statement with sections, if possible of the same host.

    What varies is as the front matter and the register have it, and open where neither does. If
    the other side were the hosts then, whole sentences on who received whom are open.
    """
    meeting = meeting_on(bank.register, draft.date)
    host = draft.matter.host or (meeting.host if meeting else None)
    held = {name for each in bank.register.meetings if each.host is host for name in each.statements}
    place = draft.matter.place or (meeting.place if meeting else "") or UNKNOWN
    slots = Slots(bank, draft.language, draft.date, place)
    newest = _newest(bank, draft.language)
    for statement in sorted(newest, key=lambda each: host is not None and each.metadata.id not in held):
        metadata = statement.metadata
        is_turned = host is not None and metadata.id not in held
        parts = [section for section in statement.sections if section.heading and section.level > 1]
        if metadata.trust in (Trust.AGREED, Trust.COPY) and len(parts) >= 3:
            snippet = _Snippet(slots, metadata)
            pieces = [f"# {snippet.text(metadata.title)}"]
            opening = [section for section in statement.sections if section not in parts]
            for sentences in _paragraphs(opening):
                written = (
                    snippet.stop(slots.fill(each, metadata).text)
                    if is_turned and _has_people(bank, each, draft.language)
                    else snippet.text(each)
                    for each in sentences
                )
                pieces.append(" ".join(written))
            for section in parts:
                pieces.append(f"## {snippet.stop(section.heading)}")
                first = next((each.plain for each in section.passages), "")
                pieces.append(snippet.text(first) if section is parts[-1] and first else snippet.stop(""))
            title = slots.fill(metadata.title, metadata).text
            return Skeleton(f"# {title}", "\n\n".join(pieces) + "\n$0", metadata)
    return None


class _Snippet:
    """Numbers the tab stops of a snippet."""

    def __init__(self, slots: Slots, metadata: Metadata) -> None:
        self._slots = slots
        self._metadata = metadata
        self._stops = 0

    def text(self, text: str) -> str:
        """Return what a statement says with its variable parts as tab stops."""
        filled = self._slots.fill(text, self._metadata, self._stops + 1)
        self._stops += filled.stops
        return filled.snippet

    def stop(self, text: str) -> str:
        """Return one tab stop."""
        self._stops += 1
        return f"${{{self._stops}:{escaped(text)}}}" if text else f"${{{self._stops}}}"


def _has_people(bank: Phrasebank, sentence: str, language: Language) -> bool:
    """Tell whether a sentence names several people; those named for what they did in office don't count."""
    mentions = bank.matcher.mentions(sentence, words(sentence), language)
    return sum(each.entry.kind is Kind.PERSON and not each.form.offices for each in mentions) > 1


def _paragraphs(sections: list[Section]) -> Iterator[list[str]]:
    """Yield the sentences of each paragraph of the opening; a deck has none."""
    paragraphs: dict[int, list[str]] = {}
    for section in sections:
        for passage in section.passages:
            paragraphs.setdefault(passage.paragraph, []).append(passage.plain)
    for sentences in paragraphs.values():
        if is_finished(sentences[-1]):
            yield sentences


def _headings(statement: Statement, level: int) -> Iterator[Heading]:
    metadata = statement.metadata
    if level == 1:
        yield Heading(metadata.title, metadata, 0)
    for section in statement.sections:
        if section.heading_span is not None and (section.level > 1) is (level > 1):
            yield Heading(section.heading, metadata, section.heading_span.start)


def _newest(bank: Phrasebank, language: Language) -> Iterator[Statement]:
    own = [each for each in bank.statements if each.language is language]
    for metadata in own[::-1][:STATEMENTS]:
        statement = bank.statement(metadata.id)
        if statement is not None:
            yield statement
