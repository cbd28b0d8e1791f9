"""What the panel beside a form says of one row, as labels and words: 口径, target, pace, people."""

from collections.abc import Iterator

from core.domain import target_words
from core.domain.aims.trajectory import annual_target, quarterly_target
from core.domain.figure import WHOLE, half_up
from core.domain.form import Form, Row
from core.domain.growth import growth
from core.domain.indicator import Direction, Indicator, Measure, Milestone, Node
from core.domain.outcome import increment, number
from core.domain.unit import worded

Lines = Iterator[tuple[str, str]]
_SHARED = (Measure.LEVEL, Measure.CUMULATIVE)


def briefing(form: Form, row: Row) -> tuple[tuple[str, str], ...]:
    """Give what is known of a row; a line without words is left out."""
    item = row.item
    lines = _milestone(item) if isinstance(item, Milestone) else _indicator(form, row, item)
    return tuple((label, words) for label, words in (*lines, *_people(form, row)) if words)


def planned(item: Milestone) -> str:
    """Word what a milestone has to reach and when: 2025年6月底前完工, 2025年完工 at its end."""
    node = "完成" if item.node is Node.WORDS else item.node.label
    year, _, number = item.planned.partition("Q")
    when = f"{year}年" if number in ("", "4") else f"{year}年{3 * int(number)}月底前"
    return when + node if item.planned else node


def _indicator(form: Form, row: Row, item: Indicator) -> Lines:
    """Say what an indicator is, and how far it has come."""
    yield "口径", item.definition
    yield "衡量方式", f"{item.measure.label}，{item.nature.label}{_entered_as(item)}"
    yield "计算公式", row.calculation.sentence if row.calculation else ""
    yield "规划目标", _aim(item)
    yield "年度目标", _annual(form, item)
    yield "本季目标", _quarterly(form, row, item)
    yield "完成进度", _pace(form, row, item)
    grown = growth(item, row.counted, row.past)
    yield "同比", grown.text if grown else ""
    yield "备注", item.remark


def _milestone(item: Milestone) -> Lines:
    """Say what a milestone has to reach."""
    yield "口径", item.definition
    yield "目标节点", planned(item)
    yield "备注", item.remark


def _people(form: Form, row: Row) -> Lines:
    """Say who delivers and who gives the figure."""
    duty = row.item.duty
    yield "牵头单位", _named(form, duty.lead)
    yield "数据提供单位", _named(form, duty.provider)
    yield "同源指标", row.item.same_source


def _named(form: Form, code: str) -> str:
    """Name a department."""
    department = form.plan.department(code)
    return department.short_name if department else code


def _entered_as(item: Indicator) -> str:
    """Say whether a sum is entered for the year or since the plan began."""
    return f"，填{item.entered_as.label}" if item.entered_as else ""


def _aim(item: Indicator) -> str:
    """Word the target: a step, as printed, by its bounds, else why there is none."""
    target = item.aim
    if increment(item) is not None:
        return target_words.target(target, item)
    if target.printed:
        return worded(target.printed, item.unit)
    bounds = sorted({bound for bound in (target.low, target.high) if bound is not None})
    words = "至".join(f"{bound:f}" for bound in bounds)
    return f"{words}{item.unit}（原文未印，按此判断）" if words else target.state.label


def _annual(form: Form, item: Indicator) -> str:
    """Word this year's target, and that it was derived where no document gives it."""
    target = annual_target(form.plan, item, form.quarter.year)
    if target is None:
        return ""
    return worded(target.figure, item.unit) + ("（按规划目标推算）" if target.derived else "")


def _quarterly(form: Form, row: Row, item: Indicator) -> str:
    """Word what this quarter is asked for."""
    target = quarterly_target(form.plan, item, form.quarter, row.past)
    if target is None or form.quarter.ends_year:
        return ""
    return f"{worded(target.figure, item.unit)}（{target.basis.label}）"


def _pace(form: Form, row: Row, item: Indicator) -> str:
    """Say which share of the year's target is reached, and which share of the year is over."""
    target = annual_target(form.plan, item, form.quarter.year)
    asked = target.figure.value if target else None
    figure = row.counted.figure
    reached = number(figure, item) if figure else None
    counted = item.measure in _SHARED and item.direction is Direction.HIGHER
    if not counted or not asked or reached is None or asked <= 0:
        return ""
    share = half_up(reached / asked * WHOLE, 1)
    return f"为年度目标的{share:f}%，时间已过{form.quarter.number * 25}%"
