"""Which 约束性 indicators will probably be missed, and why."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from core.domain.aims.requirement import Need, Past, Required, required
from core.domain.completion import Assessment
from core.domain.figure import WHOLE
from core.domain.form_rows import source_of
from core.domain.indicator import Binding, EnteredAs, Indicator
from core.domain.judging.judgement import Light
from core.domain.outcome import number
from core.domain.period import Quarter
from core.domain.plan import Plan

ALARMING = (Light.YELLOW, Light.RED)
NEVER = "，以往没有一年达到过"


def risks(
    plan: Plan,
    as_of: Quarter,
    entries: Mapping[str, Past],
    assessments: Mapping[str, Assessment],
) -> dict[str, str]:
    """Say by code why a 约束性 indicator will probably be missed; the others are left out.

    `entries` are by code. One is in danger whose light is yellow or red, and one that needs more
    in each year that is left than any full year of the plan has brought.
    """
    said = (
        (
            each.code,
            risk(plan, each, as_of, entries.get(source_of(each), {}), assessments[each.code]),
        )
        for each in plan.indicators
        if each.binding is Binding.BINDING
    )
    return {code: words for code, words in said if words}


def risk(
    plan: Plan, indicator: Indicator, as_of: Quarter, past: Past, assessment: Assessment
) -> str:
    """Say why an indicator will probably be missed; nothing where it will not."""
    if assessment.light in ALARMING:
        return f"约束性指标，{as_of.label}为“{assessment.status}”"
    needed = required(plan, indicator, as_of, past)
    if needed and _is_beyond(plan, indicator, needed, past, as_of):
        return f"约束性指标，{needed.words}{NEVER}"
    return ""


def _is_beyond(
    plan: Plan, indicator: Indicator, needed: Required, past: Past, as_of: Quarter
) -> bool:
    """Tell whether no full year has brought what each year that is left must bring."""
    brought = tuple(_brought(plan, indicator, needed.kind, past, as_of))
    if needed.number is None or not brought:
        return False
    wanted = needed.number
    return wanted > max(brought) if wanted >= 0 else wanted < min(brought)


def _brought(
    plan: Plan, indicator: Indicator, kind: Need, past: Past, as_of: Quarter
) -> Iterator[Decimal]:
    """Give what each full year brought, in the terms of a requirement."""
    known = _numbers(plan, indicator, past, as_of)
    if kind is Need.AVERAGE or indicator.entered_as is EnteredAs.YEAR:
        yield from (value for year, value in known if year >= plan.first_year)
        return
    for (before, first), (year, last) in pairwise(known):
        if year == before + 1:
            grown = kind is Need.GROWTH and first
            yield (last / first - 1) * WHOLE if grown else last - first


def _numbers(
    plan: Plan, indicator: Indicator, past: Past, as_of: Quarter
) -> list[tuple[int, Decimal]]:
    """Give the numbers of the full years until a quarter, the base before them."""
    start = Decimal(0) if indicator.entered_as else indicator.start
    known = [] if start is None else [(plan.first_year - 1, start)]
    for quarter, entry in sorted(past.items(), key=lambda each: each[0]):
        counted = quarter.ends_year and plan.first_year <= quarter.year and quarter <= as_of
        value = number(entry.figure, indicator) if counted and entry.figure else None
        known += [(quarter.year, value)] if value is not None else []
    return known
