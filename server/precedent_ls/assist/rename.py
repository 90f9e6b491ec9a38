"""A new name for an acronym or a defined term, everywhere in the draft and in its twin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phrasebank.bank import Phrasebank
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.explain import place_at
from precedent_ls.assist.names import entry_at
from precedent_ls.assist.short_forms import ShortForm, Use, short_form_at, short_forms
from precedent_ls.checks.finding import Edit
from precedent_ls.checks.fixes import Name, quoted, replacement
from precedent_ls.draft.snapshot import Draft

#: Characters of a short form at most.
LONGEST = 60


class RenameError(ValueError):
    """Why something cannot be renamed, in the draft's language."""


@dataclass(frozen=True, slots=True)
class Renamable:
    """What a new name would replace at the cursor."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """The edits of the draft and those of its twin."""

    draft: tuple[Edit, ...]
    twin: tuple[Edit, ...] = ()


def renamable(draft: Draft, bank: Phrasebank, offset: int) -> Renamable:
    """Return the acronym or defined term at `offset`.

    Raises
    ------
    RenameError
        There is none.
    """
    _, use = _at(draft, bank, offset)
    return Renamable(use.span, _written(draft, use))


def rename(draft: Draft, bank: Phrasebank, offset: int, new: str, twin: Draft | None = None) -> Renaming:
    """Return the edits that give the acronym or defined term at `offset` a new name.

    It is replaced where it is defined too. Plurals stay plurals, and articles are adapted where
    their form depends on the first letter. The twin is edited where it has the same short form.

    Raises
    ------
    RenameError
        There is no short form at `offset`, `new` cannot be one, or the draft has it already.
    """
    form, use = _at(draft, bank, offset)
    written = _written(draft, use)
    new = _acceptable(new, form, draft.language)
    if new == written:
        return Renaming(())
    # The new name comes in the number of the use that was under the cursor.
    ending = written.removeprefix(form.text) if written.startswith(form.text) else ""
    new = new.removesuffix(ending) or new
    in_twin = next((each for each in short_forms(twin, bank) if each.key == form.key), None) if twin else None
    return Renaming(
        tuple(_renamed(draft, bank, form, new)),
        tuple(_renamed(twin, bank, in_twin, new)) if twin and in_twin else (),
    )


def _at(draft: Draft, bank: Phrasebank, offset: int) -> tuple[ShortForm, Use]:
    found = short_form_at(draft, bank, offset) if place_at(draft, offset) else None
    if found is not None:
        return found
    if entry_at(draft, bank, offset):
        raise RenameError(
            _say(
                draft.language,
                "This is a name of the register: it is changed there, or here by what the register has.",
                "C’est un nom du registre\u00a0: il se change là, ou ici par ce que le registre contient.",
            )
        )
    raise RenameError(
        _say(
            draft.language,
            "Only an acronym or a defined term can be renamed.",
            "Seul un sigle ou un terme défini peut être renommé.",
        )
    )


def _written(draft: Draft, use: Use) -> str:
    return draft.text.source[use.span.start : use.span.end]


_NAME = re.compile(r"(?=.*[^\W\d_])(?:[^\W_]|[&/.’'‑ \u00a0-])+")
_ARTICLE = re.compile(r"(?:(?:the|les?|la)\s+|l[’'])(?=.)", re.IGNORECASE)


def _acceptable(new: str, form: ShortForm, language: Language) -> str:
    """Return a new name without the space around it, and without an article, if it can be one."""
    new = _ARTICLE.sub("", new.strip(), count=1) if form.is_term else new.strip()
    if not new:
        raise RenameError(_say(language, "The new name is empty.", "Le nouveau nom est vide."))
    if len(new) > LONGEST:
        raise RenameError(
            _say(
                language,
                f"A short form has at most {LONGEST} characters.",
                f"Une forme courte a au plus {LONGEST} caractères.",
            )
        )
    if not _NAME.fullmatch(new):
        raise RenameError(
            _say(
                language,
                "A short form is made of letters, digits, spaces, hyphens, apostrophes, points, & and /.",
                "Une forme courte est faite de lettres, de chiffres, d’espaces, de traits d’union, "
                "d’apostrophes, de points, de & et de /.",
            )
        )
    return new


def _renamed(draft: Draft, bank: Phrasebank, form: ShortForm, new: str) -> Iterator[Edit]:
    """Yield the edits of one draft; raise if it has the new name for something else."""
    for other in short_forms(draft, bank):
        if other.key != form.key and other.text.casefold() == new.casefold():
            cited = quoted(other.text, draft.language)
            raise RenameError(
                _say(
                    draft.language,
                    f"The draft uses {cited} already, for something else.",
                    f"Le texte emploie déjà {cited}, pour autre chose.",
                )
            )
    for use in form.uses:
        paragraph = draft.paragraph_at(use.span.start)
        assert paragraph is not None
        name = Name(_in_number(_written(draft, use), form.text, new))
        place = use.span.shifted(-paragraph.start)
        edit = replacement(draft.text.source[slice(*paragraph.span)], place, name, draft.language)
        yield Edit(edit.span.shifted(paragraph.start), edit.text)


def _in_number(written: str, defined: str, new: str) -> str:
    """Return the new name as a use has it: with the ending that the definition lacks, or without its own."""
    if written.startswith(defined):
        return new + written.removeprefix(defined)
    if defined.startswith(written):
        return new.removesuffix(defined.removeprefix(written)) or new
    return new


def _say(language: Language, en: str, fr: str) -> str:
    return fr if language is Language.FR else en
