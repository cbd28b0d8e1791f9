"""No number is printed whose unit cannot be read in its row."""

from dataclasses import replace
from functools import cache

import pytest

from core.domain.period import Quarter
from core.reports import catalogue
from core.reports.selection import Selection
from tests import filled
from tests.core.reports.read_rows import lines

HALF = Quarter(2024, 2)


@cache
def known(plan):
    """The facts of a whole plan, judged once."""
    return filled.facts(plan, HALF)


@pytest.mark.parametrize(
    ("kind", "plan", "rows"),
    [
        ("completion", filled.DISTRICT, 33),
        ("targets", filled.DISTRICT, 33),
        ("progress", filled.DISTRICT, 33),
        ("quarterly", filled.DISTRICT, 33),
        ("department", filled.DISTRICT, 30),
        ("projects", filled.DISTRICT, 290),
        ("annual", filled.CITY, 85),
    ],
)
def test_each_indicator_shows_its_unit_in_every_kind_of_report(kind, plan, rows):
    facts = known(plan)
    if kind == "department":
        facts = replace(facts, selection=Selection("D04"))
    printed = [row for table in catalogue.kind(kind).build(facts).tables for row in lines(table)]
    found = 0
    for item in facts.plan.indicators:
        own = [row for row in printed if {item.name, f"{item.name}（{item.unit}）"} & {*row}]
        found += bool(own)
        assert all(item.unit in "".join(row) for row in own)
    assert found >= rows
