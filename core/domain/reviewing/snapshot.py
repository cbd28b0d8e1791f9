"""A snapshot as bytes: canonical JSON, the same to the byte for the same values, and its digest."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.reviewing.review import Snapshot
from core.domain.submission import Entry, Missing
from core.domain.vintage import Vintage

EDITION = 1  # of the layout; a later one would be told by its number


def content(snapshot: Snapshot) -> bytes:
    """Write a snapshot: UTF-8, names in order, entries and statuses by code, no blanks.

    Figures are written as they stand, 12.50 not as 12.5; what is empty is left out.
    """
    told = {
        "edition": EDITION,
        "plan": snapshot.plan,
        "department": snapshot.department,
        "quarter": str(snapshot.quarter),
        "entries": [_cells(each) for each in sorted(snapshot.entries, key=lambda each: each.code)],
        "statuses": sorted(map(list, snapshot.statuses)),
    }
    words = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return words.encode()


def digest(written: bytes) -> str:
    """Give the SHA-256 by which a snapshot is known."""
    return sha256(written).hexdigest()


def read(written: bytes) -> Snapshot:
    """Read what `content` wrote."""
    told = json.loads(written)
    quarter = Quarter.parse(told["quarter"])
    return Snapshot(
        told["plan"],
        told["department"],
        quarter,
        tuple(_entry(each, quarter) for each in told["entries"]),
        tuple((code, status, sentence) for code, status, sentence in told["statuses"]),
    )


def _cells(entry: Entry) -> dict[str, str]:
    """Give the texts of an entry by their names, without those that are empty."""
    cells = {
        "code": entry.code,
        "figure": entry.text,
        "missing": str(entry.missing or ""),
        "explanation": entry.explanation,
        "vintage": str(entry.vintage),
        "growth": str(entry.growth or ""),
        "progress": str(entry.progress or ""),
    }
    return {name: text for name, text in cells.items() if text}


def _entry(cells: Mapping[str, Any], quarter: Quarter) -> Entry:
    """Give the entry that was written."""
    missing = cells.get("missing")
    return Entry(
        cells["code"],
        quarter,
        _figure(cells, "figure"),
        Missing.of(missing) if missing else None,
        cells.get("explanation", ""),
        Vintage.of(cells["vintage"]),
        _figure(cells, "growth"),
        _figure(cells, "progress"),
    )


def _figure(cells: Mapping[str, Any], name: str) -> Figure | None:
    """Read a figure, if it is there."""
    return Figure.parse(cells[name]) if name in cells else None
