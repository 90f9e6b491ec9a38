from hypothesis import example, given
from hypothesis import strategies as st

from phrasebank.text.blocks import blocks, reblock
from phrasebank.text.span import Span

PIECES = st.sampled_from(
    [
        *("word ", "é", "\n", "\n\n", "\n\n", "\r\n\r\n", "\r", "  ", "    ", "\t", "\f", "\u2028", "\0"),
        *(
            "# ",
            "## ",
            "> ",
            "- ",
            "1. ",
            "---\n",
            "===",
            "...",
            "k: v\n",
            "```\n",
            "~~~\n",
            "|",
            "a | b\n-|-\n",
        ),
        *("|", "a | b\n-|-\n", "<!--", "-->", "<div>\n", "</div>\n", "<script>", "</script>", "<b>"),
        *("`", "**", "_", "[a]", "[a]: x\n", "](u)", "&amp;", "\\"),
    ]
)
SOURCES = st.lists(PIECES, max_size=40).map("".join)
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1), st.sampled_from([0, 0, 1, 2, 7, 30]), st.lists(PIECES, max_size=3).map("".join)
    ),
    max_size=8,
)


@given(SOURCES, EDITS, st.booleans())
@example("- one\n\n  two\n===\n\nthree", [(0.3, 0, "x")], True)
@example("one\n\ntwo\n\nthree", [(0.0, 0, "```\n"), (0.5, 0, "```\n")], True)
@example("[a]\n\ntwo\n\nthree", [(1.0, 0, "\n\n[a]: x"), (1.0, 7, "")], True)
@example("a: b\n\ntwo\n\nthree", [(0.0, 0, "---\n"), (0.5, 0, "---\n"), (0.1, 1, "")], True)
def test_an_edit_gives_the_blocks_of_the_new_text(
    source: str, edits: list[tuple[float, int, str]], markdown: bool
) -> None:
    known = blocks(source, markdown=markdown)
    for place, length, new in edits:
        start = round(place * len(source))
        end = min(len(source), start + length)
        source = source[:start] + new + source[end:]
        known = reblock(known, source, Span(start, end), new, markdown=markdown)
        assert known == blocks(source, markdown=markdown)


@given(SOURCES, st.booleans())
def test_blocks_stand_apart_and_say_what_stands_there(source: str, markdown: bool) -> None:
    end = 0
    for block in blocks(source, markdown=markdown):
        assert end <= block.span.start <= block.span.end <= len(source)
        assert len(block.text) == block.span.end - block.span.start
        for shown, stands in zip(block.text, source[block.span.start : block.span.end], strict=True):
            assert shown == stands or shown in "\ufffc\u2060 " or stands == "&"
        end = block.span.end
