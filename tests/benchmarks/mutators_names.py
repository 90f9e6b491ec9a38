"""Mistakes in names, titles, meetings, statutes and acronyms."""

import re
from collections.abc import Iterator

from phrasebank.bank import Phrasebank
from phrasebank.register.mentions import Mention
from phrasebank.register.model import Entry, Kind, Register, Status
from phrasebank.register.tenures import is_over, office_of
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.acronym import ACRONYMS, Acronym
from precedent_ls.checks.brackets import acronym_key
from precedent_ls.checks.names import SET_UP
from precedent_ls.checks.ordinals import ordinal_value, ordinal_written
from precedent_ls.checks.parallel import sides, whole
from precedent_ls.checks.rule import Context
from precedent_ls.checks.titled import titled
from precedent_ls.draft.snapshot import Draft, Paragraph
from tests.benchmarks.mutators import Mutation, Mutator, in_one_word, mentioned, mentions, replaced, slips

EN, FR = Language.EN, Language.FR


def without_initial(text: str, _: Mention, __: Register) -> Iterator[str]:
    yield re.sub(r"\s[A-Z]\.(?=\s)", "", text)


def misspelled_surname(text: str, mention: Mention, _: Register) -> Iterator[str]:
    *given, surname = text.split(" ")
    if mention.entry.surname == surname:
        yield from (" ".join([*given, slip]) for slip in slips(surname))


def misspelled(text: str, _: Mention, __: Register) -> Iterator[str]:
    yield from in_one_word(text, slips, longer_than=6)


def other_number(text: str, _: Mention, __: Register) -> Iterator[str]:
    """Yield the name with a plural for a singular in it, or the other way; its ends may well be plurals."""
    parts = text.split(" ")
    for index, word in list(enumerate(parts))[1:-1]:
        if word[0].isupper() and word.isalpha() and len(word) > 4:
            other = word[:-1] if word.endswith("s") else f"{word}s"
            yield " ".join([*parts[:index], other, *parts[index + 1 :]])


def other_word(text: str, _: Mention, register: Register) -> Iterator[str]:
    """Yield the name with a word in it that is easily taken for the right one."""

    def change(word: str) -> Iterator[str]:
        for family in register.lexicon.confusable:
            if word.casefold() in family:
                yield from (other.capitalize() for other in family if other != word.casefold())

    if len(text.split()) > 2:
        yield from in_one_word(text, change)


def word_missing(text: str, _: Mention, __: Register) -> Iterator[str]:
    """Yield the name without one of its inner words."""
    parts = text.split(" ")
    for index in range(1, len(parts) - 1):
        if parts[index][0].isupper() and len(parts) > 3:
            yield " ".join(parts[:index] + parts[index + 1 :])


def other_marks(text: str, _: Mention, __: Register) -> Iterator[str]:
    """Yield the name with other hyphens, dashes and commas."""
    yield text.replace(", and ", " and ")
    yield text.replace("–", "-")
    yield re.sub(r"(\w) and (\w)", r"\1, and \2", text) if "," in text else text
    yield re.sub(r"(?<=[a-z])-(?=[A-Z])", " ", text)
    yield (
        text.replace("U.S.-Canada", "Canada-U.S.")
        if "U.S.-Canada" in text
        else text.replace("Canada-U.S.", "U.S.-Canada")
    )


def former_holders(draft: Draft, register: Register) -> Iterator[Mutation]:
    for paragraph in draft.paragraphs:
        for pair in titled(paragraph.reading):
            office = office_of(register, pair.office.entry.id)
            for term in register.tenures:
                current = any(
                    other.covers(draft.date) and other.person == term.person
                    for other in register.tenures
                    if other.office == office
                )
                if term.office == office and is_over(register, term, draft.date) and not current:
                    name = register.entries[term.person].canonical(draft.language)
                    if name is not None:
                        yield Mutation(((pair.person.span.shifted(paragraph.start), name.text),))


def other_title(draft: Draft, register: Register) -> Iterator[Mutation]:
    """Give a holder another title of the same office."""
    for paragraph in draft.paragraphs:
        for pair in titled(paragraph.reading):
            office = office_of(register, pair.office.entry.id)
            for entry in register.entries.values():
                if entry.title_of == office and entry.id != pair.office.entry.id:
                    form = entry.canonical(draft.language, pair.person.entry.gender)
                    if form is not None:
                        yield Mutation(((pair.office.span.shifted(paragraph.start), form.text),))


def other_gender(draft: Draft, register: Register) -> Iterator[Mutation]:
    if draft.language is not FR:
        return
    for paragraph in draft.paragraphs:
        for pair in titled(paragraph.reading):
            at = pair.office.span.start
            match = re.search(r"\b(le|la)\s$", paragraph.text[:at])
            if match:
                new = "la " if match[1] == "le" else "le "
                yield Mutation(((Span(match.start(), at).shifted(paragraph.start), new),))


def short_first_title(draft: Draft, register: Register) -> Iterator[Mutation]:
    seen = set()
    for paragraph, mention in mentions(draft, lambda entry: entry.kind is Kind.OFFICE):
        if mention.entry.id in seen:
            continue
        seen.add(mention.entry.id)
        for form in mention.entry.names(draft.language):
            full = mention.entry.canonical(draft.language)
            shorter = full and form.text.count(" ") < full.text.count(" ") - 1
            if shorter and form.status is Status.ACCEPTED and not form.acronym:
                yield Mutation(((mention.span.shifted(paragraph.start), form.text),))


def exchanged(draft: Draft, register: Register) -> Iterator[Mutation]:
    """Exchange the two principals of a side."""
    for paragraph in draft.paragraphs:
        for side in sides(paragraph.reading):
            if len(side) == 2 and side[0].office.entry.country == "canada":
                first, second = map(whole, side)
                texts = [paragraph.text[span.start : span.end] for span in (second, first)]
                spans = [span.shifted(paragraph.start) for span in (first, second)]
                yield Mutation(tuple(zip(spans, texts, strict=True)))


def other_ordinal(draft: Draft, register: Register) -> Iterator[Mutation]:
    for paragraph in draft.paragraphs:
        for match in re.finditer(r"\b\w+\b", paragraph.text):
            value = ordinal_value(match[0], draft.language)
            after = paragraph.text[match.end() : match.end() + 40]
            if value and re.match(r"\s(?:CBCF|meeting|édition|réunion)\b", after):
                for other in (value - 1, value + 1, value + 5):
                    if other > 0:
                        new = ordinal_written(other, match[0], draft.language)
                        yield Mutation(((Span(*match.span()).shifted(paragraph.start), new),))


def acronyms(draft: Draft) -> dict[str, list[tuple[Paragraph, Acronym]]]:
    context = Context(draft.language, draft.date, False, draft.release, frozenset(), Phrasebank())
    found: dict[str, list[tuple[Paragraph, Acronym]]] = {}
    for paragraph in draft.paragraphs:
        for fact in sorted(ACRONYMS.gather(paragraph.reading, context), key=lambda fact: fact.span):
            found.setdefault(str(fact.key), []).append((paragraph, fact.what))
    return found


def definition_lost(draft: Draft, register: Register) -> Iterator[Mutation]:
    known = {acronym_key(each.acronym) for each in register.lexicon.well_known}
    for key, places in acronyms(draft).items():
        paragraph, first = places[0]
        if first.definition and len(places) > 1 and key not in known:
            later, use = places[1]
            span = use.span.shifted(later.start)
            text = draft.text.source[span.start : span.end]
            yield Mutation(((first.definition.bracket.shifted(paragraph.start), ""), (span, text)), marked=1)


def definition_late(draft: Draft, register: Register) -> Iterator[Mutation]:
    known = {acronym_key(each.acronym) for each in register.lexicon.well_known}
    for key, places in acronyms(draft).items():
        paragraph, first = places[0]
        if first.definition and len(places) > 1 and key not in known:
            later, use = places[-1]
            whole = paragraph.text[first.definition.whole.start : first.definition.whole.end]
            yield Mutation(
                (
                    (first.definition.whole.shifted(paragraph.start), first.written),
                    (use.span.shifted(later.start), whole),
                ),
                marked=0,
            )


def defined_again(draft: Draft, register: Register) -> Iterator[Mutation]:
    for places in acronyms(draft).values():
        paragraph, first = places[0]
        for later, use in places[1:]:
            if first.definition and not use.is_definition:
                whole = paragraph.text[first.definition.whole.start : first.definition.whole.end]
                yield Mutation(((use.span.shifted(later.start), whole),))


def defined_otherwise(draft: Draft, register: Register) -> Iterator[Mutation]:
    for places in acronyms(draft).values():
        paragraph, first = places[0]
        for later, use in places[1:]:
            if first.definition and not use.is_definition:
                name = paragraph.text[first.definition.expansion.start : first.definition.expansion.end]
                words = name.split(" ")
                other = " ".join([words[0], *words[1:-1], words[-1] + "s"])
                yield Mutation(((use.span.shifted(later.start), f"{other} ({first.written})"),))


def defined_for_nothing(draft: Draft, register: Register) -> Iterator[Mutation]:
    used = acronyms(draft)
    for paragraph, mention in mentions(draft, lambda entry: is_agency(entry) or is_instrument(entry)):
        acronym = mention.entry.acronym(draft.language)
        if acronym and acronym_key(acronym.text) not in used and acronym.text not in mention.form.text:
            end = mention.span.end + paragraph.start
            yield Mutation(((Span(end, end), f" ({acronym.text})"),))


def in_a_heading(draft: Draft, register: Register) -> Iterator[Mutation]:
    known = {acronym_key(each.acronym) for each in register.lexicon.well_known}
    names = [places[0][1].written for key, places in acronyms(draft).items() if key not in known]
    for paragraph in draft.paragraphs:
        if paragraph.kind == "heading":
            for name in names:
                end = paragraph.span.end
                yield Mutation(
                    ((Span(end, end), f" and the {name}" if draft.language is EN else f" et {name}"),)
                )


def is_person(entry: Entry) -> bool:
    return entry.kind is Kind.PERSON


def is_agency(entry: Entry) -> bool:
    return entry.kind is Kind.BODY and SET_UP.isdisjoint(entry.tags)


def is_instrument(entry: Entry) -> bool:
    return entry.kind in (Kind.INSTRUMENT, Kind.STATUTE) or (entry.kind is Kind.BODY and not is_agency(entry))


FORUM_FR = "Forum sur la criminalité transfrontalière"
LONE = "acr-unused acr-undefined"

MUTATORS: tuple[Mutator, ...] = (
    mentioned("person-name", "initial lost", is_person, without_initial),
    mentioned("person-name", "surname misspelled", is_person, misspelled_surname),
    mentioned("person-name-cross", "misspelled in one language", is_person, misspelled_surname, pair=True),
    Mutator("holder-out", "a former holder", former_holders, frozenset({"fr-gender", "title-at-date"})),
    Mutator("title-at-date", "another title of the office", other_title, frozenset({"title-parallel"})),
    Mutator("title-form", "a short title first", short_first_title, frozenset({"title-parallel"})),
    replaced(
        "title-wrong", "général des États-Unis", "général du département de la Justice des États-Unis", FR
    ),
    replaced("title-wrong", "secrétaire à la Sécurité", "secrétaire de la Sécurité", FR),
    replaced("title-wrong", "Secretary of Homeland Security", "Secretary of Homeland Securities", EN),
    replaced("title-wrong", "Attorney General of the United", "Attorney-General for the United", EN),
    replaced("fr-title-case", r"\bministre (?=de )", "Ministre ", FR),
    replaced("fr-title-case", r"\bprocureur (?=général)", "Procureur ", FR),
    replaced("fr-title-case", r"\bsecrétaire (?=à )", "Secrétaire ", FR),
    Mutator("fr-gender", "the other article", other_gender),
    replaced("title-parallel", r"and Canada’s (?=Minister)", "and the ", EN, "title-form"),
    replaced("title-parallel", r"and U\.S\. (?=Secretary)", "and the U.S. ", EN),
    Mutator("principals-order", "exchanged", exchanged),
    Mutator("ordinal-chain", "another number", other_ordinal),
    replaced("forum-name", "Cross-Border Crime Forum", "Cross Border Crime Forum", EN, "forum-name-mixed"),
    replaced("forum-name", "Cross-Border Crime Forum", "Cross Border-Crime Forum", EN, "forum-name-mixed"),
    replaced("forum-name", "Cross-Border Crime Forum", "Cross-border Crime Forum", EN, "forum-name-mixed"),
    replaced("forum-name", "Cross-Border Crime Forum", "Crossborder Crime Forum", EN, "forum-name-mixed"),
    replaced("forum-name", "Cross-Border Crime Forum", "Cross-Border Crimes Forum", EN, "forum-name-mixed"),
    replaced(
        "forum-name-mixed", "2026 Cross-Border Crime Forum", "2026 Cross Border Crime Forum", EN, "forum-name"
    ),
    replaced("forum-name", FORUM_FR, "Forum sur la criminalité trans-frontalière", FR, "forum-name-mixed"),
    replaced("forum-name", FORUM_FR, "Forum de la criminalité transfrontalière", FR, "forum-name-mixed"),
    replaced("forum-name", FORUM_FR, "Forum sur la criminalité transfrontière", FR, "forum-name-mixed"),
    mentioned("agency-wrong", "misspelled", is_agency, misspelled),
    mentioned("agency-wrong", "another number", is_agency, other_number),
    mentioned("agency-wrong", "another word", is_agency, other_word),
    mentioned("instrument-wrong", "misspelled", is_instrument, misspelled),
    mentioned("instrument-wrong", "another number", is_instrument, other_number),
    mentioned("instrument-wrong", "another word", is_instrument, other_word),
    mentioned("instrument-short", "a word missing", is_instrument, word_missing),
    mentioned(
        "frozen-name", "other marks", lambda entry: is_agency(entry) or is_instrument(entry), other_marks
    ),
    replaced(
        "agency-mixed",
        r"directed ICE",
        "directed Immigration and Customs Enforcement of U.S. Homeland Security",
        EN,
        LONE,
    ),
    replaced(
        "legal-vs-applied", "Public Safety Canada", "Public Safety and Emergency Preparedness Canada", EN
    ),
    replaced("ambiguous-dept", r"U\.S\. Department of Justice", "Department of Justice", EN),
    Mutator("acr-undefined", "definition lost", definition_lost),
    replaced("acr-undefined", r"\bthe FBI\b", "the NCIS", EN, LONE),
    Mutator("acr-early", "definition late", definition_late),
    Mutator("acr-twice", "defined again", defined_again),
    Mutator("acr-two-ways", "defined otherwise", defined_otherwise),
    Mutator("acr-unused", "defined for nothing", defined_for_nothing),
    Mutator("acr-heading", "in a heading", in_a_heading),
    replaced("acr-two-shorts", r"(?<=in the context of )the CBCF", "the Forum", EN),
    replaced("acr-two-shorts", r"et l’ATF feront", "et le Bureau feront", FR),
    replaced("acr-form", r"\bRCMP\b", "R.C.M.P."),
    replaced("acr-form", r"\bthe MOUs\b", "these MOU’s", EN),
    replaced("acr-form", r"\bU\.S\. (?=and|principals|officials)", "US ", EN),
    replaced("fr-acronym", r"\bGRC\b", "RCMP", FR, LONE),
    replaced("fr-acronym", r"\bASFC\b", "CBSA", FR, LONE),
    replaced("fr-acronym", r"\bFCT\b", "CBCF", FR, LONE),
    replaced("bill-status", r"Canada described", "Bill C-70 gave Canada", EN),
    replaced("bill-status", r"Le Canada a décrit", "Par le projet de loi C-70, le Canada a décrit", FR),
    replaced("past-reference", r"before the next meeting", "as agreed at the July 2024 CBCF", EN),
    replaced("past-reference", r"avant la prochaine réunion", "depuis la réunion de juillet 2024", FR),
    replaced(
        "foreign-title-fr",
        r"des progrès|les progrès",
        "le CLOUD Act, le Clarifying Lawful Overseas Use of Data Act",
        FR,
        LONE,
    ),
)
