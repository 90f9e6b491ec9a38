"""Which blocks of a draft are read."""

import datetime as dt

from phrasebank.register.load import load_register
from phrasebank.register.mentions import Matcher
from precedent_ls.draft.snapshot import LONGEST, Defaults, Source, read_draft


def test_a_block_longer_than_any_prose_is_not_read_and_those_around_it_are() -> None:
    source = Source.of(f"One.\n\n{'word ' * LONGEST}\n\n{'e' * LONGEST}\n", markdown=True)
    draft = read_draft(
        "untitled:a",
        1,
        source,
        matcher=Matcher(load_register()),
        defaults=Defaults(dt.date(2026, 5, 1)),
    )
    assert [(each.text[:4], each.start) for each in draft.paragraphs] == [
        ("One.", 0),
        ("eeee", 5 * LONGEST + 8),
    ]
