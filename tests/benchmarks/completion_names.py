"""Names: after two letters of each name in a held-out statement, is it in the list, and first?"""

from collections.abc import Iterator

from phrasebank.bank import Phrasebank, Sources
from phrasebank.register.mentions import Mention
from phrasebank.register.model import Kind
from phrasebank.text.words import words
from precedent_ls.assist.complete import complete
from precedent_ls.draft.snapshot import Defaults, Source, read_draft
from precedent_ls.settings import Settings
from tests.benchmarks.completion import CASES, Case, prepared

LETTERS = 2


def run() -> None:
    """Print a row for each statement."""
    bank = Phrasebank.open()
    total = listed = first = 0
    for name, case in CASES.items():
        ranks = list(_ranks(bank, case))
        found = [rank for rank in ranks if rank is not None]
        print(f"{name:5} {len(ranks):3} names, {len(found)} in the list, {found.count(0)} first")
        total, listed, first = total + len(ranks), listed + len(found), first + found.count(0)
    print(f"all   {total:3} names, {listed / total:.0%} in the list, {first / total:.0%} first")


def _ranks(bank: Phrasebank, case: Case) -> Iterator[int | None]:
    """Yield where the list has each name that may be offered; None where it has not."""
    before, text, date, language = prepared(bank, case)
    known = Phrasebank.open(Sources(exclude=case.exclude))

    def may_be_offered(mention: Mention) -> bool:
        form = mention.form
        return (
            mention.is_exact
            and form.status_on(date).allowed
            and form.language in (None, language)
            and mention.entry.kind is not Kind.TERM
            and known.attested(mention.entry)
        )

    for mention in filter(may_be_offered, bank.matcher.mentions(text, words(text), language)):
        start = before + text[: mention.span.start]
        typed = start + text[mention.span.start :][:LETTERS]
        draft = read_draft(
            "file:///draft.md",
            None,
            Source.of(typed, markdown=True),
            matcher=known.matcher,
            defaults=Defaults(date),
        )
        found = complete(draft, len(typed), known, Settings())
        kept = typed[: found.span.start]
        right = tuple(start + form.text for form in mention.entry.forms)
        yield next(
            (rank for rank, item in enumerate(found.items) if (kept + item.insert).startswith(right)), None
        )


if __name__ == "__main__":
    run()
