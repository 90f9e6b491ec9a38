"""What the phrasebank and the draft say at one place, remembered while a word is typed."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice

from phrasebank.bank import Phrasebank
from phrasebank.index import suffixes
from phrasebank.index.live import live_segments
from phrasebank.index.segment import Segment
from phrasebank.text.language import Language
from precedent_ls.assist.completion.chains import Stretch, stretches
from precedent_ls.assist.completion.corrections import meant
from precedent_ls.assist.completion.counts import RunningSource, SegmentSource
from precedent_ls.assist.completion.guard import Guard
from precedent_ls.assist.completion.model import Model, Predictor, Settled
from precedent_ls.assist.completion.names import NameBook
from precedent_ls.assist.completion.origins import Origin, origin
from precedent_ls.assist.completion.place import Place
from precedent_ls.assist.completion.quotations import Quotation, quotations
from precedent_ls.assist.completion.roster import roster
from precedent_ls.assist.completion.slots import Slots
from precedent_ls.assist.completion.tuning import TUNING, Tuning
from precedent_ls.assist.completion.units import Unit
from precedent_ls.assist.completion.vocabulary import Lexicon, RunningLexicon, SegmentLexicon, split
from precedent_ls.draft.snapshot import Draft


class Engine:
    """The statements of one language, asked again and again."""

    def __init__(self, bank: Phrasebank, language: Language, tuning: Tuning = TUNING) -> None:
        self.tuning = tuning
        self._segments = bank.segments.get(language, ())
        self._names = lru_cache(maxsize=4)(partial(NameBook, bank, language))
        self._guard = lru_cache(maxsize=4)(partial(Guard, bank, language))
        self._slots = lru_cache(maxsize=4)(partial(Slots, bank, language))
        self._roster = lru_cache(maxsize=4)(partial(roster, bank, language))
        self._shelf = lru_cache(maxsize=32)(self._read)
        self._settled = lru_cache(maxsize=4)(self._settle)
        self._prospects = lru_cache(maxsize=4)(self._prospect)

    def at(self, draft: Draft, place: Place) -> "Prospect":
        """Return what is to be asked at a place of a draft."""
        others = (each.reading for each in draft.paragraphs if each is not place.paragraph)
        return self._prospects(live_segments(others), draft.date, place.units)

    def knows(self, draft: Draft, place: Place) -> bool:
        """Tell, at little cost, whether the last finished word stands anywhere but here."""
        key = place.context[-1]
        others = (each.reading for each in draft.paragraphs if each is not place.paragraph)
        segments = (*self._segments, self._roster(draft.date), *live_segments(others))
        return any(each.number(key) is not None for each in segments) or any(
            key in unit.keys for unit in place.units[:-1]
        )

    def _read(self, segment: Segment, weight: float) -> "_Shelf":
        source = SegmentSource(segment, weight)
        return _Shelf(source, SegmentLexicon(source))

    def _settle(self, live: tuple[Segment, ...], names: Segment) -> "tuple[Settled, tuple[_Shelf, ...]]":
        shelves = [self._shelf(segment, 1.0) for segment in self._segments]
        shelves += [self._shelf(segment, self.tuning.draft) for segment in live]
        shelves.append(self._shelf(names, self.tuning.names))
        return Settled([each.source for each in shelves], self.tuning), tuple(shelves)

    def _prospect(self, live: tuple[Segment, ...], day: dt.date, units: tuple[Unit, ...]) -> "Prospect":
        settled, shelves = self._settled(live, self._roster(day))
        running = RunningSource(units, self.tuning.draft)
        lexicons: tuple[Lexicon, ...] = (
            *(each.lexicon for each in shelves),
            RunningLexicon(running, units),
        )
        predictor = Predictor(Model(settled, running), lexicons, self.tuning)
        return Prospect(
            predictor,
            tuple(each.source for each in shelves),
            lexicons,
            self._names(day),
            self._guard(day),
            self._slots(day),
            self.tuning,
        )


HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class _Shelf:
    source: SegmentSource
    lexicon: SegmentLexicon


@dataclass(frozen=True)
class Prospect:
    """What may follow the finished words before a cursor, asked again with each letter of the next."""

    predictor: Predictor
    sources: tuple[SegmentSource, ...]
    lexicons: tuple[Lexicon, ...]
    names: NameBook
    guard: Guard
    slots: Slots
    tuning: Tuning

    def __post_init__(self) -> None:
        """Remember what is asked with every letter."""
        for asked in ("count", "origin", "_quotations"):
            object.__setattr__(self, asked, lru_cache(maxsize=1 << 10)(getattr(self, asked)))

    def stretches(self, place: Place) -> list[Stretch]:
        """Return what may come next, in no order."""
        small = place.gap in HYPHENS and split(place.units[-1]).word.islower()
        beginnings = self.predictor.beginnings(place.context, place.gap, place.letters, small=small)
        model, typed = self.predictor.model, len(place.typed)
        return list(stretches(model, place.context, beginnings, typed, place.opened, self.tuning))

    def meant(self, letters: str) -> list[str]:
        """Return words as they are written that `letters` may be a misspelled beginning of."""
        segments = [each.segment for each in self.sources]
        ways = (
            (lexicon.beginning(key).words, key)
            for key in meant(segments, letters)
            for lexicon in self.lexicons
        )
        best: dict[str, str] = {}
        for words, key in ways:
            own = {each.word: count for each, count in words.items() if each.key == key}
            if own:
                best.setdefault(key, max(own, key=lambda word: own[word]))
        return list(best.values())

    def known(self, place: Place) -> int:
        """Return how many tokens before the word being typed occur in a row anywhere."""
        return self.predictor.model.after(place.context).known

    def count(self, keys: tuple[str, ...]) -> int:
        """Return how often tokens occur in a row."""
        return sum(suffixes.find(each.segment, keys).size for each in self.sources)

    def quotations(self, place: Place) -> list[Quotation]:
        """Return the clauses of a few statements that began as the draft does here."""
        most = 3 if place.units[1:] else 8
        found = (each for each in self._quotations(place.context) if each.text.startswith(place.typed))
        return list(islice(found, most))

    def _quotations(self, context: tuple[str, ...]) -> list[Quotation]:
        return quotations([each for each in self.sources if each.weight == 1.0], context)

    def origin(self, context: tuple[str, ...], keys: tuple[str, ...]) -> Origin | None:
        """Return where `keys` come from after `context`; None where from the paragraph itself."""
        return origin(self.sources, context, keys)


@lru_cache(maxsize=8)
def engine(bank: Phrasebank, language: Language) -> Engine:
    """Return the engine of a phrasebank."""
    return Engine(bank, language)
