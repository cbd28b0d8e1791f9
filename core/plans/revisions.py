"""`revisions.csv`: 目标调整, targets that were changed after the plan was printed."""

from collections.abc import Iterable

from core.domain.target import Target, TargetRevision
from core.errors import Fault
from core.plans.kinds import CODE, DATE
from core.plans.lines import Line, Lines, gathered
from core.plans.shared import target_columns, target_faults
from core.plans.sheet import INDICATORS, Column, Known, Sheet, Values, parse
from core.plans.table import Row


def _make(values: Values) -> Line[TargetRevision]:
    """Make a line of a row's values."""
    target = Target(**values["value.target"])
    return Line(**values[""], value=TargetRevision(**values["value"], target=target))


SHEET = Sheet(
    "revisions.csv",
    (
        Column("编码", "code", CODE, required=True, refers=INDICATORS),
        *target_columns("value.target"),
        Column("原因", "value.reason", required=True),
        Column("日期", "value.on", DATE),
        Column("批准机关", "value.approved_by"),
        Column("发文字号", "value.document"),
    ),
    _make,
    key=("编码", "目标", "日期"),
)


def read(rows: Iterable[Row], known: Known) -> tuple[Lines[TargetRevision], tuple[Fault, ...]]:
    """Read the revisions by indicator, in the order of the file."""
    items, faults = parse(SHEET, rows, known)
    wrong = (
        Fault(SHEET.file, line, *contradiction)
        for line, each in items
        for contradiction in target_faults(each.value.target)
    )
    return gathered(items), (*faults, *wrong)
