"""Looks for damage: in pages, between tables, in the chain of changes, in archived files."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from sqlalchemy import Connection, select

from core.ports import REMOVAL
from db import archive, tables
from db.chain import PAYLOAD, head, seal
from db.entries import STATE, State
from db.quarterly import texts

Place = tuple[str, ...]  # plan, code and quarter
_RECORDED = ("plan", "code", "quarter", "after", *STATE[1:])


def problems(connection: Connection) -> Iterator[str]:
    """Give a sentence per fault; tables are not read when their pages are damaged."""
    sqlite = connection.dialect.name == "sqlite"
    damaged = tuple(_pages(connection)) if sqlite else ()
    yield from damaged
    if not damaged:
        yield from _references(connection) if sqlite else ()
        yield from _chain(connection)
        yield from _compared(_present(connection), _recorded(connection))
        yield from _archived(connection)


def _pages(connection: Connection) -> Iterator[str]:
    """Ask SQLite for damaged pages."""
    for (finding,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if finding != "ok":
            yield f"数据库文件的页有损坏：{finding}"


def _references(connection: Connection) -> Iterator[str]:
    """Ask SQLite for rows that refer to nothing."""
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"表{table}有一行所指的{parent}不存在"


def _chain(connection: Connection) -> Iterator[str]:
    """Compute every link again, and compare where the chain ends with where it should."""
    count, digest = 0, ""
    rows = select(*(tables.changes.c[name] for name in (*PAYLOAD, "digest")))
    for *payload, stored in connection.execute(rows.order_by(tables.changes.c.sequence)):
        if payload[0] != count + 1:
            yield f"第{_span(count + 1, payload[0] - 1)}条修改记录不见了"
        elif stored != seal(digest, payload):
            yield f"第{payload[0]}条修改记录（{_named(payload[1:4])}）被改动或调换过，与校验值不符"
        count, digest = payload[0], stored
    end, sealed = head(connection) or (0, "")
    if end > count:
        yield f"第{_span(count + 1, end)}条修改记录不见了，它们在末尾"
    elif (end, sealed) != (count, digest):
        yield f"修改记录共{count}条，与登记的末尾（第{end}条）不符"


def _recorded(connection: Connection) -> dict[Place, State]:
    """Give the last recorded state of each figure; a removed plan took its own with it."""
    rows, states = tables.changes.c, dict[str, dict[Place, State]]()
    found = select(rows.subject, *(rows[name] for name in _RECORDED)).order_by(rows.sequence)
    for subject, plan, code, quarter, *state in connection.execute(found):
        if subject is None:
            states.setdefault(plan, {})[plan, code, quarter] = tuple(text or "" for text in state)
        elif subject == REMOVAL:
            states.pop(plan, None)
    return {place: state for own in states.values() for place, state in own.items()}


def _present(connection: Connection) -> dict[Place, State]:
    """Give the state in which each figure stands."""
    rows = tables.entries
    own = rows.join(tables.plans, rows.c.plan_id == tables.plans.c.id)
    found = select(tables.plans.c.code, *texts(rows, "code", "quarter", *STATE)).select_from(own)
    return {tuple(row[:3]): tuple(t or "" for t in row[3:]) for row in connection.execute(found)}


def _compared(present: dict[Place, State], recorded: dict[Place, State]) -> Iterator[str]:
    """Compare what stands with what was recorded last."""
    for place in sorted(present.keys() | recorded.keys()):
        if place not in recorded:
            yield f"{_named(place)}现为“{present[place][0]}”，但没有修改记录"
        elif place not in present:
            if _says(recorded[place]):
                yield f"{_named(place)}最后记录为“{recorded[place][0]}”，但现在不见了"
        elif present[place] != recorded[place]:
            now, then = present[place][0], recorded[place][0]
            yield (
                f"{_named(place)}现为“{now}”，与最后一次修改记录“{then}”不符，"
                "或缺数原因、说明、数据性质、同比、形象进度与记录不符"
            )


def _says(state: State) -> bool:
    """Tell whether a state says more than its vintage; one that does not may go with its item."""
    return any(text for name, text in zip(STATE, state, strict=True) if name != "vintage")


def _archived(connection: Connection) -> Iterator[str]:
    """Unpack every file and compute its digest again; look for files that nothing names."""
    rows = tables.evidences
    own = rows.join(tables.plans, rows.c.plan_id == tables.plans.c.id)
    found = select(tables.plans.c.code, *texts(rows, "code", "quarter", "name", "sha256"))
    named = {each[-1]: each[:-1] for each in connection.execute(found.select_from(own))}
    for digest, _, packed in connection.execute(select(tables.archive)):
        content = archive.unpack(packed)
        if digest not in named:
            yield f"有一份佐证材料没有被任何指标引用，它的校验值是{digest}"
        elif content is None or sha256(content).hexdigest() != digest:
            *place, name = named[digest]
            yield f"{_named(place)}的佐证材料“{name}”的内容被改动过，与校验值不符"


def _span(first: int, last: int) -> str:
    """Word a range of numbers: 3, 3—5."""
    return str(first) if first == last else f"{first}—{last}"


def _named(place: Iterable[str]) -> str:
    """Name a figure, or what else was changed, as a user finds it."""
    plan, code, quarter = place
    named = f"规划“{plan}”的{code}" if plan else code
    return f"{named}在{quarter}" if quarter else named
