"""`milestones.csv`: what the plan only sees reached."""

from collections.abc import Iterable

from core.domain.indicator import Duty, Milestone, Node
from core.errors import Fault
from core.plans.kinds import CODE, FIGURE, PLANNED, word
from core.plans.shared import DUTY, REMARKS
from core.plans.sheet import (
    INDICATORS,
    MILESTONES,
    QUARTERS,
    SECTIONS,
    Column,
    Known,
    Sheet,
    Values,
    parse,
)
from core.plans.table import Row


def _make(values: Values) -> Milestone:
    """Make a milestone of a row's values."""
    return Milestone(**values[""], duty=Duty(**values["duty"]))


SHEET = Sheet(
    "milestones.csv",
    (
        Column("编码", "code", CODE, required=True),
        Column("所属", "section", CODE, required=True, refers=SECTIONS),
        Column("名称", "name", required=True),
        Column("节点", "node", word(Node), required=True),
        Column("计划完成", "planned", PLANNED, required=True, refers=QUARTERS),
        Column("目标", "target", FIGURE),
        *DUTY,
        Column("同源指标", "same_source", CODE, refers=MILESTONES),
        *REMARKS,
    ),
    _make,
)


def read(rows: Iterable[Row], known: Known) -> tuple[tuple[Milestone, ...], tuple[Fault, ...]]:
    """Read the milestones; a code that an indicator has is a fault."""
    items, faults = parse(SHEET, rows, known)
    taken = (
        Fault(SHEET.file, line, "编码", each.code, "indicators.csv里没有的编码")
        for line, each in items
        if each.code in known.get(INDICATORS, ())
    )
    return tuple(milestone for _, milestone in items), (*faults, *taken)
