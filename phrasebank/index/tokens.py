"""Words and the boundaries between them as one sequence of keys.

A boundary is a token like a word, with a key that no word can have. So the openings of
paragraphs are simply what follows `PARAGRAPH`, the headings what follows `HEADING`, and
the way a section begins is what follows its heading's words and `PARAGRAPH`: one look-up
for all of them, backing off from the longer context to the shorter.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from phrasebank.text.span import Span
from phrasebank.text.words import Word

STATEMENT: Final = "§"  #: before the first word of a document, and after the last
HEADING: Final = "#"  #: before the first word of a heading
PARAGRAPH: Final = "¶"  #: before the first word of a paragraph
SENTENCE: Final = "."  #: between two sentences of one paragraph
GAP: Final = "…"  #: where a damaged sentence was left out
BOUNDARIES: Final = frozenset({STATEMENT, HEADING, PARAGRAPH, SENTENCE, GAP})

#: Boundaries across which nothing continues: a phrase ends there.
STOPS: Final = BOUNDARIES - {SENTENCE}


def tokens(words: Sequence[Word], sentences: Sequence[Span], opening: str = PARAGRAPH) -> Iterator[str]:
    """Yield the keys of a paragraph with its boundaries.

    Parameters
    ----------
    words, sentences
        Of the paragraph, in its own offsets.
    opening
        The boundary before the first word.
    """
    starts = [sentence.start for sentence in sentences[1:]]
    yield opening
    begun = False
    for word in words:
        while starts and word.start >= starts[0]:
            del starts[0]
            if begun:
                yield SENTENCE
        begun = True
        yield word.key
