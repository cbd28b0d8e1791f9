"""New plans: from a blank template, from a copy, or from the plan before."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from core.domain.department import Department
from core.domain.figure import Figure
from core.domain.indicator import Binding, Indicator, Measure, Milestone
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan, Section, SectionKind
from core.domain.target import Target, TargetState

ROOT = Section("T", "", SectionKind.TABLE, "主要指标")
_FROM_BASE = (Measure.LEVEL, Measure.CONTROL, Measure.KEEP, Measure.STRUCTURE)
_ORDINALS = ("十六", "十五", "十四", "十三", "十二")  # the last first, so that none moves twice
_QUARTERS = 4


def blank(pattern: Plan | None, year: int) -> Plan:
    """Give a five-year plan from `year` on without a name, with one empty table.

    Region, level and departments are those of another plan, where there is one.
    """
    return Plan(
        code="",
        title="",
        name="",
        region=pattern.region if pattern else "",
        level=pattern.level if pattern else "区",
        first_year=year,
        last_year=year + 4,
        base_year=year - 1,
        sections=(ROOT,),
        indicators=(),
        departments=_present(pattern) if pattern else (),
    )


def copied(plan: Plan, taken: Iterable[str]) -> Plan:
    """Give a copy of a plan under a code that is not taken."""
    return replace(plan, code=_free(plan.code, taken))


def succeeding(plan: Plan, taken: Iterable[str], actuals: Mapping[str, Figure]) -> Plan:
    """Give the plan that follows: the same indicators and departments, without targets.

    Departments are as they are called and charged at the end of the plan before. `actuals` are
    its last figures by code, which become bases; milestones are not taken over.
    """
    years = plan.last_year - plan.first_year + 1
    last = plan_as_of(plan, plan.end)
    indicators = tuple(_renewed(each, last, actuals) for each in last.indicators)
    return replace(
        last,
        code=_free(_later(plan.code, years), taken),
        title=_later(plan.title, years),
        name=_later(plan.name, years),
        first_year=plan.first_year + years,
        last_year=plan.last_year + years,
        base_year=plan.last_year,
        sections=_used(last, indicators),
        indicators=indicators,
        milestones=(),
        appendices=tuple(
            replace(each, title=_later(each.title, years)) for each in plan.appendices
        ),
        previous=plan.name.removesuffix("规划"),
        notes=(),
        special_plans=(),
        source="",
        remark="",
        reorganisations=(),
    )


def moved(plan: Plan, years: int) -> Plan:
    """Give a plan with everything that is asked of single periods so many years later."""
    return replace(
        plan,
        first_year=plan.first_year + years,
        last_year=plan.last_year + years,
        base_year=plan.base_year + years,
        indicators=tuple(_moved(each, years) for each in plan.indicators),
        milestones=tuple(_planned(each, years) for each in plan.milestones),
    )


def _moved(indicator: Indicator, years: int) -> Indicator:
    """Move the targets of single periods."""
    annual, quarterly = indicator.annual_targets, indicator.quarterly_targets
    return replace(
        indicator,
        annual_targets=tuple(replace(each, year=each.year + years) for each in annual),
        quarterly_targets=tuple(
            replace(each, quarter=each.quarter.moved(_QUARTERS * years)) for each in quarterly
        ),
    )


def _planned(milestone: Milestone, years: int) -> Milestone:
    """Move the quarter by which a node is planned."""
    later = Quarter.parse(milestone.planned).moved(_QUARTERS * years)
    return replace(milestone, planned=str(later))


def _renewed(indicator: Indicator, last: Plan, actuals: Mapping[str, Figure]) -> Indicator:
    """Give an indicator for the next plan: its target is still to be set."""
    bound = indicator.binding is Binding.BINDING
    figure = actuals.get(indicator.same_source or indicator.code)
    return replace(
        indicator,
        target=Target(None, TargetState.PENDING if bound else TargetState.NONE),
        base=figure if indicator.measure in _FROM_BASE else None,
        growth=None,
        revisions=(),
        annual_targets=(),
        quarterly_targets=(),
        definitions=(),
        base_revisions=(),
        remark="",
        basis=f"沿用{last.name}",
    )


def _used(plan: Plan, indicators: Iterable[Indicator]) -> tuple[Section, ...]:
    """Leave out the sections that nothing but milestones stood in."""
    used = {section.code for each in indicators for section in plan.path(each.section)}
    return tuple(each for each in plan.sections if each.code in used)


def _present(plan: Plan) -> tuple[Department, ...]:
    """Give the departments of a plan as they are called at its end."""
    return plan_as_of(plan, plan.end).departments


def _free(code: str, taken: Iterable[str]) -> str:
    """Give a code that is not taken, numbered where it is."""
    known = {each.upper() for each in taken}
    numbered = (f"{code}-{number}" for number in range(2, len(known) + 3))
    return next(each for each in (code, *numbered) if each.upper() not in known)


def _later(text: str, years: int) -> str:
    """Word a text for a plan so many years later: “十四五” → “十五五”, 2021 → 2026."""
    for later, now in pairwise(_ORDINALS):
        text = text.replace(f"{now}五", f"{later}五").replace(f"第{now}个五年", f"第{later}个五年")
    return re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", lambda found: str(int(found[0]) + years), text)
