"""Mistakes in one of the two languages of a statement."""

import re
from collections.abc import Callable, Iterator

from phrasebank.register.model import Entry, Kind, Register
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.pair_dates import days
from precedent_ls.draft.snapshot import Draft, Paragraph
from tests.benchmarks.mutators import Mutation, Mutator, mentions, replaced
from tests.benchmarks.mutators_names import acronyms

EN, FR = Language.EN, Language.FR
Make = Callable[[Draft, Register], Iterator[Mutation]]

#: What else may be said of a text that has lost a paragraph or a definition.
LOST = frozenset(
    {
        "acr-early",
        "acr-two-shorts",
        "acr-undefined",
        "acr-unused",
        "agency-mixed",
        "ambiguous-dept",
        "defined-term-drift",
        "pair-acronym",
        "pair-defined-term",
        "title-form",
        "undefined-term",
        "us-noun",
    }
)
#: What else may be said of a paragraph that is set beside the wrong one.
BESIDE = frozenset({"pair-number", "pair-date", "pair-entity", "pair-term", "pair-meaning", "pair-sentences"})


def paired(code: str, name: str, make: Make, also: frozenset[str] = frozenset()) -> Mutator:
    return Mutator(code, name, make, also, pair=True)


def beside(code: str, pattern: str, new: str, language: Language | None = None, also: str = "") -> Mutator:
    """Return a mutator that rewrites what a pattern matches in one of the languages."""
    one = replaced(code, pattern, new, language, also)
    return Mutator(code, f"{one.name} ({language or 'both'})", one.make, one.also, pair=True)


def paragraph_lost(draft: Draft, _: Register) -> Iterator[Mutation]:
    """Yield the draft without one of its paragraphs; the mark is on the last word before it."""
    for before, paragraph in zip(draft.paragraphs, draft.paragraphs[1:], strict=False):
        if len(paragraph.words) > 5 and before.words:
            word = before.words[-1]
            start = before.start + word.start
            kept = draft.text.source[start : before.span.end]
            yield Mutation(((Span(start, paragraph.span.end), kept),))


def heading_lost(draft: Draft, _: Register) -> Iterator[Mutation]:
    for before, paragraph in zip(draft.paragraphs, draft.paragraphs[1:], strict=False):
        if paragraph.kind == "heading" and before.words:
            start = before.start + before.words[-1].start
            yield Mutation(((Span(start, paragraph.span.end), draft.text.source[start : before.span.end]),))


NEW = {
    EN: (
        "They asked their offices to translate the brochures for travelers into more languages.",
        "The hosts offered a dinner at the museum, where young musicians from both capitals played.",
    ),
    FR: (
        "Ils ont demandé à leurs bureaux de traduire les dépliants pour voyageurs dans d’autres langues.",
        "Les hôtes ont offert un dîner au musée, où de jeunes musiciens des deux capitales ont joué.",
    ),
}


def paragraph_added(draft: Draft, _: Register) -> Iterator[Mutation]:
    for paragraph in draft.paragraphs[1:]:
        if len(paragraph.words) > 5:
            for text in NEW[draft.language]:
                yield Mutation(((Span(paragraph.span.end, paragraph.span.end), f"\n\n{text}"),))


def heading_added(draft: Draft, _: Register) -> Iterator[Mutation]:
    titles = {
        EN: ("## Maritime Safety", "## Services to Families"),
        FR: ("## Sécurité maritime", "## Services aux familles"),
    }
    for paragraph, after in zip(draft.paragraphs[1:], draft.paragraphs[2:], strict=False):
        if len(paragraph.words) > 5 and after.kind != "heading":
            for title in titles[draft.language]:
                yield Mutation(((Span(paragraph.span.end, paragraph.span.end), f"\n\n{title}"),))


def sentence_added(draft: Draft, _: Register) -> Iterator[Mutation]:
    for paragraph in draft.paragraphs[1:]:
        for sentence in paragraph.sentences if len(paragraph.words) > 5 else ():
            end = paragraph.start + sentence.end
            if draft.text.source[end - 1] == ".":
                text = NEW[draft.language][0]
                yield Mutation(((Span(end, end), f" {text}"),))


def other_day(draft: Draft, _: Register) -> Iterator[Mutation]:
    for paragraph in draft.paragraphs:
        for token in days(paragraph.reading):
            span = token.span.shifted(paragraph.start)
            written = draft.text.source[span.start : span.end]
            for other in ("4", "9", "14", "21", "30"):
                yield Mutation(((span, re.sub(r"\d+", other, written)),))


def other_year(draft: Draft, _: Register) -> Iterator[Mutation]:
    for paragraph in draft.paragraphs:
        for match in re.finditer(r"\b20(?:2[3-9])\b", paragraph.text):
            yield Mutation(((Span(*match.span()).shifted(paragraph.start), str(int(match[0]) + 5)),))


def other_figure(draft: Draft, _: Register) -> Iterator[Mutation]:
    """Yield the draft with a number changed: another digit, or two exchanged."""
    for paragraph in draft.paragraphs:
        for match in re.finditer(
            r"(?<![\w,.\u00a0])\d{1,3}(?:[,\u00a0]\d{3})?(?![\w,.]\d|-)(?!\u00a0)", paragraph.text
        ):
            if not match[0].startswith("20") and not _is_day(paragraph, match.start()):
                for other in (
                    match[0][:-1] + str((int(match[0][-1]) + 3) % 10),
                    f"1{match[0]}",
                    f"{match[0]}0",
                ):
                    yield Mutation(((Span(*match.span()).shifted(paragraph.start), other),))


def _is_day(paragraph: Paragraph, at: int) -> bool:
    return any(token.span.start <= at < token.span.end for token in days(paragraph.reading))


ALONE = {Kind.BODY: {EN: "the agency", FR: "le service"}, Kind.PERSON: {EN: "the speaker", FR: "l’orateur"}}


def named_once(draft: Draft, which: Callable[[Entry], bool]) -> Iterator[tuple[Paragraph, Span, Entry]]:
    for paragraph, mention in mentions(draft, which):
        if sum(each.entry.id == mention.entry.id for each in paragraph.mentions) == 1:
            yield paragraph, mention.span.shifted(paragraph.start), mention.entry


def name_lost(draft: Draft, _: Register) -> Iterator[Mutation]:
    for _paragraph, span, entry in named_once(draft, lambda entry: entry.kind in ALONE):
        yield Mutation(((span, ALONE[entry.kind][draft.language]),))


def another_agency(draft: Draft, register: Register) -> Iterator[Mutation]:
    named = {mention.entry.id for paragraph in draft.paragraphs for mention in paragraph.mentions}
    others = [
        form.text
        for entry in register.entries.values()
        if entry.kind is Kind.BODY and entry.id not in named and all(map(entry.canonical, Language))
        for form in (entry.canonical(draft.language),)
        if form is not None
    ]
    for _paragraph, span, _entry in named_once(draft, lambda entry: entry.kind is Kind.BODY):
        for other in others[:4]:
            yield Mutation(((span, other),))


def definition_lost(draft: Draft, _: Register) -> Iterator[Mutation]:
    """Yield the draft with the acronym of a name not defined there."""
    for places in acronyms(draft).values():
        paragraph, first = places[0]
        if first.definition and first.entry:
            whole, bracket = first.definition.whole, first.definition.bracket
            kept = paragraph.text[whole.start : bracket.start] + paragraph.text[bracket.end : whole.end]
            yield Mutation(((whole.shifted(paragraph.start), kept),))


MUTATORS: tuple[Mutator, ...] = (
    paired("pair-paragraphs", "a paragraph lost", paragraph_lost, LOST | BESIDE),
    paired("pair-paragraphs", "a heading lost", heading_lost, BESIDE),
    paired("pair-paragraphs", "a paragraph added", paragraph_added),
    paired("pair-paragraphs", "a heading added", heading_added),
    beside("pair-sentences", r", and they\b", ". They", EN),
    beside("pair-sentences", r",? et ils\b", ". Ils", FR),
    paired("pair-sentences", "a sentence added", sentence_added),
    paired("pair-date", "another day", other_day),
    paired("pair-date", "another year", other_year),
    beside("pair-date", r"\bOn (?:December 3, 2026|August 27, 2025)", "Yesterday", EN),
    beside("pair-date", r"\bLe (?:3 décembre 2026|27 août 2025)", "Aujourd’hui", FR),
    paired("pair-number", "another figure", other_figure),
    beside("pair-number", r"\bfour (?=U|C)", "five ", EN),
    beside("pair-number", r"\bthree (?=months)", "six ", EN),
    beside("pair-number", r"\bfourth (?=CBCF)", "fifth ", EN, "ordinal-chain"),
    beside("pair-number", r"\bquatre (?=responsables)", "cinq ", FR),
    beside("pair-number", r"\bquatrième (?=édition)", "sixième ", FR, "ordinal-chain"),
    beside("pair-number", r"\btrois (?=mois)", "quatre ", FR),
    paired("pair-entity", "a name lost", name_lost, LOST),
    paired("pair-entity", "another agency", another_agency, LOST),
    beside(
        "pair-defined-term", r"\bofficials \(hereinafter “the Ministers”\)", "officials", EN, "undefined-term"
    ),
    beside(
        "pair-defined-term",
        r"\bprincipals \(hereinafter “the Ministers”\)",
        "principals",
        EN,
        "undefined-term",
    ),
    beside("pair-defined-term", r"(responsables \w+ et \w+) \(ci-après[^()]*\)", r"\1", FR),
    beside(
        "pair-defined-term",
        r"\b(officials|agencies|investigators)\b(?! \()",
        r"\1 (hereinafter “the Experts”)",
        EN,
    ),
    beside(
        "pair-defined-term",
        r"\b(représentants|organismes|enquêteurs)\b",
        "\\1 (ci-après « les experts »)",
        FR,
    ),
    paired("pair-acronym", "not defined", definition_lost, LOST),
    beside("pair-term", r"\bcrimes haineux\b", "actes de mépris", FR),
    beside("pair-term", r"\bd’armes à feu\b", "de fusils", FR),
    beside("pair-term", r"\brépression transnationale\b", "violence organisée", FR),
    beside("pair-term", r"\bprécurseurs chimiques\b", "produits de base", FR),
    beside("pair-term", r"\bpassage de clandestins\b", "trafic de personnes", FR),
    beside("pair-term", r"\béchange de renseignements\b", "dialogue", FR),
    beside("pair-term", r"\borganismes d’application de la loi\b", "services spécialisés", FR),
    beside("pair-term", r"\bopioïdes synthétiques\b", "stupéfiants", FR),
    beside("pair-term", r"\b[Ff]irearms\b(?! Task| and Ex)", "devices", EN),
    beside("pair-term", r"\b[Hh]ate [Cc]rimes\b", "attacks", EN),
    beside("pair-term", r"\btransnational repression\b", "threats", EN),
    beside("pair-term", r"\bprecursor chemicals\b", "supplies", EN),
    beside("pair-term", r"\bhuman smuggling\b", "illegal entry", EN),
    beside("pair-term", r"\binformation sharing\b", "dialogue", EN),
    beside("pair-meaning", r"\benquêt(?:es|eurs)\b", "projets", FR),
    beside("pair-meaning", r"\bfrontière\b(?! canado)", "région", FR),
    beside("pair-meaning", r"\bvictimes\b", "passants", FR),
    beside("pair-meaning", r"\bles élections\b", "les institutions", FR),
    beside("pair-meaning", r"\binvestigat(?:ions|ors)\b", "projects", EN),
    beside("pair-meaning", r"(?<!Canada )\bborder\b", "region", EN),
    beside("pair-meaning", r"\bvictims\b", "bystanders", EN),
    beside("pair-meaning", r"\belections\b", "institutions", EN),
    beside("pair-many-to-one", r"\binformation sharing\b", "intelligence sharing", EN),
    beside("pair-one-to-many", r"\binterceptions\b", "interdictions", FR),
    beside("pair-border", r"\bU\.S\.-Canada border\b", "Canada-U.S. border", EN, "country-order"),
)
