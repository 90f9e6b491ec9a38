"""The ways to print findings, by the name that ``--format`` takes."""

from collections.abc import Callable, Sequence
from typing import TextIO

from precedent_ls.cli.formats import github, json, sarif, text
from precedent_ls.cli.formats.checked import Checked

FORMATS: dict[str, Callable[[Sequence[Checked], TextIO], None]] = {
    "text": text.write,
    "json": json.write,
    "sarif": sarif.write,
    "github": github.write,
}

__all__ = ["FORMATS", "Checked"]
