"""Family: how an acronym is written, and what stands beside it for the same name."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from phrasebank.register.model import Entry, Form
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from precedent_ls.checks.acronym import ACRONYMS, Acronym
from precedent_ls.checks.acronyms import first_undefined
from precedent_ls.checks.brackets import acronym_key
from precedent_ls.checks.exempt import is_cited
from precedent_ls.checks.finding import Evidence, InDraft, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Across, Context, Fact, InParagraph, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading

Place = Occurrence[Acronym]


def _form(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    spellings = Counter(_bare(place.text) for place in places)
    undefined = first_undefined(key, places, context)
    rights: dict[tuple[str, str | None], str | None] = {}  # a long draft writes it one or two ways
    for place in places:
        entry = place.what.entry
        way = place.text, entry.id if entry else None
        if way not in rights:
            rights[way] = _right(place, str(key), spellings, context)
        right = rights[way]
        span, text = _plural_with_apostrophe(place) or (place.place, right)
        if text is None or is_cited(place.reading, place.place):
            continue
        written = place.reading.text[span.start : span.end]
        name = Name(text, entry.gender if entry else None)
        # The full name is going to stand where an undefined acronym does.
        fix = replace_by(place.reading.text, span, name, context.language, preferred=place is not undefined)
        cited = quoted(text, context.language)
        yield Report(
            place.at(*span),
            context.say(
                f"The acronym is written {cited}, not {quoted(written, context.language)}.",
                f"Le sigle s’écrit {cited}, non {quoted(written, context.language)}.",
            ),
            fixes=(place.moved(fix),),
            cluster=(key, written),
        )


def _right(place: Place, key: str, spellings: Counter[str], context: Context) -> str | None:
    """Return the acronym as it should be; None where it is right."""
    entry = place.what.entry
    if entry is not None:
        allowed = [form for form in entry.forms if form.acronym and form.status.allowed]
        if any(surface(form.text) == surface(place.text) for form in allowed):
            return None
        form = _acronym_like(place.text, allowed, context.language)
        if form and context.language is Language.FR and acronym_key(form.text) != key:
            return None  # other letters: `fr-acronym`
        return form.text if form else None
    if key == "DC":
        return None  # a place: `place-form`
    written = _bare(place.text)
    preferred = _well_known(key, context) if context.language is Language.EN else None
    if preferred is None:
        pointed = "." in spellings.most_common(1)[0][0]
        preferred = next((each for each in spellings if ("." in each) is pointed), written)
    mixed = len({"." in each for each in spellings}) > 1
    if ("." in written) == ("." in preferred) or not (mixed or context.release is not None):
        return None
    return preferred + ("s" if place.text.endswith("s") else "")


def _bare(written: str) -> str:
    return surface(written).removesuffix("s")


def _well_known(key: str, context: Context) -> str | None:
    return next(
        (each.acronym for each in context.register.lexicon.well_known if acronym_key(each.acronym) == key),
        None,
    )


def _acronym_like(written: str, allowed: Sequence[Form], language: Language) -> Form | None:
    """Return the acronym to write for an off form: that of the same letters, in the same number."""
    plural = written.endswith("s")
    return min(
        (form for form in allowed if form.language in (None, language)),
        key=lambda form: (
            acronym_key(form.text) != acronym_key(written),
            form.text.endswith("s") is not plural,
        ),
        default=None,
    )


_SEVERAL = re.compile(
    r"\b(?:these|those|several|many|two|three|four|five|six|both|recent|prior|previous|existing|all)\s+$",
    re.IGNORECASE,
)


def _plural_with_apostrophe(place: Place) -> tuple[Span, str] | None:
    """Return the plural of “several MOU’s”."""
    text, end = place.reading.text, place.place.end
    if text[end : end + 2] not in ("’s", "'s") or not _SEVERAL.search(text[: place.place.start]):
        return None
    return Span(place.place.start, end + 2), f"{place.text}s"


def _gather_shorts(reading: Reading, context: Context) -> Iterator[Fact[Entry | str | None]]:
    for fact in ACRONYMS.gather(reading, context):
        acronym = fact.what
        if acronym.entry is not None:
            name = acronym.entry.canonical(context.language)
            if name is not None:
                yield Fact(_head_noun(name.text, context.language), acronym.span, acronym.entry)
        elif acronym.expansion is not None:
            name_text = reading.text[acronym.expansion.start : acronym.expansion.end]
            yield Fact(_head_noun(name_text, context.language), acronym.span, str(fact.key))
    named = [mention.span for mention in reading.mentions]
    named += [fact.what.whole for fact in ACRONYMS.gather(reading, context) if fact.what.whole]
    for match in _THE_NOUN[context.language].finditer(reading.text):
        if not any(span.start < match.end() and match.start() < span.end for span in named):
            yield Fact(match["noun"].casefold(), Span(*match.span()), None)


#: Acronyms and capitalized nouns after an article, by the noun that is the head of the name.
SHORT_NAMES = Survey("short names", _gather_shorts)

_THE_NOUN = {
    Language.EN: re.compile(r"\b[Tt]he\s+(?P<noun>[A-Z][a-z]{3,})\b(?!\s+(?:of|for|in|on|to|[A-Z])|[-’'])"),
    Language.FR: re.compile(
        r"\b(?:[Ll]e|[Ll]a|du|au|[Ll][’'])\s*(?P<noun>[A-ZÀ-Ý][a-zà-ÿ]{3,})\b(?!\s+(?:de|du|des|sur|pour|[A-ZÀ-Ý])|\s+d[’'])"
    ),
}
_OF = {
    Language.EN: re.compile(r"\s(?:of|for|to|on|in|between|against|respecting|with|concerning)\s"),
    Language.FR: re.compile(r"\s"),
}


def _head_noun(name: str, language: Language) -> str:
    first = _OF[language].split(name, maxsplit=1)[0]
    return re.split(r"[\s\-‑]", first)[-1].casefold()


def _two_shorts(
    _: Hashable, places: Sequence[Occurrence[Entry | str | None]], context: Context
) -> Iterator[Report]:
    acronyms = [place for place in places if place.what is not None]
    nouns = [place for place in places if place.what is None]
    if not nouns or not acronyms or any(place.what != acronyms[0].what for place in acronyms):
        return
    written = acronyms[-1].text
    entry = acronyms[0].what if isinstance(acronyms[0].what, Entry) else None
    for place in nouns:
        noun = re.search(r"\w+$", place.text)
        assert noun
        span = Span(place.place.start + noun.start(), place.place.end)
        name = Name(written, entry.gender if entry else None)
        fix = replace_by(place.reading.text, span, name, context.language, preferred=False, exact=False)
        yield Report(
            place.span,
            context.say(
                f"Two short forms for one name: {quoted(place.text, context.language)} and "
                f"{quoted(written, context.language)}; choose one.",
                f"Deux formes courtes pour un même nom\u00a0: {quoted(place.text, context.language)} et "
                f"{quoted(written, context.language)}; en choisir une.",
            ),
            evidence=tuple(
                Evidence(context.say("The acronym.", "Le sigle."), InDraft(each.span))
                for each in acronyms[:5]
            ),
            fixes=(place.moved(fix),),
            cluster="short",
        )


def _french(reading: Reading, context: Context) -> Iterator[Report]:
    if context.language is not Language.FR:
        return
    for fact in ACRONYMS.gather(reading, context):
        acronym, entry = fact.what, fact.what.entry
        if entry is None:
            continue
        allowed = [form for form in entry.names(Language.FR) if form.acronym]
        right = entry.acronym(Language.FR) or entry.acronym(Language.EN)
        if right is None or any(acronym_key(form.text) == fact.key for form in (*allowed, right)):
            continue
        written = quoted(acronym.written, Language.FR)
        yield Report(
            acronym.span,
            f"En français, le sigle est {quoted(right.text, Language.FR)}, non {written}.",
            fixes=(replace_by(reading.text, acronym.span, Name.of(entry, right), Language.FR),),
            unverified=not right.verified,
            cluster=acronym.written,
        )


RULES = (
    Rule("acr-two-shorts", Severity.INFORMATION, Across(SHORT_NAMES, _two_shorts)),
    Rule("acr-form", Severity.WARNING, Across(ACRONYMS, _form)),
    Rule("fr-acronym", Severity.WARNING, InParagraph(_french)),
)
