"""`annual_targets.csv` and `quarterly_targets.csv`: what single periods are asked for."""

from collections.abc import Iterable

from core.domain.target import AnnualTarget, QuarterlyTarget
from core.errors import Fault
from core.plans.kinds import CODE, FIGURE, QUARTER, YEAR
from core.plans.lines import Line, Lines, gathered
from core.plans.sheet import INDICATORS, QUARTERS, YEARS, Column, Known, Sheet, parse
from core.plans.table import Row

_CODE = Column("编码", "code", CODE, required=True, refers=INDICATORS)

ANNUAL = Sheet(
    "annual_targets.csv",
    (
        _CODE,
        Column("年份", "value.year", YEAR, required=True, refers=YEARS),
        Column("年度目标", "value.figure", FIGURE, required=True),
        Column("发文字号", "value.document"),
    ),
    lambda values: Line(**values[""], value=AnnualTarget(**values["value"])),
    key=("编码", "年份"),
)
QUARTERLY = Sheet(
    "quarterly_targets.csv",
    (
        _CODE,
        Column("报告期", "value.quarter", QUARTER, required=True, refers=QUARTERS),
        Column("年初至期末目标", "value.figure", FIGURE, required=True),
    ),
    lambda values: Line(**values[""], value=QuarterlyTarget(**values["value"])),
    key=("编码", "报告期"),
)


def read_annual(rows: Iterable[Row], known: Known) -> tuple[Lines[AnnualTarget], tuple[Fault, ...]]:
    """Read the annual targets by indicator, earlier years first."""
    items, faults = parse(ANNUAL, rows, known)
    return gathered(sorted(items, key=lambda item: item[1].value.year)), faults


def read_quarterly(
    rows: Iterable[Row], known: Known
) -> tuple[Lines[QuarterlyTarget], tuple[Fault, ...]]:
    """Read the quarterly targets by indicator, earlier quarters first."""
    items, faults = parse(QUARTERLY, rows, known)
    return gathered(sorted(items, key=lambda item: item[1].value.quarter)), faults
