"""Looks for damage in archived files, and in the receipts of those that were taken in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from sqlalchemy import Connection, select

from core.domain.receipt import SUBJECT, Receipt
from core.ports import REMOVAL
from db import archive, receipts, tables
from db.printed import SqlPrinted
from db.quarterly import texts

_Record = tuple[str, ...]  # plan, department, quarter, file, its digest, by whom, when, the seal
_CHANGES = tables.changes.c
_RECORDED = (
    *(_CHANGES.plan, _CHANGES.code, _CHANGES.quarter),
    *(_CHANGES.file, _CHANGES.sha256, _CHANGES.by, _CHANGES.at, _CHANGES.after),
)


def problems(connection: Connection) -> Iterator[str]:
    """Give a sentence per fault."""
    taken_in = receipts.every(connection)
    yield from _archived(connection, taken_in)
    yield from _compared(Counter(map(_record, taken_in)), _recorded(connection))


def named(place: Iterable[str]) -> str:
    """Name a figure, or what else was changed, as a user finds it."""
    plan, code, quarter = place
    named = f"规划“{plan}”的{code}" if plan else code
    return f"{named}在{quarter}" if quarter else named


def _archived(connection: Connection, taken_in: Iterable[Receipt]) -> Iterator[str]:
    """Unpack every file and compute its digest again; look for files that nothing names."""
    files = {
        **dict(_reports(connection)),
        **dict(_snapshots(connection)),
        **dict(_evidences(connection)),
        **dict(_received(taken_in)),
    }
    for digest, _, packed in connection.execute(select(tables.archive)):
        content = archive.unpack(packed)
        if digest not in files:
            yield f"有一份存档的文件没有被任何指标、来件、审定或报告引用，它的校验值是{digest}"
        elif content is None or sha256(content).hexdigest() != digest:
            yield f"{files[digest]}的内容被改动过，与校验值不符"


def _evidences(connection: Connection) -> Iterator[tuple[str, str]]:
    """Give the files of evidence by digest, named as a user finds them."""
    rows = tables.evidences
    own = rows.join(tables.plans, rows.c.plan_id == tables.plans.c.id)
    found = select(tables.plans.c.code, *texts(rows, "code", "quarter", "name", "sha256"))
    for *place, name, digest in connection.execute(found.select_from(own)):
        yield digest, f"{named(place)}的佐证材料“{name}”"


def _snapshots(connection: Connection) -> Iterator[tuple[str, str]]:
    """Give the snapshots of approvals the same way."""
    rows = tables.approvals
    own = rows.join(tables.plans, rows.c.plan_id == tables.plans.c.id)
    found = select(tables.plans.c.code, *texts(rows, "department", "quarter", "sha256"))
    for *place, digest in connection.execute(found.select_from(own)):
        yield digest, f"{named(place)}的审定快照"


def _reports(connection: Connection) -> Iterator[tuple[str, str]]:
    """Give the contents of written reports the same way."""
    for plan, each in SqlPrinted(connection).coded(""):
        yield each.sha256, f"规划“{plan}”的报告“{each.title}”（校验码{each.code}）"


def _received(taken_in: Iterable[Receipt]) -> Iterator[tuple[str, str]]:
    """Give the files that were taken in, and scans of them, the same way."""
    for each in taken_in:
        place = named(_record(each)[:3])
        yield each.sha256, f"{place}的来件“{each.name}”"
        yield from ((scan.sha256, f"{place}的扫描件“{scan.name}”") for scan in each.scans)


def _compared(stored: Counter[_Record], recorded: Counter[_Record]) -> Iterator[str]:
    """Compare the receipts with what the chain of changes says of them."""
    for record in stored - recorded:
        yield f"{named(record[:3])}的来件“{record[3]}”或对它的决定被改动过，与修改记录不符"
    known = {record[:5] for record in stored}
    for record in recorded - stored:
        if record[:5] not in known:
            yield f"{named(record[:3])}的来件“{record[3]}”有修改记录，但现在不见了"


def _record(receipt: Receipt) -> _Record:
    """Give what the chain should say of a receipt."""
    event = receipt.event
    place = (receipt.slip.plan, event.code, event.quarter)
    return (*place, receipt.name, receipt.sha256, receipt.by, receipt.at, event.after)


def _recorded(connection: Connection) -> Counter[_Record]:
    """Give what the chain says of receipts; a removed plan took its own with it."""
    found: Counter[_Record] = Counter()
    rows = select(_CHANGES.subject, *_RECORDED).where(_CHANGES.subject.in_((SUBJECT, REMOVAL)))
    for subject, *record in connection.execute(rows.order_by(_CHANGES.sequence)):
        if subject == SUBJECT:
            found[tuple(record)] += 1
        else:
            found = Counter({each: n for each, n in found.items() if each[0] != record[0]})
    return found
