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
from core.reports.heading import headed, scope
from core.reports.parts import Leaf, Part, optional, part, table
from core.reports.stub import cells, find

NOTHING = "选定的单位、类别和属性下没有主要指标，没有写出报告，请另选"
_RATES = (
    "目标完成率为实际值与{year}年目标值之比（越低越好的指标为目标值与实际值之比），"
    "增量进度为规划期增量已完成的比例"
)
_PACE = "，序时进度为按规划路径到数据所属期应完成的比例"


def build(facts: Facts) -> Report:
    """Say what 规划实施进展 says, as of a quarter.

    Raises NotFoundError where the selection leaves no indicator.
    """
    rows = tuple(facts.main())
    if not rows:
        raise NotFoundError(NOTHING)
    made = _table(facts, rows)
    made = replace(made, notes=legends.closed(_notes(facts, rows, made)))
    quarters = years(facts.plan, facts.as_of)
    title = f"{facts.plan.name}{scope(facts)}指标进展"
    report = headed(facts, "progress", title, (made,), data.sheet(facts, rows, quarters))
    return replace(report, genre=f"规划实施进展（{facts.plan.phase(facts.as_of).label}）")


def years(plan: Plan, as_of: Quarter) -> tuple[Quarter, ...]:
    """Give the full years of a plan before a quarter's own, and the quarter."""
    before = (Quarter(year, 4) for year in range(plan.first_year, as_of.year))
    return (*before, as_of)


def _table(facts: Facts, rows: Sequence[Indicator]) -> Table:
    """Put plan, figures and judgement beside the names."""
    outer = find(facts.plan, 11.0, rows)
    lines = [(each, cells(facts.plan, each, outer)) for each in rows]
    return table(outer.columns(), outer.headings(), lines, tuple(_parts(facts)))


def _parts(facts: Facts) -> Iterator[Part]:
    """Head the columns."""
    plan = facts.plan
    yield part(f"{plan.base_year}年\n基期", 18.0, columns.base)
    yield part(f"{plan.last_year}年\n目标", 18.0, columns.target)
    yield optional(part("年均增长\n/累计", 17.5, columns.growth))
    yield optional(part("属性", 17.0, columns.binding))
    actuals = years(plan, facts.as_of)
    leaves = tuple(Leaf(18.0, columns.figure_at(facts, each)) for each in actuals)
    yield Part(Heading("实际值", tuple(Heading(_head(each)) for each in actuals)), leaves)
    yield part("目标\n完成率", 17.0, columns.completion(facts), Align.DECIMAL)
    yield part("增量\n进度", 17.0, columns.progress(facts), Align.DECIMAL)
    if not facts.final:
        yield part("序时\n进度", 17.0, columns.pace(facts), Align.DECIMAL)
    yield part("状态", 27.0, columns.status(facts), Align.LEFT)
    yield part("说明", 40.0, columns.explanation(facts), Align.LEFT)


def _head(quarter: Quarter) -> str:
    """Name the period of a figure, of a full year the year alone."""
    return f"{quarter.year}年" if quarter.ends_year else f"{quarter.year}年\n{quarter.span}"


def _notes(facts: Facts, rows: Sequence[Indicator], made: Table) -> Iterator[str]:
    """Say what is counted, what is missing, and what numbers and signs mean."""
    yield legends.counts(facts, rows)
    yield "；".join(legends.missing(facts, rows))
    yield legends.silent(facts, rows)
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
