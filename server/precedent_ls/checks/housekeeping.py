"""Family: what the draft says to Precedent itself."""

from collections.abc import Iterator
from difflib import get_close_matches

from precedent_ls.checks.finding import Edit, Fix, Severity
from precedent_ls.checks.rule import Context, InDraft, Report, Rule
from precedent_ls.checks.silence import read_comments
from precedent_ls.draft.snapshot import Draft

#: The Forum first met in 1997; what is dated far from then or from now is a slip.
_YEARS = range(1990, 2100)


def _front_matter(draft: Draft, context: Context) -> Iterator[Report]:
    for problem in draft.matter.problems:
        yield Report(problem.span, context.say(problem.en, problem.fr))
    day = draft.matter.date
    if day is not None and day.year not in _YEARS:
        yield Report(
            dict(draft.matter.keys)["date"],
            context.say(
                f"`date`: {day.isoformat()} is not the date of a statement; write the day of the meeting.",
                f"`date`\u00a0: {day.isoformat()} n’est pas la date d’une déclaration; "
                "mettre le jour de la réunion.",
            ),
        )


def _ignore_comment(draft: Draft, context: Context) -> Iterator[Report]:
    for comment in read_comments(draft):
        if comment.verb not in {"ignore", "ignore-file"}:
            yield Report(
                comment.span,
                context.say(
                    "This comment says nothing to Precedent: write `ignore RULE` or `ignore-file RULE`.",
                    "Ce commentaire ne dit rien à Precedent\u00a0: "
                    "écrire `ignore RÈGLE` ou `ignore-file RÈGLE`.",
                ),
            )
        elif not comment.codes:
            yield Report(
                comment.span,
                context.say("Name the rule to ignore.", "Nommer la règle à ignorer."),
            )
        elif comment.verb == "ignore-file" and not comment.at_top:
            yield Report(
                comment.span,
                context.say(
                    "`ignore-file` counts at the top of the file only.",
                    "`ignore-file` ne vaut qu’en tête du fichier.",
                ),
            )
        for code, span in comment.codes:
            if code not in context.codes:
                near = get_close_matches(code, sorted(context.codes), n=1)
                yield Report(
                    span,
                    context.say(f"There is no rule `{code}`.", f"Il n’y a pas de règle `{code}`."),
                    fixes=tuple(
                        Fix(
                            context.say(f"Write `{name}`", f"Écrire `{name}`"),
                            (Edit(span, name),),
                            preferred=True,
                        )
                        for name in near
                    ),
                )


RULES = (
    Rule("front-matter", Severity.WARNING, InDraft(_front_matter)),
    Rule("ignore-comment", Severity.WARNING, InDraft(_ignore_comment)),
)
