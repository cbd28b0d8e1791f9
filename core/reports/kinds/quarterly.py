"""季度完成情况: each indicator's quarter beside its year's target, last year and the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.domain.figure import Figure
from core.domain.indicator import Indicator
from core.errors import NotFoundError
from core.reports import columns, compared, data, legends
from core.reports.content import Align, Report, Table
from core.reports.facts import Facts
from core.reports.figure_charts import charts
from core.reports.heading import headed, scope, told
from core.reports.narrative import prose
from core.reports.parts import Part, part, table
from core.reports.stub import cells, find

NOTHING = "选定的单位、类别和属性下没有指标，没有写出报告，请另选"
_RATES = "年度进度为本期累计与年度目标之比（越低越好的指标为年度目标与本期累计之比）"
_WAY = "，规划进度为规划期增量已完成的比例"


def build(facts: Facts) -> Report:
    """Say what 季度完成情况 says: of the main indicators, or of all that were selected.

    Raises NotFoundError where the selection leaves no indicator.
    """
    rows = chosen(facts)
    if not rows:
        raise NotFoundError(NOTHING)
    whole = "" if facts.selection.department else "主要"
    title = f"{facts.plan.name}{scope(facts, whole)}指标季度完成情况"
    sheet = data.sheet(facts, rows, (facts.as_of,))
    report = headed(facts, "quarterly", title, (of(facts, rows),), sheet)
    return told(report, prose.quarterly(facts, rows), charts(facts, rows))


def chosen(facts: Facts) -> tuple[Indicator, ...]:
    """Give the main indicators; of a department or a section all, those of boxes behind them."""
    narrowed = facts.selection.department or facts.selection.section
    everything = (each for each in facts.items() if isinstance(each, Indicator))
    return tuple(everything if narrowed else facts.main())


def of(facts: Facts, rows: Sequence[Indicator]) -> Table:
    """Make the table of some indicators, with its notes."""
    outer = find(facts.plan, 12.0, rows)
    lines = [(each, cells(facts.plan, each, outer)) for each in rows]
    made = table(outer.columns(), outer.headings(), lines, tuple(_parts(facts)))
    return replace(made, notes=legends.closed(_notes(facts, rows, made)))


def _parts(facts: Facts) -> Iterator[Part]:
    """Head the columns; a plan of one year has its year's progress only."""
    single = facts.plan.first_year == facts.plan.last_year
    yield part(f"{facts.as_of.year}年\n目标", 20.0, compared.year_target(facts))
    yield part("本期\n累计", 18.0, columns.figure_at(facts, facts.as_of))
    yield part("上年\n同期", 18.0, compared.year_before(facts))
    yield part("同比", 27.0, compared.year_on_year(facts))
    yield part("年度\n进度", 17.0, compared.annual_progress(facts), Align.DECIMAL)
    if not single:
        yield part("规划\n进度", 17.0, columns.progress(facts), Align.DECIMAL)
    yield part("状态", 31.0, columns.status(facts), Align.LEFT)
    yield part("说明", 32.0, columns.explanation(facts), Align.LEFT)


def _notes(facts: Facts, rows: Sequence[Indicator], made: Table) -> Iterator[str]:
    """Say what is counted, what is missing, and what numbers and signs mean."""
    single = facts.plan.first_year == facts.plan.last_year
    yield legends.counts(facts, rows)
    yield "；".join(legends.missing(facts, rows))
    yield legends.silent(facts, rows)
    yield "；".join((*legends.decided(facts, rows), *legends.revised(rows)))
    yield legends.expected(facts, rows)
    yield legends.not_due(facts, rows)
    yield legends.time_over(facts)
    yield _RATES + ("" if single else _WAY)
    yield legends.year_on_year(facts, rows)
    yield legends.brackets(facts, rows, made)
    yield "，".join(legends.signs(made))
    yield legends.rounding(_printed(facts, rows))


def _printed(facts: Facts, rows: Sequence[Indicator]) -> Iterator[Figure | None]:
    """Give the figures of the table that could be parts of a whole."""
    for each in rows:
        asked = compared.asked_of(facts, each)
        yield asked.figure if asked else None
        entries = (facts.entry(each), compared.same_period(facts, each))
        yield from (entry.figure for entry in entries if entry)
