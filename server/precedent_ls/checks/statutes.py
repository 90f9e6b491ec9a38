"""Family: bills, acts and foreign titles."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from phrasebank.register.model import Kind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.dates import written as day_written
from precedent_ls.checks.evidence import registered
from precedent_ls.checks.finding import Edit, Evidence, Fix, InDraft, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.named import NAMES, Difference, Named
from precedent_ls.checks.rule import Across, Context, Fact, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading


def _bill_status(_: Hashable, places: Sequence[Occurrence[Named]], context: Context) -> Iterator[Report]:
    for place in places:
        named = place.what
        if named.entry.kind is not Kind.STATUTE or named.difference is not Difference.DATED:
            continue
        assent = named.form.until
        if named.right is None or assent is None or context.date <= assent.last:
            continue
        right, bill = (quoted(text, context.language) for text in (named.right.text, place.text))
        day = day_written(assent.last, context.language) if assent.is_exact else assent.written
        fix = replace_by(
            place.reading.text, place.place, Name.of(named.entry, named.right), context.language, exact=False
        )
        yield Report(
            place.span,
            context.say(
                f"{bill} became law on {day}: cite it as {right}, or by the title of the act.",
                f"{bill} a force de loi depuis le {day}\u00a0: le citer comme {right} "
                "ou par le titre de la loi.",
            )
            + context.assumed_date(),
            evidence=registered(named.entry, named.right, context),
            fixes=(place.moved(fix),),
            unverified=not assent.verified,
            cluster=place.text,
        )


class _Title(NamedTuple):
    """An English title in a French text; `gloss` is its translation in brackets, None where there is none."""

    entry: str
    gloss: Span | None
    capital: bool


def _gather_foreign(reading: Reading, context: Context) -> Iterator[Fact[_Title]]:
    if context.language is not Language.FR:
        return
    for mention in reading.mentions:
        if mention.entry.kind not in (Kind.STATUTE, Kind.INSTRUMENT) or mention.form.acronym:
            continue
        english = mention.entry.canonical(Language.EN)
        if english is None or mention.meant.text != english.text:
            continue
        match = _GLOSS.match(reading.text, mention.span.end)
        gloss = Span(*match.span("gloss")) if match else None
        capital = match is not None and match["gloss"][0].isupper()
        end = match.end("gloss") if match else mention.span.end
        yield Fact("title", Span(mention.span.start, end), _Title(mention.entry.id, gloss, capital))


_GLOSS = re.compile(r"\s\(\s?[«“]?\s?(?P<gloss>[A-Za-zÀ-ÿ][^()]{5,}?)\s?[»”]?\)")

FOREIGN_TITLES = Survey("foreign titles", _gather_foreign)


def _foreign_title(_: Hashable, places: Sequence[Occurrence[_Title]], __: Context) -> Iterator[Report]:
    first: dict[str, Occurrence[_Title]] = {}
    for place in places:
        first.setdefault(place.what.entry, place)
    patterns = Counter((place.what.gloss is not None, place.what.capital) for place in first.values())
    if len(patterns) < 2:
        return
    usual = max(patterns, key=lambda pattern: (patterns[pattern], pattern))
    kept = next(
        place for place in first.values() if (place.what.gloss is not None, place.what.capital) == usual
    )
    for place in first.values():
        if (place.what.gloss is not None, place.what.capital) == usual:
            continue
        yield Report(
            place.span,
            "Les titres anglais ne sont pas tous rendus de la même façon\u00a0: donner le titre anglais, "
            "puis sa traduction entre parenthèses, avec les mêmes majuscules.",
            evidence=(Evidence("Rendu ainsi ici.", InDraft(kept.span)),),
            fixes=tuple(_capital(place, capital=usual[1])) if usual[0] else (),
        )


def _capital(place: Occurrence[_Title], *, capital: bool) -> Iterator[Fix]:
    gloss = place.what.gloss
    if gloss is None or any(mention.span.start == gloss.start for mention in place.reading.mentions):
        return  # a French title on the register keeps its own capitals
    letter = place.reading.text[gloss.start]
    new = letter.upper() if capital else letter.lower()
    yield Fix(
        "Employer les mêmes majuscules", (Edit(place.at(gloss.start, gloss.start + 1), new),), preferred=True
    )


RULES = (
    Rule("bill-status", Severity.INFORMATION, Across(NAMES, _bill_status)),
    Rule("foreign-title-fr", Severity.INFORMATION, Across(FOREIGN_TITLES, _foreign_title)),
)
