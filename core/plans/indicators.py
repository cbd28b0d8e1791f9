"""`indicators.csv`: what the plan measures."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.domain.indicator import (
    Binding,
    Direction,
    Duty,
    EnteredAs,
    Frequency,
    GrowthKind,
    Indicator,
    Measure,
    Nature,
)
from core.domain.target import Target
from core.errors import Fault
from core.plans.kinds import CODE, DECIMALS, FIGURE, word
from core.plans.revisions import Revisions
from core.plans.shared import DUTY, REMARKS, TARGET, target_faults
from core.plans.sheet import INDICATORS, SECTIONS, Column, Known, Sheet, Values, parse
from core.plans.table import Row

_SUMS = (Measure.CUMULATIVE, Measure.REDUCTION)


def _make(values: Values) -> Indicator:
    """Make an indicator of a row's values."""
    duty, target = Duty(**values["duty"]), Target(**values["target"])
    return Indicator(**values[""], duty=duty, target=target)


SHEET = Sheet(
    "indicators.csv",
    (
        Column("编码", "code", CODE, required=True),
        Column("所属", "section", CODE, required=True, refers=SECTIONS),
        Column("指标", "name", required=True),
        Column("单位", "unit"),
        Column("小数位", "decimals", DECIMALS, required=True),
        Column("属性", "binding", word(Binding)),
        Column("衡量方式", "measure", word(Measure), required=True),
        Column("性质", "nature", word(Nature), required=True),
        Column("填报方式", "entered_as", word(EnteredAs)),
        Column("频次", "frequency", word(Frequency), required=True),
        Column("方向", "direction", word(Direction), required=True),
        *TARGET,
        Column("基期", "base", FIGURE),
        Column("增长", "growth", FIGURE),
        Column("同比类型", "growth_kind", word(GrowthKind)),
        *DUTY,
        Column("同源指标", "same_source", CODE, refers=INDICATORS),
        *REMARKS,
    ),
    _make,
)


def read(
    rows: Iterable[Row], known: Known, revisions: Revisions
) -> tuple[tuple[Indicator, ...], tuple[Fault, ...]]:
    """Read the indicators, each with its revisions; one that contradicts itself is a fault."""
    rows = tuple(rows)
    items, faults = parse(SHEET, rows, known)
    relayed = {each.code for _, each in items if each.same_source}
    wrong = (
        Fault(SHEET.file, line, *contradiction)
        for line, each in items
        for contradiction in _contradictions(each, relayed)
    )
    none = INDICATORS in known and not rows
    empty = (Fault(SHEET.file, 0, "", "只有表头", "至少一行指标"),) if none else ()
    revised = (replace(each, revisions=revisions.get(each.code, ())) for _, each in items)
    return tuple(revised), (*empty, *faults, *wrong)


def _contradictions(each: Indicator, relayed: set[str]) -> Iterator[tuple[str, str, str]]:
    """Tell column, what stands there, and what is expected, of each contradiction."""
    yield from target_faults(each.target)
    entered = each.entered_as.label if each.entered_as else ""
    if each.measure in _SUMS and not entered:
        yield "填报方式", entered, f"当年数或规划累计数：衡量方式为“{each.measure.label}”"
    if each.measure not in _SUMS and entered:
        yield "填报方式", entered, f"空格：衡量方式为“{each.measure.label}”"
    if each.same_source in relayed:
        yield "同源指标", each.same_source, "本身不再引用同源的另一个指标"
