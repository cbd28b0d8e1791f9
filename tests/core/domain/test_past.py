"""A plan as it stood: departments under the names of then, items with those who answered then."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.department import Department, Reform, Reorganisation
from core.domain.indicator import Duty, Nature
from core.domain.past import plan_as_of
from core.domain.target import TargetRevision
from tests import factory as the
from tests.core.domain.worked import judged

ON = date(2023, 6, 30)
BUREAU = Department("D01", "区卫计局", "区卫生和计划生育局")
RENAMED = Reorganisation(Reform.RENAMED, ON, "D01", short_name="区卫健委", full_name="区卫健委")
MERGED = Reorganisation(Reform.MERGED, ON, "D02", "D01")
SPLIT = Reorganisation(Reform.SPLIT, ON, "D02", "D01", ("B-01",))


def plan_of(*reforms):
    """A plan whose two indicators the office of statistics answers for, and their neighbour."""
    duty = Duty("D02", ("D01", "D02"), "D02")
    items = [replace(the.level("80", "60", code=code), duty=duty) for code in ("B-01", "B-02")]
    return the.plan(*items, departments=(BUREAU, the.STATISTICS), reorganisations=reforms)


def leads(plan, at):
    """Who answers for the indicators as of a quarter."""
    return [each.duty.lead for each in plan_as_of(plan, the.quarter(at)).indicators]


def test_a_department_has_its_old_name_until_the_day():
    names = [
        plan_as_of(plan_of(RENAMED), the.quarter(at)).departments[0].short_name
        for at in ("2023Q1", "2023Q2")
    ]
    assert names == ["区卫计局", "区卫健委"]


@pytest.mark.parametrize(("reform", "after"), [(MERGED, ["D01"] * 2), (SPLIT, ["D01", "D02"])])
def test_an_item_is_answered_for_by_whoever_had_it_then(reform, after):
    plan = plan_of(reform)
    assert (leads(plan, "2023Q1"), leads(plan, "2023Q2")) == (["D02"] * 2, after)
    moved = plan_as_of(plan, the.quarter("2023Q2")).indicators[0].duty
    assert (moved.supporting, moved.provider) == (("D01",), "D01")


def test_a_target_that_was_adjusted_holds_from_its_day_on():
    """60 → 80 by 4 a year; from mid-2023 on 60 → 70 by 2."""
    lowered = TargetRevision(the.target("70"), "经批准调整", ON)
    item = replace(the.level("80", "60", nature=Nature.RATE), revisions=(lowered,))
    seen = []
    for at, number in (("2022Q4", "64"), ("2023Q4", "66")):
        then = plan_as_of(the.plan(item), the.quarter(at)).indicators[0]
        found = judged(then, {at: number}, at)
        seen.append((found.status, found.overall.asked))
    assert seen == [("明显滞后", 68), ("基本符合预期", 66)]
