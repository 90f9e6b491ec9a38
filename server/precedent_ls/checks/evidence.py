"""What is shown beside a finding: the register's entry, and the last statement that has the right form."""

from phrasebank.register.model import Entry, Form
from phrasebank.text.span import Span
from precedent_ls.checks.finding import Evidence, InRegister, InStatement
from precedent_ls.checks.rule import Context


def registered(entry: Entry, form: Form | None, context: Context) -> tuple[Evidence, ...]:
    """Return the evidence for a form of an entry: its source, and where it was last used."""
    name = form.text if form else entry.id
    source = entry.source.text
    said = context.say(
        f"Register: {name}." + (f" Source: {source}" if source else ""),
        f"Registre\u00a0: {name}." + (f" Source\u00a0: {source}" if source else ""),
    )
    return Evidence(said, InRegister(entry.id)), *_used(form, context)


def _used(form: Form | None, context: Context) -> tuple[Evidence, ...]:
    """Return the latest statement that the register says has the form, if it can be found in it."""
    for statement in reversed(form.seen_in if form else ()):
        at = (context.bank.source(statement) or "").rfind(form.text if form else "")
        if form and at >= 0:
            said = context.say(f"So written in {statement}.", f"Écrit ainsi dans {statement}.")
            return (Evidence(said, InStatement(statement, Span(at, at + len(form.text)))),)
    return ()
