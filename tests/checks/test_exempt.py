"""What no style rule judges is drawn between brackets here."""

import re

import pytest

from precedent_ls.checks.exempt import exempt
from tests.checks.bench import Bench


@pytest.mark.parametrize(
    "drawn",
    [
        "They read the [Roadmap for a Renewed U.S.-Canada Partnership] and went home.",
        "He said [“the U.S.-Canada border”] and it’s not hers’.",
        "> [The U.S.-Canada border is long.]",
        "[Media Contacts: Jane Doe, Communications, 613-555-0199]",
        "[Personnes-ressources : Jean Tremblay, Directeur, 613-555-0199]",
        "[Jane Doe, Press Secretary, 613-555-0199, jane@example.org]",
        "See [https://example.org/us-canada] for more.",
        "The 911 line answered 4,527 calls from 613 places, as media relations said.",
    ],
)
def test_exempt(bench: Bench, drawn: str) -> None:
    draft = bench.draft(re.sub(r"[\[\]]", "", drawn))
    text = draft.text.source
    (paragraph,) = draft.paragraphs
    shown = text[: paragraph.start]
    end = 0
    for span in exempt(paragraph.reading):
        shown += paragraph.text[end : span.start] + "[" + paragraph.text[span.start : span.end] + "]"
        end = span.end
    assert shown + paragraph.text[end:] == drawn
