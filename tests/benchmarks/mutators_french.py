"""Mistakes in how French is set and how it writes names."""

import re
from collections.abc import Iterator

from phrasebank.register.model import Kind, Register
from phrasebank.text.language import Language
from precedent_ls.draft.snapshot import Draft
from tests.benchmarks.mutators import Mutation, Mutator, mentions, replaced

FR = Language.FR
LONE = "acr-unused acr-undefined foreign-title-fr"
WORD = r"\b(frontière|partenariat|communautés|électeurs|résultats|laboratoires|navires|demandes|avis)\b"


def french(code: str, pattern: str, new: str, also: str = "") -> Mutator:
    return replaced(code, pattern, new, FR, also)


def capitals(draft: Draft, register: Register) -> Iterator[Mutation]:
    """Yield a French name with one of its small words in capitals."""
    kinds = (Kind.BODY, Kind.FORUM, Kind.INSTRUMENT, Kind.STATUTE)
    if draft.language is not FR:
        return
    for paragraph, mention in mentions(draft, lambda entry: entry.kind in kinds):
        text = paragraph.text[mention.span.start : mention.span.end]
        for match in re.finditer(r"(?<=[ ’])[a-zà-ÿ]{5,}", text):
            new = text[: match.start()] + match[0].capitalize() + text[match.end() :]
            yield Mutation(((mention.span.shifted(paragraph.start), new),))


MUTATORS: tuple[Mutator, ...] = (
    french("fr-nbsp", r"\u00a0:", " :"),
    french("fr-nbsp", r"«\u00a0", "« "),
    french("fr-nbsp", WORD, r"« \1 »"),
    french("fr-nbsp", r",(?= et (?:ils|les|le)\b)", " :"),
    french("fr-nbsp", r",(?= et\b)", " ;"),
    french("fr-space-missing", r"\u00a0:", ":"),
    french("fr-space-missing", r"«\u00a0", "«"),
    french("fr-space-missing", r",(?= et\b)", ":"),
    french("fr-space-missing", WORD, r"«\1»"),
    french("fr-hyphen-char", r"États-Unis", "États‑Unis"),
    french("fr-hyphen-char", r"États-Unis", "États‐Unis"),
    french("fr-tiret", r"\bla frontière\b(?! canado)", "la frontière Canada-États-Unis"),
    french(
        "fr-tiret",
        r"\b(partenariat|collaboration|organismes|représentants|laboratoires|enquêteurs)\b(?! de)",
        r"\1 États-Unis-Canada",
    ),
    french("fr-tiret", r"\b(réunion|échange|rencontre)\b(?! de)", r"\1 Mexique-États-Unis"),
    french("fr-apostrophe", r"(?<=\w)’(?=\w)", "'"),
    french("fr-date", r"\b(3|27) (?:décembre|août) (?=20)", r"\1 déc. "),
    french("fr-date", r"\ben (?:juin |juillet )?(?=20\d\d)", "le 12 juill. "),
    french("fr-date", r"\ben (?:juin |juillet )?(?=20\d\d)", "le 1er sept. "),
    french("fr-name-case", r"Sûreté du Québec", "Sûreté Du Québec"),
    Mutator(
        "fr-name-case",
        "a capital too many",
        capitals,
        frozenset({"forum-name", "forum-name-mixed", "frozen-name"}),
    ),
    french(
        "fr-gender-foreign",
        r"\b(?:les|des) (?:travaux|négociations|règles|attaques|résultats)\b",
        "le CLOUD Act",
        LONE,
    ),
    french(
        "fr-gender-foreign",
        r"\bde leurs (?=conseils)|\bla (?=solidité)|\bla (?=valeur)",
        "la Foreign Agents Registration Act et la ",
        LONE,
    ),
    french("fr-comma", r", (les?|des|la|du) (?=\w)", r", \1, ", "title-parallel"),
    french("fr-comma", r", (?=[a-zà-ÿ])", ",, "),
    french("fr-comma", r", (?=[a-zà-ÿ])", ", , "),
)
