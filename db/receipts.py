"""The files that were taken in, with what was decided about them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, FromClause, insert, select
from sqlalchemy.sql.elements import ColumnElement

from core.domain.changes import Choice
from core.domain.period import Quarter
from core.domain.receipt import Doubt, Receipt, Scan, Settled
from core.domain.returned import Place, Slip
from db import archive, tables
from db.chain import SqlChanges
from db.numbered import following
from db.quarterly import Row, known

_Key = tuple[int, int]  # of a plan, and the number of a receipt in it
_OWN, _CELLS, _SCANS, _FILES, _PLANS = (
    *(tables.receipts.c, tables.settled.c, tables.scans.c),
    *(tables.archive.c, tables.plans.c),
)
_RECEIPT = (
    *(_PLANS.code, _OWN.department, _OWN.quarter),
    *(_OWN.issue, _OWN.database, _OWN.revision, _OWN.issued),
    *(_OWN.name, _OWN.sha256, _FILES.size, _OWN.verdict, _OWN.by, _OWN.at, _OWN.doubts),
)
_SLIP = 7  # columns of a receipt that make its slip
_CELL = (
    *(_CELLS.code, _CELLS.column, _CELLS.sent, _CELLS.stored, _CELLS.returned),
    *(_CELLS.way, _CELLS.text, _CELLS.raw, _CELLS.sheet, _CELLS.cell),
)
_SCAN = (_SCANS.name, _SCANS.sha256, _FILES.size)


@dataclass(frozen=True, slots=True)
class SqlReceipts:
    """The receipts of one transaction."""

    connection: Connection

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Receipt, ...]:
        """Give a plan's receipts, of all quarters or one, oldest first."""
        at = () if quarter is None else (_OWN.quarter == quarter,)
        return _found(self.connection, _PLANS.code == plan, *at)

    def of_file(self, sha256: str) -> tuple[Receipt, ...]:
        """Give the receipts of one file, of whatever plan, oldest first."""
        return _found(self.connection, _OWN.sha256 == sha256)

    def add(self, receipt: Receipt, content: bytes) -> None:
        """Store a receipt and its file, and record it in the chain.

        Raises NotFoundError for a plan or department that is not there, StorageError for a
        content that is not what the receipt names.
        """
        plan = self._plan(receipt.slip)
        archive.keep(self.connection, receipt.name, receipt.sha256, content)
        key = (plan, following(self.connection, tables.receipts, plan))
        self.connection.execute(insert(tables.receipts).values(_row(key, receipt)))
        cells = [_cell_row(key, at, each) for at, each in enumerate(receipt.cells)]
        if cells:
            self.connection.execute(insert(tables.settled), cells)
        SqlChanges(self.connection).note(receipt.slip.plan, receipt.event)

    def add_scan(self, receipt: Receipt, scan: Scan, content: bytes) -> None:
        """Keep a scanned form beside a stored receipt; the same twice changes nothing.

        Raises NotFoundError, StorageError as `add` does.
        """
        key = (self._plan(receipt.slip), receipt.number)
        archive.keep(self.connection, scan.name, scan.sha256, content)
        (stored,) = _found(self.connection, _OWN.plan_id == key[0], _OWN.number == key[1])
        if scan not in stored.scans:
            row = {"plan_id": key[0], "receipt": key[1], "position": len(stored.scans)}
            told = {"name": scan.name, "sha256": scan.sha256}
            self.connection.execute(insert(tables.scans).values(row | told))

    def content(self, sha256: str) -> bytes:
        """Give a file byte for byte.

        Raises NotFoundError, or StorageError when it was damaged.
        """
        return archive.content(self.connection, sha256)

    def _plan(self, slip: Slip) -> int:
        """Give the key of a plan that has a department.

        Raises NotFoundError.
        """
        return known(self.connection, slip.plan, {slip.department}, tables.plan_departments)


def every(connection: Connection) -> tuple[Receipt, ...]:
    """Give the receipts of all plans, oldest first."""
    return _found(connection)


def _found(connection: Connection, *which: ColumnElement[bool]) -> tuple[Receipt, ...]:
    """Give the receipts of which something holds, with what hangs under them."""
    own = tables.receipts.join(tables.plans)
    filed = own.join(tables.archive, _OWN.sha256 == _FILES.sha256)
    found = select(_OWN.plan_id, _OWN.number, *_RECEIPT).select_from(filed).where(*which)
    cells: defaultdict[_Key, list[Settled]] = defaultdict(list)
    for key, cell in _under(connection, own.join(tables.settled), _CELL, *which):
        cells[key].append(_settled(cell))
    scans: defaultdict[_Key, list[Scan]] = defaultdict(list)
    scanned = own.join(tables.scans).join(tables.archive, _SCANS.sha256 == _FILES.sha256)
    for key, scan in _under(connection, scanned, _SCAN, *which):
        scans[key].append(Scan(*scan))
    return tuple(
        _receipt(number, row, cells[plan, number], scans[plan, number])
        for plan, number, *row in connection.execute(found.order_by(_OWN.at, _OWN.number))
    )


def _under(
    connection: Connection,
    rows: FromClause,
    columns: Sequence[ColumnElement[Any]],
    *which: ColumnElement[bool],
) -> Iterator[tuple[_Key, Sequence[Any]]]:
    """Give what hangs under receipts, in its order, beside their keys."""
    (position,) = (each for each in rows.c if each.name == "position")
    found = select(_OWN.plan_id, _OWN.number, *columns).select_from(rows).where(*which)
    for plan, number, *row in connection.execute(found.order_by(position)):
        yield (plan, number), row


def _receipt(
    number: int, row: Sequence[Any], cells: Sequence[Settled], scans: Sequence[Scan]
) -> Receipt:
    """Make a receipt of its rows."""
    name, digest, size, verdict, by, at, doubts = row[_SLIP:]
    return Receipt(
        *(Slip(*row[:_SLIP]), name, digest, size, verdict, by, at),
        doubts=tuple(map(Doubt.of, doubts.split())),
        cells=tuple(cells),
        scans=tuple(scans),
        number=number,
    )


def _settled(row: Sequence[Any]) -> Settled:
    """Make a cell of a row."""
    code, column, sent, stored, returned, way, text, raw, sheet, address = row
    choice = None if way is None else Choice(way, text)
    place = Place(sheet, address) if address else None
    return Settled(code, column, sent, stored, returned, choice, raw, place)


def _row(key: _Key, receipt: Receipt) -> Row:
    """Make the row of a receipt."""
    slip = receipt.slip
    own = {name: getattr(receipt, name) for name in ("name", "sha256", "verdict", "by", "at")}
    sent = {name: getattr(slip, name) for name in ("department", "quarter", "database")}
    issue = {"issue": slip.number, "revision": slip.revision, "issued": slip.issued}
    doubts = {"doubts": " ".join(each.value for each in receipt.doubts)}
    return {"plan_id": key[0], "number": key[1], **own, **sent, **issue, **doubts}


def _cell_row(key: _Key, position: int, cell: Settled) -> Row:
    """Make the row of a cell."""
    named = ("code", "column", "sent", "stored", "returned", "raw")
    choice, place = cell.choice, cell.place
    return {
        "plan_id": key[0],
        "receipt": key[1],
        "position": position,
        **{name: getattr(cell, name) for name in named},
        "way": choice.way if choice else None,
        "text": choice.text if choice else "",
        "sheet": place.sheet if place else "",
        "cell": place.cell if place else "",
    }
