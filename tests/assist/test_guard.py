"""What may be put in: the quick answer by words alone agrees with the careful one."""

import datetime as dt

import pytest

from phrasebank.text.language import Language
from phrasebank.text.words import words
from precedent_ls.assist.completion.guard import Guard
from tests.checks.bench import Bench


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("day", [dt.date(2005, 11, 1), dt.date(2024, 7, 12), dt.date(2026, 11, 1)])
def test_what_is_plain_may_be_put_in_whole(bench: Bench, language: Language, day: dt.date) -> None:
    guard = Guard(bench.bank, language, day)
    ids = [each.id for each in bench.bank.statements if each.language is language]
    source = "\n\n".join(filter(None, map(bench.bank.source, ids)))
    parts = words(source)
    plain = 0
    for number in range(1, len(parts) - 8, 2):
        one_to_seven = number % 7 + 1
        anywhere = number * 37 % len(parts)
        following = parts[number : number + one_to_seven]
        for before in (parts[number - 1], parts[anywhere]):
            text = source[parts[number - 1].end : following[-1].end]
            if guard.is_plain(before.key, [each.key for each in following]):
                plain += 1
                assert guard.fitting(source[: before.end], text) == len(text), text
    assert plain > len(parts) // 4
