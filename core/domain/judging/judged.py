"""`Judged`: everything that a status of an indicator stands on, as the sentence explains it."""

from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from core.domain import outcome
from core.domain.judging.course import Course
from core.domain.judging.finding import Finding, find
from core.domain.judging.judgement import Grade, Grey, Side, Yardstick
from core.domain.judging.moment import Moment
from core.domain.judging.reaching import Past, in_plan, in_year, lack
from core.domain.judging.weighing import by_year, plan_stick
from core.domain.judging.year_by_year import by_itself
from core.domain.judging.yearly import annual
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.scale import Phase


class _Weighed(NamedTuple):
    """What is kept of each of the thousands of judgements that are made at once.

    `moment` is None while the plan has no figure yet. `suggested` is the plan's word for the
    grade, or the label of what stands in its place (`grey`); at the plan's end an undecided one
    is empty.
    """

    plan: Plan
    as_of: Quarter
    way: Course
    moment: Moment | None
    entries: Past
    decisive: Yardstick | None
    grey: Grey | None
    suggested: str


class Judged(_Weighed):
    """The figures found, the yardstick that decides, and what else can be told on demand."""

    @property
    def phase(self) -> Phase:
        """The point of the plan's life at which it is judged."""
        return self.plan.phase(self.as_of)

    @property
    def side(self) -> Side | None:
        """The yardstick that decides; None where neither does."""
        return self.decisive.side if self.decisive else None

    @property
    def grade(self) -> Grade | None:
        """The grade that the decisive yardstick gives."""
        return self.decisive.grade if self.decisive else None

    @cached_property
    def annual(self) -> Yardstick | None:
        """The yardstick 年度; None where the year is asked for nothing."""
        if self.moment is None or self.side is Side.ANNUAL:
            return self.decisive
        return annual(self.way, self.moment, self.entries)

    @cached_property
    def overall(self) -> Yardstick | None:
        """The yardstick 规划; within a year it may stand at the last complete one."""
        if self.moment is None or self.side is Side.PLAN:
            return self.decisive
        return plan_stick(self.way, self.moment, self.entries)

    @cached_property
    def finding(self) -> Finding:
        """The figure beside the target; before the end of the period at which one is due."""
        if self.phase is Phase.FINAL:
            return find(self.way, self.entries)
        period = self.moment.period if self.moment else None
        actual, words = self._reached(self.moment) if self.moment else (None, "")
        return Finding(
            indicator=self.way.indicator,
            as_of=self.as_of,
            period=period,
            entry=self.entries.get(period) if period else None,
            actual=actual,
            asked=self.way.goal,
            lack=words,
        )

    @property
    def data_period(self) -> Quarter | None:
        """The period of the figure that the status stands on; None without a figure."""
        if self.decisive:
            return self.decisive.period
        return None if self.finding.actual is None else self.finding.period

    @property
    def completion(self) -> Decimal | None:
        """目标完成率 of the plan's target as a fraction, within a year by the last complete one.

        At the end of what is asked of each year, it is the share of the years that met it.
        """
        if self.phase is Phase.FINAL and by_itself(self.way, self.finding.years):
            return self.finding.share
        single = self.moment is not None and self.moment.single
        found = self.annual if single and self.phase is not Phase.FINAL else self.overall
        if found is None or found.actual is None or found.target is None:
            return None
        return outcome.share(self.finding.indicator, found.actual, found.target)

    @property
    def progress(self) -> Decimal | None:
        """增量进度 on the yardstick 规划."""
        return self.overall.progress if self.overall else None

    @property
    def pace(self) -> Decimal | None:
        """序时进度 p* on the yardstick 规划."""
        return self.overall.pace if self.overall else None

    def _reached(self, moment: Moment) -> tuple[Decimal | None, str]:
        """Give the number of the period that is judged, or in words why there is none."""
        of_plan = not by_year(self.way, moment)
        number = (in_plan if of_plan else in_year)(self.way, moment.period, self.entries)
        if number is not None:
            return number, ""
        return None, lack(self.way, moment.period, self.entries, of_plan=of_plan).words
