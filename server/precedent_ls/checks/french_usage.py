"""Family: dates, foreign titles and the capitals of names in French."""

import re
from collections.abc import Iterator

from phrasebank.register.mentions import Mention
from phrasebank.register.model import Entry, Form, Gender, Kind
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from phrasebank.text.surface import surface
from precedent_ls.checks.evidence import registered
from precedent_ls.checks.exempt import is_cited
from precedent_ls.checks.finding import Edit, Fix, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by, replacement
from precedent_ls.checks.rule import Context, InParagraph, Report, Rule
from precedent_ls.draft.snapshot import Reading

_MONTHS = {
    "janv": "janvier",
    "févr": "février",
    "avr": "avril",
    "juill": "juillet",
    "sept": "septembre",
    "oct": "octobre",
    "nov": "novembre",
    "déc": "décembre",
}
_DATE = re.compile(
    r"\b(?:1er|\d{1,2})[ \u00a0\u202f](?P<month>"
    + "|".join(_MONTHS)
    + r")(?P<point>\.?)(?=[ \u00a0\u202f]\d{4}\b)(?P<year>.\d{4})",
    re.IGNORECASE,
)


def _dates(reading: Reading, context: Context) -> Iterator[Report]:
    """Report the name of a month that is cut short."""
    if context.language is not Language.FR:
        return
    for match in _DATE.finditer(reading.text):
        month = Span(match.start("month"), match.end("point"))
        whole = _MONTHS[match["month"].lower()]
        right = reading.text[match.start() : month.start] + whole + match["year"]
        yield Report(
            Span(*match.span()),
            f"Le mois s’écrit au long dans le texte\u00a0: {quoted(right, Language.FR)}.",
            fixes=(
                Fix(f"Remplacer par {quoted(right, Language.FR)}", (Edit(month, whole),), preferred=True),
            ),
        )


_ARTICLE = re.compile(r"(?<![\w’'])(?P<article>la|le|une|un|cette|ce)\s+$", re.IGNORECASE)
_GLOSS = re.compile(r"\s*\((?P<gloss>[^()\n]{4,300})\)")


def _foreign_gender(reading: Reading, context: Context) -> Iterator[Report]:
    """Report an English title to which an article gives a French gender."""
    if context.language is not Language.FR:
        return
    text = reading.text
    for mention in reading.mentions:
        if mention.entry.kind not in (Kind.INSTRUMENT, Kind.STATUTE) or mention.form.acronym:
            continue
        article = _ARTICLE.search(text, 0, mention.span.start)
        if article is None or not _is_english(mention) or is_cited(reading, mention.span):
            continue
        gloss = _GLOSS.match(text, mention.span.end)
        french = next(
            (form for form in mention.entry.names(Language.FR) if _is_french(form, mention.entry)), None
        )
        written = text[mention.span.start : mention.span.end]
        yield Report(
            Span(article.start("article"), mention.span.end),
            f"L’article donne un genre au titre anglais {quoted(written, Language.FR)}\u00a0: "
            "le titre français d’abord, l’anglais entre parenthèses.",
            evidence=registered(mention.entry, french, context) if french else (),
            fixes=_french_first(reading, mention, gloss, french),
            unverified=french is not None and not french.verified,
            cluster=mention.entry.id,
        )


def _is_english(mention: Mention) -> bool:
    """Tell an English title, also one that French keeps and so has no language of its own."""
    language = mention.meant.language
    return language is Language.EN or (language is None and bool(_ENGLISH.search(mention.meant.text)))


_ENGLISH = re.compile(r"\b(?:Act|Agreement|Plan|Statement|of|the|and)\b")


def _is_french(form: Form, entry: Entry) -> bool:
    """Tell a French name from an English one that is used in French, too."""
    english = {surface(other.text) for other in entry.forms if other.language in (None, Language.EN)}
    return not form.acronym and form.language is Language.FR and surface(form.text) not in english


def _french_first(
    reading: Reading, mention: Mention, gloss: re.Match[str] | None, french: Form | None
) -> tuple[Fix, ...]:
    if french is None:
        return ()
    written = reading.text[mention.span.start : mention.span.end]
    end = gloss.end() if gloss else mention.span.end
    words = gloss["gloss"] if gloss else french.text
    name = Name(f"{words} ({written})", _gender(words))
    edit = replacement(reading.text, Span(mention.span.start, end), name, Language.FR)
    return (Fix(f"Remplacer par {quoted(edit.text, Language.FR)}", (edit,), preferred=True),)


#: The gender of what acts and agreements are called in French.
_GENDERS = {
    Gender.FEMININE: ("loi", "déclaration", "convention", "entente", "feuille", "stratégie", "initiative"),
    Gender.MASCULINE: (
        "accord",
        "plan",
        "programme",
        "protocole",
        "traité",
        "partenariat",
        "règlement",
        "cadre",
    ),
}


def _gender(title: str) -> Gender | None:
    """Return the gender of a French title, by its first word; None leaves articles alone."""
    first = title.split(maxsplit=1)[0].casefold() if title.split() else ""
    return next((gender for gender, words in _GENDERS.items() if first in words), None)


def _name_case(reading: Reading, context: Context) -> Iterator[Report]:
    """Report a French name with a capital that it has not in the register."""
    for mention in reading.mentions:
        if mention.entry.kind in (Kind.PERSON, Kind.OFFICE, Kind.TERM) or mention.form.acronym:
            continue
        written = reading.text[mention.span.start : mention.span.end]
        right = _other_capitals(written, mention.entry)
        if right is None or is_cited(reading, mention.span):
            continue
        cited = quoted(right.text, context.language)
        yield Report(
            mention.span,
            context.say(
                f"In French a name has its first noun in capitals only: {cited}.",
                f"Seul le premier nom prend la majuscule\u00a0: {cited}.",
            ),
            evidence=registered(mention.entry, right, context),
            fixes=(replace_by(reading.text, mention.span, Name.of(mention.entry, right), context.language),),
            unverified=not right.verified,
            cluster=written,
        )


def _other_capitals(written: str, entry: Entry) -> Form | None:
    """Return the French form that reads the same but has small letters where `written` has capitals."""
    text = surface(written)
    for form in entry.forms:
        if form.acronym or not form.status.allowed or form.language is Language.EN:
            continue
        right = surface(form.text)
        if form.language is None and not _FRENCH_LETTERS.search(right):
            continue
        if right == text:
            return None
        if right.casefold() == text.casefold() and right[1:] != text[1:] and not text.isupper():
            capitals = [(a, b) for a, b in zip(text[1:], right[1:], strict=True) if a != b]
            if all(a.isupper() for a, _ in capitals):
                return form
    return None


_FRENCH_LETTERS = re.compile(r"[à-ÿÀ-Ý]|\b(?:de|du|des|la|et)\b")

RULES = (
    Rule("fr-date", Severity.HINT, InParagraph(_dates)),
    Rule("fr-gender-foreign", Severity.INFORMATION, InParagraph(_foreign_gender)),
    Rule("fr-name-case", Severity.WARNING, InParagraph(_name_case)),
)
