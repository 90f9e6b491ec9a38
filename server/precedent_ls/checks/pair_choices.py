"""Family: a term is translated one way in a text, and two terms not by the same word."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from phrasebank.text.language import Language
from precedent_ls.checks.finding import Edit, Evidence, Fix, InDraft, InTwin, Severity
from precedent_ls.checks.fixes import Name, quoted, replace_by
from precedent_ls.checks.rule import Context, InPair, Report, Rule
from precedent_ls.checks.translations import Side, Term, are_one, beside, term_of
from precedent_ls.draft.snapshot import Draft


class Use(NamedTuple):
    """An English term and the French one that translates it, in one place."""

    en: Term
    fr: Term

    def side(self, language: Language) -> Term:
        """Return the term of a language."""
        return self.fr if language is Language.FR else self.en


def _uses(draft: Draft, twin: Draft, context: Context) -> Iterator[Use]:
    for both in beside(draft, twin, context.bank):
        if context.language is Language.FR:
            yield from _translations(both.there, both.here)
        else:
            yield from _translations(both.here, both.there)


def _translations(english: Side, french: Side) -> Iterator[Use]:
    """Pair the terms of one entry in their order; what is left over on a side goes with the other’s last."""
    for pair in dict.fromkeys(pair for term in english.terms for pair in term.pairs):
        ours = [term for term in english.terms if pair in term.pairs]
        theirs = [term for term in french.terms if pair in term.pairs]
        if theirs:
            for number in range(max(len(ours), len(theirs))):
                yield Use(ours[min(number, len(ours) - 1)], theirs[min(number, len(theirs) - 1)])


def _grouped(uses: Iterator[Use], language: Language) -> list[list[Use]]:
    """Put together the places where a language has the same term."""
    found: dict[frozenset[str], list[Use]] = {}
    for use in uses:
        found.setdefault(term_of(use.side(language).form), []).append(use)
    return list(found.values())


def _one_to_many(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report an English term that has two translations in the French text."""
    for uses in _grouped(_uses(draft, twin, context), Language.EN):
        kinds: list[str] = []
        for use in uses:
            if not any(are_one(use.fr.form, kind) for kind in kinds):
                kinds.append(use.fr.form)
        if len(kinds) < 2:
            continue
        listed = context.say(" and ", " et ").join(quoted(kind, context.language) for kind in kinds)
        term = quoted(uses[0].en.form, context.language)
        yield _told(
            uses,
            (draft, twin),
            context.say(
                f"The term {term} is translated in two ways: {listed}. Choose one.",
                f"Le terme {term} est traduit de deux façons\u00a0: {listed}. En choisir une.",
            ),
            tuple(_one_way(draft, _usual(kinds, uses), uses, context)),
        )


def _told(
    uses: Sequence[Use], both: tuple[Draft, Draft], message: str, fixes: tuple[Fix, ...] = ()
) -> Report:
    """Return one report for all places, at the draft’s first."""
    (draft, twin), (mine, other) = both, (each.language for each in both)
    here = sorted({use.side(mine).span for use in uses})
    there = sorted({use.side(other).span for use in uses})
    return Report(
        here[0],
        message,
        evidence=(
            *(Evidence(draft.text.source[span.start : span.end], InDraft(span)) for span in here[1:]),
            *(Evidence(twin.text.source[span.start : span.end], InTwin(span)) for span in there),
        ),
        fixes=fixes,
    )


def _usual(kinds: Sequence[str], uses: Sequence[Use]) -> str:
    """Return the translation to keep: the commonest; of those as common, the first that the register has."""
    order = [form for use in uses for pair in use.en.pairs for form in pair.fr]

    def rank(kind: str) -> tuple[int, int]:
        return -sum(are_one(use.fr.form, kind) for use in uses), order.index(kind)

    return min(kinds, key=rank)


def _one_way(draft: Draft, usual: str, uses: Sequence[Use], context: Context) -> Iterator[Fix]:
    """Offer the usual translation everywhere, in a French draft, if it can stand where the others do."""
    edits: list[Edit] = []
    odd = {use.fr.span: use.fr for use in uses if not are_one(use.fr.form, usual)}
    for french in odd.values():
        right = next((form for form in _forms(french) if _is_alike(form, french.form, usual)), None)
        if context.language is not Language.FR or right is None:
            return
        edits += replace_by(draft.text.source, french.span, Name(right), context.language).edits
    cited = quoted(usual, context.language)
    title = context.say(f"Write {cited} everywhere", f"Écrire {cited} partout")
    yield Fix(title, tuple(edits), preferred=True)


def _forms(term: Term) -> list[str]:
    return [form for pair in term.pairs for form in pair.fr]


def _is_alike(form: str, replaced: str, usual: str) -> bool:
    """Tell whether an inflection of the usual term has the number and the elision of what it replaces."""
    return (
        are_one(form, usual)
        and _is_plural(form) is _is_plural(replaced)
        and _is_elided_before(form) is _is_elided_before(replaced)
    )


def _is_plural(form: str) -> bool:
    return form.split(maxsplit=1)[0].endswith(("s", "x"))


def _is_elided_before(form: str) -> bool:
    return form[0].casefold() in "aeiouyhâàéèêëîïôùûœæ"


def _many_to_one(draft: Draft, twin: Draft, context: Context) -> Iterator[Report]:
    """Report a French term that stands for two English ones, once in a document."""
    for uses in _grouped(_uses(draft, twin, context), Language.FR):
        kinds = list(dict.fromkeys(use.en.form for use in uses))
        apart = next(
            (each for each in combinations(kinds, 2) if not are_one(*each) and not _in_one_pair(each, uses)),
            None,
        )
        if apart is None:
            continue
        english = context.say(" and ", " et ").join(quoted(each, context.language) for each in apart)
        french = quoted(uses[0].fr.form, context.language)
        yield _told(
            uses,
            (draft, twin),
            context.say(
                f"Two English terms, {english}, are one in French: {french}.",
                f"Deux termes anglais, {english}, n’en font qu’un en français\u00a0: {french}.",
            ),
        )


def _in_one_pair(both: tuple[str, str], uses: Sequence[Use]) -> bool:
    """Tell whether the register has two forms as one term."""
    return any(set(both) <= set(pair.en) for use in uses for pair in use.en.pairs)


RULES = (
    Rule("pair-many-to-one", Severity.INFORMATION, InPair(_many_to_one)),
    Rule("pair-one-to-many", Severity.WARNING, InPair(_one_to_many)),
)
