"""`reorganisations.csv`: departments that were renamed, merged or split, with the day."""

from collections.abc import Iterable, Iterator

from core.domain.department import Reform, Reorganisation
from core.errors import Fault
from core.plans.kinds import CODE, CODES, DATE, word
from core.plans.sheet import DEPARTMENTS, ITEMS, Column, Known, Sheet, parse
from core.plans.table import Row

SHEET = Sheet(
    "reorganisations.csv",
    (
        Column("部门", "code", CODE, required=True, refers=DEPARTMENTS),
        Column("变动", "kind", word(Reform), required=True),
        Column("日期", "on", DATE, required=True),
        Column("新简称", "short_name"),
        Column("新全称", "full_name"),
        Column("接收部门", "into", CODE, refers=DEPARTMENTS),
        Column("划转事项", "items", CODES, refers=ITEMS),
        Column("发文字号", "document"),
    ),
    lambda values: Reorganisation(**values[""]),
    key=("部门", "变动", "日期", "接收部门"),
)


def read(rows: Iterable[Row], known: Known) -> tuple[tuple[Reorganisation, ...], tuple[Fault, ...]]:
    """Read the reorganisations, oldest first; one that contradicts its kind is a fault."""
    items, faults = parse(SHEET, rows, known)
    wrong = (
        Fault(SHEET.file, line, *contradiction)
        for line, each in items
        for contradiction in _contradictions(each)
    )
    return tuple(sorted((each for _, each in items), key=lambda each: each.on)), (*faults, *wrong)


def _contradictions(each: Reorganisation) -> Iterator[tuple[str, str, str]]:
    """Tell column, what stands there, and what is expected, of each contradiction."""
    renamed, split = each.kind is Reform.RENAMED, each.kind is Reform.SPLIT
    yield from _wanted("新简称", each.short_name, each.kind, wanted=renamed)
    yield from _wanted("新全称", each.full_name, each.kind, wanted=renamed)
    yield from _wanted("接收部门", each.into, each.kind, wanted=not renamed)
    yield from _wanted("划转事项", "、".join(each.items), each.kind, wanted=split)
    if each.into == each.code:
        yield "接收部门", each.into, "另一个部门：不能并入或分给自己"


def _wanted(
    column: str, cell: str, kind: Reform, *, wanted: bool
) -> Iterator[tuple[str, str, str]]:
    """Tell of a cell that its kind needs and that is empty, or the other way round."""
    if wanted and not cell:
        yield column, cell, f"{column}：变动为“{kind.label}”"
    if cell and not wanted:
        yield column, cell, f"空格：变动为“{kind.label}”"
