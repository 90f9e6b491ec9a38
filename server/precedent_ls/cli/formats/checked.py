"""What is printed: a draft and the findings on it."""

from dataclasses import dataclass

from phrasebank.text.span import Span
from precedent_ls.checks.finding import Finding
from precedent_ls.cli.reading import Subject


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft that was checked."""

    subject: Subject
    findings: tuple[Finding, ...]

    def places(self, span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return line and column of both ends of some characters, from 0, in UTF-16 units as LSP has them."""
        text = self.subject.draft.text
        return text.position(span.start), text.position(span.end)
