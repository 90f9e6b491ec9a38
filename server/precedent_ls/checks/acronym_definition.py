"""The definition of an acronym in its place, and the edits that take it apart or write it."""

import re

from phrasebank.register.model import Entry, Form, Status
from phrasebank.text.span import Span
from precedent_ls.checks.acronym import Acronym, Definition
from precedent_ls.checks.brackets import acronym_key
from precedent_ls.checks.finding import Edit, Fix
from precedent_ls.checks.fixes import Name, replacement
from precedent_ls.checks.rule import Context, Occurrence

Place = Occurrence[Acronym]

#: The English possessive at the end of a name.
POSSESSIVE = re.compile(r"[’']s$")


def definition_at(place: Place) -> Definition:
    """Return the definition at a place that has one."""
    assert place.what.definition
    return place.what.definition


def expansion_of(place: Place) -> str:
    """Return the words that stand for the acronym at a place that defines it."""
    span = definition_at(place).expansion
    return place.reading.text[span.start : span.end]


def bracket_of(place: Place) -> Span:
    """Return the brackets of a definition without the space before them, for a report."""
    span = definition_at(place).bracket
    text = place.reading.text[span.start : span.end]
    return place.at(span.end - len(text.lstrip()), span.end)


def acronym_alone(place: Place, context: Context) -> Edit:
    """Return the edit that takes the name out of a definition."""
    possessive = POSSESSIVE.search(expansion_of(place))
    written = place.text + (possessive[0] if possessive else "")
    return written_at(place, definition_at(place).whole, name_of(written, place.what.entry), context)


def name_alone(place: Place) -> Edit:
    """Return the edit that takes the acronym out of a definition."""
    definition = definition_at(place)
    if definition.expansion.start >= definition.bracket.start:  # ATF (Bureau of …)
        return Edit(place.at(*definition.whole), expansion_of(place))
    return Edit(place.at(*definition.bracket), "")


def written_at(place: Place, span: Span, name: Name, context: Context) -> Edit:
    """Return the edit that writes a name at `span` of an acronym's paragraph."""
    edit = replacement(place.reading.text, span, name, context.language)
    return Edit(place.at(*edit.span), edit.text)


def name_of(text: str, entry: Entry | None, form: Form | None = None) -> Name:
    """Return a name to write, as what it names says that articles agree with it."""
    gender = (form.gender if form else None) or (entry.gender if entry else None)
    return Name(text, gender, plural=bool(form and form.plural) or bool(entry and entry.plural))


def registered_name(acronym: Acronym, context: Context) -> tuple[Entry | None, Form | None]:
    """Return the entry that an acronym stands for, and its name in the acronym's number."""
    key = acronym_key(acronym.written)
    entry = acronym.entry or next(
        (
            entry
            for entry in context.register.entries.values()
            if any(form.acronym and acronym_key(form.text) == key for form in entry.names(context.language))
        ),
        None,
    )
    if entry is None:
        return None, None
    names = [
        form
        for form in entry.names(context.language)
        if form.status is Status.CANONICAL and not form.acronym and not form.anaphoric
    ]
    plural = acronym.written.endswith("s")
    agreeing = [form for form in names if (form.plural or entry.plural) is plural]
    return entry, next(iter(agreeing or names), None)


def preferred(title: str, *edits: Edit) -> Fix:
    """Return the fix that a single key applies."""
    return Fix(title, edits, preferred=True)
