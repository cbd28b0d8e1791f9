"""The annual targets of a plan of several years, category by category."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.domain.completion import Assessment
from core.domain.indicator import Indicator
from core.domain.judging.judged import Judged
from core.domain.judging.judgement import Grey, Light, Yardstick
from core.domain.judging.verdict import LIGHTS, word
from core.domain.lights import UNDECIDED
from core.reports import cells, columns, compared, content, legends, parts, stub
from core.reports.content import Align, Cell
from core.reports.facts import Facts
from core.reports.kinds import works
from core.reports.parts import Part, Print, part

_RATES = "年度进度为本期累计与年度目标之比（越低越好的指标为年度目标与本期累计之比）"
_NAME = 46.5  # mm, so that 基本符合预期 is parted between its words on an upright page
_STATUS = "状态按年度目标判断，与按规划目标判断的不一定相同"


def table(facts: Facts, rows: Sequence[Indicator]) -> content.Table:
    """Make the table of the main indicators: the year's target, how far it is, and by whom."""
    outer = replace(stub.find(facts.plan, 11.0, rows), name_width=_NAME)
    lines = [(each, stub.cells(facts.plan, each, outer)) for each in rows]
    made = parts.table(outer.columns(), outer.headings(), lines, tuple(_parts(facts)))
    return replace(made, notes=legends.closed(_notes(facts, rows, made)))


def _parts(facts: Facts) -> Iterator[Part]:
    """Head the columns."""
    yield part(f"{facts.as_of.year}年\n目标", 24.0, compared.year_target(facts))
    yield part("本期\n累计", 22.5, columns.figure_at(facts, facts.as_of))
    yield part("年度\n进度", 15.2, compared.annual_progress(facts), Align.DECIMAL)
    yield part("状态", 20.0, _status(facts), Align.LEFT)
    yield part("牵头\n单位", 16.8, works.lead(facts))


def judged(facts: Facts) -> Facts:
    """Give the facts in which the indicators stand as their year's own targets say.

    Of what the year asks for nothing there is no assessment.
    """
    found = ((each.code, _assessed(facts, each)) for each in facts.main())
    return replace(facts, assessments={code: each for code, each in found if each})


def _assessed(facts: Facts, indicator: Indicator) -> Assessment | None:
    """Judge an indicator by its year's target alone; no person has decided on that."""
    known = facts.assessments[indicator.code]
    stick, grey, of = known.annual, known.grey, known.judged
    if not isinstance(of, Judged) or (stick is None and grey is None):
        return None
    if stick:
        early = stick.period.year < facts.as_of.year
        stick, grey = (None, Grey.EARLY) if early else (stick, stick.grey)
    said, light = _word(facts, stick, grey)
    decisive = of._replace(decisive=stick, grey=grey, suggested=said)
    return Assessment(indicator.code, said, light, decisive)


def _word(facts: Facts, stick: Yardstick | None, grey: Grey | None) -> tuple[str, Light]:
    """Give the word and the light of a yardstick, or why it has none."""
    if stick and stick.grade:
        return word(facts.plan.scale(facts.as_of), stick.grade), LIGHTS[stick.grade]
    return grey.label if grey else UNDECIDED, Light.GREY


def _status(facts: Facts) -> Print:
    """Give what prints how the year's own target stands."""
    known, of_year = judged(facts).assessments, columns.status(judged(facts))
    return lambda item: of_year(item) if item.code in known else Cell(cells.NOT_MEANT)


def _notes(facts: Facts, rows: Sequence[Indicator], made: content.Table) -> Iterator[str]:
    """Say what is missing, what the year asks, and what numbers and signs mean."""
    yield "；".join(legends.missing(facts, rows))
    yield _not_due(facts, rows)
    yield f"{_RATES}，{_STATUS}"
    yield "，".join(filter(None, (legends.brackets(facts, rows, made), *legends.signs(made))))


def _not_due(facts: Facts, rows: Sequence[Indicator]) -> str:
    """Count the indicators of which the quarter asks for no figure."""
    waiting = sum(not columns.is_due(each, facts.as_of) for each in rows)
    return f"“{cells.NOT_DUE}”的{waiting}个指标本期不要求填报" if waiting else ""
