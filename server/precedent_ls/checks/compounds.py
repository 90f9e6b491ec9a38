"""Family: compounds joined in more than one way."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.compound import COMPOUNDS, Compound, Joint, preferred_form
from precedent_ls.checks.exempt import is_exempt
from precedent_ls.checks.finding import Evidence, Fix, InDraft, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Across, Context, InParagraph, Occurrence, Report, Rule
from precedent_ls.draft.snapshot import Reading

Place = Occurrence[Compound]


def _dash_or_hyphen(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    joined = [place for place in places if place.what.joint in (Joint.HYPHEN, Joint.DASH)]
    if len({place.what.joint for place in joined}) > 1:
        usual = _registered_joint(key, context) or _commonest(joined, Joint.HYPHEN)
        if usual in (Joint.HYPHEN, Joint.DASH):
            yield from _reports(joined, usual, context, names=True)


def _hyphen_or_open(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    alike = [place for place in places if place.what.joint in (Joint.HYPHEN, Joint.OPEN)]
    open_before_noun = any(
        place.what.joint is Joint.OPEN and place.what.before_noun and not place.what.name for place in alike
    )
    # Before a noun a hyphen is no mixture with the open form elsewhere.
    compared = [
        place
        for place in alike
        if open_before_noun or place.what.joint is Joint.OPEN or not place.what.before_noun
    ]
    if len({place.what.joint for place in compared if not place.what.name}) > 1:
        registered = _registered_joint(key, context)
        usual = registered if registered in (Joint.HYPHEN, Joint.OPEN) else _commonest(compared)
        yield from _reports(compared, usual, context)


def _open_or_closed(key: Hashable, places: Sequence[Place], context: Context) -> Iterator[Report]:
    registered = _registered_joint(key, context)
    joints = {Joint.CLOSED, Joint.HYPHEN} | ({Joint.OPEN} if registered is Joint.CLOSED else set())
    free = [place for place in places if place.what.joint in joints]
    written = {place.what.joint for place in free if not place.what.name}
    if Joint.CLOSED in written and len(written) > 1 and key not in _OTHER_WORDS:
        usual = registered if registered in joints else _commonest(free, Joint.CLOSED)
        yield from _reports(free, usual, context)
    elif registered is Joint.CLOSED and Joint.CLOSED not in written:
        yield from _reports(free, Joint.CLOSED, context, Severity.INFORMATION)


#: Without a hyphen these are words of another meaning.
_OTHER_WORDS = frozenset(
    [
        "reform", "resign", "recover", "recreation", "release", "resort", "retreat", "remark", "represent",
        "redress", "recount", "reserve", "restore", "recollect", "resolve", "resent", "research", "coop",
        "unionized",
    ]
)  # fmt: skip


def _registered_joint(key: Hashable, context: Context) -> Joint | None:
    form = preferred_form(context.bank, context.language, str(key))
    if form is None:
        return None
    return Joint.HYPHEN if "-" in form else Joint.OPEN if " " in form else Joint.CLOSED


def _commonest(places: Sequence[Place], tie: Joint | None = None) -> Joint:
    counts = Counter(place.what.joint for place in places)
    return max(counts, key=lambda joint: (counts[joint], joint is tie))


def _reports(
    places: Sequence[Place],
    usual: Joint,
    context: Context,
    severity: Severity | None = None,
    *,
    names: bool = False,
) -> Iterator[Report]:
    """Report the places that are not joined in the usual way; those in names only with `names`."""
    right_ones = [place for place in places if place.what.joint is usual]
    split = next((place.what.split for place in places if place.what.split), 0)
    for place in places:
        if place.what.joint is usual or (place.what.name and not names):
            continue
        right = _rejoined(place.text, place.what.split or split, usual)
        fix = replace_by(place.reading.text, place.place, Name(right), context.language)
        one_way = context.say("one way in a text", "d’une seule façon dans un texte")
        yield Report(
            place.span,
            context.say(
                f"{quoted(place.text, context.language)} is written {quoted(right, context.language)}"
                + (f", {one_way}." if right_ones else " in the register."),
                f"{quoted(place.text, context.language)} s’écrit {quoted(right, context.language)}"
                + (f", {one_way}." if right_ones else " dans le registre."),
            ),
            evidence=tuple(
                Evidence(context.say("So written here.", "Écrit ainsi ici."), InDraft(each.span))
                for each in right_ones[:_SHOWN]
            ),
            fixes=(replace(place.moved(fix), title=context.say("Join it alike", "Joindre de même")),),
            severity=severity,
            cluster="joint",
        )


#: How many places that have it right are shown.
_SHOWN = 6


def _rejoined(written: str, split: int, joint: Joint) -> str:
    first, second = written[:split], re.sub(r"^[-‑–\s]", "", written[split:])
    if joint is Joint.CLOSED and not written.isupper():
        second = second.lower()
    return f"{first}{joint.value}{second}"


def _ly_hyphen(reading: Reading, context: Context) -> Iterator[Report]:
    if context.language is not Language.EN:
        return
    for match in _ADVERB.finditer(reading.text):
        span = Span(*match.span())
        if match["adverb"].casefold() in _NO_ADVERBS or is_exempt(reading, span):
            continue
        hyphen = Span(match.end("adverb"), match.start("word"))
        right = f"{match['adverb']} {match['word']}"
        cited = quoted(right, context.language)
        yield Report(
            span,
            f"No hyphen after an adverb in -ly: {cited}.",
            fixes=(
                Fix(
                    f"Replace with {cited}",
                    (replace_by(reading.text, hyphen, Name(" "), context.language).edits[0],),
                    preferred=True,
                ),
            ),
            cluster=right.casefold(),
        )


_ADVERB = re.compile(r"(?<![-‑–\w])(?P<adverb>[A-Za-z]{2,}ly)[-‑](?P<word>[a-z]{3,})(?![-‑–\w])")
_NO_ADVERBS = frozenset(
    [
        "family", "early", "only", "daily", "weekly", "monthly", "yearly", "hourly", "nightly", "quarterly",
        "friendly", "supply", "ally", "assembly", "fly", "reply", "rely", "apply", "likely", "unlikely",
        "elderly", "costly", "anomaly", "italy", "july", "monopoly", "deadly", "bully", "rally", "tally",
        "belly", "jelly", "homely", "lovely", "lonely", "lively", "silly", "ugly", "holy", "orderly",
        "scholarly", "timely", "worldly", "poly", "butterfly", "sickly", "chilly", "hilly", "curly", "oily",
        "melancholy", "comply", "imply", "multiply", "biweekly", "bimonthly", "semimonthly", "fortnightly",
        "sly", "ply",
    ]
)  # fmt: skip


RULES = (
    Rule("dash-hyphen-mixed", Severity.WARNING, Across(COMPOUNDS, _dash_or_hyphen)),
    Rule("hyphen-mixed", Severity.INFORMATION, Across(COMPOUNDS, _hyphen_or_open)),
    Rule("open-closed", Severity.WARNING, Across(COMPOUNDS, _open_or_closed)),
    Rule("ly-hyphen", Severity.HINT, InParagraph(_ly_hyphen)),
)
