"""Family: numbers, dates, names and acronyms are the same in both languages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from phrasebank.register.model import Entry, Kind
from phrasebank.text.span import Span
from precedent_ls.checks.acronym import ACRONYMS
from precedent_ls.checks.contact import is_contact
from precedent_ls.checks.finding import Evidence, InDraft, InTwin, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.named import names_in
from precedent_ls.checks.pair_dates import dates
from precedent_ls.checks.pair_numbers import implied, numbers
from precedent_ls.checks.pair_tokens import Token, placed, unmatched
from precedent_ls.checks.pairing import Pair, pairs
from precedent_ls.checks.rule import Context, InPair, Report, Rule
from precedent_ls.draft.snapshot import Draft, Paragraph, Reading

Tokens = Callable[[Reading], Iterable[Token]]


def _differing(tokens: Tokens) -> Callable[[Draft, Draft, Context], Iterator[Report]]:
    """Return the rule that paragraphs which say the same have the same tokens.

    Words that only one side has, and the other nothing in their place, may be a matter of style.
    """

    def check(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
        for pair in pairs(draft, twin):
            if not (pair.here and pair.there) or any(map(_is_contact, (*pair.here, *pair.there))):
                continue
            hints = implied(pair.here), implied(pair.there)
            ours, theirs = unmatched(placed(pair.here, tokens), placed(pair.there, tokens))
            ours = [token for token in ours if token.value not in hints[1]]
            theirs = [token for token in theirs if token.value not in hints[0]]
            is_style = not (ours and theirs) and not any(
                _has_figures(text, token) for text, side in ((draft, ours), (twin, theirs)) for token in side
            )
            for report in said_once(pair, ours, theirs, (draft, twin), context):
                yield replace(report, severity=Severity.INFORMATION) if is_style else report

    return check


def _is_contact(paragraph: Paragraph) -> bool:
    return is_contact(paragraph.reading)


def _has_figures(draft: Draft, token: Token) -> bool:
    return any(map(str.isdigit, draft.text.source[token.span.start : token.span.end]))


def said_once(
    pair: Pair, ours: list[Token], theirs: list[Token], both: tuple[Draft, Draft], context: Context
) -> Iterator[Report]:
    """Report what one side says alone; if each says one thing alone, as a difference between the two."""
    draft, twin = (each.text.source for each in both)
    if len(ours) == len(theirs) == 1:
        a, b = ours[0].span, theirs[0].span
        here, there = (
            quoted(text[span.start : span.end], context.language) for text, span in ((draft, a), (twin, b))
        )
        yield Report(
            a,
            context.say(
                f"{here} here, {there} in the other language.", f"{here} ici, {there} dans l’autre langue."
            ),
            evidence=(Evidence(twin[b.start : b.end], InTwin(b)),),
        )
        return
    for token in ours:
        written = quoted(draft[token.span.start : token.span.end], context.language)
        beside = counterpart(pair, token.span)
        yield Report(
            token.span,
            context.say(
                f"{written} is not in the other language.", f"{written} n’est pas dans l’autre langue."
            ),
            evidence=(Evidence(twin[beside.start : beside.end][:200], InTwin(beside)),),
        )
    for token in theirs:
        written = quoted(twin[token.span.start : token.span.end], context.language)
        yield Report(
            origin(pair, token.span),
            context.say(f"The other language has {written} here.", f"L’autre langue a ici {written}."),
            evidence=(Evidence(twin[token.span.start : token.span.end], InTwin(token.span)),),
        )


def counterpart(pair: Pair, span: Span) -> Span:
    """Return the twin's characters that say what the draft says at `span`."""
    for here, there in pair.sentences:
        if there and any(each.start <= span.start < each.end for each in here):
            return Span(there[0].start, there[-1].end)
    return Span(pair.there[0].start, pair.there[-1].span.end)


def origin(pair: Pair, span: Span) -> Span:
    """Return the draft's characters that say what the twin says at `span`."""
    for here, there in pair.sentences:
        if here and any(each.start <= span.start < each.end for each in there):
            return Span(here[0].start, here[-1].end)
    return Span(pair.here[0].start, pair.here[-1].span.end)


#: What is named the same way in both languages; the Forum and concepts have short words for them.
_NAMED = (Kind.PERSON, Kind.OFFICE, Kind.BODY, Kind.INSTRUMENT, Kind.STATUTE)


def _entities(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report a person, office, body or instrument that only one of the two names in a paragraph."""
    for pair in pairs(draft, twin):
        if not (pair.here and pair.there):
            continue
        here, there = list(_entries(pair.here, context)), list(_entries(pair.there, context))
        entries = context.register.entries
        ours, theirs = (
            [token for token in alone if entries[str(token.value)].names(other.language)]
            for alone, other in zip(unmatched(here, there), (twin, draft), strict=True)
        )
        for kind in {entries[str(token.value)].kind for token in (*ours, *theirs)}:
            yield from said_once(
                pair,
                [token for token in ours if entries[str(token.value)].kind is kind],
                [token for token in theirs if entries[str(token.value)].kind is kind],
                (draft, twin),
                context,
            )


def _entries(paragraphs: Sequence[Paragraph], context: Context) -> Iterator[Token]:
    for paragraph in paragraphs:
        for fact in names_in(paragraph.reading, context):
            entry: Entry = fact.what.entry
            if entry.kind in _NAMED and not fact.what.form.anaphoric:
                yield Token(entry.id, fact.span.shifted(paragraph.start))


def _acronyms(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report a name whose acronym is defined in one of the two only."""
    ours, theirs = _defined(draft, context), _defined(twin, context)
    for entry, token in ours.items():
        places = _places(twin, entry, context)
        if entry not in theirs and places:
            written = quoted(draft.text.source[token.span.start : token.span.end], context.language)
            yield Report(
                token.span,
                context.say(
                    f"The acronym {written} is defined in this language only.",
                    f"Le sigle {written} n’est défini que dans cette langue.",
                ),
                evidence=tuple(Evidence(_text(twin, span), InTwin(span)) for span in places[:10]),
            )
    for entry, token in theirs.items():
        places = _places(draft, entry, context)
        if entry not in ours and places:
            written = quoted(twin.text.source[token.span.start : token.span.end], context.language)
            yield Report(
                places[0],
                context.say(
                    f"The other language defines the acronym {written} for this.",
                    f"L’autre langue définit pour ceci le sigle {written}.",
                ),
                evidence=(
                    Evidence(written, InTwin(token.span)),
                    *(Evidence(_text(draft, span), InDraft(span)) for span in places[1:10]),
                    *(
                        Evidence(context.say("Used here.", "Employé ici."), InDraft(span))
                        for span in _uses(draft, entry, context)[:1]
                    ),
                ),
            )


def _defined(draft: Draft, context: Context) -> dict[str, Token]:
    """Return where acronyms of register entries are defined, by entry."""
    found: dict[str, Token] = {}
    for paragraph in draft.paragraphs:
        if "(" not in paragraph.text:
            continue
        for fact in ACRONYMS.gather(paragraph.reading, context):
            if fact.what.entry is not None and fact.what.is_definition:
                token = Token(fact.key, fact.span.shifted(paragraph.start))
                found.setdefault(fact.what.entry.id, token)
    return found


def _places(draft: Draft, entry: str, context: Context) -> list[Span]:
    """Return where a draft names an entry in full."""
    return [
        fact.span.shifted(paragraph.start)
        for paragraph in draft.paragraphs
        for fact in names_in(paragraph.reading, context)
        if fact.what.entry.id == entry and not fact.what.form.acronym
    ]


def _uses(draft: Draft, entry: str, context: Context) -> list[Span]:
    """Return where a draft uses the acronym of an entry."""
    return [
        fact.span.shifted(paragraph.start)
        for paragraph in draft.paragraphs
        for fact in ACRONYMS.gather(paragraph.reading, context)
        if fact.what.entry is not None and fact.what.entry.id == entry and not fact.what.is_definition
    ]


def _text(draft: Draft, span: Span) -> str:
    return draft.text.source[span.start : span.end]


RULES = (
    Rule("pair-number", Severity.ERROR, InPair(_differing(numbers))),
    Rule("pair-date", Severity.ERROR, InPair(_differing(dates))),
    Rule("pair-entity", Severity.WARNING, InPair(_entities)),
    Rule("pair-acronym", Severity.HINT, InPair(_acronyms)),
)
