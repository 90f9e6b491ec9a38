"""Which continuations to show: those that save most keystrokes, all else that is shown considered.

What an item saves is measured against what happens without it: one more letter is typed, and
then it may be the first to be offered anyway. So a likely word that its first letter would tell
from all others need not be shown, and one that hides behind likelier ones must be.
"""

from collections.abc import Callable, Sequence, Set
from heapq import nlargest

from precedent_ls.assist.completion.chains import Stretch
from precedent_ls.assist.completion.tuning import Tuning

#: Continuations that are weighed for the list.
WEIGHED = 60


#: The first so many items are listed however unlikely they are: something has to stand there while
#: letters are typed, or the list closes and does not open again.
LIKELY = 5


#: Where the likeliest phrase stands, if one is likely enough.
PHRASE_RANK = 5


class Choice:
    """The continuations at one place, and what each would save if it were not shown now.

    Parameters
    ----------
    stretches
        The continuations.
    letters
        Whether a letter of the word is typed already.
    known
        The length of the longest context known.
    tuning
        The numbers to go by.
    allowed
        Whether a continuation may be shown at all.
    """

    def __init__(
        self,
        stretches: Sequence[Stretch],
        letters: bool,
        known: int,
        tuning: Tuning,
        allowed: Callable[[Stretch], bool] = lambda _: True,
    ) -> None:
        self._allowed = allowed
        self._letters = letters
        self._known = known
        self._tuning = tuning
        self._stretches = stretches
        self._ranks = _ranks(stretches)

    def ghost(self) -> Stretch | None:
        """Return the one that saves most when one key takes it, if that is enough to be shown at all."""
        tuning = self._tuning
        gains = {
            each.text: each.chance * (each.saved + each.after - 1 - self._anyway(each))
            for each in self._stretches
            if each.chance >= tuning.ghost and each.saved > 1
        }
        worth = [each for each in self._stretches if gains.get(each.text, 0.0) > tuning.margin]
        worth.sort(key=lambda each: -gains[each.text])
        return next(filter(self._allowed, worth), None)

    def ranked(self, shown: Stretch | None, size: int) -> list[Stretch]:
        """Return the list: each next item is the one that adds most to the ghost text and the items above it.

        An item adds what it saves beyond what those that it begins with save already. Taking the
        item in rank r costs r keys. Where no letter of the word is typed, its first items
        are the likeliest words instead, and the likeliest phrase among them: there a drafter
        reads what may come, and only then types.
        """
        pool = nlargest(
            WEIGHED, self._stretches, key=lambda each: each.chance * (each.saved - 1 + each.after)
        )
        have = [self._anyway(each) for each in pool]
        if shown is not None:
            have = _with(have, pool, shown, 1)
        roots = {shown.root} if shown else set()
        found: list[Stretch] = []
        while pool and len(found) < size:
            rank = len(found) + 1
            best = None if self._letters else self._likeliest(rank, pool, roots)
            if best is None:
                best = self._most_saving(rank, pool, have)
            if best is None:
                break
            chosen = pool.pop(best)
            del have[best]
            if not self._allowed(chosen):
                continue
            found.append(chosen)
            roots.add(chosen.root)
            have = _with(have, pool, chosen, rank)
        return found

    def _most_saving(self, rank: int, pool: Sequence[Stretch], have: Sequence[float]) -> int | None:
        """Return what saves most in a rank beyond what it does already; below the first few, if likely."""
        least = self._tuning.listed if rank > LIKELY else 0.0
        likely = (index for index, each in enumerate(pool) if each.chance >= least)
        return max(
            likely,
            key=lambda index: (
                pool[index].chance * (pool[index].saved + pool[index].after - rank - have[index])
            ),
            default=None,
        )

    def _likeliest(self, rank: int, pool: Sequence[Stretch], roots: Set[str]) -> int | None:
        """Return what is listed in one of the first ranks because it is likely: a phrase or a new word."""
        if rank > LIKELY:
            return None
        if rank == PHRASE_RANK:
            least = self._tuning.phrase / max(1, self._known)
            phrases = [index for index, each in enumerate(pool) if each.words >= 3 and each.chance >= least]
            if phrases:
                return max(phrases, key=lambda index: pool[index].chance)
        new = [index for index, each in enumerate(pool) if each.root not in roots and each.words < 3]
        return max(new, key=lambda index: pool[index].chance, default=None)

    def _anyway(self, stretch: Stretch) -> float:
        """Return what it saves if it is offered after one more letter only."""
        later = 2 + self._tuning.crowd * self._ranks[stretch.root]
        if stretch.text != stretch.root:
            later += self._tuning.joint  # its beginning is what would be offered then, and it only after that
        return max(0.0, stretch.saved + stretch.after - later)


def _with(have: Sequence[float], pool: Sequence[Stretch], shown: Stretch, cost: int) -> list[float]:
    """Return what is saved of each without showing it, once `shown` is shown for `cost` keys."""
    value = shown.saved + shown.after - cost
    return [
        value if value > has and each.text.startswith(shown.text) else has
        for each, has in zip(pool, have, strict=True)
    ]


def _ranks(stretches: Sequence[Stretch]) -> dict[str, int]:
    """Return how many likelier beginnings go on with the same letter as each."""
    chances: dict[str, dict[str, float]] = {}
    for stretch in stretches:
        letter = stretch.text[len(stretch.text) - stretch.saved :][:1]
        group = chances.setdefault(letter, {})
        group[stretch.root] = max(group.get(stretch.root, 0.0), stretch.chance)
    return {
        root: rank
        for group in chances.values()
        for rank, root in enumerate(sorted(group, key=lambda root: -group[root]))
    }
