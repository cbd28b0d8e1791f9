"""Looks for damage in archived files."""

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, select

from db import approvals, archive, receipts, tables
from db.printed import SqlPrinted
from db.quarterly import texts
from db.sealed import named


def problems(connection: Connection) -> Iterator[str]:
    """Unpack every file and compute its digest again; look for files that nothing names.

    Gives a sentence per fault.
    """
    files = {
        **dict(_reports(connection)),
        **dict(_snapshots(connection)),
        **dict(_evidences(connection)),
        **dict(_received(connection)),
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
    for plan, each in approvals.every(connection):
        place = named((plan, each.department, str(each.quarter)))
        yield each.sha256, f"{place}的审定快照"


def _reports(connection: Connection) -> Iterator[tuple[str, str]]:
    """Give the contents of written reports the same way."""
    for plan, each in SqlPrinted(connection).coded(""):
        yield each.sha256, f"规划“{plan}”的报告“{each.title}”（校验码{each.code}）"


def _received(connection: Connection) -> Iterator[tuple[str, str]]:
    """Give the files that were taken in, and scans of them, the same way."""
    for each in receipts.every(connection):
        slip = each.slip
        place = named((slip.plan, slip.department, str(slip.quarter)))
        yield each.sha256, f"{place}的来件“{each.name}”"
        yield from ((scan.sha256, f"{place}的扫描件“{scan.name}”") for scan in each.scans)
