"""Mistakes of style: countries, compounds, spelling, capitals, damage, dates, terms, what is left open."""

import re
from collections.abc import Callable, Iterator

from phrasebank.register.model import Country, Register
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.draft.snapshot import Draft, Paragraph
from tests.benchmarks.mutators import Mutation, Mutator, replaced

EN, FR = Language.EN, Language.FR
CA, US = Country.CANADA, Country.UNITED_STATES
#: Rules that may well speak, too, where countries are renamed.
COUNTRIES = "acr-form us-points us-noun country-order country-dash demonym"
DATES = "person-name title-form past-reference ordinal-chain"


def worded(
    code: str, name: str, pattern: str, change: Callable[[re.Match[str]], str | None], also: str = ""
) -> Mutator:
    """Return a mutator that rewrites what a pattern matches outside names, quotations and headings."""

    def make(draft: Draft, _: Register) -> Iterator[Mutation]:
        if draft.language is not EN:
            return
        for paragraph in draft.paragraphs:
            for match in re.finditer(pattern, paragraph.text):
                new = None if _is_taken(paragraph, match) else change(match)
                if new is not None:
                    yield Mutation(((Span(*match.span()).shifted(paragraph.start), new),))

    return Mutator(code, name, make, frozenset(also.split()))


def _is_taken(paragraph: Paragraph, match: re.Match[str]) -> bool:
    places = [mention.span for mention in paragraph.mentions]
    places += [Span(*quote.span()) for quote in re.finditer(r"“[^”]*”", paragraph.text)]
    return any(place.start < match.end() and match.start() < place.end for place in places)


def twice(code: str, pattern: str, new: str, also: str = "") -> Mutator:
    """Return a mutator that rewrites one of two or more places that a pattern matches."""

    def make(draft: Draft, _: Register) -> Iterator[Mutation]:
        matches = list(re.finditer(pattern, draft.text.source))
        if draft.language is EN and len(matches) > 1:
            for match in matches:
                yield Mutation(((Span(*match.span()), match.expand(new)),))

    return Mutator(code, f"{pattern} → {new}", make, frozenset(also.split()))


def inserted(code: str, pattern: str, new: str, language: Language = EN, also: str = "") -> Mutator:
    """Return a mutator that puts words behind what a pattern matches."""
    return replaced(code, rf"({pattern})", rf"\1{new}", language, also)


def said(
    code: str, sentence: str, release: Country | None = None, also: str = "", language: Language = EN
) -> Mutator:
    """Return a mutator that adds a sentence, its mistake between bars, to a paragraph of one release."""
    before, wrong, after = sentence.split("|")

    def make(draft: Draft, _: Register) -> Iterator[Mutation]:
        if draft.language is not language or draft.release is not release:
            return
        for paragraph in draft.paragraphs:
            if len(paragraph.text) > 120:
                end = paragraph.start + len(paragraph.text.rstrip())
                yield Mutation(
                    tuple((Span(end, end), text) for text in (f" {before}", wrong, after)), marked=1
                )

    return Mutator(code, sentence, make, frozenset(also.split()))


def undefined(draft: Draft, _: Register) -> Iterator[Mutation]:
    """Take the definition of the Ministers away; the first use of the term is then the mistake."""
    definition = re.search(r" \(hereinafter “the Ministers”\)", draft.text.source)
    if definition:
        use = re.search(r"\b[Tt]he Ministers\b", draft.text.source[definition.end() :])
        if use:
            again = Span(*use.span()).shifted(definition.end())
            yield Mutation(((Span(*definition.span()), ""), (again, use[0])), marked=1)


def split_word(match: re.Match[str]) -> str | None:
    return f"{match[0][0]} {match[0][1:]}"


def spelled(draft: Draft, register: Register) -> Iterator[Mutation]:
    """Put words spelled as the other country does behind a sentence of a draft that has a release."""
    if draft.language is not EN or draft.release is None:
        return
    paragraph = next(each for each in draft.paragraphs if len(each.text) > 200)
    end = paragraph.start + paragraph.sentences[0].end
    for pair in register.lexicon.spellings[::3]:
        word = pair.united_states if draft.release == "canada" else pair.canada
        words = f" The report has the word {word} in it."
        start = end + len(" The report has the word ")
        yield Mutation(((Span(end, end), words), (Span(start - end + end, start - end + end), "")), marked=0)


MUTATORS: tuple[Mutator, ...] = (
    worded(
        "us-noun",
        "short noun",
        r"\b[Tt]he United States(?= (?:described|and|have|depend)|\.|,)",
        lambda m: f"{m[0][:3]} U.S.",
        COUNTRIES,
    ),
    worded(
        "us-noun", "short noun of a pair", r"(?<=Canada and the )United States", lambda _: "U.S.", COUNTRIES
    ),
    worded("us-points", "points lost", r"\bU\.S\.(?=[ -])", lambda _: "US", COUNTRIES),
    replaced(
        "us-points",
        r"U\.S\. (?=Secretary|Customs|Drug)",
        "US ",
        EN,
        COUNTRIES + " title-form agency-wrong agency-mixed title-parallel",
    ),
    worded("country-dash", "dash for hyphen", r"\bCanada-U\.S\.", lambda _: "Canada–U.S.", COUNTRIES),
    worded(
        "country-order",
        "adjectives turned",
        r"\bCanadian and U\.S\.",
        lambda _: "U.S. and Canadian",
        COUNTRIES,
    ),
    worded(
        "country-order",
        "adjectives turned, too",
        r"\bU\.S\. and Canadian",
        lambda _: "Canadian and U.S.",
        COUNTRIES,
    ),
    worded(
        "country-order",
        "nouns turned",
        r"\bCanada and the United States",
        lambda _: "the United States and Canada",
        COUNTRIES,
    ),
    worded(
        "country-order",
        "nouns turned, too",
        r"\bThe United States and Canada",
        lambda _: "Canada and the United States",
        COUNTRIES,
    ),
    worded("country-order", "pair turned", r"\bCanada-U\.S\.", lambda _: "U.S.-Canada", COUNTRIES),
    said("country-dash", "The |Canada-U.S.| border is long.", CA, COUNTRIES),
    said("country-dash", "The |U.S.–Canada| border is long.", US, COUNTRIES),
    said("country-dash", "They crossed the |Canada–U.S.| border.", None, COUNTRIES),
    said("country-order", "The |U.S.–Canada| border is long.", CA, COUNTRIES),
    said("country-order", "The |Canada-U.S.| border is long.", US, COUNTRIES),
    said("country-order", "Both |the United States and Canada| gain.", CA, COUNTRIES),
    said("country-order", "These are |Canadian and U.S.| laws.", US, COUNTRIES),
    said("us-noun", "They spoke of Canada and |the U.S.| at length.", CA, COUNTRIES),
    said("us-noun", "They came from |the U.S.|", US, COUNTRIES),
    said("us-noun", "In this field, |the U.S.| has the lead.", None, COUNTRIES),
    worded(
        "demonym",
        "American",
        r"\bU\.S\.(?= (?:officials|principals|agencies))",
        lambda _: "American",
        COUNTRIES,
    ),
    worded("lost-dash", "dash lost", r"\bCanada-U\.S\.", lambda _: "CanadaU.S.", COUNTRIES),
    worded("lost-dash", "space lost", r"\b([a-z]{2,}) U\.S\.", lambda m: f"{m[1]}U.S.", COUNTRIES),
    inserted("lost-dash", r"\b(?:safety|spread|role|need)\b", " along the CanadaU.S. border", also=COUNTRIES),
    said("lost-dash", "The |CanadaU.S.| border is long.", CA, COUNTRIES),
    said("lost-dash", "The |U.S.Canada| border is long.", US, COUNTRIES),
    said("dash-hyphen-mixed", "A cross-border deal is no |cross–border| deal.", None),
    said("dash-hyphen-mixed", "A long-term plan is a |long–term| plan.", CA),
    said("hyphen-mixed", "An |intelligence-sharing| deal is no intelligence sharing deal.", US),
    said("hyphen-mixed", "A decision-making body is no |decision making| body.", CA),
    said("open-closed", "They spoke of |cyber-crime| and cybercrime.", CA),
    said("open-closed", "They |re-established| what was reestablished and reestablished.", US),
    worded("dash-hyphen-mixed", "dash for hyphen", r"\b(anti)-(money)", lambda m: f"{m[1]}–{m[2]}"),
    twice("dash-hyphen-mixed", r"\b([Aa]nti)-([Mm]oney)", r"\1–\2"),
    twice("hyphen-mixed", r"\b([Ii]nformation) (sharing)(?= between|\.| is)", r"\1-\2"),
    twice("hyphen-mixed", r"\b(sex) (offender)(?= travel)", r"\1-\2"),
    inserted(
        "hyphen-mixed",
        r"both sides of the border",
        ", with law-enforcement agencies and law enforcement agencies",
    ),
    worded("open-closed", "opened", r"\bcyber(attacks?|security|crime)", lambda m: f"cyber {m[1]}"),
    worded("open-closed", "hyphenated", r"\b([Cc]yber)(attacks?|security|crime)", lambda m: f"{m[1]}-{m[2]}"),
    twice("open-closed", r"\b([Cc])ooperation\b", r"\1o-operation"),
    said("spelling-bank", "They are for |combating| crime.", CA),
    said("spelling-bank", "They are for |combatting| crime.", US),
    said("spelling-bank", "They are for |combatting| crime.", None),
    said("spelling-profile", "The harbour and the neighbours and the |center| matter.", None),
    Mutator("undefined-term", "definition lost", undefined),
    said("caps-mixed", "They fight human smuggling, and |Human Smuggling| is a crime.", None),
    said("caps-mixed", "Other experts met our |Experts| and the experts left.", CA),
    Mutator("spelling-profile", "the other country’s", spelled),
    twice("caps-mixed", r"(?<=[a-z] )officials(?= [a-z])", "Officials"),
    twice("caps-mixed", r"(?<=[a-z] )investigators(?= [a-z])", "Investigators"),
    replaced("caps-mixed", "Access to Justice Offices", "Access to justice Offices", EN),
    replaced("caps-mixed", "Mounted Police", "mounted Police", EN, "agency-wrong agency-mixed"),
    inserted("ly-hyphen", r"\bThe Ministers (?:noted|welcomed|reviewed)", " newly-made promises and"),
    worded("ly-hyphen", "hyphenated", r"\b(\w+ly) (watched)", lambda m: f"{m[1]}-{m[2]}"),
    worded("place-form", "points lost", r"Washington, D\.C\.(?=,)", lambda _: "Washington, DC", "acr-form"),
    worded("place-form", "comma lost", r"Washington, D\.C\.", lambda _: "Washington D.C."),
    worded(
        "damage",
        "first letter apart",
        r"(?<= )[A-Z][a-z]{4,}(?= )",
        split_word,
        "defined-term-drift undefined-term agency-wrong title-wrong person-name country-order acr-undefined",
    ),
    worded("damage", "space before a comma", r"(?<=\w),(?= )", lambda _: " ,"),
    worded("damage", "space before a stop", r"(?<=[a-z])\.(?= [A-Z]|$)", lambda _: " ."),
    worded("damage", "space before a possessive", r"(?<=[a-z])’s\b", lambda _: " ’s", "acr-form"),
    worded("damage", "two hyphens", r"(?<=[a-z]), and (?=they)", lambda _: " -- and "),
    inserted(
        "damage", r"\b(?:noted|welcomed|asked)\b", " at the 9 th meeting", also="past-reference ordinal-chain"
    ),
    worded("double-space", "two spaces", r"(?<=[a-z]\.) (?=[A-Z])", lambda _: "  "),
    worded("double-space", "no-break space beside a space", r"(?<=[a-z]\.) (?=[A-Z])", lambda _: "\u00a0 "),
    worded("quotes-mixed", "straight apostrophe", r"’(?=s )", lambda _: "'"),
    replaced("quotes-mixed", r"“the Ministers”", '"the Ministers"', EN),
    inserted("term-preferred", r"\b(?:noted|asked|condemned|reviewed)\b", " gun trafficking and"),
    worded("term-preferred", "anti-Semitism", r"\bantisemitism\b", lambda _: "anti-Semitism"),
    worded("term-preferred", "guns", r"\bfirearms(?= (?:in|had|carried))", lambda _: "guns"),
    worded("relative-date", "today", r"\bOn [A-Z][a-z]+ \d{1,2}, \d{4}(?=,)", lambda _: "Today", DATES),
    worded(
        "relative-date",
        "yesterday",
        r"\b[Oo]n [A-Z][a-z]+ \d{1,2}, \d{4}(?=,)",
        lambda m: "Yesterday" if m[0][0] == "O" else "yesterday",
        DATES,
    ),
    worded("relative-date", "no year", r"\b([Oo]n [A-Z][a-z]+ \d{1,2}), \d{4}(?=,)", lambda m: m[1], DATES),
    worded("relative-date", "last year", r"\bin 202[45]\b", lambda _: "last year", DATES),
    worded(
        "relative-date", "this past month", r"\bin July 2024\b|\bIn 2024\b", lambda _: "this past July", DATES
    ),
    worded("relative-date", "next year", r"\bin 202[67]\b|in June 2027", lambda _: "next year", DATES),
    said("relative-date", "They met |last week|.", CA),
    said("relative-date", "They met |two weeks ago|.", US),
    said("relative-date", "They signed it |earlier this year|.", None),
    said("relative-date", "Ils se sont réunis |le mois dernier|.", CA, "", FR),
    said("relative-date", "Ils ont signé l’entente |hier|.", CA, "", FR),
    replaced("relative-date", r"Le \d+(?:er)? \w+ \d{4}(?=,)", "Aujourd’hui", FR),
    replaced("relative-date", r"(?<= )en 202[56]\b", "l’an dernier", FR),
    said("serial-comma", "They value work, study, and rest, and love bread, |milk and tea|.", CA),
    worded("person-of-text", "our", r"\btheir(?= (?:partnership|officials|close))", lambda _: "our"),
    replaced(
        "defined-term-drift",
        r"(?<=[a-z], )they(?= (?:asked|called|decided|pledged|directed|discussed))",
        "Ministers",
        EN,
    ),
    replaced("defined-term-drift", r"(?<=[a-z.] )[Tt]he Ministers(?= [a-z]+ed\b)", "the Principals", EN),
    replaced("defined-term-drift", r"(?<=\n\n)The Ministers(?= [a-z]+ed\b)", "The ministers", EN),
    twice("defined-term-drift", r"(?<=and the )officials", "Officials", "caps-mixed"),
    worded("treaty-word", "agreed to", r"\b(?:decided|pledged) to\b", lambda _: "agreed to"),
    worded("treaty-word", "shall", r"\bwill(?= [a-z]+)", lambda _: "shall"),
    worded(
        "treaty-word",
        "undertake to",
        r"\bThe Ministers plan to\b|They plan to",
        lambda m: f"{m[0][:-7]}undertake to",
    ),
    said("treaty-word", "It is |a joint agreement| of both sides.", CA),
    said("treaty-word", "It binds |the Parties| alike.", US),
    said("treaty-word", "Elle respecte les lois de |l’autre partie|.", CA, "", FR),
    replaced("treaty-word", r"les ministres ont convenu|ont décidé d", "ont convenu d", FR),
    worded(
        "placeholder",
        "name",
        r"\b(?:Todd Blanche|Sean Fraser|Detroit|Ottawa)\b",
        lambda _: "[name]",
        "acr-undefined",
    ),
    inserted("placeholder", r"\b(?:reported|traced|train|closed)\b", " XX"),
    worded("placeholder", "TBD", r"\b(?:\d{2,3}|one day)(?= [a-z])", lambda _: "TBD", "acr-undefined"),
    worded("placeholder", "XX for a figure", r"\b\d{2,3}(?= [a-z])", lambda _: "XX", "acr-undefined"),
    worded("placeholder", "tab stop", r"\bOttawa\b|\bDetroit\b", lambda _: "${1:city}"),
    replaced("placeholder", r"\bOttawa\b", "[ville à confirmer]", FR),
    said("placeholder", "It takes place on |[date]|.", US),
    said("placeholder", "The venue is |TBD|.", CA, "acr-undefined"),
    said("placeholder", "Le lieu est |[à confirmer]|.", CA, "", FR),
    said("bracket-open", "It helps |[all communities in need]|.", US),
    worded(
        "bracket-open",
        "brackets",
        r"\bThey \w+ [^.,]{10,60}(?=[,.])",
        lambda m: f"[{m[0]}]",
        "undefined-term",
    ),
)
