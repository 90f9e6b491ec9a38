"""All that is offered at one place, from every source, in the order of the list."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from heapq import nlargest

from phrasebank.register.content_words import SMALL
from phrasebank.register.model import Kind as EntryKind
from phrasebank.text.fold import folded
from phrasebank.text.words import words
from precedent_ls.assist.completion.admission import Admission
from precedent_ls.assist.completion.chains import Stretch, closes
from precedent_ls.assist.completion.choice import LIKELY, Choice
from precedent_ls.assist.completion.corrections import accented
from precedent_ls.assist.completion.engine import Prospect
from precedent_ls.assist.completion.guard import REACH
from precedent_ls.assist.completion.names import Suggested
from precedent_ls.assist.completion.origins import Origin
from precedent_ls.assist.completion.place import Place
from precedent_ls.assist.completion.quotations import SHORTEST, Quotation
from precedent_ls.assist.completion.slots import Slots, escaped

#: A name this likely stands first; behind a capital it need not be so likely.
SURE, SURE_BEHIND_CAPITAL = 0.15, 0.04

#: How likely the acronym is in the parentheses behind its name.
DUE = 0.9

#: How likely a name’s next word is at least; of a name that the twin has, and in how many places it counts.
LEAST, TWIN_LEAST, TWIN = 0.01, 0.3, 8.0

#: Names that are listed beside what else is likely.
NAMES = 8

#: How likely an accent or a capital is left out.
SLIP = 0.2

#: What has a bearer.
BORNE = frozenset({EntryKind.PERSON, EntryKind.OFFICE})

#: What is listed of each way to put accents in.
ACCENTED = 4

APOSTROPHES = "'’"

#: What does not make two items of one.
MARKS = " ,;:.(“«"


class Kind(StrEnum):
    """What an offer is, for the editor's icon."""

    PHRASE = "phrase"
    WORD = "word"
    NAME = "name"
    HEADING = "heading"
    SKELETON = "skeleton"


@dataclass(frozen=True, slots=True)
class Offer:
    """Text to be put in place of the draft's characters from `start` to the cursor, and where it is from.

    `snippet` is the text with tab stops. `unsure` counts variable parts of a precedent that stand as they
    were, because what they are in this draft is not known.
    """

    start: int
    text: str
    kind: Kind
    chance: float = 0.0
    origin: Origin | None = None
    name: Suggested | None = None
    snippet: str | None = None
    unsure: int = 0


class Offers:
    """What is offered at a place of a draft.

    Parameters
    ----------
    source, place
        The draft's text and the cursor in it.
    prospect, slots
        What may follow there, and what varies in it.
    accepted
        Forms that the draft accepts, folded.
    expected
        The ids of entries that the draft is likely to name: its twin does.
    """

    def __init__(
        self,
        source: str,
        place: Place,
        prospect: Prospect,
        slots: Slots,
        *,
        accepted: Collection[str] = (),
        expected: Collection[str] = (),
    ) -> None:
        self._source = source
        self._expected = expected
        self._place = place
        self._prospect = prospect
        self._slots = slots
        stretches = {each.text: each for each in prospect.stretches(place)}
        self._names: dict[str, Suggested] = {}
        self._named: list[Stretch] = []
        self._others: list[Offer] = []
        self._start = place.start
        for name in {each.text: each for each in prospect.names.begun(source, place)}.values():
            if name.name.entry.kind not in BORNE or not prospect.guard.misnames(
                source[max(0, name.start - REACH) : name.start], name.text
            ):
                self._add_name(name, stretches)
        found = list(stretches.values())
        due = {key for name in self._names.values() if name.due for key in name.keys}
        self._admission = Admission(source, place, prospect, found, accepted=accepted, due=due)
        self._choice = Choice(
            found,
            bool(place.letters),
            prospect.known(place),
            prospect.tuning,
            partial(_is_allowed, self._names, self._admission),  # refers to nothing that refers to it
        )
        self._ghost = self._choice.ghost()

    @property
    def ghost(self) -> str | None:
        """Return what to show behind the cursor."""
        return None if self._ghost is None else self._ghost.text[len(self._place.typed) :]

    def listed(self, most: int, *, beside_ghost: bool) -> list[Offer]:
        """Return the list: what is likely and saves most, whole clauses of statements, and the rest.

        Beside ghost text, what that shows need not stand among the first.
        """
        ranked = self._choice.ranked(self._ghost if beside_ghost else None, most)
        offers = {each.text: self._offer(each) for each in ranked[:LIKELY]}
        if self._ghost is not None:
            offers.setdefault(self._ghost.text, self._offer(self._ghost))
        for quotation in self._prospect.quotations(self._place):
            if (offer := self._quoted(quotation)) is not None:
                offers.setdefault(quotation.text, offer)
        for stretch in self._likeliest_names():
            offers.setdefault(stretch.text, self._offer(stretch))
        for stretch in ranked[LIKELY:]:
            if not _leads_on(stretch):
                offers.setdefault(stretch.text, self._offer(stretch))
        found = self._with_corrections(list(offers.values()))
        return _one_way_first(self._once(found or list(self._corrections())))[:most]

    def _once(self, offers: Sequence[Offer]) -> Iterator[Offer]:
        """Yield offers, of those that come to the same text, a mark at its end aside, the first."""
        start = min((each.start for each in offers), default=0)
        seen: set[str] = set()
        for each in offers:
            text = (self._source[start : each.start] + each.text).rstrip(MARKS)
            if text not in seen:
                seen.add(text)
                yield each

    def _likeliest_names(self) -> list[Stretch]:
        """Return the names that go on with what is typed, some of many."""
        return nlargest(NAMES, self._named, key=lambda each: each.chance)

    def _corrections(self) -> Iterator[Offer]:
        """Yield the words that may have been meant where what is typed begins none."""
        place = self._place
        for word in self._prospect.meant(place.letters):
            cased = word[0].upper() + word[1:] if place.letters[0].isupper() else word
            if cased == place.letters or self._admission.fitting(cased) < len(cased):
                continue
            keys = tuple(each.key for each in words(word))
            found = self._prospect.origin(place.context, keys)
            yield Offer(place.offset - len(place.letters), cased, Kind.WORD, 0.0, found)

    def _accented(self) -> Iterator[Offer]:
        """Yield what is likely if accents are missing in what is typed, or are others."""
        place = self._place
        for letters in accented(self._prospect.lexicons, place.letters):
            typed = place.gap + letters
            meant = [
                each
                for each in self._prospect.stretches(replace(place, letters=letters))
                if self._admission.fits(each) and not _leads_on(each)
            ]
            if whole := [each for each in meant if not each.text[len(typed) :][:1].isalnum()]:
                keys = (folded(letters, accents=True),)
                meant.append(
                    Stretch(typed, sum(each.chance for each in whole), len(letters), 0.0, keys, typed)
                )
            for stretch in nlargest(ACCENTED, meant, key=lambda each: each.chance * each.saved):
                text, chance = stretch.text[len(place.gap) :], stretch.chance * SLIP
                kind = Kind.PHRASE if stretch.words > 1 else Kind.WORD
                found = self._prospect.origin(place.context, stretch.keys)
                yield Offer(place.offset - len(place.letters), text, kind, chance, found)

    def _add_name(self, name: Suggested, stretches: dict[str, Stretch]) -> None:
        """Let a name that goes on with what is typed compete with all else.

        One that corrects it, or was not read in a source, is for the list only.
        """
        place = self._place
        typed = self._source[name.start : place.offset]
        root, chance = self._chance(name, typed, stretches.values())
        fits = name.text.startswith(typed)
        if not fits and not place.letters:
            return  # what is typed may go on in many ways yet
        if not (fits or name.typed_words or name.found.startswith(place.letters)):
            chance *= SLIP  # its capital or an accent is not as it is typed
        if not (fits and name.name.verified):
            self._others.append(Offer(name.start, name.text, Kind.NAME, chance, name=name))
        elif len(name.text) > len(typed):
            text = place.typed + name.text[len(typed) :]
            keys = name.keys[name.typed_words :]
            known = stretches.get(text)
            saved = len(text) - len(place.typed)
            made = Stretch(text, chance, saved, 0.0, keys, root)
            stretches[text] = made if known is None else replace(known, chance=max(chance, known.chance))
            self._names[text] = name
            self._named.append(stretches[text])
            self._start = min(self._start, name.start)

    def _chance(self, name: Suggested, typed: str, stretches: Iterable[Stretch]) -> tuple[str, float]:
        """Return how likely a name is: that its next word comes, and that the name goes on from there."""
        wanted = folded(self._place.typed + name.found[len(typed) :])
        root, chance = wanted, DUE if name.due else 0.0
        for each in stretches:
            if each.chance > chance and each.text == each.root and wanted.startswith(folded(each.text)):
                root, chance = each.root, each.chance
        seen, least = (TWIN, TWIN_LEAST) if name.name.entry.id in self._expected else (0.0, LEAST)
        begun = self._prospect.count(name.keys[: name.typed_words + 1]) + seen
        whole = self._prospect.count(name.keys) + seen
        return root, max(chance, least) * min(1.0, (whole + 0.5) / (begun + 0.5))

    def _offer(self, stretch: Stretch) -> Offer:
        name = self._names.get(stretch.text)
        kind = Kind.NAME if name else Kind.PHRASE if stretch.words > 1 else Kind.WORD
        text = self._kept + stretch.text[len(self._place.typed) :]
        origin = None if name else self._prospect.origin(self._place.context, stretch.keys)
        return Offer(self._start, text, kind, stretch.chance, origin, name)

    def _quoted(self, quotation: Quotation) -> Offer | None:
        """Return a clause of a statement with its variable parts filled, as far as it may be written."""
        place = self._place
        whole = quotation.text.lstrip(place.gap)
        filled = self._slots.fill(whole, quotation.occurrence.metadata)
        end = _end(filled.text[: self._admission.fitting(filled.text)])
        if end < len(filled.text):
            filled = filled.until(end)
        if filled.text.count(" ") < SHORTEST - 1 or not filled.text.startswith(place.letters):
            return None
        rest = filled.text[len(place.letters) :]
        if self._admission.closes_twice(rest) or not closes(place.opened + place.typed, rest):
            return None
        if self._admission.is_anothers_acronym(quotation.keys):
            return None
        kept = self._kept[: len(self._kept) - len(place.letters)]
        snippet = f"{escaped(kept)}{filled.snippet}$0" if filled.stops else None
        origin = Origin(quotation.occurrence, 1)
        return Offer(self._start, kept + filled.text, Kind.PHRASE, 0.0, origin, None, snippet, filled.unknown)

    @property
    def _kept(self) -> str:
        return self._source[self._start : self._place.offset]

    def _with_corrections(self, offers: list[Offer]) -> list[Offer]:
        """Put what corrects what is typed where it is as likely, and a sure name first.

        What is typed is taken for a word without its accents only below a few that it may well be.
        """
        exact = min(LIKELY, len(offers))
        unaccented = self._accented() if self._place.letters.isascii() or not offers else ()
        for least, others in ((0, self._others), (exact, unaccented)):
            for other in sorted(others, key=lambda each: -each.chance):
                places = range(least, len(offers))
                at = next((place for place in places if offers[place].chance < other.chance), len(offers))
                offers.insert(at, other)
        sure = (each for each in offers if each.name and each.chance >= self._sure(each, each.name))
        first = max(sure, key=lambda each: each.chance, default=None)
        if first is not None:
            offers.remove(first)
            offers.insert(0, first)
        return offers

    def _sure(self, offer: Offer, name: Suggested) -> float:
        """Return how likely a name has to be to stand first: less behind a capital that it goes on from."""
        if name.again:
            return 1.0
        capital = self._place.letters[:1].isupper()
        goes_on = offer.text.startswith(self._source[offer.start : self._place.offset])
        return SURE_BEHIND_CAPITAL if capital and goes_on else SURE


def _is_allowed(names: Collection[str], admission: Admission, stretch: Stretch) -> bool:
    return stretch.text in names or admission.allows(stretch)


def _one_way_first(offers: Iterable[Offer]) -> list[Offer]:
    """Return offers, one way to write each name before the others, as far as enough stand first."""
    first: list[Offer] = []
    others: list[Offer] = []
    named: set[str] = set()
    for each in offers:
        entry = each.name.name.entry.id if each.name else ""
        if len(first) == LIKELY or entry in named:
            others.append(each)
        else:
            first.append(each)
            named |= {entry} - {""}
    return [*first, *others]


def _leads_on(stretch: Stretch) -> bool:
    """Tell whether a phrase ends in what only leads on to what is not there: a small word, a bracket."""
    text = stretch.text
    return stretch.words > 1 and (
        stretch.keys[-1] in SMALL or text[-1] in APOSTROPHES or text.rfind("(") > text.rfind(")")
    )


def _end(text: str) -> int:
    """Return where a text ends without the marks and small words that only lead on to what is not there."""
    end = len(text)
    for word in reversed(words(text)):
        end = max(word.end, len(text[:end].rstrip(MARKS)))  # the point of D.C. is the word's
        if word.end < end or word.key not in SMALL:
            break
        end = word.start
    return end
