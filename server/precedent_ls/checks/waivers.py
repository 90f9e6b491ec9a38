"""How a draft says that a finding is to be let be: in its front matter, or in a comment on the line."""

import json
import re

from phrasebank.text.language import Language
from phrasebank.text.span import Span
from precedent_ls.checks.catalogue import catalogue
from precedent_ls.checks.finding import Edit, Finding, Fix
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.rule import Across, InParagraph
from precedent_ls.checks.silence import Comment, read_comments
from precedent_ls.draft.snapshot import Draft

#: Characters. What is longer is a passage, and no form of anything.
LONGEST_FORM = 80


def accepted_form(draft: Draft, finding: Finding) -> str | None:
    """Return the form that would have to be accepted for a finding to be let be; None if that can't be."""
    rule = catalogue().get(finding.rule)
    form = draft.text.source[finding.span.start : finding.span.end]
    if rule is None or not isinstance(rule.check, InParagraph | Across):
        return None
    return form if re.search(r"\w", form) and "\n" not in form and len(form) <= LONGEST_FORM else None


def accept_in_draft(draft: Draft, form: str) -> Fix | None:
    """Return what adds a form to `accept` in the front matter; None where that cannot be done safely."""
    cited = quoted(form, draft.language)
    title = (
        f"Accept {cited} in this draft"
        if draft.language is Language.EN
        else f"Accepter {cited} dans ce texte"
    )
    edit = _accept(draft, form)
    return Fix(title, (edit,)) if edit else None


def _accept(draft: Draft, form: str) -> Edit | None:
    source, whole = draft.text.source, draft.matter.span
    item = json.dumps(form, ensure_ascii=False)
    if whole is None:
        return Edit(Span(0, 0), f"---\naccept: [{item}]\n---\n\n")
    if any(not problem.key for problem in draft.matter.problems):
        return None  # it cannot be read
    span = dict(draft.matter.keys).get("accept")
    if span is None:
        fence = re.compile(r"^(?:---|\.\.\.)\s*\Z", re.MULTILINE).search(source, whole.start + 4, whole.end)
        at = fence.start() if fence else None
        return None if at is None else Edit(Span(at, at), f"accept: [{item}]\n")
    written = source[span.start : span.end].rstrip()
    end = span.start + len(written)
    if not written:
        return Edit(Span(span.start, span.start), f" [{item}]")
    if written.startswith("["):
        comma = "" if written[1:-1].strip() in ("", ",") or written[:-1].rstrip().endswith(",") else ", "
        return Edit(Span(end - 1, end - 1), comma + item)
    if written.startswith("- "):
        column = span.start - (source.rfind("\n", 0, span.start) + 1)
        return Edit(Span(end, end), f"\n{' ' * column}- {item}")
    if "\n" in written or written[0] in "|>&*{":
        return None
    return Edit(Span(span.start, end), f"[{written}, {item}]")


def ignore_here(draft: Draft, finding: Finding) -> Fix | None:
    """Return what writes a comment on the line of a finding, or adds its rule to the one that is there."""
    start, matter = finding.span.start, draft.matter.span
    if matter is not None and start < matter.end:
        return None
    title = (
        f"Ignore `{finding.rule}` on this line"
        if draft.language is Language.EN
        else f"Ignorer `{finding.rule}` sur cette ligne"
    )
    known = next((each for each in read_comments(draft) if _speaks_of(each, start)), None)
    if known is not None:
        at = known.codes[-1][1].end
        return Fix(title, (Edit(Span(at, at), f" {finding.rule}"),))
    source = draft.text.source
    line = source.rfind("\n", 0, start) + 1
    end = source.find("\n", start)
    at = line + len(source[line : len(source) if end < 0 else end].rstrip())
    return Fix(title, (Edit(Span(at, at), f" <!-- precedent: ignore {finding.rule} -->"),))


def _speaks_of(comment: Comment, offset: int) -> bool:
    return (
        comment.verb == "ignore" and bool(comment.codes) and comment.line.start <= offset < comment.line.end
    )
