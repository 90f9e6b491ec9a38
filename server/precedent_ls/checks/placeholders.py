"""Family: what is still open: places to be filled in, and brackets of a negotiation."""

import re
from collections.abc import Iterator

from phrasebank.text.span import Span
from precedent_ls.checks.dates import MONTHS
from precedent_ls.checks.exempt import is_cited
from precedent_ls.checks.finding import Edit, Fix, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.rule import Context, InParagraph, Report, Rule
from precedent_ls.draft.snapshot import Reading


def _placeholder(reading: Reading, context: Context) -> Iterator[Report]:
    for span in _placeholders(reading.text):
        if _OMISSION.fullmatch(reading.text, span.start, span.end) and is_cited(reading, span):
            continue
        cited = quoted(reading.text[span.start : span.end], context.language)
        yield Report(
            span,
            context.say(f"{cited} is still to be filled in.", f"{cited} reste à remplir."),
            cluster=reading.text[span.start : span.end],
        )


def _placeholders(text: str) -> Iterator[Span]:
    found = [Span(*match.span()) for pattern in _OPEN for match in pattern.finditer(text)]
    found += (Span(*match.span()) for match in _CROSSES.finditer(text) if not _is_numeral(text, match))
    found += (Span(*match.span()) for match in _TAB_STOP.finditer(text) if not _is_money(text, match))
    done = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= done:
            done = span.end
            yield span


_THING = (
    r"names?|titles?|dates?|days?|months?|years?|times?|numbers?|figures?|amounts?|totals?|places?|city"
    r"|locations?|venues?|country|emails?|e-mail|phone|telephone"
    r"|nom|prénom|titre|jour|mois|année|heure|nombre|chiffre|montant|lieu|ville|pays|courriel|téléphone"
)
_ROLE = r"minister|secretary|office|official|agency|organization|department|ministre|secrétaire|organisme"
_LATER = (
    r"(?:to be (?:confirmed|determined|decided|added|completed|inserted|announced)"
    r"|à (?:confirmer|déterminer|compléter|préciser|venir|insérer))"
)
_OPEN = (
    # [name], [NAME], [insert date], [name of minister], «[nom]», [date à confirmer], [●], [___]
    re.compile(
        rf"\[\s*(?:(?:insert|add|enter|insérer|ajouter|inscrire)\b[^\[\]\n]{{0,60}}"
        rf"|(?:the |le |la )?(?:full |last |first |exact |host )?(?:{_THING})"
        rf"(?:\s+(?:of|de|du|des|d’|and|et|to|here|ici)\b[^\[\]\n]{{0,40}})?"
        rf"|(?:the |le |la )?(?:{_ROLE})"
        r"|(?:[\w’']+ ){1,3}(?:names?|titles?|dates?|numbers?|figures?|city|location)"
        rf"|[^\[\]\n]{{0,40}}\b(?:tbd|tbc|tba|tk|{_LATER})\b[^\[\]\n]{{0,20}}"
        rf"|(?!\.\])[●•…_.?xX\s-]{{1,20}})\s*\](?!\()",
        re.IGNORECASE,
    ),
    re.compile(r"\[[A-ZÀ-Ý]{3,}(?:[ _/-][A-ZÀ-Ý]+){1,4}\](?!\()"),
    re.compile(r"\b(?:TBD|TBC|TKTK|TK)\b(?![-’'])"),
    re.compile(rf"(?i:\((?:[^()\n]{{0,30}}\s)?{_LATER}\))"),
    re.compile(
        r"(?i:(?<!\ba )(?<!\bun )(?<!\bune )"
        rf"\b(?:date|lieu|nom|heure|titre|chiffre|nombre|venue|name|place)s?\s*:?\s+{_LATER})(?=\s*(?:[.,;)]|$))"
    ),
    re.compile(r"\{\{[^{}\n]{1,40}\}\}|(?<![\w?])\?{3,}(?![\w?])"),
    re.compile(r"\$\{\d+(?::[^{}\n]*)?\}|(?<!\w)_{3,}(?!\w)"),
)
#: What a quotation leaves out.
_OMISSION = re.compile(r"\[\s*(?:…|\.{3,4}|\.\s\.\s\.)\s*\]")
#: XX, and its like among figures: XX countries, 20XX, $XX million.
_CROSSES = re.compile(r"(?<![A-Za-z])(?:X{2,}|(?<=\b20)X{2}|(?<=\b20\d)X)(?![A-Za-z’'])")
_TAB_STOP = re.compile(r"(?P<before>[A-Z][\w’.]*|,|\()[ \u00a0](?P<stop>\$[0-9])(?![\d.,]\d|\d)")
_MONEY = re.compile(
    r"[ \u00a0-]?(?:million|billion|trillion|thousand|hundred|bn?\b|m\b|k\b|US|CA|per|bill|coin|each)"
)


def _is_numeral(text: str, match: re.Match[str]) -> bool:
    """Tell whether XX is twenty: after a word with a capital that is no month, or before one."""
    if match.start() and text[match.start() - 1].isdigit():
        return False
    before = re.search(r"([^\W\d_]+)\.?\s+$", text[: match.start()])
    months = {name.casefold() for names in MONTHS.values() for name in names}
    after = re.match(r"(?:\s+[A-Z]|\s+(?:siècle|century)|[-–.]\d|\.\w)", text[match.end() :])
    if after:
        return True
    if before is None:
        return False
    word = before[1]
    return (word[:1].isupper() and word.casefold() not in months and not _FIRST_WORD.fullmatch(word)) or (
        word.casefold() in _NUMBERED
    )


_FIRST_WORD = re.compile(r"On|In|The|Some|Over|About|By|At|Le|En|Les|Plus|More|Than|From|Since|A|An|For|With")
_NUMBERED = frozenset(
    [
        "title",
        "article",
        "chapter",
        "annex",
        "schedule",
        "part",
        "section",
        "appendix",
        "volume",
        "titre",
        "chapitre",
        "annexe",
        "partie",
    ]
)


def _is_money(text: str, match: re.Match[str]) -> bool:
    return match["before"] in ("US", "CA", "C", "A", "USD", "CAD", "(") or (
        _MONEY.match(text, match.end()) is not None
    )


def _bracket_open(reading: Reading, context: Context) -> Iterator[Report]:
    text = reading.text
    filled = list(_placeholders(text))
    for match in _BRACKETS.finditer(text):
        span = Span(*match.span())
        inner = match["inner"]
        if any(each.start < span.end and span.start < each.end for each in filled) or _is_editorial(
            text, match
        ):
            continue
        edits = (Edit(Span(span.start, span.start + 1), ""), Edit(Span(span.end - 1, span.end), ""))
        yield Report(
            span,
            context.say(
                "The bracket is still open: decide whether its text stays.",
                "Le crochet est encore ouvert\u00a0: décider si son texte reste.",
            )
            if inner
            else context.say("An open bracket is left.", "Un crochet est resté."),
            fixes=(
                Fix(context.say("Keep the text, without brackets", "Garder le texte, sans crochets"), edits),
                Fix(
                    context.say("Remove the bracket and its text", "Supprimer le crochet et son texte"),
                    (Edit(span, ""),),
                ),
            )
            if match["close"]
            else (),
        )


_BRACKETS = re.compile(r"\[(?P<inner>[^\[\]]{0,600})(?P<close>\]?)")


def _is_editorial(text: str, match: re.Match[str]) -> bool:
    """Tell whether brackets are an editor’s: [sic], [T]he, [1], [email protected], a footnote, a link."""
    inner = match["inner"].strip()
    return (
        len(inner) < 3
        or text[match.end() : match.end() + 1] in ("(", ":", "[")
        or (match.start() > 0 and text[match.start() - 1].isalpha())
        or (match["close"] != "" and text[match.end() : match.end() + 1].isalpha())
        or re.fullmatch(
            r"(?i:sic|\^?\d+|…|\.{3}|email.protected|emphasis added|applause|laughter|note.*|\d+ pages?)",
            inner,
        )
        is not None
    )


RULES = (
    Rule("placeholder", Severity.ERROR, InParagraph(_placeholder)),
    Rule("bracket-open", Severity.HINT, InParagraph(_bracket_open)),
)
