"""Find the earlier passages that are most like a text."""

import argparse
import sys
import textwrap
from collections.abc import Iterator

from phrasebank.index.similar import Similar
from phrasebank.text.language import Language
from phrasebank.text.words import words
from precedent_ls.assist.marks import runs
from precedent_ls.cli.reading import bank_here
from precedent_ls.cli.style import Painter, Style

_WIDTH = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("text", metavar="TEXT", nargs="+", help="words or a sentence; - for standard input")
    parser.add_argument("--limit", type=int, default=5, metavar="N", help="print at most so many (5)")
    parser.add_argument("--language", choices=list(Language), help="search in this language only")


def run(options: argparse.Namespace) -> int:
    """Print the passages, the most alike first; exit 1 if there is none."""
    text = " ".join(options.text)
    keys = [word.key for word in words(sys.stdin.read() if text == "-" else text)]
    bank = bank_here()
    languages = [Language(options.language)] if options.language else list(Language)
    found = [each for language in languages for each in bank.passages(language).similar(keys, options.limit)]
    found.sort(key=lambda each: -each.score)
    paint = Painter(sys.stdout)
    for each in found[: options.limit]:
        for line in _lines(each, paint):
            print(line)
    if not found:
        print("No passage is like this.", file=sys.stderr)
    return 0 if found else 1


def _lines(found: Similar, paint: Painter) -> Iterator[str]:
    precedent = found.precedent
    about = precedent.metadata
    where = " · ".join(filter(None, (about.id, f"{about.date}", precedent.section, about.trust)))
    yield f"{paint(f'{found.score:.2f}', Style.GREEN)}  {paint(where, Style.BOLD)}"
    yield textwrap.fill(
        _marked(found, paint),
        _WIDTH,
        initial_indent="      ",
        subsequent_indent="      ",
        break_on_hyphens=False,
    )
    yield ""


def _marked(found: Similar, paint: Painter) -> str:
    """Return the passage with the words in common in color, or between asterisks where there is none."""
    text, parts, done = found.precedent.passage.text, [], 0
    for span in runs(text, found.matched):
        words = text[span.start : span.end]
        parts += [
            text[done : span.start],
            paint(words, Style.BOLD, Style.YELLOW) if paint.on else f"*{words}*",
        ]
        done = span.end
    return "".join([*parts, text[done:]])
