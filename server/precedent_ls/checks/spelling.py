"""Family: words that the two countries spell differently."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from phrasebank.bank import Phrasebank
from phrasebank.register.lexicon import Spelling
from phrasebank.register.model import Country
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.words import words
from precedent_ls.checks.capitals import in_name
from precedent_ls.checks.exempt import is_exempt
from precedent_ls.checks.finding import Evidence, InDraft, InStatement, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Across, Context, Fact, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading


class Spelled(NamedTuple):
    """A word as one of the countries spells it."""

    country: Country
    pair: Spelling

    def by(self, country: Country) -> str:
        """Return the word as a country spells it."""
        return self.pair.canada if country is Country.CANADA else self.pair.united_states


Place = Occurrence[Spelled]


def _gather(reading: Reading, context: Context) -> Iterator[Fact[Spelled]]:
    if context.language is not Language.EN:
        return
    known = _by_word(context.bank)
    for word in reading.words:
        spelled = known.get(word.key)
        if spelled is None:
            continue
        span = Span(word.start, word.end)
        if not is_exempt(reading, span) and not in_name(reading, span):
            yield Fact("split" if _is_split(context.bank, spelled.pair) else "plain", span, spelled)


#: The words that are spelled two ways, under one key for those that the statements spell one way or not
#: at all, and another for those that they spell both ways.
SPELLINGS = Survey("spellings", _gather)


@lru_cache(maxsize=4)
def _by_word(bank: Phrasebank) -> dict[str, Spelled]:
    return {
        words(text)[0].key: Spelled(country, pair)
        for pair in bank.register.lexicon.spellings
        for country, text in (
            (Country.CANADA, pair.canada),
            (Country.UNITED_STATES, pair.united_states),
        )
    }


@lru_cache(maxsize=1 << 10)
def _count(bank: Phrasebank, word: str) -> int:
    return bank.phrases(Language.EN).find([words(word)[0].key]).count


def _is_split(bank: Phrasebank, pair: Spelling) -> bool:
    return _count(bank, pair.canada) > 0 and _count(bank, pair.united_states) > 0


def _profile(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    if key != "plain":
        return
    counts = Counter(place.what.country for place in places)
    usual = context.release or max(counts, key=lambda country: counts[country])
    right_ones = [place for place in places if place.what.country is usual]
    for place in places:
        if place.what.country is usual:
            continue
        right = quoted(place.what.by(usual), context.language)
        said = (
            f"The release spells it {right}."
            if context.release
            else f"Two spellings are mixed: the text mostly has that of {_NATION[usual]}, {right}."
        )
        yield _report(place, usual, said, _here(right_ones), context)


def _bank(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    if key != "split":
        return
    for place in places:
        pair = place.what.pair
        canada, states = _count(context.bank, pair.canada), _count(context.bank, pair.united_states)
        mostly = Country.CANADA if canada > states else Country.UNITED_STATES
        usual = context.release or mostly
        if place.what.country is usual or (context.release is None and canada == states):
            continue
        said = (
            f"The statements have “{pair.canada}” ({canada}) and “{pair.united_states}” ({states}): "
            f"write {quoted(place.what.by(usual), context.language)}."
        )
        yield _report(place, usual, said, tuple(_there(place.what.by(usual), context)), context)


_NATION = {Country.CANADA: "Canada", Country.UNITED_STATES: "the United States"}


def _report(
    place: Place, usual: Country, said: str, evidence: tuple[Evidence, ...], context: Context
) -> Report:
    fix = replace_by(
        place.reading.text, place.place, Name(_cased(place.text, place.what.by(usual))), context.language
    )
    return Report(
        place.span, said, evidence, (place.moved(fix),), cluster=(place.what.pair.canada, place.what.country)
    )


def _cased(old: str, new: str) -> str:
    if old.isupper():
        return new.upper()
    return new.capitalize() if old[:1].isupper() else new


def _here(places: Sequence[Place]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(f"Spelled the usual way: “{place.text}”.", InDraft(place.span)) for place in places[:3]
    )


def _there(word: str, context: Context) -> Iterator[Evidence]:
    found = context.bank.phrases(context.language).find([words(word)[0].key])
    for occurrence in found.occurrences(1):
        statement = occurrence.metadata.id
        yield Evidence(f"So spelled in {statement}.", InStatement(statement, occurrence.source_span))


RULES = (
    Rule("spelling-bank", Severity.HINT, Across(SPELLINGS, _bank)),
    Rule("spelling-profile", Severity.HINT, Across(SPELLINGS, _profile)),
)
