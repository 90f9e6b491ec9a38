"""Names with the style of an office before them: Secretary Mayorkas, le premier ministre Trudeau."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from phrasebank.register.model import Entry, Form, Status, Tenure


def with_styles(entries: Mapping[str, Entry], tenures: Iterable[Tenure]) -> dict[str, Entry]:
    """Give the people who held an office the forms of their name that its style makes.

    A form that the register has anyway only learns which offices it stands for.
    """
    styled: dict[str, dict[tuple[str, str], tuple[Form, list[str]]]] = {}
    for tenure in tenures:
        person = entries[tenure.person]
        title = entries[tenure.title]
        for style in title.styles or entries[tenure.office].styles:
            if person.surname and style.gender in (None, person.gender):
                made = styled.setdefault(person.id, {})
                text = f"{style.text} {person.surname}"
                form = Form(text, Status.ACCEPTED, style.language, verified=_is_verified(person))
                offices = made.setdefault((text, str(style.language)), (form, []))[1]
                offices += [tenure.office] if tenure.office not in offices else []
    taken = {form.text for entry in entries.values() for form in entry.forms}
    return {
        identity: _styled(entry, styled[identity], taken) if identity in styled else entry
        for identity, entry in entries.items()
    }


def _styled(person: Entry, made: Mapping[tuple[str, str], tuple[Form, list[str]]], taken: set[str]) -> Entry:
    offices = {form.text: tuple(ids) for form, ids in made.values()}
    known = [
        replace(form, offices=offices[form.text]) if form.text in offices else form for form in person.forms
    ]
    new = [replace(form, offices=tuple(ids)) for form, ids in made.values() if form.text not in taken]
    return replace(person, forms=(*known, *new))


def _is_verified(person: Entry) -> bool:
    return person.source.verified and all(
        form.verified for form in person.forms if form.status is Status.CANONICAL
    )
