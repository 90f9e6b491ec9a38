"""Check drafts; exit 0 if they are clean, 1 if not, 2 if something could not be done."""

import argparse
import sys
from pathlib import Path

from precedent_ls.checks.finding import Severity
from precedent_ls.checks.run import run as findings_on
from precedent_ls.cli.commands import UNUSABLE
from precedent_ls.cli.formats import FORMATS, Checked
from precedent_ls.cli.reading import inputs, read
from precedent_ls.workspace import NAME

_NEVER = "never"
_NO_DRAFTS = (
    f"no drafts in this folder; a file is a draft if its front matter says `statement:`, "
    f"or if `draft.files` in {NAME} lists it"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        help="a draft, a pattern, a folder (its drafts are checked), or - for standard input",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print findings")
    parser.add_argument(
        "--fail-on",
        choices=[*(severity.name.lower() for severity in Severity), _NEVER],
        default="error",
        help="exit 1 if there is a finding of this severity or above",
    )


def run(options: argparse.Namespace) -> int:
    """Check, print, and return the exit code."""
    files, wrong = inputs(options.paths)
    checked: list[Checked] = []
    read_from: set[Path] = set()
    for file in files:
        try:
            subject = read(file)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            wrong.append(f"{file.name}: {reason}")
            continue
        if subject is not None:
            read_from.update(file.path.absolute().parents)
            found = findings_on(subject.draft, subject.bank, subject.settings, subject.twin)
            checked.append(Checked(subject, found))
    FORMATS[options.format](checked, sys.stdout)
    for folder in options.paths:
        if Path(folder).is_dir() and Path(folder).absolute() not in read_from:
            print(f"precedent-ls: {folder}: {_NO_DRAFTS}", file=sys.stderr)
    for message in wrong:
        print(f"precedent-ls: {message}", file=sys.stderr)
    if wrong:
        return UNUSABLE
    if options.fail_on == _NEVER:
        return 0
    threshold = Severity[options.fail_on.upper()]
    return int(any(finding.severity <= threshold for each in checked for finding in each.findings))
