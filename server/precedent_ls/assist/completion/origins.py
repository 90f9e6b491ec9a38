"""Where a continuation comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from phrasebank.index.live import DRAFT
from phrasebank.index.occurrence import Occurrence
from phrasebank.statement import Metadata
from precedent_ls.assist.completion.counts import SegmentSource
from precedent_ls.assist.completion.roster import REGISTER


@dataclass(frozen=True, slots=True)
class Origin:
    """The newest place where the words of a continuation stand, and how many statements have them."""

    occurrence: Occurrence
    statements: int

    @property
    def metadata(self) -> Metadata:
        """Which statement it is."""
        return self.occurrence.metadata


def origin(sources: Iterable[SegmentSource], before: tuple[str, ...], keys: tuple[str, ...]) -> Origin | None:
    """Return where `keys` stand, with as many of the tokens `before` as possible.

    Where no text has all of them in a row, as many of the last ones as one has.
    """
    best: list[Occurrence] = []
    longest = 0
    for source in sources:
        found, length = source.longest(before, keys)
        if length > longest:
            longest, best = length, []
        if length == longest:
            best += found
    if not best:
        return None
    told = [(each.metadata, each) for each in best]
    # What the draft itself has is no precedent, and the register is one only for want of a statement.
    stated = [each for each in told if each[0] not in (DRAFT, REGISTER)]
    _, newest = max(stated or told, key=lambda each: (each[0].date, each[1].place))
    return Origin(newest, len({metadata.id for metadata, _ in stated}))
