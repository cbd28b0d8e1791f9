"""Every indicator of the shipped plans can be redone from its sentence, quarter by quarter."""

from decimal import Decimal
from itertools import cycle

import pytest

import resources
from core.domain import outcome
from core.domain.completion import assess
from core.domain.figure import Figure
from core.domain.indicator import EnteredAs, Measure, Nature
from core.domain.submission import Entry
from core.plans.folder import load
from tests.core.domain.calculator import redone

PACES = ("0.7", "0.8", "0.94", "0.95", "0.96", "1", "1.05", "1.1", "1.3")
ON_A_LINE = (Measure.GROWTH, Measure.CONTROL, Measure.KEEP, Measure.ANNUAL)


def figure(plan, item, quarter, pace):
    """A figure that is so many times where even steps would be; lines are met more or less."""
    goal, start = outcome.goal(item) or Decimal(10), item.start or Decimal(0)
    years = plan.last_year - plan.first_year + 1
    gone = (quarter.year - plan.first_year + Decimal(quarter.number) / 4) / years
    number = start + (goal - start) * gone * pace
    if item.measure in ON_A_LINE:
        number = goal * (1 + (pace - 1) / 10)
    elif item.entered_as is EnteredAs.YEAR:
        number = goal / years * quarter.number / 4 * pace
    elif item.nature is Nature.FLOW:
        number = number * quarter.number / 4
    return Figure(round(number, item.decimals))


@pytest.mark.parametrize("name", ["zhanggong-2021-2025", "zhanggong-2016-2020", "ganzhou-2024"])
def test_every_status_follows_from_its_sentence(name):
    plan, paces = load(resources.path("plans", name)).plan, cycle(map(Decimal, PACES))
    items = [each for each in plan.indicators if each.measure is not Measure.STRUCTURE]
    entries = {
        item.code: {
            quarter: Entry(item.code, quarter, figure(plan, item, quarter, next(paces)))
            for quarter in plan.quarters
        }
        for item in items
    }
    for quarter in plan.quarters[1:-1:3]:
        for found in assess(plan, quarter, entries, {}):
            if found.side:
                assert redone(found.sentence) == found.status, found.sentence
