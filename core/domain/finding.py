"""What is known of one indicator when it is judged: the number reached beside the one asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain import outcome
from core.domain.figure import Figure
from core.domain.indicator import Indicator, Measure
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from core.domain.timing import year_end

_Numbers = tuple[Decimal | None, Decimal | None]  # the one reached, the one asked for


@dataclass(frozen=True, slots=True)
class Finding:
    """The two numbers of a judgement and what is known beside them.

    `yearly` tells that figures of earlier years exist, `reached_before`, of a number beyond the
    target, that one met it or none exists; `lack` says why there is no actual number.
    """

    indicator: Indicator
    as_of: Quarter
    period: Quarter | None
    entry: Entry | None
    actual: Decimal | None
    asked: Decimal | None
    lack: str
    yearly: bool
    reached_before: bool

    @property
    def margin(self) -> Decimal | None:
        """By how much the actual number is better than the target; negative when worse."""
        if self.actual is None or self.asked is None:
            return None
        return outcome.better_by(self.indicator, self.actual, self.asked)

    @property
    def share(self) -> Decimal | None:
        """目标完成率 as a fraction."""
        if self.actual is None or self.asked is None:
            return None
        return outcome.share(self.indicator, self.actual, self.asked)

    @property
    def progress(self) -> Decimal | None:
        """增量进度: (actual − base) / (target − base); only towards a target beyond the base."""
        start = self.indicator.start
        counted = self.indicator.measure is Measure.LEVEL and start is not None
        if not counted or self.actual is None or self.asked is None or start is None:
            return None
        way = outcome.better_by(self.indicator, self.asked, start)
        return outcome.better_by(self.indicator, self.actual, start) / way if way > 0 else None


def find(
    plan: Plan, indicator: Indicator, as_of: Quarter, entries: Mapping[Quarter, Entry]
) -> Finding:
    """Put the number reached by `as_of` beside the one asked for."""
    years = range(plan.first_year, as_of.year + (1 if as_of.ends_year else 0))
    yearly = _yearly(years, entries)
    asked = outcome.goal(indicator)
    latest = year_end(years[-1]) if years else None
    reached = outcome.reached(indicator, years, yearly) if years else outcome.Outcome(None)
    actual = reached.number
    return Finding(
        indicator=indicator,
        as_of=as_of,
        period=latest if actual is not None else None,
        entry=entries.get(latest) if latest else None,
        actual=actual,
        asked=asked,
        lack=reached.lack,
        yearly=any(year in yearly for year in years[:-1]),
        reached_before=_before(indicator, years, yearly, (actual, asked)),
    )


def _before(
    indicator: Indicator, years: range, yearly: Mapping[int, Figure], known: _Numbers
) -> bool:
    """Tell of a number beyond the target whether an earlier year had met it, or none is known."""
    actual, asked = known
    if actual is None or asked is None or outcome.better_by(indicator, actual, asked) <= 0:
        return False
    return outcome.reached_before(indicator, years, yearly, asked)


def _yearly(years: range, entries: Mapping[Quarter, Entry]) -> dict[int, Figure]:
    """Give the figure of each full year."""
    found = {year: entries.get(year_end(year)) for year in years}
    return {year: entry.figure for year, entry in found.items() if entry and entry.figure}
