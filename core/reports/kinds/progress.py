"""规划实施进展: 附表2 with each year's figures, how far the plan is, and why it is behind."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.domain.figure import Figure
from core.domain.indicator import Indicator
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.errors import NotFoundError
from core.reports import columns, data, legends
from core.reports.content import Align, Heading, Report, Table
from core.reports.facts import Facts
from core.reports.figure_charts import charts
from core.reports.heading import NO_INDICATORS, headed, scope, told
from core.reports.kinds import lagging
from core.reports.narrative import prose
from core.reports.parts import Leaf, Part, optional, part, table
from core.reports.stub import cells, find

_RATES = (
    "目标完成率为实际值与{year}年目标值之比（越低越好的指标为目标值与实际值之比），"
    "增量进度为规划期增量已完成的比例"
)
_YEAR, _SPAN = 14.4, 17.0  # mm, of a full year and of 前三季度
_PACE = "，序时进度为按规划路径到数据所属期应完成的比例"


def build(facts: Facts) -> Report:
    """Say what 规划实施进展 says, as of a quarter.

    Raises NotFoundError where the selection leaves no indicator.
    """
    rows = tuple(facts.main())
    if not rows:
        raise NotFoundError(NO_INDICATORS)
    made = _table(facts, rows)
    made = replace(made, notes=legends.closed(_notes(facts, rows, made)))
    sheet = data.sheet(facts, rows, years(facts.plan, facts.as_of))
    title = f"{facts.plan.name}{scope(facts)}指标进展"
    report = headed(facts, "progress", title, (made, *lagging.tables(facts, rows)), sheet)
    report = told(report, prose.progress(facts, rows), charts(facts, rows))
    return replace(report, genre=f"规划实施进展（{facts.plan.phase(facts.as_of).label}）")


def years(plan: Plan, as_of: Quarter) -> tuple[Quarter, ...]:
    """Give the full years of a plan before a quarter's own, and the quarter."""
    before = (Quarter(year, 4) for year in range(plan.first_year, as_of.year))
    return (*before, as_of)


def _table(facts: Facts, rows: Sequence[Indicator]) -> Table:
    """Put plan, figures and judgement beside the names."""
    outer = replace(find(facts.plan, 8.5, rows), name_width=36.0)
    lines = [(each, cells(facts.plan, each, outer)) for each in rows]
    return table(outer.columns(), outer.headings(), lines, tuple(_parts(facts)))


def _parts(facts: Facts) -> Iterator[Part]:
    """Head the columns."""
    plan = facts.plan
    yield part(f"{plan.base_year}年\n基期", 14.4, columns.base)
    yield part(f"{plan.last_year}年\n目标", 15.4, columns.target)
    yield optional(part("年均\n增长/\n累计", 13.0, columns.growth))
    yield optional(part("属性", 13.0, columns.binding))
    yield _actuals(facts)
    yield optional(part("目标\n完成率", 13.8, columns.completion(facts), Align.DECIMAL))
    yield optional(part("增量\n进度", 13.8, columns.progress(facts), Align.DECIMAL))
    if not facts.final:
        yield optional(part("序时\n进度", 13.8, columns.pace(facts), Align.DECIMAL))
    yield part("状态", 24.0, columns.status(facts), Align.LEFT)


def _actuals(facts: Facts) -> Part:
    """Head the figures year by year, the last one with the part of the year that it covers."""
    quarters = years(facts.plan, facts.as_of)
    widths = (_YEAR if each.ends_year else _SPAN for each in quarters)
    leaves = [
        Leaf(width, columns.figure_at(facts, each))
        for each, width in zip(quarters, widths, strict=True)
    ]
    return Part(Heading("实际值", tuple(Heading(_head(each)) for each in quarters)), tuple(leaves))


def _head(quarter: Quarter) -> str:
    """Name the period of a figure, of a full year the year alone."""
    return f"{quarter.year}年" if quarter.ends_year else f"{quarter.year}年\n{quarter.span}"


def _notes(facts: Facts, rows: Sequence[Indicator], made: Table) -> Iterator[str]:
    """Say what is counted, what is missing, and what numbers and signs mean."""
    yield legends.counts(facts, rows)
    yield "；".join(legends.missing(facts, rows))
    yield "；".join((*legends.decided(facts, rows), *legends.revised(rows)))
    yield legends.expected(facts, rows)
    yield legends.not_due(facts, rows)
    yield legends.time_over(facts)
    yield _RATES.format(year=facts.plan.last_year) + ("" if facts.final else _PACE)
    yield legends.brackets(facts, rows, made)
    yield "，".join(legends.signs(made))
    yield from facts.plan.notes
    yield legends.rounding(_printed(facts, rows))


def _printed(facts: Facts, rows: Sequence[Indicator]) -> Iterator[Figure | None]:
    """Give every figure of the table."""
    for each in rows:
        yield from (each.base, each.target.printed)
        known = facts.past(each)
        yield from (known[at].figure for at in years(facts.plan, facts.as_of) if at in known)
