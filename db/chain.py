"""The append-only chain of changes: each link's digest covers its payload and the link before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, func, insert, select, type_coerce, update
from sqlalchemy.exc import IntegrityError

from core.domain.period import Quarter
from core.domain.submission import Change, Entry, Event, Missing, Origin
from core.domain.vintage import Vintage
from core.errors import StorageError
from db import bulk, tables
from db.types import FIGURE, word

PAYLOAD = tuple(column.name for column in tables.changes.c if column.name != "digest")
_ORIGIN = tuple(tables.changes.c[field.name] for field in fields(Origin))
_HEAD = select(tables.chain_head).order_by(tables.chain_head.c.sequence.desc())
_BEGIN, _MOVE = insert(tables.chain_head), update(tables.chain_head)
_LINK, _payload = insert(tables.changes), itemgetter(*PAYLOAD)
_ENTRY = (  # what stood after a change, as values; an empty text is none
    func.nullif(tables.changes.c.after, "", type_=FIGURE),
    func.nullif(tables.changes.c.missing, "", type_=word(Missing)),
    tables.changes.c.explanation,
    type_coerce(tables.changes.c.vintage, word(Vintage)),
    type_coerce(tables.changes.c.growth, FIGURE),
    type_coerce(tables.changes.c.progress, FIGURE),
)


@dataclass(frozen=True, slots=True)
class SqlChanges:
    """The recorded changes, in one transaction."""

    connection: Connection

    def of(self, plan: str, code: str, quarter: Quarter) -> tuple[Change, ...]:
        """Give the changes of one figure, oldest first."""
        rows = tables.changes.c
        found = select(rows.before, rows.after, rows.at, *_ENTRY, *_ORIGIN).order_by(rows.sequence)
        found = found.where(rows.plan == plan, rows.code == code, rows.quarter == str(quarter))
        return tuple(
            _change(code, quarter, row)
            for row in self.connection.execute(found.where(rows.subject.is_(None)))
        )

    def sources(self, plan: str, quarter: Quarter, codes: Iterable[str]) -> Mapping[str, str]:
        """Give through what each figure of a quarter came last, by code."""
        rows = tables.changes.c
        found = select(rows.code, rows.through).where(
            rows.plan == plan, rows.code.in_(list(codes)), rows.quarter == str(quarter)
        )
        found = found.where(rows.subject.is_(None)).order_by(rows.sequence)
        return dict(self.connection.execute(found).all())

    def note(self, plan: str, event: Event) -> None:
        """Record what is no change of a figure."""
        told = {field.name: getattr(event, field.name) for field in fields(Event)}
        link = dict.fromkeys(PAYLOAD[1:], "") | {"growth": None, "progress": None} | told
        append(self.connection, [link | asdict(link.pop("origin")) | {"plan": plan}])

    def events(self, plan: str, subject: str) -> tuple[Event, ...]:
        """Give the recorded events of one subject, oldest first."""
        rows = tables.changes.c
        found = select(rows.code, rows.quarter, rows.before, rows.after, rows.at, *_ORIGIN)
        found = found.where(rows.plan == plan, rows.subject == subject).order_by(rows.sequence)
        return tuple(
            Event(subject, code, quarter, before, after, Origin(*origin), at)
            for code, quarter, before, after, at, *origin in self.connection.execute(found)
        )


def append(connection: Connection, changes: Iterable[Mapping[str, str | None]]) -> None:
    """Lengthen the chain; each change holds what a row does but its sequence and digest."""
    before, digest = head(connection) or (0, "")
    links: list[dict[str, Any]] = []
    for sequence, change in enumerate(changes, before + 1):
        link: dict[str, Any] = {**change, "sequence": sequence}
        link["digest"] = digest = seal(digest, _payload(link))
        links.append(link)
    if links:
        _insert(connection, links)
        now = {"sequence": before + len(links), "digest": digest}
        connection.execute(_MOVE if before else _BEGIN, now)


def head(connection: Connection) -> tuple[int, str] | None:
    """Give the number of links and the last one's digest; nothing before the first change."""
    row = connection.execute(_HEAD).first()
    return None if row is None else (row.sequence, row.digest)


def seal(previous: str, payload: Iterable[str | int | None]) -> str:
    """Give the SHA-256 of the digest before and the payload as one line of JSON in UTF-8.

    NULL at its end is left out, so that links stay sealed when a revision adds columns.
    """
    told = ["null" if each is None else _told(each) for each in payload]
    while told and told[-1] == "null":
        told.pop()
    return sha256(f"{previous}[{','.join(told)}]".encode()).hexdigest()


def _told(value: str | int) -> str:
    """Write a text or a number as JSON does."""
    return encode_basestring(value) if isinstance(value, str) else str(value)


def _insert(connection: Connection, links: list[dict[str, Any]]) -> None:
    """Insert links behind the head; a head that is not the end was tampered with."""
    try:
        bulk.write(connection, _LINK, links)
    except IntegrityError as error:
        raise StorageError(
            "修改记录的末尾与登记的不符，可能被别的程序改过；这次的改动没有保存，已有数据没有变。"
            "请用 verify 检查，再从备份恢复。"
        ) from error


def _change(code: str, quarter: Quarter, row: Sequence[Any]) -> Change:
    """Make a change of a row."""
    before, after, at, *rest = row
    entry, origin = rest[: len(_ENTRY)], rest[len(_ENTRY) :]
    return Change(code, quarter, before, after, Origin(*origin), at, Entry(code, quarter, *entry))
