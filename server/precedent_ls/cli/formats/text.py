"""Findings to be read: where, what, the words themselves, and how to mend them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TextIO

from phrasebank.text.span import Span
from precedent_ls.checks.finding import Finding, Severity
from precedent_ls.cli.formats.checked import Checked
from precedent_ls.cli.style import Painter, Style

#: Characters shown around what is found: a paragraph is often one long line.
_AROUND = 36

COLORS = {
    Severity.ERROR: Style.RED,
    Severity.WARNING: Style.YELLOW,
    Severity.INFORMATION: Style.BLUE,
    Severity.HINT: Style.CYAN,
}


def write(checked: Sequence[Checked], out: TextIO) -> None:
    """Write the findings and, last, their number."""
    paint = Painter(out)
    for each in checked:
        for finding in each.findings:
            out.writelines(f"{line}\n" for line in lines(each, finding, paint))
    out.write(f"{_summary(checked)}\n")


def lines(checked: Checked, finding: Finding, paint: Painter) -> Iterator[str]:
    """Yield the lines that show one finding."""
    draft, color = checked.subject.draft, COLORS[finding.severity]
    line = draft.text.line_of(finding.span.start)
    column = finding.span.start - draft.text.line_start(line)
    where = f"{checked.subject.name}:{line + 1}:{column + 1}"
    yield (
        f"{paint(where, Style.BOLD)}: {paint(finding.severity.name.lower(), Style.BOLD, color)}: "
        f"{finding.message} {paint(f'[{finding.rule}]', Style.DIM)}"
    )
    shown, at = excerpt(draft.text.source, finding.span)
    yield f"  {shown}"
    yield "  " + " " * at.start + paint("^" * max(1, at.end - at.start), color)
    for fix in finding.fixes:
        yield f"  {paint('fix:', Style.GREEN)} {fix.title}"


def excerpt(source: str, span: Span) -> tuple[str, Span]:
    """Return the words around some characters, on one line, and where those are in them."""
    line_start = source.rfind("\n", 0, span.start) + 1
    line_end = source.find("\n", span.start)
    line_end = len(source) if line_end < 0 else line_end
    start, end = max(line_start, span.start - _AROUND), min(line_end, span.end + _AROUND)
    before, after = "…" * (start > line_start), "…" * (end < line_end)
    shown = before + source[start:end].replace("\t", " ").rstrip("\r") + after
    at = Span(span.start, min(span.end, line_end)).shifted(len(before) - start)
    return shown, at


def _summary(checked: Sequence[Checked]) -> str:
    counts = Counter(finding.severity for each in checked for finding in each.findings)
    parts = [_number(counts[severity], severity.name.lower()) for severity in Severity if counts[severity]]
    return f"{', '.join(parts) or 'No findings'} in {_number(len(checked), 'draft')}."


def _number(count: int, noun: str) -> str:
    plain = noun == "information"
    return f"{count} {noun}{'' if count == 1 or plain else 's'}"
