"""A statement's metadata as JSON: what an index file knows of it without reading Markdown or YAML."""

import datetime as dt
import json
from dataclasses import asdict

from phrasebank.statement import Metadata, Repair, Trust
from phrasebank.text.language import Language


def dump(metadata: Metadata) -> str:
    """Return `metadata` as JSON."""
    return json.dumps(asdict(metadata), default=str, ensure_ascii=False)


def load(text: str) -> Metadata:
    """Undo `dump`."""
    fields = json.loads(text)
    fields["date"] = dt.date.fromisoformat(fields["date"])
    fields["language"] = Language(fields["language"])
    fields["trust"] = Trust(fields["trust"])
    fields["hosts"] = tuple(fields["hosts"])
    fields["repairs"] = tuple(Repair(**repair) for repair in fields["repairs"])
    fields["notes"] = tuple(fields["notes"])
    return Metadata(**fields)
