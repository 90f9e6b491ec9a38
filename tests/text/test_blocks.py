import pytest

from phrasebank.text.blocks import MASK, MASK_JOIN, Block, blocks, front_matter


def shown(block: Block) -> str:
    """Return a block as the tables have it: masks as ``#``, joiners as ``^``, line breaks as ``/``."""
    text = block.text.replace(MASK, "#").replace(MASK_JOIN, "^")
    level = f" {block.level}" if block.level else ""
    return f"{block.kind.value}{level}: {text}".replace("\r\n", "/").replace("\n", "/").replace("\r", "/")


STRUCTURE = {
    "paragraphs keep their line breaks": (
        "One\ntwo.\n\nThree. ",
        ["paragraph: One/two.", "paragraph: Three. "],
    ),
    "indented lines of a paragraph": ("  One\n   two", ["paragraph: One/   two"]),
    "carriage returns": ("One\r\ntwo\r\n\r\nThree\rfour", ["paragraph: One/two", "paragraph: Three/four"]),
    "other separators end no line": ("One\u2028two\x0bthree", ["paragraph: One\u2028two\x0bthree"]),
    "headings": (
        "# One\n## Two ##\n### C#\nThree\nmore\n===\nFour\n---\n",
        ["heading 1: One", "heading 2: Two", "heading 3: C#", "heading 1: Three/more", "heading 2: Four"],
    ),
    "headings being typed": ("#\n## \nText", ["heading 1: ", "heading 2: ", "paragraph: Text"]),
    "no heading": ("#One", ["paragraph: #One"]),
    "tight list": ("- one\n- two\n  more\n", ["item 1: one", "item 1: two/  more"]),
    "loose list": ("1. one\n\n   still one\n\n2. two\n", ["item 1: one", "item 1: still one", "item 1: two"]),
    "nested list": ("* one\n  - two\n    1) three\n", ["item 1: one", "item 2: two", "item 3: three"]),
    "quotation": ("> one\n> two\nlazy\n", ["quotation 1: one/  two/lazy"]),
    "quotations and lists": (
        "> > deep\n>\n> - item\n>   more\n\n- > said\n",
        ["quotation 2: deep", "item 1: item/    more", "quotation 1: said"],
    ),
    "heading in an item": ("- # One\n  two\n", ["heading 1: One", "item 1: two"]),
    "code": (
        "```py\nx\n```\n\n    indented\n\n~~~\nopen\n\nto the end",
        ["code: ###########", "code: ########", "code: ####################"],
    ),
    "rule": ("One\n\n---\n\n* * *\n\nTwo", ["paragraph: One", "paragraph: Two"]),
    "HTML and comments": (
        "<!-- precedent: ignore us-noun -->\nThe U.S. agreed.\n\n<div>\nno *prose*\n</div>\n\nText",
        [
            "html: ##################################",
            "paragraph: The U.S. agreed.",
            "html: #######################",
            "paragraph: Text",
        ],
    ),
    "table": (
        "| Who | `What` |\n|---|---|\n| one | a \\| b |\n| two |\n",
        ["table: Who", "table: ######", "table: one", "table: a ^| b", "table: two"],
    ),
    "link definition": (
        "[act]: http://example.org\n\nThe [Act][act] and [act].",
        ["definition: #########################", "paragraph: The #Act###### and #act#."],
    ),
    "empty": ("", []),
    "blank": (" \n\n\t\n", []),
}

INLINE = {
    "emphasis": ("*One* __two__ inter**nation**al", "^One^ ^^two^^ inter^^nation^^al"),
    "no emphasis": ("2 * 3 snake_case_name **open", "2 * 3 snake_case_name **open"),
    "half emphasis": ("***One** two", "*^^One^^ two"),
    "code": ("the `code` and ``a`b``", "the ###### and #######"),
    "open code": ("the `code", "the `code"),
    "link": ('[the *Act*](http://x.org "title") now', "#the ^Act^####################### now"),
    "no link": ("[sic] and [x] (y)", "[sic] and [x] (y)"),
    "image": ("an ![alt [x](y)](z.png) here", "an #################### here"),
    "address": ("see <https://example.org> now", "see ##################### now"),
    "tags": ("a<br>b <b>c</b>", "a####b ###c####"),
    "comment": ("One. <!-- precedent: ignore -->\nTwo.", "One. ##########################/Two."),
    "comment over lines": ("a <!-- b\nc --> d", "a ######/##### d"),
    "escape": ("1\\. not a list, C\\* and \\a", "1^. not a list, C^* and \\a"),
    "entity": ("suivants&nbsp;: R&amp;D &unknown;", "suivants\u00a0^^^^^: R&^^^^D &unknown;"),
    "in a quotation": ("> *a\n> b* `c\n> d`", "^a/  b^ ##/####"),
}


@pytest.mark.parametrize(("source", "expected"), STRUCTURE.values(), ids=STRUCTURE)
def test_structure(source: str, expected: list[str]) -> None:
    assert [shown(block) for block in blocks(source)] == expected


@pytest.mark.parametrize(("source", "expected"), INLINE.values(), ids=INLINE)
def test_what_is_not_prose_is_masked(source: str, expected: str) -> None:
    (block,) = blocks(source)
    assert shown(block).partition(": ")[2] == expected
    assert len(block.text) == block.span.end - block.span.start


def test_spans_hold_the_content() -> None:
    source = "## Head ##\n\n> one\n> two\n\n- item\n"
    assert [source[block.span.start : block.span.end] for block in blocks(source)] == [
        "Head",
        "one\n> two",
        "item",
    ]


def test_the_caret_after_a_space_is_still_in_the_paragraph() -> None:
    source = "Building on \n\nNext"
    assert blocks(source)[0].span == (0, len("Building on "))


FRONT_MATTER = {
    "closed": ("---\ndate: 2026-01-01\n---\n# Title", "---\ndate: 2026-01-01\n---"),
    "closed by dots": ("---\na: b\n...\nText", "---\na: b\n..."),
    "carriage returns": ("---\r\na: b\r\n---\r\nText", "---\r\na: b\r\n---"),
    "byte order mark": ("\ufeff---\na: b\n---\n", "\ufeff---\na: b\n---"),
    "empty": ("---\n---\nText", "---\n---"),
    "not YAML": ("---\n: [\n---\nText", "---\n: [\n---"),
    "a blank line within": ("---\na: b\n\nc:\n  - d\n---\nText", "---\na: b\n\nc:\n  - d\n---"),
    "being typed": (
        "---\nstatement: cbcf\ndate:\n\n# Title\n\nThe Ministers met.",
        "---\nstatement: cbcf\ndate:",
    ),
    "being typed, with a rule below": ("---\na: b\n\nThe Ministers met.\n\n---\n\nEnd", "---\na: b"),
    "being typed, nothing else": ("---\na: b\n", "---\na: b"),
    "being typed, with carriage returns": ("---\ra: b\r\rText", "---\ra: b"),
    "only opened": ("---\n", None),
    "a rule": ("---\n\nThe Ministers met.", None),
    "not first": ("\n---\na: b\n---\n", None),
    "none": ("The Ministers met.", None),
}


@pytest.mark.parametrize(("source", "expected"), FRONT_MATTER.values(), ids=FRONT_MATTER)
@pytest.mark.parametrize("markdown", [True, False])
def test_front_matter(source: str, expected: str | None, markdown: bool) -> None:
    span = front_matter(source)
    assert (source[span.start : span.end] if span else None) == expected
    first = next(iter(blocks(source, markdown=markdown)), None)
    assert (first is not None and first.kind == "front-matter") is (span is not None)


def test_plain_text_has_paragraphs_only() -> None:
    source = "---\na: b\n---\n# One\n- two\n\n  Three *four*\r\n\r\n    five"
    assert [shown(block) for block in blocks(source, markdown=False)] == [
        "front-matter: ############",
        "paragraph: # One/- two",
        "paragraph: Three *four*",
        "paragraph: five",
    ]


PATHOLOGICAL = {
    "a long line": "word " * 200_000,
    "NULs": "\0" * 100_000,
    "deep quotations": ">" * 10_000 + " x\n\nafter",
    "deep lists": "- " * 10_000 + "x\n\nafter",
    "deep indentation": "\n".join("  " * depth + "- x" for depth in range(300)) + "\n\nafter",
    "brackets": "[" * 50_000,
    "images": "![" * 2_000 + "](u)" * 2_000,
    "open tags": "<a " * 900 + "b='" * 90_000,
    "backticks": "".join("`" * count + "a" for count in range(600)),
    "emphasis": "*a **b " * 10_000,
    "open comments": "a <!-- b\n" * 5_000,
}


@pytest.mark.parametrize("source", PATHOLOGICAL.values(), ids=PATHOLOGICAL)
def test_nothing_is_too_much(source: str) -> None:
    found = blocks(source)
    assert found
    assert ("after" in source) is (found[-1].text == "after")


def test_a_fault_of_the_parser_costs_the_markup_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: str) -> None:
        raise IndexError

    monkeypatch.setattr("phrasebank.text.markdown.markdown_blocks", fail)
    assert [shown(block) for block in blocks("---\na: b\n---\n# One\n\ntwo")] == [
        "front-matter: ############",
        "paragraph: # One",
        "paragraph: two",
    ]


def test_the_parser_reads_no_further_than_the_text() -> None:
    assert [shown(block) for block in blocks("> - <!--\n> ")] == ["html: #######"]
