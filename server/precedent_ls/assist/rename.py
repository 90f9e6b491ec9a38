"""A new name for an acronym or a defined term, everywhere in the draft and in its twin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phrasebank.bank import Phrasebank
from phrasebank.register.model import Gender
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.explain import place_at
from precedent_ls.assist.names import entry_at
from precedent_ls.assist.short_forms import ShortForm, Use, short_form_at, short_forms
from precedent_ls.checks.articles import french_article
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
    their form depends on the first letter. `new` may come with an article, which tells French
    its gender; else it has that of the old name. The twin is edited where it has the same short
    form.

    Raises
    ------
    RenameError
        There is no short form at `offset`, `new` cannot be one, the draft has it already, or
        French has to know its gender.
    """
    form, use = _at(draft, bank, offset)
    written = _written(draft, use)
    article, new = _parted(new)
    _check(new, draft.language)
    if new == written:
        return Renaming(())
    # The new name comes in the number of the use that was under the cursor.
    ending = written.removeprefix(form.text) if written.startswith(form.text) else ""
    new = new.removesuffix(ending) or new
    in_twin = next((each for each in short_forms(twin, bank) if each.key == form.key), None) if twin else None
    return Renaming(
        tuple(_renamed(draft, bank, form, new, article)),
        tuple(_renamed(twin, bank, in_twin, new, article)) if twin and in_twin else (),
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


def _parted(new: str) -> tuple[str, str]:
    """Return the article that a new name comes with, and the name without the space around it."""
    new = new.strip()
    article = _ARTICLE.match(new)
    return (article[0], new[article.end() :]) if article else ("", new)


def _check(new: str, language: Language) -> None:
    """Raise if a new name can't be one."""
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


def _renamed(draft: Draft, bank: Phrasebank, form: ShortForm, new: str, article: str) -> Iterator[Edit]:
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
    gender = _gender(draft, form, article) if draft.language is Language.FR else None
    for use in form.uses:
        paragraph = draft.paragraph_at(use.span.start)
        assert paragraph is not None
        name = Name(_in_number(_written(draft, use), form.text, new), gender)
        if gender is None and _needs_gender(_before(draft, use), name.text):
            raise RenameError(
                _say(
                    draft.language,
                    f"French has to know the gender: write “le {new}” or “la {new}”.",
                    f"Le genre décide de l’article\u00a0: écrivez «\u00a0le {new}\u00a0» "
                    f"ou «\u00a0la {new}\u00a0».",
                )
            )
        place = use.span.shifted(-paragraph.start)
        edit = replacement(draft.text.source[slice(*paragraph.span)], place, name, draft.language)
        yield Edit(edit.span.shifted(paragraph.start), edit.text)


def _before(draft: Draft, use: Use) -> str:
    """Return the characters before a use, as many as an article may have."""
    return draft.text.source[max(0, use.span.start - _LONGEST_ARTICLE) : use.span.start]


_LONGEST_ARTICLE = len("cette  ")
_GENDERS = {
    Gender.MASCULINE: re.compile(r"(?<![^\W_])(?:le|du|au|ce|un)\s+$", re.IGNORECASE),
    Gender.FEMININE: re.compile(r"(?<![^\W_])(?:la|cette|une)\s+$", re.IGNORECASE),
    None: re.compile(r"(?<![^\W_])(?:les|des|aux|ces)\s+$", re.IGNORECASE),
}


def _gender(draft: Draft, form: ShortForm, article: str) -> Gender | None:
    """Return the gender of a new name: that of its article, else the old name's; None in the plural."""
    for before in (article, *(_before(draft, use) for use in form.uses)):
        for gender, articles in _GENDERS.items():
            if articles.search(before):
                return gender
    return form.entry.gender if form.entry else None


def _needs_gender(before: str, new: str) -> bool:
    """Tell whether `l’` stands before a name that takes `le` or `la`."""
    return before.lower().endswith(("l’", "l'")) and french_article(
        before, new, Gender.MASCULINE, plural=False
    ) != (0, "")


def _in_number(written: str, defined: str, new: str) -> str:
    """Return the new name as a use has it: with the ending that the definition lacks, or without its own."""
    if written.startswith(defined):
        return new + written.removeprefix(defined)
    if defined.startswith(written):
        return new.removesuffix(defined.removeprefix(written)) or new
    return new


def _say(language: Language, en: str, fr: str) -> str:
    return fr if language is Language.FR else en
