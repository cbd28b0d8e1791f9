"""倒算: what each of the years that are left must bring, so that the target is reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import Self

from core.domain import exact, outcome, told
from core.domain.aims import path
from core.domain.aims.path import Anchor
from core.domain.figure import WHOLE, Figure, half_up
from core.domain.indicator import Direction, EnteredAs, Indicator, Measure, Nature
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from core.domain.words import Word

Past = Mapping[Quarter, Entry]

_GROWTH_DECIMALS = 1
_STATES = (Measure.LEVEL, Measure.STRUCTURE)
_COUNTED = (*_STATES, Measure.CUMULATIVE, Measure.REDUCTION, Measure.GROWTH)
_ONE = Decimal(1)


class Need(Word):
    """What the number of a requirement is."""

    GROWTH = "growth", "年均增长率"
    AMOUNT = "amount", "年均变化量"
    YEARLY = "yearly", "年均完成量"
    FALL = "fall", "年均降幅"
    AVERAGE = "average", "平均增速"
    MET = "met", "已达到目标"


@dataclass(frozen=True, slots=True)
class Required:
    """What every year of `years` must bring: per cent for growth and falls, else the unit.

    `number` is unrounded and None once the target is met; `asked` is a clause without the years.
    """

    kind: Need
    number: Decimal | None
    years: tuple[int, ...]
    asked: str

    @property
    def words(self) -> str:
        """Say it of the years to come: 后两年需年均增长9.0%."""
        several = len(self.years) > 1 and self.kind is not Need.MET
        return f"{told.ahead(len(self.years))}{self.asked}" if several else self.dated

    @property
    def dated(self) -> str:
        """Say it with the years: 2024—2025年需年均增长9.0%."""
        if self.kind is Need.MET:
            return self.asked
        first, last = self.years[0], self.years[-1]
        return f"{first}年{self.asked}" if first == last else f"{first}—{last}年{self.asked}"


@dataclass(frozen=True, slots=True)
class Stand:
    """How far the plan had come by the last full year that has a figure, or at its start.

    `number` is that of `outcome.reached`; `figures` are those of the full years until then.
    """

    year: int
    number: Decimal
    figures: Mapping[int, Figure]

    @classmethod
    def whole(cls, year: int, number: Decimal) -> Self:
        """Stand at a number that all years until then came to together."""
        return cls(year, number, {year: Figure(number, bracketed=True)})

    @property
    def anchor(self) -> Anchor:
        """The year with its number, from which the way goes on."""
        return self.year, self.number


def required(plan: Plan, indicator: Indicator, as_of: Quarter, past: Past) -> Required | None:
    """Tell what the years after the last known one must bring (domain.md, Measures and Status).

    None where no target or no number is there to start from, no year is left, or each year is
    judged by itself (control, keep, annual).
    """
    at = stand(plan, indicator, as_of, past)
    return None if at is None else onward(plan, indicator, at)


def onward(plan: Plan, indicator: Indicator, at: Stand) -> Required | None:
    """Tell what the years after a place on the way must bring, as `required` does."""
    asked = outcome.goal(indicator)
    if indicator.measure not in _COUNTED or asked is None or at.year >= plan.last_year:
        return None
    years = tuple(range(at.year + 1, plan.last_year + 1))
    if indicator.measure is not Measure.GROWTH and at.figures and _met(indicator, at, asked):
        return Required(Need.MET, None, years, "已达到规划目标")
    kind, number = _needed(plan, indicator, at, asked)
    return Required(kind, number, years, _words(indicator, kind, number, years))


def stand(plan: Plan, indicator: Indicator, as_of: Quarter, past: Past) -> Stand | None:
    """Find the last full year until a quarter that has a figure, and what was reached by it."""
    if indicator.measure not in _COUNTED:
        return None
    end = min(as_of.year if as_of.ends_year else as_of.year - 1, plan.last_year)
    entries = {year: past.get(Quarter(year, 4)) for year in range(plan.first_year, end + 1)}
    figures = {year: each.figure for year, each in entries.items() if each and each.figure}
    if not figures:
        start = _begun(indicator)
        return None if start is None else Stand(plan.first_year - 1, start, {})
    latest = max(figures)
    yearly = [figures.get(year) for year in range(plan.first_year, latest + 1)]
    number = outcome.reached(indicator, plan.first_year, yearly).number
    return None if number is None else Stand(latest, number, figures)


def by_growth(indicator: Indicator, first: Decimal, last: Decimal) -> bool:
    """Tell whether a level goes from one number to another by growth, not by even steps."""
    values = indicator.measure is Measure.LEVEL and indicator.nature in (Nature.FLOW, Nature.POINT)
    return values and first > 0 and last > 0


def _begun(indicator: Indicator) -> Decimal | None:
    """Give where an indicator stood when the plan began; sums and growth begin at nothing."""
    if indicator.measure not in _STATES:
        return Decimal(0)
    if indicator.measure is Measure.LEVEL:
        return indicator.start
    return outcome.number(indicator.base, indicator) if indicator.base else None


def _met(indicator: Indicator, at: Stand, asked: Decimal) -> bool:
    """Tell whether the target is reached."""
    return outcome.better_by(indicator, at.number, asked) >= 0


def _needed(plan: Plan, indicator: Indicator, at: Stand, asked: Decimal) -> tuple[Need, Decimal]:
    """Compute what each year that is left must bring."""
    left = plan.last_year - at.year
    match indicator.measure:
        case Measure.GROWTH:
            return Need.AVERAGE, _average(plan, at, asked, left)
        case Measure.REDUCTION:
            return Need.FALL, path.yearly_fall(asked, _falls(indicator, at), left)
        case Measure.CUMULATIVE:
            return Need.YEARLY, exact.share_of(exact.difference(asked, at.number), 1, left)
        case _ if by_growth(indicator, at.number, asked):
            factor = exact.power(exact.quotient(asked, at.number), 1, left)
            return Need.GROWTH, exact.product(exact.difference(factor, _ONE), WHOLE)
        case _:
            return Need.AMOUNT, exact.share_of(exact.difference(asked, at.number), 1, left)


def _falls(indicator: Indicator, at: Stand) -> tuple[Decimal, ...]:
    """Give the falls that are already there, in per cent: one of each year, or one of all."""
    if not at.figures:
        return ()
    last = at.figures[at.year]
    if indicator.entered_as is EnteredAs.YEAR and not (last.bracketed or last.average):
        return tuple(each.value or Decimal(0) for each in at.figures.values())
    return (at.number,)


def _average(plan: Plan, at: Stand, asked: Decimal, left: int) -> Decimal:
    """Give the average growth of the years that are left: ((1+T)ⁿ / Π(1+gᵢ))^(1/left) − 1.

    A growth of −100 % leaves nothing that could grow; then the target itself is asked for.
    """
    whole = _compounded([asked] * (plan.last_year - plan.first_year + 1))
    gone = _grown(plan, at)
    if gone <= 0 or whole <= 0:
        return asked
    factor = exact.power(exact.quotient(whole, gone), 1, left)
    return exact.product(exact.difference(factor, _ONE), WHOLE)


def _grown(plan: Plan, at: Stand) -> Decimal:
    """Give the factor by which the years that are known grew."""
    if not at.figures:
        return _ONE
    last = at.figures[at.year]
    if last.bracketed or last.average:
        return _compounded([at.number] * (at.year - plan.first_year + 1))
    return _compounded([each.value or Decimal(0) for each in at.figures.values()])


def _compounded(rates: Sequence[Decimal]) -> Decimal:
    """Give the factor of growths in per cent one after the other: 8, 10 → 1.188."""
    factors = (exact.quotient(exact.sum_of(WHOLE, rate), WHOLE) for rate in rates)
    return reduce(exact.product, factors, _ONE)


def _words(indicator: Indicator, kind: Need, number: Decimal, years: tuple[int, ...]) -> str:
    """Say it in a clause without the years: 需年均增长9.0%."""
    when = "需" if len(years) == 1 else "需年均"
    match kind:
        case Need.AVERAGE if indicator.direction is Direction.LOWER:
            return f"{when}控制在{_growth(number)}以内"
        case Need.GROWTH | Need.AVERAGE:
            return when + _growth(number)
        case Need.FALL:
            return f"{when}下降{told.published(_up(number, indicator.decimals), indicator)}"
        case Need.YEARLY:
            return f"{when}完成{told.published(_up(number, indicator.decimals), indicator)}"
        case _:
            up, down = ("提高", "降低") if indicator.unit in told.POINTS else ("增加", "减少")
            size = told.gap(_up(number, indicator.decimals), indicator)
            return f"{when}{up if number >= 0 else down}{size}"


def _growth(number: Decimal) -> str:
    """Word a growth in per cent with one decimal."""
    return ("增长" if number >= 0 else "下降") + f"{half_up(abs(number), _GROWTH_DECIMALS):f}%"


def _up(number: Decimal, decimals: int) -> Decimal:
    """Round away from nought, so that what is said suffices."""
    rounded = half_up(number, decimals)
    if abs(rounded) >= abs(number):
        return rounded
    return exact.sum_of(rounded, _ONE.scaleb(-decimals).copy_sign(number))
