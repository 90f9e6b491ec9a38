"""One table of a register file as a value: entries, terms of office, meetings."""

from collections.abc import Iterator

from phrasebank.register.day import Day
from phrasebank.register.fields import Fields
from phrasebank.register.model import (
    Country,
    Entry,
    Form,
    Gender,
    Kind,
    Meeting,
    Source,
    Status,
    Tenure,
)
from phrasebank.text.language import Language

#: The keys under `both`, `en` and `fr` that hold forms.
_LISTS = {
    "canonical": Status.CANONICAL,
    "acronym": Status.CANONICAL,
    "accepted": Status.ACCEPTED,
    "variant": Status.VARIANT,
    "wrong": Status.WRONG,
    "damage": Status.DAMAGE,
}
_SUFFIXES = frozenset({"Jr.", "Sr.", "II", "III", "IV"})


def read_entry(kind: Kind, fields: Fields, verified_on: Day | None) -> Entry | None:
    """Read a person, office, body and so on; None if it has no id or no form."""
    identity = fields.text("id")
    if not identity:
        fields.wrong("id", "missing; the entry is left out")
        return None
    forms = [form for language in ("both", "en", "fr") for form in _forms(fields, language)]
    extends = fields.flag("extends")
    styles = tuple(_styles(fields))
    if not forms and not extends:
        fields.wrong("en", "no form in either language; the entry is left out")
        return None
    entry = Entry(
        id=identity,
        kind=kind,
        forms=tuple(forms),
        country=fields.choice("country", Country),
        gender=fields.choice("gender", Gender),
        plural=fields.flag("plural"),
        since=fields.day("since"),
        until=fields.day("until"),
        title_of=fields.text("title_of"),
        styles=styles,
        surname=fields.text("surname") or (_surname(forms) if kind is Kind.PERSON else ""),
        source=_source(fields, verified_on),
        note=fields.text("note"),
        tags=fields.texts("tags"),
        file=fields.file,
        line=fields.line,
    )
    fields.close(known=("both", "en", "fr"))
    return entry


def read_tenure(fields: Fields) -> Tenure | None:
    """Read a term of office; None if it does not say who held what since when."""
    office, person = fields.text("office"), fields.text("person")
    fields.entry = f"{office} / {person}"
    start, end = fields.day("start"), fields.day("end")
    tenure = None
    if not (office and person):
        fields.wrong("person" if office else "office", "missing; the term of office is left out")
    elif start is None:
        if "start" not in fields.data:
            fields.wrong("start", "missing; the term of office is left out")
    elif end is not None and end.last < start.first:
        fields.wrong("end", f"{end} lies before the start, {start}; the term of office is left out")
    else:
        tenure = Tenure(
            office=office,
            person=person,
            start=start.first,
            end=end.first if end else None,
            acting=fields.flag("acting"),
            start_read=start.verified and start.is_exact,
            end_read=end is not None and end.verified and end.is_exact,
            last_seen=fields.day("last_seen"),
            title=fields.text("title") or office,
            source=fields.text("source"),
            note=fields.text("note"),
            file=fields.file,
            line=fields.line,
        )
        fields.close()
    return tenure


def read_meeting(fields: Fields, verified_on: Day | None) -> Meeting | None:
    """Read a meeting of the Forum; None if it has no number."""
    forum, series, ordinal = fields.text("forum"), fields.text("series"), fields.number("ordinal")
    fields.entry = f"{forum} {series} {ordinal or '?'}".strip()
    if not forum or not series or ordinal is None:
        fields.wrong("ordinal", "a meeting needs a forum, a series and an ordinal; it is left out")
        return None
    meeting = Meeting(
        forum=forum,
        series=series,
        ordinal=ordinal,
        date=fields.day("date"),
        place=fields.text("place"),
        host=fields.choice("host", Country),
        statements=fields.texts("statements"),
        source=_source(fields, verified_on),
        note=fields.text("note"),
        file=fields.file,
        line=fields.line,
    )
    fields.close()
    return meeting


def _source(fields: Fields, verified_on: Day | None) -> Source:
    verified = fields.flag("verified", default=True)
    day = fields.day("verified_on") or verified_on
    return Source(fields.text("source"), verified, day if verified else None)


def _forms(fields: Fields, language: str) -> Iterator[Form]:
    """Read what stands under ``both``, ``en`` or ``fr``: a name, or a table of lists of forms."""
    value = fields.raw(language)
    if isinstance(value, str):
        value = {"canonical": value}
    if value is None:
        return
    if not isinstance(value, dict):
        fields.wrong(language, "must be a name, or keys such as canonical and accepted")
        return
    of = None if language == "both" else Language(language)
    for key, items in value.items():
        if key in _LISTS:
            yield from _listed(fields, f"{language}.{key}", items, of, _LISTS[key], acronym=key == "acronym")
        elif key != "style":
            near = ", ".join(_LISTS)
            fields.wrong(f"{language}.{key}", f"unknown key; forms stand under: {near}, style")


def _styles(fields: Fields) -> Iterator[Form]:
    for language in Language:
        value = fields.data.get(language)
        if isinstance(value, dict) and "style" in value:
            yield from _listed(fields, f"{language}.style", value["style"], language, Status.ACCEPTED)


def _listed(
    fields: Fields,
    key: str,
    items: object,
    language: Language | None,
    status: Status,
    *,
    acronym: bool = False,
) -> Iterator[Form]:
    for item in items if isinstance(items, list) else [items]:
        if isinstance(item, str) and item.strip():
            yield Form(item.strip(), status, language, acronym=acronym)
        elif isinstance(item, dict) and item.get("form"):
            inner = Fields(item, fields.file, fields.line, fields.problems)
            inner.entry = fields.entry
            inner.prefix = key + "."
            yield Form(
                text=inner.text("form"),
                status=status,
                language=language,
                acronym=inner.flag("acronym", default=acronym),
                plural=inner.flag("plural"),
                gender=inner.choice("gender", Gender),
                since=inner.day("since"),
                until=inner.day("until"),
                verified=inner.flag("verified", default=True),
                anaphoric=inner.flag("anaphoric"),
                seen_in=inner.texts("seen_in"),
                note=inner.text("note"),
            )
            inner.close()
        else:
            fields.wrong(key, 'must be a text, or { form = "…", … }')


def _surname(forms: list[Form]) -> str:
    """Return the last word of the name that is no suffix."""
    name = next((form.text for form in forms if form.status is Status.CANONICAL), "")
    parts = [part for part in name.split() if part not in _SUFFIXES]
    return parts[-1] if len(parts) > 1 else ""
