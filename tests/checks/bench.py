"""A draft and a phrasebank to try rules on."""

import datetime as dt
from dataclasses import dataclass, replace

from phrasebank.bank import Phrasebank
from phrasebank.corpus import read_statement, shipped_statements
from phrasebank.text.span import Span
from precedent_ls.checks.catalogue import catalogue
from precedent_ls.checks.finding import Finding
from precedent_ls.checks.run import run
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.settings import ChecksSettings, Level, Settings

#: What stands in for today where a draft has no date.
TODAY = dt.date(2024, 7, 12)


@dataclass
class Bench:
    bank: Phrasebank
    drafts: int = 0

    def draft(self, text: str, *, markdown: bool = True, uri: str = "") -> Draft:
        """Read a text as a draft of its own, or as the one that `uri` names."""
        self.drafts += 1
        return self._read(uri or f"untitled:{self.drafts}", Source.of(text, markdown=markdown), None)

    def statement(self, name: str, date: str = "", added: str = "", release: str = "") -> Draft | None:
        """Read a shipped statement as a draft of its own date, or of `date`, with a paragraph added."""
        path = shipped_statements() / f"{name}.md"
        if not path.exists():
            return None
        statement = read_statement(path)
        _, _, body = statement.source.partition("\n---\n")
        language = statement.metadata.language
        side = f"release: {release}\n" if release else ""
        front = f"---\ndate: {date or statement.metadata.date}\nlanguage: {language}\n{side}---\n"
        return self.draft(f"{front}{body}\n\n{added}\n" if added else front + body)

    def edited(self, draft: Draft, span: Span, new: str) -> Draft:
        """Return the next version of a draft."""
        return self._read(draft.uri, draft.source.edited(span, new), draft)

    def _read(self, uri: str, source: Source, previous: Draft | None) -> Draft:
        return read_draft(
            uri,
            None,
            source,
            matcher=self.bank.matcher,
            defaults=Defaults(today=TODAY),
            listed=True,
            previous=previous,
        )

    def run(
        self, draft: Draft, twin: Draft | None = None, *, asked: str = "", settings: Settings | None = None
    ) -> tuple[Finding, ...]:
        """Run all rules that are on, and the one `asked` for."""
        settings = settings or Settings()
        if asked and not catalogue()[asked].on:
            level = Level(catalogue()[asked].severity.name.lower())
            settings = replace(settings, checks=ChecksSettings({asked: level}))
        return run(draft, self.bank, settings, twin)
