"""Do the facts of the register agree? What contradicts is reported and left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from phrasebank.register.model import Entry, Form, Kind, Problem, Status, Tenure
from phrasebank.text.fold import folded


def known_references(
    tenures: Iterable[Tenure], entries: Mapping[str, Entry], problems: list[Problem]
) -> list[Tenure]:
    """Keep the terms of office whose office, person and title are entries."""
    kept = []
    for tenure in tenures:
        if not _is(entries, tenure.office, Kind.OFFICE):
            _report(problems, tenure, "office", f"there is no office “{tenure.office}”; the term is left out")
        elif not _is(entries, tenure.person, Kind.PERSON):
            _report(problems, tenure, "person", f"there is no person “{tenure.person}”; the term is left out")
        elif tenure.title != tenure.office and not _is_title(entries, tenure):
            message = f"“{tenure.title}” is no title of {tenure.office}; that office’s own is assumed"
            _report(problems, tenure, "title", message)
            kept.append(replace(tenure, title=tenure.office))
        else:
            kept.append(tenure)
    return kept


def consistent_tenures(tenures: Iterable[Tenure], problems: list[Problem]) -> tuple[Tenure, ...]:
    """Order the terms of office, end the open ones that have a successor, report overlaps.

    An open term ends with the start of the next one in another file: whoever records a
    successor need not touch the file that ships. Acting holders may overlap others.
    """
    kept: list[Tenure] = []
    by_office = sorted(tenures, key=lambda each: (each.office, each.start, each.acting))
    for _, terms in groupby(by_office, key=lambda each: each.office):
        row = list(terms)
        regular = _without_overlaps([each for each in row if not each.acting], problems)
        acting = [_ended(each, regular) for each in row if each.acting]
        kept += regular + acting
    return tuple(sorted(kept, key=lambda each: (each.start, each.office, each.acting)))


def distinct_forms(entries: Mapping[str, Entry], problems: list[Problem]) -> dict[str, Entry]:
    """Take a form that two entries claim with the same status from the later of them."""
    owners: dict[tuple[str, Status], list[tuple[Form, Entry]]] = {}
    distinct: dict[str, Entry] = {}
    for entry in entries.values():
        forms = []
        for form in entry.forms:
            key = form.text if form.acronym else folded(form.text)
            claimed = owners.setdefault((key, form.status), [])
            rival = next((owner for other, owner in claimed if _share_language(form, other)), None)
            if rival is None or rival.id == entry.id:
                claimed.append((form, entry))
                forms.append(form)
            else:
                message = f"“{form.text}” is {form.status} for {rival.id} already; it is left out here"
                problems.append(Problem(entry.file, entry.id, form.status, message, entry.line))
        distinct[entry.id] = entry if len(forms) == len(entry.forms) else replace(entry, forms=tuple(forms))
    return distinct


def _without_overlaps(terms: Sequence[Tenure], problems: list[Problem]) -> list[Tenure]:
    kept: list[Tenure] = []
    for term in terms:
        before = kept[-1] if kept else None
        if before is not None and before.end is None and before.start < term.start:
            if before.file == term.file:
                message = f"has no end, though {term.person} starts on {term.start}; that day is assumed"
                _report(problems, before, "end", message)
            kept[-1] = replace(before, end=term.start, end_read=term.start_read)
        elif before is not None and (before.end is None or term.start < before.end):
            message = (
                f"overlaps the term of {before.person}, {before.start} to {before.end or 'today'}"
                f" ({before.file}, line {before.line + 1}); this one is left out"
            )
            _report(problems, term, "start", message)
            continue
        kept.append(term)
    return kept


def _ended(acting: Tenure, regular: Sequence[Tenure]) -> Tenure:
    """End an open acting term when the next holder starts."""
    following = next((each for each in regular if each.start > acting.start), None)
    if acting.end is not None or following is None:
        return acting
    return replace(acting, end=following.start, end_read=following.start_read)


def _is(entries: Mapping[str, Entry], identity: str, kind: Kind) -> bool:
    return identity in entries and entries[identity].kind is kind


def _is_title(entries: Mapping[str, Entry], tenure: Tenure) -> bool:
    return _is(entries, tenure.title, Kind.OFFICE) and entries[tenure.title].title_of == tenure.office


def _share_language(form: Form, other: Form) -> bool:
    return form.language is None or other.language is None or form.language is other.language


def _report(problems: list[Problem], tenure: Tenure, key: str, message: str) -> None:
    problems.append(Problem(tenure.file, f"{tenure.office} / {tenure.person}", key, message, tenure.line))
