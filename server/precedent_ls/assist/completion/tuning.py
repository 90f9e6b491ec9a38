"""The numbers that completion goes by, measured on the statements of 2022 and 2023 and the French one."""

from dataclasses import dataclass
from typing import Final

#: Words of context that are looked at.
ORDER: Final = 6

#: Words of context that are kept, since a variable part of several counts as one.
CONTEXT: Final = ORDER + 4


@dataclass(frozen=True, slots=True)
class Tuning:
    """What was found by measuring; `python -m tests.benchmarks completion` measures it again.

    Attributes
    ----------
    doubt
        For each length of context, how far its counts are distrusted: with N places and T
        ways to go on, they weigh N / (N + doubt × T) (the Witten–Bell family). Large, because
        a long context that was seen once proves little.
    section, away
        How far it is distrusted what paragraphs under such a heading began with; and what each of them
        counts for every paragraph that it stands nearer to the heading or farther from it.
    backdrop, usual
        How likely the so many units that usually follow seldom seen words, or the other small words of
        a class, are to follow a word of which nothing is known.
    other_word, other_sort, other_ending, other_gap
        What a place of such a word counts, beside 1: if the word before is another; if it is of another
        sort as well (a boundary, a small word, any other); if the words end differently; if another
        gap than what is typed follows. What applies is multiplied.
    missed
        How many places tell, of each where something usual did not follow, that it does not: a
        context often stands in the same phrase again.
    draft
        What a place in the draft itself counts, beside 1 for one in a statement.
    other_case, kept_case
        What a place counts whose last word has a capital where the draft's has none, or none where it
        has one (“Sex Offender” for “sex offender”), and the same for what followed there in that case.
    analogous
        What a place counts that differs in a variable part.
    names
        What a name of the register counts.
    loose
        The part of a word's probability that does not depend on what stands before it.
    marked
        What a word counts behind a mark that it was not read behind.
    recased
        What a word counts in another case than it was read in.
    unknown
        How much of what is left is a word that is known from nowhere.
    least
        The probability below which a chain of words is not followed.
    listed
        The probability from which more than a few items are listed.
    phrase
        From which probability, times the words of context known, a phrase of three words or
        more is listed among likely words.
    ghost
        The probability from which ghost text is shown.
    margin
        The keystrokes that it has to save on average.
    crowd
        What each likelier beginning with the same letter takes from what a word saves later.
    joint
        What it takes from a longer stretch that its beginning is offered first.
    """

    doubt: tuple[float, ...] = (0.8, 2.5, 5.0, 5.0, 5.0, 4.0, 2.0)
    section: float = 1.0
    away: float = 0.5
    backdrop: float = 0.6
    usual: int = 64
    other_word: float = 0.1
    other_sort: float = 0.3
    other_ending: float = 0.3
    other_gap: float = 0.1
    missed: float = 0.25
    draft: float = 2.0
    other_case: float = 0.5
    kept_case: float = 0.005
    analogous: float = 0.5
    names: float = 0.5
    loose: float = 0.5
    marked: float = 0.3
    recased: float = 0.3
    unknown: float = 0.3
    least: float = 0.05
    phrase: float = 0.45
    listed: float = 0.02
    ghost: float = 0.05
    margin: float = 0.15
    crowd: float = 0.5
    joint: float = 0.25


TUNING: Final = Tuning()
