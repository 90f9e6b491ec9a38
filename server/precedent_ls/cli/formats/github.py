"""Annotations as GitHub Actions reads them from the log."""

from collections.abc import Sequence
from typing import TextIO

from precedent_ls.checks.finding import Finding, Severity
from precedent_ls.cli.formats.checked import Checked

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def write(checked: Sequence[Checked], out: TextIO) -> None:
    """Write a workflow command for each finding."""
    for each in checked:
        out.writelines(f"{_command(each, finding)}\n" for finding in each.findings)


def _command(checked: Checked, finding: Finding) -> str:
    (line, column), (end_line, end_column) = checked.places(finding.span)
    properties = {
        "file": checked.subject.name,
        "line": line + 1,
        "endLine": end_line + 1,
        "col": column + 1,
        "endColumn": end_column + 1,
        "title": finding.rule,
    }
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS.get(finding.severity, 'notice')} {given}::{_data(finding.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
