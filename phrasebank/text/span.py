"""A stretch of text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters, ``start <= offset < end``."""

    start: int
    end: int

    def shifted(self, distance: int) -> "Span":
        """Return the same stretch, `distance` characters further on."""
        return Span(self.start + distance, self.end + distance)
