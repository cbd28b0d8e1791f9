"""What changed between two states of an entry, in words: 本期12→13，说明“按月”→“按季”."""

from collections.abc import Iterator

from core.domain.cell import Column
from core.domain.changes import PARTS, told
from core.domain.submission import Entry

_EMPTY = "空"


def contrast(before: Entry, after: Entry) -> str:
    """Say part by part what was and what is; empty where nothing differs."""
    return "，".join(_parts(before, after))


def _parts(before: Entry, after: Entry) -> Iterator[str]:
    """Say what differs, the figure first and how final it is last."""
    for column in PARTS:
        texts = [told(each, column) for each in (before, after)]
        if texts[0] != texts[1]:
            was, now = (_quoted(column, text) for text in texts)
            yield f"{column.label}{was}→{now}"
    if before.vintage is not after.vintage and (before.figure or after.figure):
        yield f"{before.vintage.label}→{after.vintage.label}"


def _quoted(column: Column, text: str) -> str:
    """Show a text so that its ends are seen."""
    if not text:
        return _EMPTY
    return f"“{text}”" if column is Column.EXPLANATION else text
