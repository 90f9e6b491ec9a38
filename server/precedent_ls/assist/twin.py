"""What the twin of a statement says where one of its passages stands."""

from dataclasses import dataclass

from phrasebank.bank import Phrasebank
from phrasebank.kept import kept
from phrasebank.statement import Metadata, Passage, Precedent
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.twins import Alignment, align

#: Pairs of twins that are aligned before anyone asks.
_BEFOREHAND = 4


@dataclass(frozen=True, slots=True)
class Wording:
    """Passages of a statement that follow one another."""

    metadata: Metadata
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """What they say, on one line."""
        return " ".join(passage.plain for passage in self.passages)

    @property
    def span(self) -> Span:
        """The characters they take in the statement's source."""
        return Span(self.passages[0].span.start, self.passages[-1].span.end)


def official_wording(bank: Phrasebank, precedent: Precedent) -> Wording | None:
    """Return what the twin has for a passage; None where there is no twin, or it does not say this."""
    metadata = precedent.metadata
    twin = _twin_of(bank).get(metadata.id)
    if twin is None:
        return None
    english = metadata.language is Language.EN
    aligned = _aligned(bank, *((metadata.id, twin.id) if english else (twin.id, metadata.id)))
    if aligned is None:
        return None
    side = aligned.right_of if english else aligned.left_of
    passages = side(precedent.passage.span)
    return Wording(twin, passages) if passages else None


def align_twins(bank: Phrasebank) -> None:
    """Align the newest pairs beforehand; the others are aligned when asked for."""
    english = [metadata for metadata in bank.statements if metadata.language is Language.EN]
    pairs = [(each.id, twin.id) for each in english if (twin := _twin_of(bank).get(each.id))]
    for pair in pairs[-_BEFOREHAND:]:
        _aligned(bank, *pair)


@kept
def _twin_of(bank: Phrasebank) -> dict[str, Metadata]:
    """Return each statement's twin by the statement's id; it is enough if one of the two names the other."""
    by_id = {metadata.id: metadata for metadata in bank.statements}
    found: dict[str, Metadata] = {}
    for metadata in bank.statements:
        twin = by_id.get(metadata.twin or "")
        if twin is not None and twin.language is not metadata.language:
            found[metadata.id] = twin
            found.setdefault(twin.id, metadata)
    return found


@kept
def _aligned(bank: Phrasebank, english: str, french: str) -> Alignment | None:
    left, right = bank.statement(english), bank.statement(french)
    return align(left, right) if left and right else None
