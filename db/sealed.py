"""Compares what the chain of changes sealed, receipts and approvals, with what is stored."""

from collections import Counter
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from core.domain import receipt
from core.domain.reviewing import review
from core.domain.submission import Event
from core.ports import REMOVAL
from db import approvals, receipts, tables

_Record = tuple[str, ...]  # plan, department, quarter, file, its digest, by whom, when, the seal
_CHANGED, _GONE = "被改动过，与修改记录不符", "有修改记录，但现在不见了"
_CHANGES = tables.changes.c
_RECORDED = (
    *(_CHANGES.plan, _CHANGES.code, _CHANGES.quarter),
    *(_CHANGES.file, _CHANGES.sha256, _CHANGES.by, _CHANGES.at, _CHANGES.after),
)


def problems(connection: Connection) -> Iterator[str]:
    """Give a sentence per fault."""
    taken_in = ((each.slip.plan, each.event) for each in receipts.every(connection))
    for record, gone in _faults(connection, receipt.SUBJECT, taken_in):
        said = _GONE if gone else f"或对它的决定{_CHANGED}"
        yield f"{named(record[:3])}的来件“{record[3]}”{said}"
    approved = ((plan, each.event) for plan, each in approvals.every(connection))
    for record, gone in _faults(connection, review.SUBJECT, approved):
        yield f"{named(record[:3])}的审定{_GONE if gone else _CHANGED}"


def named(place: Iterable[str]) -> str:
    """Name a figure, or what else was changed, as a user finds it."""
    plan, code, quarter = place
    named = f"规划“{plan}”的{code}" if plan else code
    return f"{named}在{quarter}" if quarter else named


def _faults(
    connection: Connection, subject: str, events: Iterable[tuple[str, Event]]
) -> Iterator[tuple[_Record, bool]]:
    """Compare what is stored with what the chain says: what is other there, and what is gone."""
    stored = Counter(_record(plan, event) for plan, event in events)
    recorded = _recorded(connection, subject)
    yield from ((record, False) for record in stored - recorded)
    known = {record[:5] for record in stored}
    yield from ((record, True) for record in recorded - stored if record[:5] not in known)


def _record(plan: str, event: Event) -> _Record:
    """Give what the chain should say."""
    origin = event.origin
    sealed = (origin.file, origin.sha256, origin.by, event.at, event.after)
    return (plan, event.code, event.quarter, *sealed)


def _recorded(connection: Connection, wanted: str) -> Counter[_Record]:
    """Give what the chain says of a subject; a removed plan took its own with it."""
    found: Counter[_Record] = Counter()
    rows = select(_CHANGES.subject, *_RECORDED).where(_CHANGES.subject.in_((wanted, REMOVAL)))
    for subject, *record in connection.execute(rows.order_by(_CHANGES.sequence)):
        if subject == wanted:
            found[tuple(record)] += 1
        else:
            found = Counter({each: n for each, n in found.items() if each[0] != record[0]})
    return found
