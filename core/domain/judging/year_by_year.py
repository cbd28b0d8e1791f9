"""逐年 at the plan's end: each year's figure beside what that year was asked for."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain import outcome
from core.domain.aims.trajectory import annual_target
from core.domain.figure import Figure, Span
from core.domain.indicator import Measure
from core.domain.judging.course import Course


@dataclass(frozen=True, slots=True)
class YearHeld:
    """A year: its number and the one asked for, in the indicator's unit at published decimals.

    `target` words what a document asks of the year, else the plan; `margin` is by how much the
    year is better, negative when it is worse. `about` tells that it is within what 左右 allows.
    """

    year: int
    actual: Decimal
    target: Figure
    margin: Decimal
    about: bool
    spanned: bool

    @property
    def met(self) -> bool:
        """Whether the year's target was reached."""
        return self.margin >= 0 or self.about

    @property
    def better(self) -> bool:
        """Whether the year is better than its target, beyond both ends of a range."""
        return self.margin > 0 and not self.spanned


Tally = tuple[YearHeld, ...]


def by_itself(course: Course, yearly: outcome.Yearly) -> bool:
    """Tell whether each year is compared by itself, since nobody gave one figure of them all."""
    last, several = yearly[-1], len(yearly) > 1
    whole = last is not None and (last.bracketed or last.average)
    return course.indicator.measure is Measure.ANNUAL and several and not whole


def tally(course: Course, yearly: outcome.Yearly) -> Tally:
    """Hold every year's figure against the year's target; nothing where either is wanting.

    每年建成3家以上培训机构 (专栏1) with 3, 4, 2, 5 and 3 is met in four years of five.
    """
    first = course.plan.first_year
    held = [_held(course, year, figure) for year, figure in enumerate(yearly, first)]
    known = tuple(each for each in held if each)
    return known if len(known) == len(held) else ()


def _held(course: Course, year: int, figure: Figure | None) -> YearHeld | None:
    """Hold one year's figure against its target."""
    leg, asked = course.leg(year), annual_target(course.plan, course.indicator, year)
    actual = outcome.number(figure, course.indicator) if figure else None
    if actual is None or asked is None or leg.target is None:
        return None
    margin = outcome.better_by(course.indicator, actual, leg.target)
    near = leg.about and -margin <= outcome.ABOUT_TOLERANCE * abs(leg.target)
    core = asked.figure.core
    spanned = isinstance(core, Span) and core.low <= actual <= core.high
    return YearHeld(year, actual, asked.figure, margin, near, spanned)
