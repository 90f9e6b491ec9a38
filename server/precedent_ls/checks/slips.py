"""Family: what copying and typing leave behind: broken words, spaces too many, mixed quotation marks."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from phrasebank.bank import Phrasebank
from phrasebank.text.damage import DamageKind, damages
from phrasebank.text.fold import folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.contact import is_contact
from precedent_ls.checks.dates import MONTHS
from precedent_ls.checks.finding import Edit, Evidence, Fix, InDraft, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.rule import Across, Context, Fact, InParagraph, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading


def _damage(reading: Reading, context: Context) -> Iterator[Report]:
    for damage in damages(reading.text, vocabulary=_vocabulary(context.bank, context.language)):
        if damage.kind in (DamageKind.LOST_DASH, DamageKind.LOST_SPACE):
            continue
        if damage.kind is DamageKind.SPLIT_WORD and _LABEL.search(reading.text, 0, damage.span.start):
            continue  # Plan B order
        if damage.kind is DamageKind.SPLIT_WORD and reading.text[damage.span.start] in "ÀÔ":
            continue  # a word by itself: À venir
        repaired = damage.repaired
        if damage.kind is DamageKind.DOUBLE_HYPHEN:
            message = context.say("Two hyphens for a dash: –.", "Deux traits d’union pour un tiret\u00a0: –.")
        else:
            cited = quoted(repaired, context.language)
            message = context.say(f"Broken text: {cited}.", f"Texte abîmé\u00a0: {cited}.")
        yield Report(
            damage.span,
            message,
            fixes=(
                Fix(
                    context.say("Join", "Réparer"), (Edit(damage.span, repaired),), preferred=True, exact=True
                ),
            ),
            cluster=(damage.kind, reading.text[damage.span.start : damage.span.end]),
        )


#: Words that a single capital names: what follows it is a word of its own.
_LABEL = re.compile(
    r"\b(?:plan|schedule|annexe?|appendix|appendices|part|section|group|class|type|option|phase|title|article|hepatitis"
    r"|vitamin|category|tier|form|level|grade|exhibit|figure|table|chapter|line|team|zone|unit|partie|groupe|hépatite"
    r"|vitamine|catégorie|tableau|chapitre|titre|ligne|équipe|option)s?\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Vocabulary:
    """The words of the statements, and what is a word though its first letter is lost."""

    bank: Phrasebank
    language: Language

    def __contains__(self, word: object) -> bool:
        key = folded(str(word), accents=True)
        return (
            word in _TAILS
            or word in _MONTHS[self.language]
            or self.bank.phrases(self.language).find([key]).count > 0
        )


_MONTHS = {language: frozenset(map(folded, names)) for language, names in MONTHS.items()}
#: What is left of a word without its first letter A, I or O, and is a word all the same.
_TAILS = frozenset(
    [
        "bet", "bide", "bound", "bout", "broad", "bridge", "cross", "cute", "deal", "dam", "dept", "drift",
        "far", "fore", "fresh", "gain", "genda", "gent", "ghast", "go", "gree", "head", "ides", "ill",
        "isle", "jar", "kin", "larm", "lien", "light", "like", "live", "lone", "long", "loud", "mass",
        "mid", "miss", "mount", "muse", "new", "nnual", "other", "pace", "part", "point", "pply", "ppeal",
        "range", "rea", "ray", "rena", "rise", "rose", "round", "scribe", "shore", "side", "skew", "sleep",
        "spire", "sset", "stray", "tone", "trophy", "vail", "venue", "verse", "vert", "void", "wait",
        "wake", "ward", "ware", "wash", "way", "while", "work", "wry", "chore", "bate", "base", "ban",
        "bases", "count", "counts", "ground", "greed", "line", "lined", "mage", "mages", "ran", "rate",
        "ron", "sland", "solate", "solated", "tem", "tems", "state", "states", "press", "pressed",
        "migrant", "migrants", "moral", "deals", "den", "bit", "bits", "pen", "pens", "ranges", "ration",
        "rations", "region", "regions", "bey", "mend", "mends", "mended", "tract", "tracts", "tempt",
        "tempts", "test", "tests", "ton", "tons", "tribute", "tributes",
    ]
)  # fmt: skip


@lru_cache(maxsize=4)
def _vocabulary(bank: Phrasebank, language: Language) -> _Vocabulary:
    return _Vocabulary(bank, language)


def _double_space(reading: Reading, context: Context) -> Iterator[Report]:
    for match in _SPACES.finditer(reading.text):
        span = Span(*match.span())
        yield Report(
            Span(span.start - 1, span.end),  # with what stands before: a gap alone can hardly be seen
            context.say("One space is enough.", "Une seule espace suffit."),
            fixes=(
                Fix(context.say("One space", "Une espace"), (Edit(span, _one(match[0])),), preferred=True),
            ),
            cluster="space",
        )


_SPACES = re.compile(r"(?<=[^\s\ufffc])[ \u00a0\u202f]{2,}(?=[^\s\ufffc])")


def _one(spaces: str) -> str:
    """Return the space to keep: a no-break space beside an ordinary one has no reason."""
    return " " if " " in spaces else spaces[0]


def _gather_quotes(reading: Reading, context: Context) -> Iterator[Fact[bool]]:
    if context.language is Language.EN and not is_contact(reading):
        for match in _MARKS.finditer(reading.text):
            span = Span(*match.span())
            yield Fact("marks", span, match[0] in "\"'")


#: Apostrophes and quotation marks; true for the straight ones. Marks after a digit are feet and inches.
MARKS = Survey("quotation marks", _gather_quotes)

_MARKS = re.compile(r"[“”‘’]|(?<!\d)[\"']")


def _quotes_mixed(_: Hashable, places: Sequence[Occurrence[bool]], __: Context) -> Iterator[Report]:
    counts = Counter(place.what for place in places)
    if len(counts) < 2:
        return
    curly = [place for place in places if not place.what]
    for place in places:
        if place.what:
            yield Report(
                _whole_word(place),
                "Straight and curly quotation marks are mixed: use the curly ones.",
                evidence=tuple(
                    Evidence("Curly here.", InDraft(each.span)) for each in _nearest(curly, place)[:_SHOWN]
                ),
                fixes=(
                    Fix(
                        "Use curly quotation marks",
                        (Edit(place.span, _curly(place.reading.text, place.place)),),
                        preferred=True,
                    ),
                ),
                cluster="marks",
            )


#: How many curly marks are shown.
_SHOWN = 3


def _nearest(places: Sequence[Occurrence[bool]], place: Occurrence[bool]) -> list[Occurrence[bool]]:
    """Return the places, those of the same paragraph first."""
    return sorted(places, key=lambda each: each.reading is not place.reading)


def _whole_word(place: Occurrence[bool]) -> Span:
    """Return the mark, and the letters before an apostrophe."""
    start = place.place.start
    while start > 0 and place.text == "'" and place.reading.text[start - 1].isalnum():
        start -= 1
    return place.at(start, place.place.end)


def _curly(text: str, span: Span) -> str:
    """Return the curly mark for a straight one: an opening one after a space, a bracket or a dash."""
    opens = span.start == 0 or text[span.start - 1] in " \n\u00a0([–—-“‘"
    if text[span.start] == '"':
        return "“" if opens else "”"
    return "‘" if opens and re.match(r"[^\W\d]", text[span.end :]) else "’"


RULES = (
    Rule("damage", Severity.ERROR, InParagraph(_damage)),
    Rule("double-space", Severity.HINT, InParagraph(_double_space)),
    Rule("quotes-mixed", Severity.HINT, Across(MARKS, _quotes_mixed)),
)
