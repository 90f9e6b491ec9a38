"""How a later register file changes what an earlier one says."""

from collections.abc import Sequence
from dataclasses import replace

from phrasebank.register.model import Entry, Form, Problem, Status, Tenure


def extended(entry: Entry | None, extension: Entry, problems: list[Problem]) -> Entry:
    """Return `entry` with the forms and the facts of `extension`.

    A form the entry had takes the extension's status. A new canonical form makes the old
    one of its language an accepted one.
    """
    if entry is None:
        message = f"extends “{extension.id}”, which no earlier file has"
        problems.append(Problem(extension.file, extension.id, "extends", message, extension.line))
        return extension
    kept = [
        _demoted(form, extension.forms)
        for form in entry.forms
        if not any(_same(form, other) for other in extension.forms)
    ]
    said = {
        name: value
        for name in ("country", "gender", "since", "until", "title_of", "note", "tags", "styles")
        if (value := getattr(extension, name))
    }
    changed = replace(entry, forms=(*extension.forms, *kept), **said)
    if extension.source.text or not extension.source.verified:
        changed = replace(changed, source=extension.source)
    return changed


def later_tenures(earlier: Sequence[Tenure], later: Sequence[Tenure]) -> list[Tenure]:
    """Return the terms of office of both, without the earlier ones that a later one restates.

    It restates one of the same office and person that it overlaps.
    """
    kept = [old for old in earlier if not any(_restates(new, old) for new in later)]
    return [*kept, *later]


def _restates(new: Tenure, old: Tenure) -> bool:
    return (
        (new.office, new.person, new.acting) == (old.office, old.person, old.acting)
        and (old.end is None or new.start < old.end)
        and (new.end is None or old.start < new.end)
    )


def _same(form: Form, other: Form) -> bool:
    return form.text == other.text and (other.language is None or form.language in (None, other.language))


def _demoted(form: Form, new: Sequence[Form]) -> Form:
    replaced = form.status is Status.CANONICAL and any(
        other.status is Status.CANONICAL
        and (other.acronym, other.plural) == (form.acronym, form.plural)
        and other.gender in (None, form.gender)
        and other.language in (None, form.language)
        for other in new
    )
    return replace(form, status=Status.ACCEPTED) if replaced else form
