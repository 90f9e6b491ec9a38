"""The open draft, indexed by its paragraphs."""

from dataclasses import dataclass, field

from phrasebank.index import live
from phrasebank.index.live import DRAFT, live_segments
from phrasebank.index.phrases import Phrases
from phrasebank.index.tokens import HEADING, PARAGRAPH, SENTENCE
from phrasebank.text.block import BlockKind
from phrasebank.text.language import Language
from phrasebank.text.sentences import sentences
from phrasebank.text.span import Span
from phrasebank.text.words import Word, words


@dataclass(frozen=True)
class Paragraph:
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    words: tuple[Word, ...] = field(init=False)
    sentences: tuple[Span, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", words(self.text))
        object.__setattr__(self, "sentences", sentences(self.text, Language.EN))


DRAFTED = (
    Paragraph("Human Smuggling", BlockKind.HEADING),
    Paragraph("They met. The “Partners” agreed, once more."),
    Paragraph("The “Partners” will meet."),
)


def test_the_draft_is_quoted_from_its_paragraphs() -> None:
    phrases = Phrases(live_segments(DRAFTED))
    first, second = phrases.find(["the", "partners"]).occurrences()
    assert first.metadata is not None
    assert first.metadata == DRAFT
    assert (first.precedent.passage.paragraph, second.precedent.passage.paragraph) == (1, 2)
    assert DRAFTED[1].text[slice(*first.source_span)] == "The “Partners"
    assert phrases.find([HEADING, "human", "smuggling", PARAGRAPH, "they", "met", SENTENCE]).count == 1


def test_an_edit_touches_one_stretch() -> None:
    long = [Paragraph(f"Paragraph {number} has {number * 7} words. " * 40) for number in range(200)]
    before = live_segments(long)
    assert len(before) > 2
    long[50] = Paragraph("Quite another one.")
    after = live_segments(long)
    kept = [segment for segment in after if any(segment is each for each in before)]
    assert len(after) - len(kept) <= 2


def test_an_empty_draft_has_no_segment() -> None:
    assert live_segments([]) == ()
    assert live._segment.cache_info().maxsize
