"""What kind of way an indicator goes: how it is compared, and how its figures come about."""

from decimal import Decimal
from enum import Enum

from core.domain import outcome
from core.domain.aims.derivation import shared
from core.domain.aims.trajectory import accrues, sums_up
from core.domain.figure import Bound, Figure
from core.domain.indicator import Binding, EnteredAs, Indicator, Measure, Nature


class Kind(Enum):
    """What is compared: places on a way, 百分点 of a growth, or a figure with a line."""

    WAY = "way"
    POINTS = "points"
    LINE = "line"


class Coming(Enum):
    """How a figure comes about in the course of a year."""

    SUM = "sum"  # begins anew each year: GDP, 当年数
    STATE = "state"  # moves by fourths from one year's target to the next: 床位, 规划累计数
    WHOLE = "whole"  # is asked for the year's target in every quarter: 收入比


def start_of(indicator: Indicator) -> Decimal | None:
    """Give where the way begins: at the base, its last part for a structure; sums begin at 0."""
    match indicator.measure:
        case Measure.CUMULATIVE | Measure.REDUCTION:
            return Decimal(0)
        case Measure.STRUCTURE:
            return outcome.easiest(indicator.base, indicator) if indicator.base else None
        case _:
            return indicator.start


def kind_of(indicator: Indicator, start: Decimal | None, goal: Decimal | None) -> Kind:
    """Tell what is compared; a target that is not beyond its base is a line (失业率 4 → 4.5)."""
    match indicator.measure:
        case Measure.GROWTH:
            return Kind.POINTS
        case Measure.CONTROL | Measure.KEEP | Measure.ANNUAL:
            return Kind.LINE
        case _:
            if start is None or goal is None:
                return Kind.WAY
            return Kind.WAY if outcome.better_by(indicator, goal, start) > 0 else Kind.LINE


def coming_of(indicator: Indicator) -> Coming:
    """Tell how a figure comes about within a year."""
    if sums_up(indicator):
        return Coming.SUM
    running = indicator.measure in (Measure.CUMULATIVE, Measure.REDUCTION)
    if accrues(indicator) or (running and not shared(indicator)):
        return Coming.STATE
    return Coming.WHOLE


def met_by_full_years(indicator: Indicator) -> bool:
    """Tell whether only a full year's figure meets the plan's target (domain.md, Nature).

    So do flows (GDP), ratios and means of flows (三产比例, PM2.5), growth, seasonal control lines
    (优良天数) and what is asked of each year; states (床位) and sums since the plan began do not.
    """
    match indicator.measure:
        case Measure.GROWTH | Measure.CONTROL | Measure.ANNUAL | Measure.STRUCTURE:
            return True
        case Measure.LEVEL:
            return indicator.nature in (Nature.FLOW, Nature.RATE, Nature.MEAN)
        case Measure.KEEP:
            return indicator.nature in (Nature.FLOW, Nature.MEAN)
        case Measure.REDUCTION:
            return indicator.entered_as is EnteredAs.YEAR and not accrues(indicator)
        case _:
            return False


def of_years(indicator: Indicator) -> bool:
    """Tell whether the plan's figure is put together from those of its years."""
    return shared(indicator) or indicator.measure is Measure.GROWTH


def counted(indicator: Indicator) -> bool:
    """Tell whether a figure without decimals counts things."""
    sums = indicator.measure in (Measure.CUMULATIVE, Measure.ANNUAL)
    return sums or indicator.nature in (Nature.POINT, Nature.RUNNING)


def is_about(figure: Figure, indicator: Indicator) -> bool:
    """Tell whether a target is 左右 and may be missed by a little; a binding one may not."""
    return figure.bound is Bound.ABOUT and indicator.binding is not Binding.BINDING
