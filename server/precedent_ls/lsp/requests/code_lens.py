"""Lines above headings and paragraphs: which statements have the section, what wording is theirs."""

from collections.abc import Iterator

from lsprotocol import types

from phrasebank.text.block import BlockKind
from phrasebank.text.span import Span
from precedent_ls.assist.cite import cite
from precedent_ls.assist.labels import LABELS
from precedent_ls.assist.precedents import own_statements
from precedent_ls.assist.provenance import Traced, provenance
from precedent_ls.assist.sections import sections_named
from precedent_ls.draft.snapshot import Paragraph
from precedent_ls.lsp.view import View

#: Statements named above a heading.
_NAMED = 4

#: Share of precedent wording up to which a paragraph counts as new.
_LEAST = 0.1

#: The level of the heading that names the whole draft, and no section.
_TITLE = 1


def code_lens(view: View, _: types.CodeLensParams) -> list[types.CodeLens]:
    """Return the lines for a draft, none if they are turned off."""
    if not view.settings.code_lens.enabled or not view.draft.recognized:
        return []
    headings = (
        _lens(view, paragraph.start, title)
        for paragraph in view.draft.paragraphs
        if paragraph.kind is BlockKind.HEADING and (title := _on_heading(view, paragraph))
    )
    paragraphs = (
        _lens(view, start, _on_paragraph(view, traced))
        for start, traced in provenance(view.draft, view.bank).paragraphs
    )
    return [*headings, *paragraphs]


def _on_heading(view: View, paragraph: Paragraph) -> str:
    places = sections_named(view.bank, paragraph, own_statements(view.draft, view.bank))
    found = [each.metadata for each in places]
    language = view.draft.language
    labels = LABELS[language]
    if not found:
        return labels.lens_no_section if paragraph.words and paragraph.level > _TITLE else ""
    cited = ", ".join(cite(each, language=language) for each in found[:_NAMED])
    named = cited if len(found) <= _NAMED else f"{cited}, …"
    return (
        labels.lens_section.format(named)
        if len(found) == 1
        else labels.lens_sections.format(len(found), named)
    )


def _on_paragraph(view: View, traced: Traced) -> str:
    labels = LABELS[view.draft.language]
    if traced.share < _LEAST:
        return labels.lens_new
    return labels.lens_wording.format(
        labels.percent.format(round(100 * traced.share)), ", ".join(_years(traced))
    )


def _years(traced: Traced) -> Iterator[str]:
    years = {each.metadata.date.year for each in traced.borrowed}
    return (str(year) for year in sorted(years, reverse=True))


def _lens(view: View, start: int, title: str) -> types.CodeLens:
    # A command without a name is shown as text that can't be clicked.
    return types.CodeLens(view.range(Span(start, start)), types.Command(title, ""))
