"""Family: the spaces, hyphens, apostrophes and commas of French as it is printed in Canada."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from phrasebank.register.model import Kind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.exempt import ADDRESS
from precedent_ls.checks.finding import Edit, Evidence, Fix, InDraft, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.rule import Across, Context, Fact, InParagraph, Occurrence, Report, Rule, Survey
from precedent_ls.draft.snapshot import Reading

NO_BREAK = "\u00a0"
EN_DASH = "–"

_BREAKING = re.compile(
    r"(?P<guillemet>(?<=«)[ \t]+|[ \t]+(?=»))"
    r"|(?P<colon>(?<=[\w»)\]])[ \t]+(?=:(?:\s|$)))"
    r"|(?P<none>(?<=[\w»)\]])[ \u00a0\u202f\t]+(?=[;!?](?:\s|$)))"
)
_BARE = re.compile(
    r"(?<=[^\W\d_])(?=:(?:\s|$))|(?<=[\d»)\]%])(?=:(?:\s|$))|(?<=«)(?=[\w(])|(?<=[\w).,!?…])(?=»)"
)


def _spaces(reading: Reading, context: Context) -> Iterator[Report]:
    """Report a space that may break a line before a colon or in guillemets, and one where none belongs."""
    if context.language is not Language.FR:
        return
    for match in _BREAKING.finditer(reading.text):
        if match.lastgroup == "none":
            mark = reading.text[match.end()]
            message = f"Il n’y a pas d’espace avant {quoted(mark, Language.FR)}."
            fix = Fix("Supprimer l’espace", (Edit(Span(*match.span()), ""),), preferred=True)
        else:
            where = "avant le deux-points" if match.lastgroup == "colon" else "à l’intérieur des guillemets"
            message = f"L’espace {where} est insécable."
            fix = Fix("Mettre une espace insécable", (Edit(Span(*match.span()), NO_BREAK),), preferred=True)
        yield Report(Span(*match.span()), message, fixes=(fix,), cluster=match.lastgroup)


def _missing(reading: Reading, context: Context) -> Iterator[Report]:
    """Report a colon or a guillemet without its no-break space."""
    if context.language is not Language.FR:
        return
    addresses = [Span(*match.span()) for match in ADDRESS.finditer(reading.text)]
    for match in _BARE.finditer(reading.text):
        at = match.start()
        if any(span.start <= at <= span.end for span in addresses):
            continue
        # The mark itself is underlined: between two characters there is nothing to see.
        mark = at - 1 if reading.text[at - 1] == "«" else at
        where = "avant le deux-points" if reading.text[mark] == ":" else "à l’intérieur des guillemets"
        yield Report(
            Span(mark, mark + 1),
            f"Il manque une espace insécable {where}.",
            fixes=(Fix("Insérer une espace insécable", (Edit(Span(at, at), NO_BREAK),), preferred=True),),
            cluster=where,
        )


_COMPOUND = re.compile(r"[^\W\d_]+(?:[’'\-‑‐][^\W\d_]+)*[\-‑‐][^\W\d_]+")
_HYPHEN = re.compile(r"[\-‑‐]")


def _gather_compounds(reading: Reading, context: Context) -> Iterator[Fact[str]]:
    if context.language is not Language.FR:
        return
    for match in _COMPOUND.finditer(reading.text):
        written = match[0]
        yield Fact(_HYPHEN.sub("-", written).casefold(), Span(*match.span()), written)


#: Words with a hyphen, by how they read whatever hyphen they have.
COMPOUNDS = Survey("French compounds", _gather_compounds)


def _hyphens(_: Hashable, places: Sequence[Occurrence[str]], context: Context) -> Iterator[Report]:
    """Report a name that has one kind of hyphen here and another there."""
    counts = Counter(character for place in places for character in _HYPHEN.findall(place.what))
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda character: (counts[character], character == "-"))
    name = {"-": "trait d’union ordinaire"}.get(usual, "trait d’union insécable")
    elsewhere = tuple(
        Evidence(f"Ici, un {name}.", InDraft(place.span))
        for place in places
        if set(_HYPHEN.findall(place.what)) == {usual}
    )[:_SHOWN]
    for place in places:
        other = [match for match in _HYPHEN.finditer(place.what) if match[0] != usual]
        if not other:
            continue
        edits = tuple(
            Edit(place.at(place.place.start + match.start(), place.place.start + match.end()), usual)
            for match in other
        )
        yield Report(
            place.span,
            f"{quoted(place.what, context.language)} a ailleurs un {name}\u00a0: un seul dans tout le texte.",
            evidence=elsewhere,
            fixes=(Fix(f"Mettre un {name}", edits, preferred=True),),
            cluster="hyphen",
        )


#: How many of the places with the usual hyphen are shown beside the finding.
_SHOWN = 10

#: Names of places that hold a hyphen.
_HYPHENATED = (
    r"(?:É|E)tats[\-‑]Unis|Royaume[\-‑]Uni|Nouvelle[\-‑]Zélande|Pays[\-‑]Bas|Colombie[\-‑]Britannique"
    r"|Nouvelle[\-‑]Écosse|Nouveau[\-‑]Brunswick|Terre[\-‑]Neuve|Île[\-‑]du[\-‑]Prince[\-‑]Édouard"
)
_JOINED = re.compile(
    rf"\b(?:(?:{_HYPHENATED})(?P<after>[\-‑])(?=[A-ZÀ-Ý])|(?<![\-‑])[A-ZÀ-Ý][a-zà-ÿ]+(?P<before>[\-‑])(?=(?:{_HYPHENATED})\b))"
)


def _tiret(reading: Reading, context: Context) -> Iterator[Report]:
    """Report a hyphen between two names of which one holds a hyphen already."""
    if context.language is not Language.FR:
        return
    names = [
        mention.span
        for mention in reading.mentions
        if mention.entry.kind in (Kind.INSTRUMENT, Kind.STATUTE, Kind.BODY)
    ]
    for match in _JOINED.finditer(reading.text):
        at = match.start("after") if match["after"] else match.start("before")
        if any(span.start <= at < span.end for span in names):
            continue  # a registered name is not ours to change: `frozen-name`
        end = re.compile(r"[\w\-‑]*").match(reading.text, at + 1)
        span = Span(match.start(), end.end() if end else match.end())
        right = reading.text[span.start : at] + EN_DASH + reading.text[at + 1 : span.end]
        yield Report(
            span,
            f"Un tiret joint les noms qui ont déjà un trait d’union\u00a0: {quoted(right, Language.FR)}.",
            fixes=(
                Fix(
                    f"Remplacer par {quoted(right, Language.FR)}",
                    (Edit(Span(at, at + 1), EN_DASH),),
                    preferred=True,
                ),
            ),
            cluster=right.casefold(),
        )


_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def _apostrophes(reading: Reading, context: Context) -> Iterator[Report]:
    """Report a straight apostrophe."""
    if context.language is not Language.FR:
        return
    for match in _APOSTROPHE.finditer(reading.text):
        word = re.compile(r"[^\W\d_]*$").search(reading.text, 0, match.start())
        start = word.start() if word else match.start()
        yield Report(
            Span(start, match.end()),
            "L’apostrophe est courbe (’) dans un texte imprimé.",
            fixes=(Fix("Mettre l’apostrophe courbe", (Edit(Span(*match.span()), "’"),), preferred=True),),
            cluster="apostrophe",
        )


_STRAY_COMMA = re.compile(r",(?P<space>\s+)(?:des|du|aux|les|la|le|de(?:\s+la)?)(?P<comma>,)(?=\s+[^\W\d_])")
_COMMA_BEFORE_NAME = re.compile(r"\b(?:de la|du|des|aux?|à la)(?P<comma>,)(?=\s+[A-ZÀ-Ý][a-zà-ÿ])")
_DOUBLE_COMMA = re.compile(r",(?P<comma>\s*,)")


def _commas(reading: Reading, context: Context) -> Iterator[Report]:
    """Report a comma between an article and its noun, or two commas in a row."""
    if context.language is not Language.FR:
        return
    done: set[int] = set()
    for pattern in (_STRAY_COMMA, _COMMA_BEFORE_NAME, _DOUBLE_COMMA):
        for match in pattern.finditer(reading.text):
            if match.start("comma") in done:
                continue
            done.add(match.start("comma"))
            yield Report(
                Span(*match.span()),
                "Deux virgules se suivent."
                if pattern is _DOUBLE_COMMA
                else "La virgule sépare l’article de son nom.",
                fixes=(Fix("Supprimer la virgule", (Edit(Span(*match.span("comma")), ""),), preferred=True),),
            )


RULES = (
    Rule("fr-nbsp", Severity.WARNING, InParagraph(_spaces)),
    Rule("fr-space-missing", Severity.WARNING, InParagraph(_missing)),
    Rule("fr-hyphen-char", Severity.HINT, Across(COMPOUNDS, _hyphens)),
    Rule("fr-tiret", Severity.WARNING, InParagraph(_tiret)),
    Rule("fr-apostrophe", Severity.HINT, InParagraph(_apostrophes)),
    Rule("fr-comma", Severity.ERROR, InParagraph(_commas)),
)
