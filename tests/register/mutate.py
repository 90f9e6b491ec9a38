"""Slips a drafter makes in a name, made at random places from a seed."""

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from phrasebank.register.content_words import Token, tokens
from phrasebank.register.lexicon import Lexicon
from phrasebank.register.model import Entry, Form, Kind
from phrasebank.text.words import words

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def misspelled(word: str, random: Random) -> str:
    """Leave a letter out, put one in, change one or swap two, but not at the ends."""
    place = random.randrange(1, len(word) - 1)
    while True:
        other = random.choice(_LETTERS)
        slip = random.choice(
            (
                word[:place] + word[place + 1 :],
                word[:place] + other + word[place:],
                word[:place] + other + word[place + 1 :],
                word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            )
        )
        if slip != word:
            return slip


def in_a_person(entry: Entry, form: Form, random: Random) -> Iterator[tuple[str, str]]:
    """Yield a name's slips: a misspelled surname or given name."""
    given, surname = form.text.split()[0], entry.surname.split("-")[-1].split()[-1]
    if form.language is not None:
        return
    if len(surname) > 3:
        yield "surname", form.text.replace(surname, misspelled(surname, random))
    if len(given) > 3:
        yield "given name", form.text.replace(given, misspelled(given, random))


def in_a_name(entry: Entry, form: Form, lexicon: Lexicon, random: Random) -> Iterator[tuple[str, str]]:
    """Yield the slips of a name: a word misspelled, left out, moved, or another of its kind."""
    text = form.text
    content = tokens(text, words(text))
    for token in content:
        if len(token.key) >= 5:
            yield "spelling", _with(text, token, misspelled(text[token.start : token.end], random))
    if entry.kind is Kind.OFFICE or len(content) < 3:
        return
    for token in content[1:-1]:
        if len(token.key) > 1:
            yield "missing", re.sub(r"[ –-]+(?=[ ,)])", "", _with(text, token, ""))
    for first, second in pairwise(content):
        moved = _with(text, second, text[first.start : first.end])
        yield "order", _with(moved, first, text[second.start : second.end])
    for token in content:
        group = next((set(each) for each in lexicon.confusable if token.key in each), set())
        others = sorted(each for each in group if each.rstrip("s") != token.key.rstrip("s"))
        if others:
            other = random.choice(others)
            yield "word", _with(text, token, other.capitalize() if token.capital else other)


def _with(text: str, token: Token, new: str) -> str:
    return text[: token.start] + new + text[token.end :]
