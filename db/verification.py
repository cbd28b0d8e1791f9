"""Looks for damage: in pages, between tables, in the chain of changes, in what was filed."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from core.ports import REMOVAL
from db import filed, sealed, tables
from db.chain import PAYLOAD, head, seal
from db.entries import STATE, State
from db.quarterly import texts
from db.sealed import named

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
        yield from filed.problems(connection)
        yield from sealed.problems(connection)


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
            yield f"第{payload[0]}条修改记录（{named(payload[1:4])}）被改动或调换过，与校验值不符"
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
            yield f"{named(place)}现为“{present[place][0]}”，但没有修改记录"
        elif place not in present:
            if _says(recorded[place]):
                yield f"{named(place)}最后记录为“{recorded[place][0]}”，但现在不见了"
        elif present[place] != recorded[place]:
            now, then = present[place][0], recorded[place][0]
            yield (
                f"{named(place)}现为“{now}”，与最后一次修改记录“{then}”不符，"
                "或缺数原因、说明、数据性质、同比、形象进度与记录不符"
            )


def _says(state: State) -> bool:
    """Tell whether a state says more than its vintage; one that does not may go with its item."""
    return any(text for name, text in zip(STATE, state, strict=True) if name != "vintage")


def _span(first: int, last: int) -> str:
    """Word a range of numbers: 3, 3—5."""
    return str(first) if first == last else f"{first}—{last}"
