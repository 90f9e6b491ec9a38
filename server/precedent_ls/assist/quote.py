"""A precedent as a hover quotes it: whole, with what differs, the other language and where it comes from."""

from collections.abc import Iterator, Sequence

from phrasebank.bank import Phrasebank
from phrasebank.statement import Precedent
from phrasebank.text.language import Language
from precedent_ls.assist.cite import cite, escaped, source_line, trust
from precedent_ls.assist.difference import difference, markdown
from precedent_ls.assist.labels import LABELS
from precedent_ls.assist.precedents import Match, Sentence
from precedent_ls.assist.twin import official_wording


def quote_verbatim(
    bank: Phrasebank, exact: Sequence[Precedent], steps: Sequence[Match], language: Language
) -> str:
    """Return in one line who has a sentence word for word, and below it the newest of these passages.

    `steps` is its chain, the newest first.
    """
    labels = LABELS[language]
    best = exact[0]
    where = "; ".join(dict.fromkeys(_cited(each, language) for each in exact))
    quoted = f"{escaped(best.passage.plain)}\n\n— {source_line(best, language)}"
    return "\n\n".join((f"**{labels.exact.format(where)}**", quoted, *_beyond(bank, best, steps, language)))


def quote(
    bank: Phrasebank, sentence: Sentence, match: Match, steps: Sequence[Match], language: Language
) -> str:
    """Return a precedent of a sentence, how alike they are, and what sets them apart.

    Of one that is only loosely alike nearly everything would differ: what they share is given.
    """
    labels = LABELS[language]
    alike = labels.percent.format(round(100 * match.score)) + (f" (*{labels.weak}*)" if match.weak else "")
    parts = [f"{escaped(match.text)}\n\n— {alike} · {source_line(match.precedent, language)}"]
    if match.weak:
        parts.append(f"{labels.common}{labels.colon}{' … '.join(map(escaped, match.shared))}")
    else:
        changes = markdown(difference(match.text, sentence.text))
        parts.append(f"{labels.difference} ({labels.marks}){labels.colon}{changes}")
    return "\n\n".join((*parts, *_beyond(bank, match.precedent, steps, language)))


def _beyond(
    bank: Phrasebank, precedent: Precedent, steps: Sequence[Match], language: Language
) -> Iterator[str]:
    """Yield what the other language says, and the chain that the precedent goes back to."""
    labels = LABELS[language]
    wording = official_wording(bank, precedent)
    if wording is not None:
        about = (
            f"{escaped(cite(wording.metadata, language=language))} · *{trust(wording.metadata, language)}*"
        )
        yield f"{labels.other_language} ({about}){labels.colon}{escaped(wording.text)}"
    later = precedent.passage.plain
    lines = []
    for step in steps:
        source = _cited(step.precedent, language)
        score = labels.percent.format(round(100 * step.score))
        changes = markdown(difference(step.text, later))
        lines.append(f"- {source} · {score}" + ("" if step.exact else f"{labels.colon}{changes}"))
        later = step.text
    if lines:
        yield f"{labels.lineage}{labels.colon}\n\n" + "\n".join(lines)


def _cited(precedent: Precedent, language: Language) -> str:
    return escaped(cite(precedent.metadata, precedent.section, language))
