"""`definitions.csv` and `bases.csv`: what an indicator means, and counts from, from a day on."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from core.domain.dated import BaseRevision, Dated, Definition
from core.domain.vintage import Vintage
from core.errors import Fault
from core.plans.kinds import CODE, DATE, FIGURE, word
from core.plans.lines import Line, Lines, gathered
from core.plans.sheet import INDICATORS, Column, Known, Sheet, parse
from core.plans.table import Row

D = TypeVar("D", bound=Dated)
_CODE = Column("编码", "code", CODE, required=True, refers=INDICATORS)
_ON = Column("日期", "value.on", DATE, required=True)

DEFINITIONS = Sheet(
    "definitions.csv",
    (
        _CODE,
        _ON,
        Column("口径", "value.words", required=True),
        Column("数据来源", "value.source"),
        Column("发文字号", "value.document"),
    ),
    lambda values: Line(**values[""], value=Definition(**values["value"])),
    key=("编码", "日期"),
)
BASES = Sheet(
    "bases.csv",
    (
        _CODE,
        _ON,
        Column("基期", "value.base", FIGURE, required=True),
        Column("数据性质", "value.vintage", word(Vintage), required=True),
        Column("原因", "value.reason", required=True),
        Column("发文字号", "value.document"),
    ),
    lambda values: Line(**values[""], value=BaseRevision(**values["value"])),
    key=("编码", "日期"),
)


def read_definitions(
    rows: Iterable[Row], known: Known
) -> tuple[Lines[Definition], tuple[Fault, ...]]:
    """Read the later definitions by indicator, oldest first."""
    return _read(DEFINITIONS, rows, known)


def read_bases(rows: Iterable[Row], known: Known) -> tuple[Lines[BaseRevision], tuple[Fault, ...]]:
    """Read the revisions of the base by indicator, oldest first."""
    return _read(BASES, rows, known)


def _read(
    sheet: Sheet[Line[D]], rows: Iterable[Row], known: Known
) -> tuple[Lines[D], tuple[Fault, ...]]:
    """Read what holds from a day on, by indicator."""
    items, faults = parse(sheet, rows, known)
    return gathered(sorted(items, key=lambda item: item[1].value.on or date.min)), faults
