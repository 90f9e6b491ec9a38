"""What the phrasebank and the draft say at one place, remembered while a word is typed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice

from phrasebank.bank import Phrasebank
from phrasebank.index import suffixes
from phrasebank.index.live import live_segments
from phrasebank.index.segment import Segment
from phrasebank.index.tokens import BOUNDARIES
from phrasebank.kept import kept
from phrasebank.register.model import Kind
from phrasebank.text.language import Language
from phrasebank.text.words import words
from precedent_ls.assist.completion.analogues import AnalogousSource
from precedent_ls.assist.completion.backdrop import Seldom
from precedent_ls.assist.completion.chains import Stretch, stretches
from precedent_ls.assist.completion.context import Context
from precedent_ls.assist.completion.corrections import meant
from precedent_ls.assist.completion.counts import RunningSource, SegmentSource
from precedent_ls.assist.completion.guard import Guard
from precedent_ls.assist.completion.model import Model, Settled
from precedent_ls.assist.completion.names import NameBook
from precedent_ls.assist.completion.openings import Section
from precedent_ls.assist.completion.origins import Origin, origin
from precedent_ls.assist.completion.place import Place
from precedent_ls.assist.completion.predictor import Predictor
from precedent_ls.assist.completion.quotations import Quotation, quotations, quoted_openings
from precedent_ls.assist.completion.roster import roster
from precedent_ls.assist.completion.shelf import Shelf
from precedent_ls.assist.completion.slots import Slots
from precedent_ls.assist.completion.stock import Stock
from precedent_ls.assist.completion.tuning import CONTEXT, TUNING, Tuning
from precedent_ls.assist.completion.units import FIRST, HYPHENS, Unit
from precedent_ls.assist.completion.variables import STRANGER, Variables
from precedent_ls.assist.completion.vocabulary import Lexicon, RunningLexicon, SegmentLexicon, split
from precedent_ls.draft.snapshot import Draft


class Engine:
    """The statements of one language, asked again and again."""

    def __init__(self, bank: Phrasebank, language: Language, tuning: Tuning = TUNING) -> None:
        self.tuning = tuning
        self._language = language
        self._segments = bank.segments.get(language, ())
        self._variables = Variables(_people(bank))
        self._names = lru_cache(maxsize=4)(partial(NameBook, bank, language))
        self._guard = lru_cache(maxsize=4)(partial(Guard, bank, language))
        self._slots = lru_cache(maxsize=4)(partial(Slots, bank, language))
        self._roster = lru_cache(maxsize=4)(partial(roster, bank, language))
        self._shelf = lru_cache(maxsize=32)(self._read_shelf)
        self._settled = lru_cache(maxsize=4)(self._read_settled)
        self._prospects = lru_cache(maxsize=4)(self._read_prospect)

    def at(self, draft: Draft, place: Place) -> "Prospect":
        """Return what is to be asked at a place of a draft."""
        others = (each.reading for each in draft.paragraphs if each is not place.paragraph)
        return self._prospects(live_segments(others), self._roster_of(draft), draft.date, place.units)

    def knows(self, draft: Draft, place: Place) -> bool:
        """Tell, at little cost, whether the last finished word stands anywhere but here."""
        key = place.context[-1]
        others = (each.reading for each in draft.paragraphs if each is not place.paragraph)
        segments = (*self._segments, self._roster_of(draft), *live_segments(others))
        return (
            any(each.number(key) is not None for each in segments)
            or any(key in unit.keys for unit in place.units[:-1])
            or self.at(draft, place).is_likened(place)
        )

    def prepare(self) -> None:
        """Read what is needed at some keys only, so that none has to wait for it."""
        for segment in self._segments:
            self._shelf(segment, 1.0).lexicon.prepare()

    def _read_shelf(self, segment: Segment, weight: float, *, names: bool = False) -> Shelf:
        source = SegmentSource(segment, weight, self.tuning)
        analogous = AnalogousSource(source, self._variables, self.tuning.analogous)
        return Shelf(source, analogous, Seldom(source), SegmentLexicon(source, names=names))

    def _read_settled(self, live: tuple[Segment, ...], names: Segment) -> Settled:
        return Settled(
            [self._shelf(segment, 1.0) for segment in self._segments],
            [self._shelf(segment, self.tuning.draft) for segment in live],
            self._shelf(names, self.tuning.names, names=True),
            variables=self._variables,
            language=self._language,
            tuning=self.tuning,
        )

    def _roster_of(self, draft: Draft) -> Segment:
        """Return the names for a draft, and its day as often as words of the draft count for names."""
        times = 0 if draft.date_assumed else round(self.tuning.draft / self.tuning.names)
        return self._roster(draft.date, times=times)

    def _read_prospect(
        self, live: tuple[Segment, ...], names: Segment, day: dt.date, units: tuple[Unit, ...]
    ) -> "Prospect":
        settled = self._settled(live, names)
        running = RunningSource(units, self.tuning)
        lexicon = RunningLexicon(running, units)
        stocks = settled.stock, Stock([lexicon], self.tuning)
        predictor = Predictor(Model(settled, running), stocks, self.tuning)
        return Prospect(
            predictor,
            settled,
            (*settled.lexicons, lexicon),
            self._names(day),
            self._guard(day),
            self._slots(day),
            _strangers(units, [each.segment for each in settled.sources]),
            self.tuning,
        )


def _people(bank: Phrasebank) -> frozenset[str]:
    """Return the words of people's names, initials apart."""
    people = (each for each in bank.register.entries.values() if each.kind is Kind.PERSON)
    names = (person.canonical(language) for person in people for language in Language)
    found = (word.key for name in names if name is not None for word in words(name.text))
    return frozenset(key for key in found if len(key) > 1 and key.isalpha())


def _strangers(units: Sequence[Unit], segments: Sequence[Segment]) -> frozenset[str]:
    """Return the last words with a capital inside a sentence that stand nowhere else."""
    capitals = (
        unit.keys[0]
        for unit in units[FIRST:][-CONTEXT:]
        if not unit.text.islower() and len(unit.keys) == 1 and split(unit).word[:1].isupper()
    )
    unknown = [
        key for key in capitals if key.isalpha() and all(each.number(key) is None for each in segments)
    ]
    return frozenset(key for key in unknown if sum(key in unit.keys for unit in units) == 1)


@dataclass(frozen=True)
class Prospect:
    """What may follow the finished words before a cursor, asked again with each letter of the next."""

    predictor: Predictor
    settled: Settled
    lexicons: tuple[Lexicon, ...]
    names: NameBook
    guard: Guard
    slots: Slots
    strangers: frozenset[str]
    tuning: Tuning

    def stretches(self, place: Place) -> list[Stretch]:
        """Return what may come next, in no order."""
        small = place.gap in HYPHENS and split(place.units[-1]).word.islower()
        context = self._context(place)
        beginnings = self.predictor.beginnings(context, place.letters, small=small)
        model, typed = self.predictor.model, len(place.typed)
        return list(stretches(model, context, beginnings, typed, place.opened, self.tuning))

    def meant(self, letters: str) -> list[str]:
        """Return words as they are written that `letters` may be a misspelled beginning of."""
        segments = [each.segment for each in self.settled.sources]
        ways = (
            (lexicon.beginning(key).words, key)
            for key in meant(segments, letters)
            for lexicon in self.lexicons
        )
        best: dict[str, str] = {}
        for ways_of_writing, key in ways:
            own = {each.word: count for each, count in ways_of_writing.items() if each.key == key}
            if own:
                best.setdefault(key, max(own, key=lambda word: own[word]))
        return list(best.values())

    def known(self, place: Place) -> int:
        """Return how many tokens before the word being typed occur in a row anywhere."""
        return self.predictor.model.after(self._context(place)).known

    def is_likened(self, place: Place) -> bool:
        """Tell whether the words before the cursor, or words like them, went on anywhere."""
        return self.predictor.model.after(self._context(place)).seen > 0

    def _context(self, place: Place) -> Context:
        """Return what stands before the word being typed; a name known from nowhere stands for any."""
        keys = tuple(STRANGER if key in self.strangers else key for key in place.context)
        opens = len(place.units) <= FIRST or place.context[-1] in BOUNDARIES
        return Context(keys, None if opens else place.units[-1].capital, place.gap, place.section)

    @kept
    def count(self, keys: tuple[str, ...]) -> int:
        """Return how often tokens occur in a row."""
        return sum(suffixes.find(each.segment, keys).size for each in self.settled.sources)

    def quotations(self, place: Place) -> list[Quotation]:
        """Return clauses of a few statements that began as the draft does here, or as such a section did."""
        most = 3 if place.units[1:] else 8
        begun = self._openings(place.section) if place.section else []
        found = (
            each for each in (*begun, *self._quotations(place.context)) if each.text.startswith(place.typed)
        )
        return list(islice(found, most))

    @kept
    def _openings(self, section: Section) -> list[Quotation]:
        return quoted_openings(self.settled.openings(section))

    @kept
    def _quotations(self, context: tuple[str, ...]) -> list[Quotation]:
        return quotations(self.settled.statements, context)

    @kept
    def origin(self, context: tuple[str, ...], keys: tuple[str, ...]) -> Origin | None:
        """Return where `keys` come from after `context`; None where from the paragraph itself."""
        return origin(self.settled.sources, context, keys)


@lru_cache(maxsize=8)
def engine(bank: Phrasebank, language: Language) -> Engine:
    """Return the engine of a phrasebank."""
    return Engine(bank, language)
