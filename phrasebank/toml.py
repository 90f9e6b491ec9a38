"""TOML as people write it, within bounds: no file takes longer to read than it took to write."""

import re
import tomllib
from typing import Any

#: The most parts of a dotted key. Nothing read here has more than four, and a key of twice the
#: parts takes the parser four times as long.
PARTS = 50

_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_COMMENT = re.compile(r"#[^\n]*")
_PART = re.compile(r"[\w-][ \t]*\.")
_BETWEEN_KEYS = re.compile(r"[=\[\]{},\"']")


def parse_toml(text: str) -> dict[str, Any]:
    """Return what a file says.

    Raises
    ------
    tomllib.TOMLDecodeError
        It is no TOML, is nested too deeply, or has a key of too many parts; the message says where.
    """
    for line, written in enumerate(_COMMENT.sub("", _QUOTED.sub("key", text)).split("\n"), 1):
        if written.count(".") >= PARTS and any(
            len(_PART.findall(key)) >= PARTS for key in _BETWEEN_KEYS.split(written)
        ):
            raise tomllib.TOMLDecodeError(f"A key has more than {PARTS} parts (at line {line}, column 1)")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise tomllib.TOMLDecodeError("nested too deeply") from None
