"""Family: concepts that have a word of their own."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from phrasebank.bank import Phrasebank
from phrasebank.register.lexicon import Preference
from phrasebank.text.fold import fold, folded
from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.capitals import in_name
from precedent_ls.checks.exempt import is_exempt
from precedent_ls.checks.finding import Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Context, InParagraph, Report, Rule
from precedent_ls.draft.snapshot import Reading


def _term_preferred(reading: Reading, context: Context) -> Iterator[Report]:
    pattern, by_word = _avoided(context.bank, context.language)
    if pattern is None:
        return
    text = fold(reading.text)
    for match in pattern.finditer(text.text):
        span = text.source_span(*match.span())
        written = reading.text[span.start : span.end]
        preference = by_word[match[0]]
        if written == preference.preferred or is_exempt(reading, span) or _in_name(reading, span):
            continue
        new = preference.preferred
        new = new[:1].upper() + new[1:] if written[0].isupper() and not _is_always_capital(written) else new
        source = f" ({preference.source})" if preference.source else ""
        cited = quoted(preference.preferred, context.language)
        yield Report(
            span,
            context.say(
                f"The preferred term is {cited}{source}.", f"Le terme privilégié est {cited}{source}."
            ),
            fixes=(replace_by(reading.text, span, Name(new), context.language),),
            unverified=not preference.verified,
            cluster=match[0],
        )


def _in_name(reading: Reading, span: Span) -> bool:
    """Tell whether a word in capitals belongs to a name, unless it always has one (anti-Semitism)."""
    written = reading.text[span.start : span.end]
    if _is_always_capital(written):
        return False
    return in_name(reading, span)


def _is_always_capital(written: str) -> bool:
    return "-" in written and not written.islower()


@lru_cache(maxsize=4)
def _avoided(bank: Phrasebank, language: Language) -> tuple[re.Pattern[str] | None, Mapping[str, Preference]]:
    by_word = {
        folded(word): each
        for each in bank.register.lexicon.preferences
        if each.language is language
        for word in each.avoid
    }
    if not by_word:
        return None, by_word
    choices = "|".join(re.escape(word) for word in sorted(by_word, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?<!machine )(?<!machine-)(?<!smoking )(?:{choices})(?![\w-])"), by_word


RULES = (Rule("term-preferred", Severity.INFORMATION, InParagraph(_term_preferred)),)
