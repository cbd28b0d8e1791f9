"""`Moment`: as of when indicators of a frequency are judged, by which period and in which words."""

from collections.abc import Mapping
from typing import NamedTuple, Self

from core.domain.indicator import Frequency
from core.domain.judging.judgement import Grade
from core.domain.judging.timing import data_period
from core.domain.judging.verdict import UNDER_WAY, word
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.scale import Phase, Scale


class Moment(NamedTuple):
    """A quarter of a plan; `period` is the data's own time.

    `words` are those of the grades before the end, by `scale`; `year_before` is the same quarter
    of the year before, and that year's end. `single` tells that the plan has one year only,
    `final` that it is over. `key` is one number for period and scale.
    """

    plan: Plan
    as_of: Quarter
    period: Quarter
    phase: Phase
    scale: Scale
    words: Mapping[Grade, str]
    year_before: tuple[Quarter, Quarter]
    single: bool
    final: bool
    key: int

    def at(self, period: Quarter) -> Self:
        """Give the same for the figure of another period."""
        return self._replace(
            period=period, year_before=_year_before(period), key=_key(period, self.phase)
        )


def moment(plan: Plan, as_of: Quarter, frequency: Frequency) -> Moment | None:
    """Tell by which period and in which words a frequency is judged as of a quarter.

    None before the plan's first figure is due.
    """
    scale, phase = plan.scale(as_of), plan.phase(as_of)
    period = data_period(plan.first_year, frequency, as_of)
    if period is None:
        return None
    return Moment(
        plan,
        as_of,
        period,
        phase,
        scale,
        {grade: word(scale, grade) for grade in UNDER_WAY},
        _year_before(period),
        single=plan.first_year == plan.last_year,
        final=phase is Phase.FINAL,
        key=_key(period, phase),
    )


def _year_before(period: Quarter) -> tuple[Quarter, Quarter]:
    """Give the same quarter of the year before, and that year's end."""
    return Quarter(period.year - 1, period.number), Quarter(period.year - 1, 4)


def _key(period: Quarter, phase: Phase) -> int:
    """Put period and scale into one number; only 中期 has a scale of its own."""
    return (period.year * 4 + period.number) * 2 + (phase is Phase.MIDTERM)
