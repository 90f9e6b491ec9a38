"""What is told of a word before anything else is looked at, and what a closer look finds then."""

import pytest

from precedent_ls.assist.complete import complete
from precedent_ls.assist.completion.unheard import is_unheard_of
from precedent_ls.settings import Settings
from tests.checks.bench import Bench


@pytest.mark.parametrize(
    "text", ["They met qxzw $0", "Des propos éxqà $0", "They met qxzw $0.", "qxzw-qzxw $0"]
)
def test_behind_a_word_that_stands_nowhere_there_is_nothing(bench: Bench, text: str) -> None:
    before, _, after = text.partition("$0")
    assert is_unheard_of(before + after, len(before), bench.bank)
    draft = bench.draft(before + after)
    assert not complete(draft, len(before), bench.bank, Settings(), asked=False).items


@pytest.mark.parametrize(
    "text",
    [
        "The success of $0",
        "Qxzw spoke, and qxzw $0",  # elsewhere in the draft
        "They met Mayorkas $0",  # in the register
        "They met qxzw$0",  # no space
        "They met qxzw. $0",  # what begins a sentence does not hang on it
        "They met qxzw $0there",
        "q" * 50 + " $0",
        " $0",
        "$0",
    ],
)
def test_what_may_be_known_is_looked_at(bench: Bench, text: str) -> None:
    before, _, after = text.partition("$0")
    assert not is_unheard_of(before + after, len(before), bench.bank)
