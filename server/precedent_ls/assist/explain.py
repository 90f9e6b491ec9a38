"""What is known of a place in the draft: the name that stands there, the precedents of its sentence."""

from dataclasses import dataclass

from phrasebank.bank import Phrasebank
from phrasebank.index.similar import Similar
from phrasebank.register.model import Entry, Kind, Tenure
from phrasebank.register.tenures import office_of, terms_of, title_of
from phrasebank.text.block import MASK
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.assist.cite import escaped, source_line
from precedent_ls.assist.marks import runs
from precedent_ls.draft.snapshot import Draft, Paragraph
from precedent_ls.settings import Settings

_KINDS = {
    Language.EN: {
        Kind.PERSON: "person",
        Kind.OFFICE: "office",
        Kind.BODY: "body",
        Kind.FORUM: "forum",
        Kind.INSTRUMENT: "instrument",
        Kind.STATUTE: "statute",
        Kind.TERM: "term",
    },
    Language.FR: {
        Kind.PERSON: "personne",
        Kind.OFFICE: "fonction",
        Kind.BODY: "organisme",
        Kind.FORUM: "forum",
        Kind.INSTRUMENT: "instrument",
        Kind.STATUTE: "loi",
        Kind.TERM: "terme",
    },
}
_UNVERIFIED = {Language.EN: "unverified", Language.FR: "non vérifié"}
_WEAK = {Language.EN: "weak", Language.FR: "faible"}

#: Likeness below which a passage is no precedent, and below which it is a weak one.
LEAST, WEAK = 0.45, 0.55


@dataclass(frozen=True, slots=True)
class Explanation:
    """Markdown on some characters of the draft."""

    markdown: str
    span: Span


def hover(draft: Draft, offset: int, bank: Phrasebank, settings: Settings) -> Explanation | None:
    """Explain what stands at `offset`: first the name, then the nearest precedents of the sentence."""
    paragraph = draft.paragraph_at(offset)
    if paragraph is None:
        return None
    within = offset - paragraph.start
    if MASK in paragraph.text[max(within - 1, 0) : within + 1]:
        return None
    card = next((each for each in paragraph.mentions if _touches(each.span, within)), None)
    sentence = next((each for each in paragraph.sentences if _touches(each, within)), None)
    parts = [_card(card.entry, bank, draft)] if card else []
    if sentence is not None:
        found = precedents(paragraph, sentence, bank, settings.hover.max_precedents)
        parts += [_precedent(each, draft.language) for each in found]
    span = card.span if card else sentence
    if not parts or span is None:
        return None
    return Explanation("\n\n---\n\n".join(parts), span.shifted(paragraph.start))


def precedents(paragraph: Paragraph, sentence: Span, bank: Phrasebank, limit: int) -> tuple[Similar, ...]:
    """Return the passages that a sentence is like, the most alike first."""
    keys = [word.key for word in paragraph.words if sentence.start <= word.start < sentence.end]
    found = bank.passages(paragraph.reading.language).similar(keys, limit)
    return tuple(each for each in found if each.score >= LEAST)


def _touches(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end


def _precedent(similar: Similar, language: Language) -> str:
    score = f"{similar.score:.0%}" + (f" ({_WEAK[language]})" if similar.score < WEAK else "")
    precedent = similar.precedent
    quoted = _marked(precedent.passage.text, similar.matched)
    return f"{quoted}\n\n— {score} · {source_line(precedent, language)}"


def _marked(text: str, spans: tuple[Span, ...]) -> str:
    """Return `text` for Markdown with some characters in bold; neighbors are set as one."""
    parts, done = [], 0
    for span in runs(text, spans):
        parts += [escaped(text[done : span.start]), f"**{escaped(text[span.start : span.end])}**"]
        done = span.end
    return "".join([*parts, escaped(text[done:])])


def _card(entry: Entry, bank: Phrasebank, draft: Draft) -> str:
    """Return what the register has of an entry: its names, its terms of office, where that was read."""
    own, other = (entry.canonical(language) for language in (draft.language, draft.language.other))
    name = own or other
    lines = [f"**{escaped(name.text if name else entry.id)}** · {_KINDS[draft.language][entry.kind]}"]
    for language, form in ((draft.language, own), (draft.language.other, other)):
        if form is not None:
            acronym = entry.acronym(language)
            lines.append(f"{language}: {escaped(form.text)}{f' ({acronym.text})' if acronym else ''}")
    lines += [_term(term, bank, draft) for term in _terms(entry, bank, draft)]
    source = [escaped(entry.source.text), "" if entry.source.verified else _UNVERIFIED[draft.language]]
    lines.append(" · ".join(filter(None, source)))
    return "  \n".join(line for line in lines if line)


def _terms(entry: Entry, bank: Phrasebank, draft: Draft) -> list[Tenure]:
    """Return the terms of a person or in an office, those on the draft's date first, then the newest."""
    register = bank.register
    if entry.kind is Kind.PERSON:
        terms = terms_of(register, entry.id)
    else:
        office = office_of(register, entry.id)
        terms = tuple(term for term in register.tenures if term.office == office)
    return sorted(terms, key=lambda term: (not term.covers(draft.date), -term.start.toordinal()))


def _term(term: Tenure, bank: Phrasebank, draft: Draft) -> str:
    title = title_of(bank.register, term).canonical(draft.language)
    person = bank.register.entries[term.person].canonical(draft.language)
    names = " · ".join(escaped(form.text) for form in (title, person) if form)
    until = term.end.isoformat() if term.end else ""
    return f"{term.start.isoformat()} – {until}: {names}"
