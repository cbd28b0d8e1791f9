"""The append-only chain of changes: each link's digest covers its payload and the link before."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from core.domain.period import Quarter
from core.domain.submission import Change, Origin
from core.errors import StorageError
from db import tables

PAYLOAD = tuple(column.name for column in tables.changes.c if column.name != "digest")
_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ORIGIN = tuple(tables.changes.c[field.name] for field in fields(Origin))


@dataclass(frozen=True, slots=True)
class SqlChanges:
    """The recorded changes, in one transaction."""

    connection: Connection

    def of(self, plan: str, code: str, quarter: Quarter) -> tuple[Change, ...]:
        """Give the changes of one figure, oldest first."""
        rows = tables.changes.c
        found = select(rows.before, rows.after, rows.at, *_ORIGIN).order_by(rows.sequence)
        found = found.where(rows.plan == plan, rows.code == code, rows.quarter == str(quarter))
        return tuple(
            Change(code, quarter, before, after, Origin(*origin), at)
            for before, after, at, *origin in self.connection.execute(found)
        )


def append(connection: Connection, changes: Iterable[Mapping[str, str]]) -> None:
    """Lengthen the chain; each change holds what a row does but its sequence and digest."""
    before, digest = head(connection) or (0, "")
    links: list[dict[str, Any]] = []
    for sequence, change in enumerate(changes, before + 1):
        link = {"sequence": sequence, **change}
        digest = seal(digest, [link[name] for name in PAYLOAD])
        links.append({**link, "digest": digest})
    if links:
        _insert(connection, links)
        now = {"sequence": before + len(links), "digest": digest}
        connection.execute((update if before else insert)(tables.chain_head).values(now))


def head(connection: Connection) -> tuple[int, str] | None:
    """Give the number of links and the last one's digest; nothing before the first change."""
    found = select(tables.chain_head).order_by(tables.chain_head.c.sequence.desc())
    row = connection.execute(found).first()
    return None if row is None else (row.sequence, row.digest)


def seal(previous: str, payload: Iterable[object]) -> str:
    """Give the SHA-256 of the digest before and the payload as one line of JSON in UTF-8."""
    return sha256((previous + _line(list(payload))).encode()).hexdigest()


def _insert(connection: Connection, links: list[dict[str, Any]]) -> None:
    """Insert links behind the head; a head that is not the end was tampered with."""
    try:
        connection.execute(insert(tables.changes), links)
    except IntegrityError as error:
        raise StorageError(
            "修改记录的末尾与登记的不符，可能被别的程序改过；这次的改动没有保存，已有数据没有变。"
            "请用 verify 检查，再从备份恢复。"
        ) from error
