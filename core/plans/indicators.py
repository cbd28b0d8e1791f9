"""`indicators.csv`: what the plan measures."""

from collections.abc import Iterable, Iterator, Mapping
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
from core.plans.circles import circular
from core.plans.kinds import CALCULATION, CODE, DAYS, DECIMALS, FIGURE, word
from core.plans.lines import Lines
from core.plans.shared import DUTY, REMARKS, target_columns, target_faults
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
        *target_columns("target"),
        Column("基期", "base", FIGURE),
        Column("增长", "growth", FIGURE),
        Column("同比类型", "growth_kind", word(GrowthKind)),
        *DUTY,
        Column("同源指标", "same_source", CODE, refers=INDICATORS),
        *REMARKS,
        Column("晚报天数", "delay", DAYS, optional=True),
        Column("公式", "formula", CALCULATION, refers=INDICATORS, optional=True),
    ),
    _make,
)


def read(
    rows: Iterable[Row], known: Known, belongings: Mapping[str, Lines[object]]
) -> tuple[tuple[Indicator, ...], tuple[Fault, ...]]:
    """Read the indicators; one that contradicts itself is a fault.

    `belongings` are what other files say of them, by field and code.
    """
    rows = tuple(rows)
    items, faults = parse(SHEET, rows, known)
    relayed = {each.code for _, each in items if each.same_source}
    circles = circular(each for _, each in items)
    wrong = (
        Fault(SHEET.file, line, *contradiction)
        for line, each in items
        for contradiction in (*_contradictions(each, relayed), *_calculated(each, circles))
    )
    none = INDICATORS in known and not rows
    empty = (Fault(SHEET.file, 0, "", "只有表头", "至少一行指标"),) if none else ()
    whole = (_with(each, belongings) for _, each in items)
    return tuple(whole), (*empty, *faults, *wrong)


def _with(indicator: Indicator, belongings: Mapping[str, Lines[object]]) -> Indicator:
    """Give an indicator what belongs to it."""
    own = {field: lines.get(indicator.code, ()) for field, lines in belongings.items()}
    return replace(indicator, **own)  # type: ignore[arg-type]  # each file reads its own kind


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


def _calculated(each: Indicator, circles: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Tell the same of its formula."""
    if each.formula and each.same_source:
        yield "公式", each.formula, "空格：同源指标已填，数由它给出"
    if each.code in circles:
        yield "公式", each.formula, "不用到本指标、也不经别的公式绕回本指标的算式"
