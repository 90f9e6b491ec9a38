"""How a precedent is named: in one line of a list, and in Markdown."""

import re

from phrasebank.statement import Metadata, Precedent, Trust
from phrasebank.text.language import Language

_TRUST = {
    Language.EN: {
        Trust.AGREED: "agreed text",
        Trust.COPY: "publisher’s copy",
        Trust.REWRITE: "journalist’s rewrite, not agreed wording",
        Trust.BACKGROUND: "backgrounder, not agreed wording",
    },
    Language.FR: {
        Trust.AGREED: "texte convenu",
        Trust.COPY: "copie d’un éditeur",
        Trust.REWRITE: "réécriture d’un journaliste, non convenue",
        Trust.BACKGROUND: "document d’information, non convenu",
    },
}

#: What is not agreed wording, in a word.
_BRIEFLY = {
    Language.EN: {Trust.REWRITE: "rewrite", Trust.BACKGROUND: "background"},
    Language.FR: {Trust.REWRITE: "réécriture", Trust.BACKGROUND: "information"},
}

_ESCAPED = re.compile(r"\\([\\`*_\[\]<>#|~&.)+=-])|(?<!\\)\*")

#: What means something in Markdown: anywhere, before the rest of an entity, or in front of a line. No more
#: than that is escaped, for some editors show the backslashes.
_SPECIAL = re.compile(
    r"([\\`*_\[\]<|~]|&(?=#?\w+;))|^(\s*)([-+=#>])|^(\s*\d+)([.)](?=\s|$))",
    re.MULTILINE,
)


def cite(metadata: Metadata, section: str = "", language: Language = Language.EN) -> str:
    """Return year, place and section, and the trust where the text is not the agreed one."""
    parts = [f"{metadata.date.year} {metadata.place}".strip(), _below(metadata, section)]
    if metadata.trust in _BRIEFLY[language]:
        parts.append(_BRIEFLY[language][metadata.trust])
    return " · ".join(part for part in parts if part)


def trust(metadata: Metadata, language: Language) -> str:
    """Return in words how far a statement is the agreed text."""
    return _TRUST[language][metadata.trust]


def source_line(precedent: Precedent, language: Language) -> str:
    """Return in Markdown the statement, its date, the section and the trust."""
    metadata = precedent.metadata
    section = _below(metadata, precedent.section)
    parts = (metadata.title, f"{metadata.date:%Y-%m-%d}", metadata.place, section)
    return " · ".join([*(escaped(part) for part in parts if part), f"*{trust(metadata, language)}*"])


def _below(metadata: Metadata, section: str) -> str:
    """Return the name of a section, unless it is the whole statement's."""
    return "" if section == metadata.title else section


def plain(markdown: str) -> str:
    """Return our own Markdown without its marks, for a client that shows none."""
    shown = markdown.replace("**", "").replace("~~", "").replace("\n\n---\n", "\n")
    return _ESCAPED.sub(r"\1", shown)


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    special, indent, bullet, number, point = match.groups(default="")
    return f"\\{special}" if special else f"{indent}{number}\\{bullet}{point}"
