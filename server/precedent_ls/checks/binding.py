"""Family: words of a treaty in a text that binds nobody."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.exempt import is_exempt
from precedent_ls.checks.finding import Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Context, InParagraph, Report, Rule
from precedent_ls.draft.snapshot import Reading


class Binding(NamedTuple):
    """A binding turn of phrase (the characters of the group `word`) and what to say instead."""

    name: str
    pattern: re.Pattern[str]
    instead: str
    sure: bool = True  #: whether the replacement fits every sentence


_EN = (
    Binding(
        "agreed to",
        re.compile(r"(?<![Hh]e )\b(?P<word>agreed)(?=\s+to\s+(?!the\b|these\b|by\b)\w)"),
        "decided",
    ),
    Binding(
        "agree to",
        re.compile(r"(?<!not )(?<!who )(?<!that )\b(?P<word>agree)(?=\s+to\s+(?!disagree\b|the\b)\w)"),
        "intend",
    ),
    Binding(
        "agreed on",
        re.compile(
            r"(?<!as )(?<!been )(?<!be )(?<!is )(?<!are )(?<!was )(?<!were )"
            r"\b(?P<word>agreed)(?=\s+(?:up)?on\b)"
        ),
        "decided",
        False,
    ),
    Binding(
        "agreed that",
        re.compile(r"(?P<word>agreed)(?=\s+that\s+[^.;]{3,80}?\b(?:will|shall|must|should|would)\b)"),
        "decided",
    ),
    Binding("shall", re.compile(r"\b(?P<word>[Ss]hall)\b"), "will"),
    Binding("undertake to", re.compile(r"\b(?P<word>undertakes?|undertook)(?=\s+to\s+[a-z])"), "intend"),
    Binding(
        "agreement",
        re.compile(
            r"\b(?:[Aa]|[Tt]his|[Oo]ur)\s+(?P<word>(?:new\s+|joint\s+|formal\s+|political\s+|mutual\s+|common\s+)+agreement)\b"
            r"|\b[Tt]hese\s+(?P<several>agreements)\b"
            r"|(?<!such )(?<!Such )(?<!on )\b[Aa]n\s+(?P<one>agreement)(?=\s+(?:to|that)\b)"
            r"|\b(?:sign|reach|conclud|announc|finaliz|negotiat)\w*\s+an\s+(?P<named>agreement)\b"
        ),
        "arrangement",
        False,
    ),
    Binding(
        "the Parties",
        re.compile(
            r"\b(?<!of )(?:[Tt]he|[Bb]oth|[Tt]he\s+two|[Tt]he\s+other|[Ee]ach)\s+(?P<word>Part(?:ies|y))\b"
            r"(?!\s+(?:to|of)\b|\s+[A-Z])"
        ),
        "countries",
        False,
    ),
)
_FR = (
    Binding(
        "l’autre partie",
        re.compile(r"\b[Ll][’']autre\s+(?P<word>[Pp]artie)\b(?!\s+(?:du|de|des|d[’'])\b)"),
        "pays",
    ),
    Binding(
        "les Parties",
        re.compile(
            r"\b(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]haque)\s+(?:deux\s+)?(?P<word>Parties?)\b(?!\s+(?:à|au|aux)\b)"
        ),
        "pays",
        False,
    ),
    Binding(
        "ont convenu de", re.compile(r"\b(?P<word>convenu)(?=\s+(?:de\s+|d[’'])\w+(?:er|ir|re)\b)"), "décidé"
    ),
    Binding(
        "conviennent de",
        re.compile(r"\b(?P<word>conviennent)(?=\s+(?:de\s+|d[’'])\w+(?:er|ir|re)\b)"),
        "décident",
    ),
)


def _treaty_word(reading: Reading, context: Context) -> Iterator[Report]:
    for binding in _FR if context.language is Language.FR else _EN:
        for match in binding.pattern.finditer(reading.text):
            assert match.lastgroup
            word, span = match[match.lastgroup], Span(*match.span(match.lastgroup))
            if is_exempt(reading, span):
                continue
            right = _inflected(word, binding.instead)
            old, new = quoted(word, context.language), quoted(right, context.language)
            yield Report(
                Span(*match.span()),
                context.say(
                    f"{old} binds as a treaty does; a statement of intent says {new}.",
                    f"{old} lie comme un traité; une déclaration d’intention dit {new}.",
                ),
                fixes=(
                    replace_by(
                        reading.text, span, Name(right), context.language, preferred=binding.sure, exact=False
                    ),
                ),
                cluster=binding.name,
            )


def _inflected(old: str, new: str) -> str:
    if new == "countries":
        return "country" if old == "Party" else new
    if new == "intend":
        return "intends" if old.endswith("s") else "intended" if old == "undertook" else new
    if new == "arrangement":
        return old.replace("agreement", new)
    return new.capitalize() if old[0].isupper() and old == "Shall" else new


RULES = (Rule("treaty-word", Severity.INFORMATION, InParagraph(_treaty_word)),)
