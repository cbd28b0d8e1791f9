"""`departments.csv`: the offices that the plan names."""

from collections.abc import Iterable

from core.domain.department import Department
from core.errors import Fault
from core.plans.kinds import CODE
from core.plans.sheet import Column, Known, Sheet, parse
from core.plans.table import Row

SHEET = Sheet(
    "departments.csv",
    (
        Column("编码", "code", CODE, required=True),
        Column("简称", "short_name", required=True),
        Column("全称", "full_name", required=True),
        Column("类型", "kind"),
        Column("备注", "remark"),
    ),
    lambda values: Department(**values[""]),
)


def read(rows: Iterable[Row], known: Known) -> tuple[tuple[Department, ...], tuple[Fault, ...]]:
    """Read the departments."""
    items, faults = parse(SHEET, rows, known)
    return tuple(department for _, department in items), faults
