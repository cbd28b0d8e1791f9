"""What is known of one indicator when it is judged: the number reached beside the one asked."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain import exact, outcome
from core.domain.figure import Span
from core.domain.indicator import Indicator
from core.domain.judging.course import Course
from core.domain.judging.reaching import Past, yearly
from core.domain.judging.year_by_year import Tally, by_itself, tally
from core.domain.period import Quarter
from core.domain.submission import Entry


@dataclass(frozen=True, slots=True)
class Finding:
    """The two numbers of a judgement and what is known beside them.

    `lack` says why there is no actual number; `years` are the figures of each year of a plan that
    is over, `tally` says of each whether it met its own target where years are judged one by one;
    `actual` and `asked` are those of the last year then.
    """

    indicator: Indicator
    as_of: Quarter
    period: Quarter | None
    entry: Entry | None
    actual: Decimal | None
    asked: Decimal | None
    lack: str
    years: outcome.Yearly = ()
    tally: Tally = ()

    @property
    def margin(self) -> Decimal | None:
        """By how much the actual number is better than the target; negative when worse.

        None where each year has a margin of its own.
        """
        if self.tally or self.actual is None or self.asked is None:
            return None
        return outcome.better_by(self.indicator, self.actual, self.asked)

    @property
    def share(self) -> Decimal | None:
        """目标完成率 as a fraction; of years judged one by one how many met their targets."""
        if self.tally:
            return exact.fraction(Decimal(self.met), Decimal(len(self.tally)))
        if self.actual is None or self.asked is None:
            return None
        return outcome.share(self.indicator, self.actual, self.asked)

    @property
    def met(self) -> int:
        """In how many years of the tally the year's own target was reached."""
        return sum(each.met for each in self.tally)

    @property
    def spanned(self) -> bool:
        """Whether the actual number stands between the ends of a target that is a range."""
        printed = self.indicator.aim.printed
        if self.actual is None or printed is None or not isinstance(printed.core, Span):
            return False
        return printed.core.low <= self.actual <= printed.core.high

    @property
    def yearly(self) -> bool:
        """Whether figures of years before the last exist."""
        return any(self.years[:-1])

    @property
    def reached_before(self) -> bool:
        """Whether a year before the last had met the target, or no earlier figure exists."""
        first, asked = self.as_of.year + 1 - len(self.years), self.asked or Decimal(0)
        return outcome.reached_before(self.indicator, first, self.years, asked)


def find(course: Course, entries: Past) -> Finding:
    """Put the number reached by the plan's end beside the one asked for."""
    plan = course.plan
    years = yearly(plan.first_year, plan.end, entries)
    reached = outcome.reached(course.indicator, plan.first_year, years)
    alone = reached.number is not None and by_itself(course, years)
    held = tally(course, years) if alone else ()
    return Finding(
        indicator=course.indicator,
        as_of=plan.end,
        period=None if reached.number is None else plan.end,
        entry=entries.get(plan.end),
        actual=reached.number,
        asked=_last_asked(course, held) if alone else course.goal,
        lack=reached.lack,
        years=years,
        tally=held,
    )


def _last_asked(course: Course, held: Tally) -> Decimal | None:
    """Give what the last year was asked for; None where some year was asked for nothing."""
    return course.leg(course.plan.last_year).target if held else None
