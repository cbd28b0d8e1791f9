"""The foot of a returned form: who answers for it."""

from collections.abc import Mapping
from datetime import date

from core.domain import days
from core.domain.returned import Finding, Signatory
from core.errors import UsageError
from core.workbooks.files.book import Kind, Stored
from core.workbooks.layout import FOOT
from core.workbooks.search.arrived import Cell, hint

_LONGEST = 100  # characters of a name or a telephone number
_ON = "on"


def signatory(foot: Mapping[str, Cell]) -> tuple[Signatory, tuple[Finding, ...]]:
    """Read who signed, and say which day cannot be read."""
    texts = {name: _text(cell) for name, cell in foot.items() if name != _ON}
    when = foot.get(_ON)
    on = _day(when.stored) if when and when.stored else None
    unread = (_unread(when),) if when and when.text and on is None else ()
    return Signatory(**texts, on=on), unread


def _text(cell: Cell) -> str:
    """Give a name, or a telephone number."""
    worded = cell.stored and cell.stored.kind in (Kind.TEXT, Kind.NUMBER)
    return cell.text.strip()[:_LONGEST] if worded else ""


def _day(stored: Stored) -> date | None:
    """Read a day, stored as one or written in words."""
    try:
        if stored.shown:
            return date.fromisoformat(stored.shown[:10])
        found = days.parse(stored.text)
    except (UsageError, ValueError):
        return None
    return min(found) if len(found) == 1 else None


def _unread(cell: Cell) -> Finding:
    """Say that a day cannot be read."""
    said = f"{FOOT[_ON]}“{cell.text[:_LONGEST]}”看不懂，没有读；应写作2026-04-15的样子"
    return hint(said, cell.text[:_LONGEST], cell.place)
