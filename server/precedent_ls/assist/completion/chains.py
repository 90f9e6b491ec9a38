"""Beginnings followed as far as they are likely, and what each stretch of them is worth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from phrasebank.index.tokens import BOUNDARIES, STOPS
from precedent_ls.assist.completion.context import Context
from precedent_ls.assist.completion.model import Model
from precedent_ls.assist.completion.predictor import Candidate
from precedent_ls.assist.completion.tuning import Tuning


@dataclass(frozen=True, slots=True)
class Stretch:
    """A continuation of some length.

    Attributes
    ----------
    text
        From the end of the last finished word on.
    chance
        How likely exactly this comes.
    saved
        The characters it saves from being typed.
    after
        What may be saved further by what is offered once it is taken, in keystrokes.
    keys
        Its tokens, those of the word being typed first.
    root
        The beginning that it goes on from.
    """

    text: str
    chance: float
    saved: int
    after: float
    keys: tuple[str, ...]
    root: str

    @property
    def words(self) -> int:
        """How many words it has, the one being typed among them."""
        return sum(key not in BOUNDARIES for key in self.keys)


#: What closes, and what it closes.
CLOSING = {")": "(", "”": "“", "»": "«", "]": "["}

#: Words that a chain has at most.
LONGEST = 16


def stretches(  # noqa: PLR0917 - one call
    model: Model,
    before: Context,
    beginnings: Iterable[Candidate],
    typed: int,
    opened: str,
    tuning: Tuning,
) -> Iterator[Stretch]:
    """Yield each beginning and its longer and longer continuations.

    Parameters
    ----------
    model
        Says how likely a unit is.
    before
        What stands before them.
    beginnings
        What may come next.
    typed
        How many of their characters are there already.
    opened
        The brackets and quotation marks that are open before them.
    tuning
        How far to go.
    """
    for beginning in beginnings:
        if not closes(opened, beginning.text):
            continue
        chain = [beginning]
        for _ in range(0 if beginning.keys[-1] in STOPS else LONGEST):
            last = chain[-1]
            if last.chance < tuning.least and not _may_close(last.text):
                break
            best = model.after(before.then(last.keys, last.capital)).best
            if best is None:
                break
            unit, share = best
            if not closes(opened + last.text, unit.text):
                break
            closing = unit.text[:1] if unit.text[:1] in CLOSING and _is_open(last.text, unit.text[0]) else ""
            if closing:
                chain[-1] = replace(last, text=last.text + closing)
            chance = last.chance * share
            if chance < tuning.least or unit.is_end:
                break
            chain.append(Candidate(last.text + unit.text, chance, (*last.keys, *unit.keys), unit.capital))
        worth = _worth(chain)
        for link, after in zip(chain, worth, strict=True):
            saved = len(link.text) - typed
            if saved > 0:
                yield Stretch(link.text, link.chance, saved, after, link.keys, beginning.text)


def _may_close(text: str) -> bool:
    """Tell whether any bracket or quotation mark is open at the end of `text`."""
    return any(_is_open(text, closing) for closing in CLOSING)


def closes(before: str, text: str) -> bool:
    """Tell whether every bracket and quotation mark that `text` closes is open in `before` or in itself."""
    return all(
        _is_open(before + text[:index], character)
        for index, character in enumerate(text)
        if character in CLOSING
    )


def _is_open(text: str, closing: str) -> bool:
    """Tell whether a bracket or quotation mark is open at the end of `text`."""
    return text.rfind(CLOSING[closing]) > text.rfind(closing)


def _worth(chain: list[Candidate]) -> list[float]:
    """Return for each end of the chain what its best further stretch saves, and what follows that."""
    worth = [0.0] * len(chain)
    for start in range(len(chain) - 2, -1, -1):
        link = chain[start]
        for end in range(start + 1, len(chain)):
            share = chain[end].chance / link.chance
            saved = len(chain[end].text) - len(link.text) - 1
            worth[start] = max(worth[start], share * (saved + worth[end]))
    return worth
