"""Family: the principals in the order of the last statement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from phrasebank.bank import Phrasebank
from phrasebank.register.model import Country, Kind
from phrasebank.register.tenures import office_of
from phrasebank.text.span import Span
from phrasebank.text.words import words
from precedent_ls.checks.finding import Edit, Evidence, Fix, InStatement, Severity
from precedent_ls.checks.parallel import COUNTRY_BEFORE, sides, whole
from precedent_ls.checks.rule import Context, InParagraph, Report, Rule
from precedent_ls.checks.titled import Titled
from precedent_ls.draft.snapshot import Reading


@dataclass(frozen=True, slots=True)
class _Order:
    """The offices of one side in the order in which a statement names them first."""

    offices: tuple[str, ...]
    statement: str
    span: Span


def _principals_order(reading: Reading, context: Context) -> Iterator[Report]:
    for side in sides(reading):
        country = side[0].office.entry.country
        offices = [office_of(context.register, pair.office.entry.id) for pair in side]
        order = _last_order(country, context) if country and len(side) > 1 else None
        if order is None:
            continue
        for first, second, pair, next_pair in zip(offices, offices[1:], side, side[1:], strict=False):
            if first not in order.offices or second not in order.offices:
                continue
            if order.offices.index(first) < order.offices.index(second):
                continue
            title = context.register.entries[second].canonical(context.language)
            name = title.text if title else second
            yield Report(
                Span(whole(pair).start, whole(next_pair).end),
                context.say(
                    f"The last statement names the other first: {name}.",
                    f"La dernière déclaration nomme d’abord l’autre responsable\u00a0: {name}.",
                ),
                evidence=(Evidence(order.statement, InStatement(order.statement, order.span)),),
                fixes=(
                    Fix(
                        context.say("Swap the two", "Inverser les deux"),
                        tuple(_swapped(reading, pair, next_pair)),
                    ),
                ),
            )
            break


def _swapped(reading: Reading, pair: Titled, other: Titled) -> Iterator[Edit]:
    """Yield the edits that exchange two principals; a country that only one has stays where it is."""
    text = reading.text
    spans = [whole(pair), whole(other)]
    marks = [COUNTRY_BEFORE.match(text, span.start, span.end) for span in spans]
    if sum(mark is not None for mark in marks) == 1:
        spans = [
            Span(mark.end() if mark else span.start, span.end)
            for span, mark in zip(spans, marks, strict=True)
        ]
    first, second = spans
    yield Edit(first, text[second.start : second.end])
    yield Edit(second, text[first.start : first.end])


def _last_order(country: Country, context: Context) -> _Order | None:
    """Return the order in the last statement before the draft's date that names two of a side."""
    earlier = [each for each in context.bank.statements if each.date < context.date]
    for metadata in reversed(earlier):
        orders = _orders(metadata.id, context.bank)
        if country in orders:
            return orders[country]
    return None


_KNOWN: WeakKeyDictionary[Phrasebank, dict[str, dict[Country, _Order]]] = WeakKeyDictionary()


def _orders(statement: str, bank: Phrasebank) -> dict[Country, _Order]:
    known = _KNOWN.setdefault(bank, {})
    if statement not in known:
        known[statement] = dict(_read_orders(statement, bank))
    return known[statement]


def _read_orders(statement: str, bank: Phrasebank) -> Iterator[tuple[Country, _Order]]:
    read = bank.statement(statement)
    done: set[Country] = set()
    for passage in read.passages() if read else ():
        text = passage.text
        mentions = bank.matcher.mentions(text, words(text), read.metadata.language) if read else ()
        for country in Country:
            offices = [
                office_of(bank.register, mention.entry.id)
                for mention in mentions
                if mention.entry.kind is Kind.OFFICE and mention.entry.country is country
            ]
            if len(set(offices)) > 1 and country not in done:
                done.add(country)
                yield country, _Order(_unique(offices), statement, passage.span)


def _unique(offices: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(offices))


RULES = (Rule("principals-order", Severity.INFORMATION, InParagraph(_principals_order)),)
