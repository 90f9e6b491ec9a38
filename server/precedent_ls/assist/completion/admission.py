"""What may be put in at a place, of all that is likely there."""

from collections.abc import Collection, Sequence

from phrasebank.index.tokens import BOUNDARIES
from phrasebank.text.fold import folded
from precedent_ls.assist.completion.chains import CLOSING, Stretch
from precedent_ls.assist.completion.engine import Prospect
from precedent_ls.assist.completion.guard import REACH
from precedent_ls.assist.completion.names import BEFORE_ACRONYM
from precedent_ls.assist.completion.place import Place, closed_behind


class Admission:
    """Judges the stretches of one place.

    Parameters
    ----------
    source, place
        The draft's text and the cursor in it.
    prospect
        Knows which names may not be written, and what stands where.
    stretches
        All that is likely there: a stretch is judged by how it will go on as well.
    accepted
        Forms that the draft accepts, folded.
    due
        The key of the acronym that is expected behind the name before the cursor, if any is.
    """

    def __init__(
        self,
        source: str,
        place: Place,
        prospect: Prospect,
        stretches: Sequence[Stretch],
        *,
        accepted: Collection[str],
        due: Collection[str],
    ) -> None:
        self._place = place
        self._prospect = prospect
        self._stretches = stretches
        self._accepted = accepted
        self._due = due
        end = place.offset - len(place.letters)
        self._before_word = source[max(0, end - REACH) : end]
        self._closed = closed_behind(source, place.offset)

    def allows(self, stretch: Stretch) -> bool:
        """Tell whether all of a stretch may be put in, and no name ends it that will go on as it may not."""
        place = self._place
        first = stretch.text[len(place.gap) :][:1]
        if self._opens and (first.islower() or first.isspace()):
            return False
        if self.closes_twice(stretch.text[len(place.typed) :]):
            return False
        if self.is_anothers_acronym(stretch.keys):
            return False
        return self.fits(stretch) and self._fitting(self._likely_after(stretch)) >= len(stretch.text)

    def fits(self, stretch: Stretch) -> bool:
        """Tell whether a stretch has no name that may not be written."""
        return self._fitting(stretch) == len(stretch.text)

    def fitting(self, text: str) -> int:
        """Return how many characters of a text, with the word that is being typed, may be put in."""
        return self._prospect.guard.fitting(self._before_word, text, self._accepted)

    def closes_twice(self, text: str) -> bool:
        """Tell whether a text closes a bracket that is closed behind the cursor already."""
        return any(text.count(each) > text.count(CLOSING[each]) for each in self._closed if each in CLOSING)

    def _fitting(self, stretch: Stretch) -> int:
        keys = [key for key in stretch.keys if key not in BOUNDARIES]
        before = self._place.words[-1].key if self._place.words else ""
        if keys and self._prospect.guard.is_plain(before, keys):
            return len(stretch.text)
        gap = len(self._place.gap)
        return gap + self.fitting(stretch.text[gap:])

    def _likely_after(self, stretch: Stretch) -> Stretch:
        """Return the longest stretch that follows more often than not where this one does."""
        longer = (
            each
            for each in self._stretches
            if each.root == stretch.root
            and each.chance * 2 >= stretch.chance
            and each.text.startswith(stretch.text)
        )
        return max(longer, key=lambda each: len(each.text), default=stretch)

    def is_anothers_acronym(self, keys: Sequence[str]) -> bool:
        """Tell whether a text begins in brackets with an acronym that is none of the name before them.

        One that is typed whole is the drafter's own.
        """
        if not BEFORE_ACRONYM.fullmatch(self._place.gap) or keys[0] == folded(self._place.letters):
            return False
        return keys[0] in self._prospect.guard.acronyms and keys[0] not in self._due

    @property
    def _opens(self) -> bool:
        """Whether a sentence begins here, and nothing of it is written yet that could be in small letters."""
        return not self._place.letters and self._place.context[-1] in BOUNDARIES
