"""What each column of 完成情况 shows of an item, and what it is sorted by."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from core.domain import briefing
from core.domain.figure import half_up
from core.domain.indicator import Indicator, Measure
from core.domain.judging.judgement import Light
from core.domain.target import TargetState
from core.domain.tracked import Tracked

Order = str | float | None  # None is sorted behind everything
UNDECIDED = "待定"
_WORST_FIRST = (Light.RED, Light.YELLOW, Light.GREY, Light.GREEN, Light.BLUE)
_SUMMED = (Measure.CUMULATIVE, Measure.REDUCTION)


class Column(NamedTuple):
    """A column: its title, its text, what it is sorted by, its width in pixels, and its side."""

    title: str
    text: Callable[[Tracked], str]
    order: Callable[[Tracked], Order]
    width: int
    number: bool = False
    tip: str = ""


def per_cent(share: Decimal | None) -> str:
    """Write a fraction as per cent with one decimal; nothing for none."""
    return "" if share is None else f"{half_up(share * 100, 1)}%"


def status(row: Tracked) -> str:
    """Give the status, and whether a person gave it."""
    judged = row.assessment
    return f"{judged.status or UNDECIDED}{'·改' if judged.overridden else ''}"


def target(row: Tracked) -> str:
    """Give the target in force as it is printed, or what stands in its place."""
    if not isinstance(row.item, Indicator):
        return briefing.planned(row.item)
    aim = row.item.aim
    if aim.printed:
        waits = aim.state is TargetState.PENDING
        return f"{aim.printed}（{aim.state.label}）" if waits else str(aim.printed)
    bounds = sorted({bound for bound in (aim.low, aim.high) if bound is not None})
    return "至".join(f"{bound:f}" for bound in bounds) or aim.state.label


def actual(row: Tracked) -> str:
    """Give what was reached: the sum of what was entered year by year, else what was reported."""
    if summed(row):
        judged = row.assessment
        stick = judged.overall or judged.annual
        assert stick  # noqa: S101 - else nothing is summed
        return f"累计{half_up(stick.actual or Decimal(0), row.item.decimals)}"  # type: ignore[union-attr]
    entry = row.entry
    if entry is None or not entry.text:
        return entry.missing.label if entry and entry.missing else ""
    progress = f"，{entry.progress}%" if entry.progress else ""
    return f"{entry.text}{progress}"


def summed(row: Tracked) -> bool:
    """Tell whether what counts is a sum of what was entered."""
    overall = row.assessment.overall
    counted = isinstance(row.item, Indicator) and row.item.measure in _SUMMED
    return counted and overall is not None and overall.actual is not None


def annual(row: Tracked) -> Decimal | None:
    """Give how much of this year's way is gone."""
    stick = row.assessment.annual
    return stick.progress if stick else None


def _progress(row: Tracked) -> str:
    judged = row.assessment
    if judged.progress is None or judged.pace is None:
        return per_cent(judged.progress)
    return f"{per_cent(judged.progress)}／{per_cent(judged.pace)}"


def _period(row: Tracked) -> str:
    period = row.assessment.data_period
    return period.label if period else ""


def _unit(row: Tracked) -> str:
    return row.item.unit if isinstance(row.item, Indicator) else ""


def _base(row: Tracked) -> str:
    return str(row.item.base or "") if isinstance(row.item, Indicator) else ""


def _value(text: str) -> Order:
    """Give the number that a text begins with, else nothing."""
    try:
        return float(text.removeprefix("累计"))
    except ValueError:
        return None


def _share(share: Decimal | None) -> Order:
    return None if share is None else float(share)


def _light(row: Tracked) -> Order:
    """Put what is worst first, and of one colour what a person has to decide."""
    return _WORST_FIRST.index(row.assessment.light) + bool(row.assessment.status) / 2


def _binding(row: Tracked) -> str:
    return row.binding.label if row.binding else ""


COLUMNS = (
    Column("指标", lambda row: row.item.name, lambda row: row.item.name, 184),
    Column("完成情况", status, _light, 156),
    Column("单位", _unit, lambda row: _unit(row) or None, 62),
    Column("目标", target, lambda row: _value(target(row)), 82, number=True),
    Column("本期实际", actual, lambda row: _value(actual(row)), 86, number=True),
    Column(
        "增量进度／序时",
        _progress,
        lambda row: _share(row.assessment.progress),
        132,
        tip="横条是规划增量已完成的份额，竖线是按序时应完成的份额",
    ),
    Column(
        "目标完成率",
        lambda row: per_cent(row.assessment.completion),
        lambda row: _share(row.assessment.completion),
        84,
        number=True,
    ),
    Column(
        "年度进度",
        lambda row: per_cent(annual(row)),
        lambda row: _share(annual(row)),
        74,
        number=True,
    ),
    Column("基期", _base, lambda row: _value(_base(row)), 72, number=True),
    Column("数据期", _period, lambda row: _period(row) or None, 104),
    Column("属性", _binding, lambda row: _binding(row) or None, 62),
    Column("责任单位", lambda row: row.lead, lambda row: row.lead or None, 96),
    Column("类别", lambda row: row.category, lambda row: row.category, 130),
    Column("说明", lambda row: row.explanation, lambda row: row.explanation or None, 260),
)
NAME, STATUS, PROGRESS = 0, 1, 5
