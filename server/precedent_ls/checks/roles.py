"""Family: the short name of the principals (the Ministers): defined, then kept."""

import re
from collections.abc import Hashable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from phrasebank.text.blocks import BlockKind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.capitals import begins
from precedent_ls.checks.exempt import is_cited
from precedent_ls.checks.finding import Edit, Evidence, Fix, InDraft, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.rule import Across, Context, Fact, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading


class Use(Enum):
    """How a role noun in the plural stands."""

    DEFINED = "defined"  #: (hereinafter “the Ministers”)
    BARE = "bare"  #: Ministers discussed
    ARTICLE = "article"  #: the Ministers
    SMALL = "small"  #: the ministers
    OTHER = "other"  #: Officials, with a capital, whatever is before it


class Role(NamedTuple):
    """One use of a role noun; `noun` is what is defined or written."""

    use: Use
    noun: str


Place = Occurrence[Role]


def _gather(reading: Reading, context: Context) -> Iterator[Fact[Role]]:
    text = reading.text
    for match in _DEFINED.finditer(text):
        yield Fact("roles", Span(*match.span()), Role(Use.DEFINED, match["noun"]))
    if context.language is not Language.EN or reading.kind is BlockKind.HEADING:
        return
    for match in _BARE.finditer(text):
        span = Span(*match.span("noun"))
        before = match["before"] or "ministers"
        if before.islower() and before not in _OWN and not is_cited(reading, span):
            yield Fact("roles", span, Role(Use.BARE, match["noun"]))
    for match in _SMALL.finditer(text):
        if not is_cited(reading, Span(*match.span())):
            yield Fact("roles", Span(*match.span()), Role(Use.SMALL, "ministers"))
    for match in _WITH_ARTICLE.finditer(text):
        if not is_cited(reading, Span(*match.span())):
            yield Fact("roles", Span(*match.span()), Role(Use.ARTICLE, "Ministers"))
    for match in _OFFICIALS.finditer(text):
        span = Span(*match.span("noun"))
        if not is_cited(reading, span) and not begins(reading, span):
            yield Fact("roles", span, Role(Use.OTHER, match["noun"]))


#: Definitions and uses of role nouns, under one key.
ROLES = Survey("roles", _gather)

_DEFINED = re.compile(
    r"\((?:hereinafter|hereafter|together|collectively|ci-après)\b[^()]{0,40}?"
    r"(?:[“\"]|«\s?)(?:the |les )?(?P<noun>[A-Za-zÀ-ÿ]+)(?:[”\"]|\s?»)\)"
)
#: A role noun with a capital and no name after it; none of `_OWN` before it.
_BARE = re.compile(
    r"(?:(?<=[.!?] )|^|(?<![\w’])(?P<before>[\w’]+),? )"
    r"(?P<noun>Ministers)\b(?! (?:of|for|from|responsible|and|[A-Z])|[’'])"
)
#: Words that say which ministers are meant.
_OWN = frozenset(
    [
        "the", "both", "our", "their", "all", "of", "these", "those", "two", "three", "four", "five", "six",
        "seven", "eight", "other", "as", "participating", "respective", "security", "foreign",
        "responsible", "relevant", "between", "from", "for", "provincial", "interior", "justice",
    ]
)  # fmt: skip
_WITH_ARTICLE = re.compile(r"\b[Tt]he Ministers\b(?! (?:of|for|from|responsible|and|[A-Z])|[’'])")
_SMALL = re.compile(r"\b[Tt]he ministers\b(?! (?:of|for|from|responsible|and|who|[A-Z])|[’'])")
_OFFICIALS = re.compile(
    r"(?<=[a-z.] )(?<!Senior )(?<!Public )(?P<noun>Officials|Principals)\b(?! (?:of|[A-Z]))"
)


def _undefined(_: Hashable, places: Sequence[Place], __: Context) -> Iterator[Report]:
    if any(place.what.use is Use.DEFINED for place in places):
        return
    named = [place for place in places if place.what.use in (Use.BARE, Use.ARTICLE)]
    for place in named:
        definition = "the principals (hereinafter “the Ministers”)"
        new = definition if place is named[0] else "the Ministers"
        yield Report(
            place.span,
            "“Ministers” is used as a defined term, but no definition says who they are: "
            "define it once, as (hereinafter “the Ministers”).",
            fixes=(Fix("Define “the Ministers”", (Edit(place.span, _begun(place, new)),), preferred=True),),
            cluster="undefined",
        )


def _drift(_: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    defined = next((place for place in places if place.what.use is Use.DEFINED), None)
    if defined is None or context.language is not Language.EN or defined.what.noun != "Ministers":
        return
    after = False
    for place in places:
        after = after or place is defined
        if place.what.use in (Use.DEFINED, Use.ARTICLE) or (place.what.use is not Use.OTHER and not after):
            continue
        antecedent = place.what.use is Use.OTHER and place.reading is defined.reading and not after
        fixes = () if antecedent or place.what.use is Use.OTHER else (_kept(place),)
        yield Report(
            place.span,
            f"The text defines “the Ministers”: keep to it, not {quoted(place.text, context.language)}.",
            evidence=(Evidence("Defined here.", InDraft(defined.span)),),
            fixes=fixes,
            cluster=("drift", place.what.noun, bool(fixes)),
        )


def _kept(place: Place) -> Fix:
    return Fix(
        "Replace with “the Ministers”", (Edit(place.span, _begun(place, "the Ministers")),), preferred=True
    )


def _begun(place: Place, new: str) -> str:
    """Return `new` with a capital where a sentence begins."""
    begins = any(sentence.start == place.place.start for sentence in place.reading.sentences)
    return new[:1].upper() + new[1:] if begins else new


RULES = (
    Rule("undefined-term", Severity.INFORMATION, Across(ROLES, _undefined)),
    Rule("defined-term-drift", Severity.HINT, Across(ROLES, _drift)),
)
