"""The pages that say what each rule finds, why, and how to turn it off."""

from functools import cache
from pathlib import Path


@cache
def page(code: str) -> Path | None:
    """Return the file of a rule's page, if it has one."""
    path = Path(__file__).parent / f"{code}.md"
    return path if path.is_file() else None
