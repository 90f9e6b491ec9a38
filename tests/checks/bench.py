"""A draft and a phrasebank to try rules on."""

import datetime as dt
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from phrasebank.register.load import load_register
from phrasebank.register.mentions import Matcher
from phrasebank.text.span import Span
from precedent_ls.checks.catalogue import catalogue
from precedent_ls.checks.finding import Finding
from precedent_ls.checks.run import run
from precedent_ls.draft.snapshot import Defaults, Draft, Source, read_draft
from precedent_ls.settings import ChecksSettings, Level, Settings

if TYPE_CHECKING:
    from phrasebank.bank import Phrasebank

#: What stands in for today where a draft has no date.
TODAY = dt.date(2024, 7, 12)


@dataclass
class Bench:
    bank: "Phrasebank"
    matcher: Matcher
    drafts: int = 0

    @classmethod
    def shipped(cls) -> "Bench":
        """Return a bench with the register as shipped."""
        register = load_register()
        bank = SimpleNamespace(register=register)
        return cls(cast("Phrasebank", bank), Matcher(register))

    def draft(self, text: str, *, markdown: bool = True, uri: str = "") -> Draft:
        """Read a text as a draft of its own, or as the one that `uri` names."""
        self.drafts += 1
        return self._read(uri or f"untitled:{self.drafts}", Source.of(text, markdown=markdown), None)

    def edited(self, draft: Draft, span: Span, new: str) -> Draft:
        """Return the next version of a draft."""
        return self._read(draft.uri, draft.source.edited(span, new), draft)

    def _read(self, uri: str, source: Source, previous: Draft | None) -> Draft:
        return read_draft(
            uri,
            None,
            source,
            matcher=self.matcher,
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
