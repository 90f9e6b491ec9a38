"""The rules: what they find and what they should not, one row a rule.

``python -m tests.benchmarks.checks [CODE…]`` prints, for each rule, how many of the catalogue's
quotations it gets right, how many seeded mistakes it finds, and how many of its findings are
right; then the false alarms on the corrected statements, and how long it all took.
"""

import csv
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from phrasebank.bank import Phrasebank
from phrasebank.corpus import shipped_statements
from phrasebank.text.span import Span
from precedent_ls.checks.catalogue import catalogue
from precedent_ls.checks.finding import Finding, InDraft, Severity
from precedent_ls.checks.fixes import apply, together
from precedent_ls.draft.snapshot import Draft
from tests.benchmarks import mutators_french, mutators_names, mutators_pair, mutators_style
from tests.benchmarks.mutators import Mutation, Mutator
from tests.checks.bench import Bench

ROOT = Path(__file__).parent.parent
CLEAN = sorted((ROOT / "drafts").glob("clean-*.md"))
#: The mutators of every family; a family is added by naming its module here.
MUTATORS: tuple[Mutator, ...] = (
    *mutators_names.MUTATORS,
    *mutators_style.MUTATORS,
    *mutators_french.MUTATORS,
    *mutators_pair.MUTATORS,
)
#: How many places of a mutator are tried, at most.
PLACES = 30


def run(codes: Iterable[str] = ()) -> None:
    """Print the table; `codes` limits the rows."""
    started = time.perf_counter()
    with TemporaryDirectory() as folder:
        bench = Bench(Phrasebank.open(cache=Path(folder)))
        quotations = on_quotations(bench)
        found, seeded, right, wrong, missed = on_mutations(bench)
        print(f"{'rule':20} {'severity':12} {'catalogue':>10} {'seeded':>12} {'recall':>7} {'precision':>10}")
        for code, rule in catalogue().items():
            if codes and code not in codes:
                continue
            good, all_of = quotations.get(code, (0, 0))
            reports = right[code] + wrong[code]
            print(
                f"{code:20} {rule.severity.name.lower() + ('' if rule.on else ' (off)'):12} "
                f"{f'{good}/{all_of}' if all_of else '–':>10} {f'{found[code]}/{seeded[code]}':>12} "
                f"{share(found[code], seeded[code]):>7} {share(right[code], reports):>10}"
            )
        grave = {code for code, rule in catalogue().items() if rule.severity <= Severity.WARNING}
        total_right, total_wrong = (sum(count[code] for code in grave) for count in (right, wrong))
        all_found, all_seeded = (sum(count[code] for code in grave) for count in (found, seeded))
        precision = share(total_right, total_right + total_wrong)
        print(f"errors and warnings: recall {share(all_found, all_seeded)}, precision {precision}")
        for code, examples in missed.items():
            if not codes or code in codes:
                print(f"  {code}: " + "; ".join(examples[:40] if codes else examples[:3]))
        on_corrected(bench)
    print(f"{len(MUTATORS)} mutators, {time.perf_counter() - started:.1f} s")


def share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


def on_quotations(bench: Bench) -> dict[str, tuple[int, int]]:
    """Return, by rule, how many quotations of the catalogue are judged as it says, of how many."""
    scores: dict[str, tuple[int, int]] = {}
    with (ROOT / "checks" / "catalogue.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            code, quote = row["code"], row["quote"]
            if code not in catalogue():
                continue
            twin = bench.statement(
                row["statement"][:-2] + ("fr" if row["statement"].endswith("en") else "en")
            )
            draft = bench.statement(row["statement"], row["date"], row["added"], row["release"] or "")
            assert draft
            text = draft.text.source
            start = text.rindex(quote) if row["added"] else text.index(quote, text.index("\n---\n"))
            place = Span(start, start + len(quote))
            findings = [each for each in bench.run(draft, twin, asked=code) if each.rule == code]
            good = any(touches(each, place) for each in findings) is (row["expected"] == "speaks")
            before = scores.get(code, (0, 0))
            scores[code] = (before[0] + good, before[1] + 1)
    return scores


def on_mutations(
    bench: Bench,
) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str], dict[str, list[str]]]:
    """Seed each mutator's mistakes and count what is found, missed, right and wrong, by rule."""
    found: Counter[str] = Counter()
    seeded: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: dict[str, list[str]] = defaultdict(list)
    drafts = {path.name: bench.draft(path.read_text(encoding="utf-8"), uri=path.name) for path in CLEAN}
    clean = {
        name: Counter(key(each) for each in bench.run(draft, twin_of(draft, drafts)))
        for name, draft in drafts.items()
    }
    for mutator in MUTATORS:
        for draft, mutation in some(mutator, drafts.values(), bench):
            mutated, places, edited = seed(bench, draft, mutation)
            twin = twin_of(draft, drafts)
            findings = bench.run(mutated, twin, asked=mutator.code)
            seeded[mutator.code] += 1
            hit = any(
                each.rule == mutator.code and any(touches(each, place) for place in places)
                for each in findings
            )
            found[mutator.code] += hit
            if not hit:
                shown = " / ".join(
                    mutated.text.source[max(0, place.start - 12) : place.end + 12].replace("\n", " ")
                    for place in places[:1]
                )
                missed[mutator.code].append(f"not found: {shown!r}")
            known = clean[draft.uri].copy()
            for finding in findings:
                if any(touches(finding, place) for place in places) or (
                    # What is now in one language only is marked in part, and all of it is told of.
                    finding.rule.startswith("pair-") and any(touches(finding, place) for place in edited)
                ):
                    right[finding.rule] += 1
                elif known[key(finding)] > 0:
                    known[key(finding)] -= 1
                elif finding.rule not in mutator.also:
                    wrong[finding.rule] += 1
                    missed[finding.rule].append(
                        f"wrongly: {finding.message!r} after {mutator.code} {mutator.name}"
                    )
    return found, seeded, right, wrong, missed


def key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message


def twin_of(draft: Draft, drafts: dict[str, Draft]) -> Draft | None:
    return drafts.get(draft.matter.twin or "")


def some(mutator: Mutator, drafts: Iterable[Draft], bench: Bench) -> list[tuple[Draft, Mutation]]:
    """Return up to `PLACES` mutations, the same every time."""
    every = [
        (draft, mutation)
        for draft in drafts
        if draft.matter.twin or not mutator.pair
        for mutation in mutator.make(draft, bench.bank.register)
    ]
    return every if len(every) <= PLACES else random.Random(mutator.name).sample(every, PLACES)


def seed(bench: Bench, draft: Draft, mutation: Mutation) -> tuple[Draft, list[Span], list[Span]]:
    """Return the draft with a mistake in it, the places where it is, and all that was edited."""
    places, edited = [], []
    shift = 0
    for number, (span, new) in enumerate(mutation.edits):
        draft = bench.edited(draft, span.shifted(shift), new)
        start = span.start + shift
        shift += len(new) - (span.end - span.start)
        edited.append(Span(start, start + max(len(new), 1)))
        if mutation.marked in (None, number):
            places.append(edited[-1])
    return draft, places, edited


def touches(finding: Finding, place: Span) -> bool:
    spans = [finding.span]
    spans += [each.place.span for each in finding.evidence if isinstance(each.place, InDraft)]
    return any(span.start < place.end and place.start < span.end for span in spans)


def on_corrected(bench: Bench) -> None:
    """Print what is still said of the statements after all fixes: false alarms, or mistakes without a fix."""
    words = alarms = 0
    for path in sorted(shipped_statements().glob("*.md")):
        draft = bench.statement(path.stem)
        assert draft
        text = draft.text.source
        for _ in range(3):
            findings = bench.run(bench.draft(text))
            text = apply(text, together(fix for each in findings for fix in each.fixes if fix.preferred))
        left = [each for each in bench.run(bench.draft(text)) if each.severity <= Severity.WARNING]
        words += len(text.split())
        alarms += len(left)
        for each in left:
            print(f"  {path.stem}: {each.rule}: {text[each.span.start : each.span.end]!r}: {each.message}")
    rate = 1000 * alarms / words
    print(f"corrected statements: {alarms} errors and warnings in {words:,} words, {rate:.2f} per 1,000")


if __name__ == "__main__":
    run(sys.argv[1:])
